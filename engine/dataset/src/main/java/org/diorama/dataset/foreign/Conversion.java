package org.diorama.dataset.foreign;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.diorama.core.DioramaException;
import org.diorama.core.EngineVersion;
import org.diorama.core.ExitStatus;
import org.diorama.dataset.coco.CocoFile;
import org.diorama.dataset.coco.MaskEncoding;
import org.diorama.dataset.files.FileFailures;
import org.diorama.dataset.json.StrictJson;
import tools.jackson.databind.node.ObjectNode;

/** Writes a COCO or YOLO dataset of any maker anew in another form. */
public final class Conversion {
  private final ForeignSource source;
  private final NewDataset dataset;
  private final ForeignTarget target;
  private long images;
  private long annotations;

  /**
   * What came of it, as in {@code conversion.json}.
   *
   * @param format what it is now
   * @param lost lines for people: what the new form, or the old one, does not say
   */
  public record Report(
      String from, String format, long images, long annotations, List<String> lost) {}

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
        return new Conversion(source, dataset, target(format, source, dataset)).run(format);
      }
    } catch (IOException e) {
      throw FileFailures.writing(out, e);
    }
  }

  private static ForeignTarget target(String format, ForeignSource source, NewDataset dataset) {
    CocoFile.Info info =
        new CocoFile.Info(
            "converted from " + source.root().getFileName(), "diorama " + EngineVersion.text());
    return switch (format) {
      case "coco" -> new CocoTarget(dataset, info, "", MaskEncoding.COMPRESSED);
      case "coco-polygon" -> new CocoTarget(dataset, info, format + "/", MaskEncoding.POLYGONS);
      case "coco-rle" -> new CocoTarget(dataset, info, format + "/", MaskEncoding.COUNTS);
      case "yolo" -> new YoloTarget(dataset);
      default ->
          throw new DioramaException(ExitStatus.USAGE, "--to " + format + " is not supported");
    };
  }

  private Report run(String format) throws IOException {
    List<ForeignSource.Category> categories = source.categories();
    for (String part : source.parts()) {
      target.begin(part, categories);
      source.images(part, entry -> image(part, entry));
      source.annotations(part, entry -> annotation(part, entry));
      target.end();
    }
    target.finish(source.parts(), categories);
    List<String> lost = new ArrayList<>(source.shortcomings());
    lost.addAll(target.losses());
    Report report =
        new Report(source.root().getFileName().toString(), format, images, annotations, lost);
    dataset.complete("conversion.json", StrictJson.line(report));
    return report;
  }

  private void image(String part, ObjectNode entry) throws IOException {
    images++;
    String name = entry.get("file_name").asString();
    target.image(entry, source.file(part, name));
  }

  private void annotation(String part, ObjectNode entry) throws IOException {
    annotations++;
    int[] size = source.size(part, entry.get("image_id").asLong());
    try {
      target.annotation(
          new MaskedAnnotation(
              entry,
              size[0],
              size[1],
              Segmentations.mask(entry.path("segmentation"), size[0], size[1])));
    } catch (IllegalArgumentException e) {
      throw new DioramaException(
          ExitStatus.BAD_INPUT,
          source.root() + ": annotation " + entry.path("id") + ": " + e.getMessage(),
          e);
    }
  }
}
