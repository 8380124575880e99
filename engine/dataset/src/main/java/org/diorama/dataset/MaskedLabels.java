package org.diorama.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.diorama.core.geometry.PixelBox;
import org.diorama.core.label.InstanceAnnotation;
import org.diorama.core.label.ViewAnnotations;
import org.diorama.core.render.RenderedView;
import org.diorama.dataset.coco.Box;
import org.diorama.dataset.coco.InstanceRuns;
import org.diorama.dataset.coco.RunLengths;
import org.diorama.dataset.coco.SilhouetteRuns;
import org.diorama.dataset.record.InstanceLabel;
import org.diorama.dataset.record.StuffLabel;
import org.diorama.dataset.record.ViewLabels;

/**
 * Says of a view's instances and stuff what records keep, with their masks as run lengths. Buffers
 * are reused: one object belongs to one thread at a time.
 */
public final class MaskedLabels {
  private final InstanceRuns runs = new InstanceRuns();

  /**
   * Labels of a view.
   *
   * @throws IllegalStateException where the renderer's table and its instance plane disagree
   */
  public ViewLabels of(RenderedView view, ViewAnnotations found, InstanceMeanings meanings) {
    runs.scan(LabelImages.instances(view), view.width(), view.height());
    List<InstanceLabel> labels = new ArrayList<>();
    for (InstanceAnnotation instance : found.instances()) {
      boolean masked = instance.verdict().isLabelled() || instance.verdict().isVoid();
      Optional<String> text = Optional.empty();
      if (masked) {
        RunLengths mask = runs.runs(instance.instanceId());
        requireAgreement(view, instance, mask);
        text = Optional.of(mask.text());
      }
      Optional<String> amodal =
          instance
              .measures()
              .silhouette()
              .map(bits -> SilhouetteRuns.of(bits, view.width(), view.height()).text());
      labels.add(InstanceLabel.of(instance, text, amodal));
    }
    return new ViewLabels(view.name(), labels, stuff(view, meanings));
  }

  private List<StuffLabel> stuff(RenderedView view, InstanceMeanings meanings) {
    if (!meanings.hasStuff()) {
      return List.of();
    }
    runs.scan(LabelImages.instances(view), meanings.stuff(), view.width(), view.height());
    List<StuffLabel> labels = new ArrayList<>();
    for (int category : runs.ids()) {
      RunLengths mask = runs.runs(category);
      labels.add(new StuffLabel(category, (int) mask.area(), mask.box().pixels(), mask.text()));
    }
    return labels;
  }

  /** The renderer's table and its instance plane are two witnesses of one thing. */
  private static void requireAgreement(
      RenderedView view, InstanceAnnotation instance, RunLengths mask) {
    PixelBox box = instance.box();
    Box expected = new Box(box.left(), box.top(), box.width(), box.height());
    if (mask.area() != instance.area() || !mask.box().equals(expected)) {
      throw new IllegalStateException(
          "instance %d of view '%s': table says %d pixels in %s, plane says %d in %s"
              .formatted(
                  instance.instanceId(),
                  view.name(),
                  instance.area(),
                  expected,
                  mask.area(),
                  mask.box()));
    }
  }
}
