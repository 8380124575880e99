package org.diorama.dataset.foreign;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;
import org.diorama.dataset.files.FileFailures;
import org.diorama.dataset.files.RealPaths;
import org.diorama.dataset.json.StrictJson;

/** Writes a COCO or YOLO dataset of any maker anew in another form. */
public final class Conversion {
  private final ForeignSource source;
  private final NewDataset dataset;
  private final ForeignTarget target;
  private final Map<String, Long> annotations = new TreeMap<>();
  private long images;

  /**
   * What came of it, as in {@code conversion.json}.
   *
   * @param format what it is now
   * @param images of the kind that has most
   * @param annotations of each kind, such as {@code instances}
   * @param lost lines for people: what the new form, or the old one, does not say
   */
  public record Report(
      String from, String format, long images, Map<String, Long> annotations, List<String> lost) {}

  private Conversion(ForeignSource source, NewDataset dataset, ForeignTarget target) {
    this.source = source;
    this.dataset = dataset;
    this.target = target;
  }

  /**
   * Converts.
   *
   * @param format a name that {@link org.diorama.dataset.format.Formats} knows
   * @param out not there yet, or an empty folder; it appears when all is done
   * @throws DioramaException USAGE, BAD_INPUT, CANNOT_CREATE, PERMISSION or INPUT_OUTPUT
   */
  public static Report run(Path root, String format, Path out, Placing placing) {
    try {
      ForeignSource source = ForeignSources.open(root);
      RealPaths.requireApart(root, out);
      try (NewDataset dataset = NewDataset.begin(out, placing)) {
        String from = source.root().getFileName().toString();
        ForeignTarget target = ForeignTargets.of(format, from, source.kinds(), dataset);
        if (source.kinds().stream().noneMatch(target::takes)) {
          throw new DioramaException(
              ExitStatus.BAD_INPUT,
              "%s has %s alone, which %s has no room for; convert it to coco"
                  .formatted(root, AnnotationKind.texts(source.kinds()), format));
        }
        return new Conversion(source, dataset, target).run(format);
      }
    } catch (IOException e) {
      throw FileFailures.writing(out, e);
    }
  }

  private Report run(String format) throws IOException {
    for (AnnotationKind kind : source.kinds()) {
      if (target.takes(kind)) {
        kind(kind);
      }
    }
    target.finish();
    List<String> lost = new ArrayList<>(source.shortcomings());
    lost.addAll(target.losses());
    Report report =
        new Report(source.root().getFileName().toString(), format, images, annotations, lost);
    dataset.complete("conversion.json", StrictJson.line(report));
    return report;
  }

  private void kind(AnnotationKind kind) throws IOException {
    long[] counts = new long[2];
    for (String part : source.parts(kind)) {
      target.begin(kind, part, source.head(kind, part), source.categories(kind));
      source.images(
          kind,
          part,
          entry -> {
            counts[0]++;
            target.image(entry, entry.file(name -> source.file(part, name)));
          });
      source.annotations(
          kind,
          part,
          entry -> {
            counts[1]++;
            annotation(kind, part, entry);
          });
      target.end();
    }
    images = Math.max(images, counts[0]);
    annotations.put(kind.text(), counts[1]);
  }

  private void annotation(AnnotationKind kind, String part, ForeignEntry entry) throws IOException {
    if (kind == AnnotationKind.PANOPTIC) {
      target.panoptic(entry, entry.file(name -> source.panoptic(part, name)));
      return;
    }
    int[] size = source.size(kind, part, entry.whole("image_id"));
    target.annotation(MaskedAnnotation.of(entry, size));
  }
}
