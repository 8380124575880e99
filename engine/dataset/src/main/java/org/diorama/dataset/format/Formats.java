package org.diorama.dataset.format;

import java.util.Collection;
import java.util.List;
import java.util.ServiceLoader;
import java.util.SortedSet;
import java.util.TreeSet;

/** The formats that labels can be written in, by name. */
public final class Formats {
  /** What a dataset has where nobody asked for anything else. */
  public static final String DEFAULT = "coco";

  private Formats() {}

  /** Every name, sorted. */
  public static SortedSet<String> names() {
    SortedSet<String> names = new TreeSet<>();
    ServiceLoader.load(DatasetWriter.class).forEach(writer -> names.add(writer.format()));
    return names;
  }

  /** The writers of these formats, in the order in which they are installed. */
  public static List<DatasetWriter> writers(Collection<String> formats) {
    return ServiceLoader.load(DatasetWriter.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(writer -> formats.contains(writer.format()))
        .toList();
  }
}
