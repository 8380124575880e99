package org.diorama.core.scene;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is said of the frames.
 *
 * @param names in the order of {@link Annotator}, those that every frame has included
 * @param floatFiles the same for all frames of a dataset
 */
public record Annotators(List<Annotator> names, FloatFiles floatFiles) {
  /** Where the author says nothing. */
  public static final Annotators DEFAULT =
      new Annotators(List.of(Annotator.CONTRAST), FloatFiles.NPY);

  public Annotators {
    Set<Annotator> all = EnumSet.noneOf(Annotator.class);
    all.addAll(names);
    Annotator.always().forEach(all::add);
    names = List.copyOf(all);
  }

  public boolean has(Annotator annotator) {
    return names.contains(annotator);
  }

  /** The names as a list in a scene. */
  public String text() {
    return names.stream().map(Annotator::text).collect(Collectors.joining(", ", "[", "]"));
  }

  /** Whether all of the others are among these. */
  public boolean covers(Annotators others) {
    return names.containsAll(others.names) && floatFiles == others.floatFiles;
  }

  /** These and more. */
  public Annotators plus(Collection<Annotator> more) {
    Set<Annotator> all = EnumSet.copyOf(names);
    all.addAll(more);
    return new Annotators(List.copyOf(all), floatFiles);
  }
}
