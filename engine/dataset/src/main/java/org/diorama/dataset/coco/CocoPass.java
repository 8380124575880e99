package org.diorama.dataset.coco;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;
import org.diorama.core.sample.SampledNode;
import org.diorama.dataset.format.DatasetDescription;
import org.diorama.dataset.format.DatasetWriter;
import org.diorama.dataset.format.FormatFiles;
import org.diorama.dataset.record.FrameRecord;
import org.diorama.dataset.record.InstanceLabel;
import org.diorama.dataset.record.ViewLabels;

/** One walk over the records: a pair of files for each split, or one pair. */
final class CocoPass implements DatasetWriter.Pass {
  private static final String WHOLE = "";

  /**
   * The files of one split.
   *
   * @param panoptic absent where masks stand in another form: it has none
   */
  private record Part(CocoFile instances, Optional<CocoFile> panoptic) {}

  private final DatasetDescription description;
  private final FormatFiles files;
  private final MaskEncoding encoding;
  private final Map<String, Part> parts = new LinkedHashMap<>();

  private CocoPass(DatasetDescription description, FormatFiles files, MaskEncoding encoding) {
    this.description = description;
    this.files = files;
    this.encoding = encoding;
  }

  /** COCO itself: compressed masks, and panoptic. */
  static CocoPass of(DatasetDescription description, FormatFiles files) throws IOException {
    return begin(description, files, "", MaskEncoding.COMPRESSED);
  }

  /**
   * Instances with masks in another form.
   *
   * @param folder of their files, below {@code annotations/}
   */
  static CocoPass of(
      DatasetDescription description, FormatFiles files, String folder, MaskEncoding encoding)
      throws IOException {
    return begin(description, files, folder + "/", encoding);
  }

  /**
   * @param prefix of the names below {@code annotations/}
   */
  static String mainFile(String prefix, List<String> splits) {
    String suffix = splits.isEmpty() ? "" : "_" + splits.get(0);
    return "annotations/" + prefix + "instances" + suffix + ".json";
  }

  /** A split without any frame has its files, too. */
  private static CocoPass begin(
      DatasetDescription description, FormatFiles files, String prefix, MaskEncoding encoding)
      throws IOException {
    CocoPass pass = new CocoPass(description, files, encoding);
    List<String> splits = description.structure().splits();
    for (String split : splits.isEmpty() ? List.of(WHOLE) : splits) {
      String suffix = split.isEmpty() ? "" : "_" + split;
      CocoFile instances =
          new CocoFile(
              files,
              prefix + "instances" + suffix,
              description,
              CocoCategories.instances(description));
      Optional<CocoFile> panoptic = Optional.empty();
      if (encoding == MaskEncoding.COMPRESSED) {
        panoptic =
            Optional.of(
                new CocoFile(
                    files, "panoptic" + suffix, description, CocoCategories.panoptic(description)));
      }
      pass.parts.put(split, new Part(instances, panoptic));
    }
    return pass;
  }

  @Override
  public void add(FrameRecord record) throws IOException {
    Part part = part(record);
    for (int i = 0; i < record.views().size(); i++) {
      ViewLabels view = record.views().get(i);
      CocoImage image =
          CocoImage.of(
              CocoIds.image(record.number(), i, description.cameras().size()),
              files.layout().fileName(record.number(), view.camera(), ".png"),
              record.frame(),
              i,
              description.structure());
      part.instances().image(image);
      for (int k = 0; k < view.instances().size(); k++) {
        InstanceLabel label = view.instances().get(k);
        if (label.isAnnotated()) {
          SampledNode node = record.frame().nodes().get(k);
          part.instances().annotation(CocoAnnotation.of(image, label, node, encoding));
        }
      }
      if (part.panoptic().isPresent()) {
        part.panoptic().get().image(image);
        part.panoptic().get().annotation(PanopticAnnotation.of(image, view));
      }
    }
  }

  private Part part(FrameRecord record) {
    String split = record.frame().context().split().orElse(WHOLE);
    Part part = parts.get(split);
    if (part == null) {
      throw new DioramaException(
          ExitStatus.BAD_INPUT,
          "the record of frame "
              + record.number()
              + " names the split '"
              + split
              + "'; the dataset has "
              + description.structure().splits());
    }
    return part;
  }

  @Override
  public void end() throws IOException {
    for (Part part : parts.values()) {
      part.instances().end();
      if (part.panoptic().isPresent()) {
        part.panoptic().get().end();
      }
    }
  }
}
