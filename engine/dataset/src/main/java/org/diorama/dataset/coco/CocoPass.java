package org.diorama.dataset.coco;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;
import org.diorama.core.scene.Annotator;
import org.diorama.dataset.format.DatasetDescription;
import org.diorama.dataset.format.DatasetWriter;
import org.diorama.dataset.format.FormatFiles;
import org.diorama.dataset.record.FrameRecord;
import org.diorama.dataset.record.InstanceExtras;
import org.diorama.dataset.record.InstanceLabel;
import org.diorama.dataset.record.ViewLabels;

/** One walk over the records: files for each split, or for the whole. */
final class CocoPass implements DatasetWriter.Pass {
  private static final String WHOLE = "";

  private final DatasetDescription description;
  private final FormatFiles files;
  private final Map<String, CocoPart> parts = new LinkedHashMap<>();

  /**
   * A split without any frame has its files, too.
   *
   * @param prefix of the names below {@code annotations/}
   * @param withPanoptic whether panoptic files are among them
   */
  CocoPass(
      DatasetDescription description,
      FormatFiles files,
      String prefix,
      MaskEncoding encoding,
      boolean withPanoptic)
      throws IOException {
    this.description = description;
    this.files = files;
    List<String> splits = description.structure().splits();
    for (String split : splits.isEmpty() ? List.of(WHOLE) : splits) {
      String suffix = split.isEmpty() ? "" : "_" + split;
      parts.put(split, new CocoPart(description, files, prefix, suffix, encoding, withPanoptic));
    }
  }

  /**
   * @param prefix of the names below {@code annotations/}
   */
  static String mainFile(String prefix, List<String> splits) {
    String suffix = splits.isEmpty() ? "" : "_" + splits.get(0);
    return "annotations/" + prefix + "instances" + suffix + ".json";
  }

  @Override
  public void add(FrameRecord record) throws IOException {
    CocoPart part = part(record);
    if (record.annotators().has(Annotator.KEYPOINTS)) {
      for (CocoPart each : parts.values()) {
        each.beginKeypoints();
      }
    }
    for (int i = 0; i < record.views().size(); i++) {
      ViewLabels view = record.views().get(i);
      CocoImage image =
          CocoImage.of(
              CocoIds.image(record.number(), i, description.cameras().size()),
              files.layout().fileName(record.number(), view.camera(), ".png"),
              record.frame(),
              i,
              description.structure(),
              record.annotators().has(Annotator.OCCLUSION)
                  ? Optional.of(order(view))
                  : Optional.empty());
      part.add(image, view, record.frame().nodes());
    }
  }

  /** Instance in front, instance behind, pixels. */
  private static List<int[]> order(ViewLabels view) {
    List<int[]> pairs = new ArrayList<>();
    for (InstanceLabel label : view.instances()) {
      label
          .extras()
          .flatMap(InstanceExtras::occlusion)
          .ifPresent(
              occluders ->
                  occluders.forEach(
                      front ->
                          pairs.add(
                              new int[] {front.instanceId(), label.instanceId(), front.before()})));
    }
    return pairs;
  }

  private CocoPart part(FrameRecord record) {
    String split = record.frame().context().split().orElse(WHOLE);
    CocoPart part = parts.get(split);
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
    for (CocoPart part : parts.values()) {
      part.end();
    }
  }
}
