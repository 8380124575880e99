package org.diorama.dataset.coco;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diorama.core.asset.Skeleton;
import org.diorama.core.sample.SampledNode;
import org.diorama.core.scene.Category;
import org.diorama.dataset.format.DatasetDescription;
import org.diorama.dataset.format.FormatFiles;
import org.diorama.dataset.record.InstanceLabel;
import org.diorama.dataset.record.StuffLabel;
import org.diorama.dataset.record.ViewLabels;

/** The files of one split, or of the whole where nothing is split. */
final class CocoPart {
  private final MaskEncoding encoding;
  private final CocoFile instances;
  private final Optional<CocoFile> stuff;
  private final Optional<CocoFile> panoptic;
  private final DatasetDescription description;
  private final FormatFiles files;
  private final String keypointsName;
  private final Map<Integer, Skeleton> skeletons;
  private Optional<CocoFile> keypoints = Optional.empty();

  /**
   * @param prefix of the names below {@code annotations/}
   * @param suffix of the names: the split's
   * @param withPanoptic has no masks of its own: one form is enough
   */
  CocoPart(
      DatasetDescription description,
      FormatFiles files,
      String prefix,
      String suffix,
      MaskEncoding encoding,
      boolean withPanoptic)
      throws IOException {
    this.encoding = encoding;
    this.description = description;
    this.files = files;
    keypointsName = prefix + "keypoints" + suffix;
    skeletons = CocoCategories.skeletons(description);
    List<?> things = CocoCategories.instances(description);
    instances = new CocoFile(files, prefix + "instances" + suffix, description, things);
    boolean hasStuff =
        description.categories().stream().filter(Category::isListed).anyMatch(Category::isStuff);
    if (hasStuff) {
      List<?> categories = CocoCategories.stuff(description);
      stuff = Optional.of(new CocoFile(files, prefix + "stuff" + suffix, description, categories));
    } else {
      stuff = Optional.empty();
    }
    if (withPanoptic) {
      List<?> all = CocoCategories.panoptic(description);
      panoptic = Optional.of(new CocoFile(files, prefix + "panoptic" + suffix, description, all));
    } else {
      panoptic = Optional.empty();
    }
  }

  /** Has a file of keypoints, too, from the first image on; nothing where it has one. */
  void beginKeypoints() throws IOException {
    if (keypoints.isEmpty()) {
      List<?> categories = CocoCategories.keypoints(description);
      keypoints = Optional.of(new CocoFile(files, keypointsName, description, categories));
    }
  }

  /**
   * @param nodes of the frame, for each label of the view at least one
   */
  void add(CocoImage image, ViewLabels view, List<SampledNode> nodes) throws IOException {
    Map<Integer, SampledNode> wholes = new HashMap<>();
    nodes.forEach(node -> wholes.putIfAbsent(node.instanceId(), node));
    instances.image(image);
    if (keypoints.isPresent()) {
      keypoints.get().image(image);
    }
    for (InstanceLabel label : view.instances()) {
      if (label.isAnnotated()) {
        SampledNode whole = wholes.get(label.instanceId());
        CocoAnnotation annotation = CocoAnnotation.of(image, label, whole, encoding);
        instances.annotation(annotation);
        Skeleton skeleton = skeletons.get(label.categoryId());
        if (keypoints.isPresent() && skeleton != null) {
          keypoints.get().annotation(KeypointAnnotation.of(annotation, label, skeleton));
        }
      }
    }
    if (stuff.isPresent()) {
      stuff.get().image(image);
      for (StuffLabel label : view.stuff()) {
        stuff.get().annotation(StuffAnnotation.of(image, label, encoding));
      }
    }
    if (panoptic.isPresent()) {
      panoptic.get().image(image);
      panoptic.get().annotation(PanopticAnnotation.of(image, view));
    }
  }

  void end() throws IOException {
    instances.end();
    if (keypoints.isPresent()) {
      keypoints.get().end();
    }
    if (stuff.isPresent()) {
      stuff.get().end();
    }
    if (panoptic.isPresent()) {
      panoptic.get().end();
    }
  }
}
