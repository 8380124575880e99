package org.diorama.dataset.coco;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  /**
   * @param nodes of the frame, for each label of the view at least one
   */
  void add(CocoImage image, ViewLabels view, List<SampledNode> nodes) throws IOException {
    Map<Integer, SampledNode> wholes = new HashMap<>();
    nodes.forEach(node -> wholes.putIfAbsent(node.instanceId(), node));
    instances.image(image);
    for (InstanceLabel label : view.instances()) {
      if (label.isAnnotated()) {
        SampledNode whole = wholes.get(label.instanceId());
        instances.annotation(CocoAnnotation.of(image, label, whole, encoding));
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
    if (stuff.isPresent()) {
      stuff.get().end();
    }
    if (panoptic.isPresent()) {
      panoptic.get().end();
    }
  }
}
