package org.diorama.core.sample.target;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.diorama.core.sample.TargetKind;
import org.diorama.core.sample.draw.DrawLog;
import org.diorama.core.sample.instance.Instance;
import org.diorama.core.scene.Parameter;
import org.diorama.core.scene.TargetDescription;

/**
 * One value that is asked for.
 *
 * @param camera name of the one that looks; nothing for the first one
 */
public record Wish(Instance instance, TargetKind kind, Optional<String> camera, double wanted) {

  /** All of a frame, in the order of the scene, sizes and positions before visible fractions. */
  public static List<Wish> of(List<Instance> instances, DrawLog draws) {
    List<Wish> wishes = new ArrayList<>();
    for (Instance instance : instances) {
      TargetDescription targets = instance.object().targets();
      Optional<TargetDescription.ImagePosition> position = targets.imagePosition();
      add(wishes, instance, TargetKind.PIXELS, targets.pixels(), draws);
      add(
          wishes,
          instance,
          TargetKind.IMAGE_X,
          position.flatMap(TargetDescription.ImagePosition::x),
          draws);
      add(
          wishes,
          instance,
          TargetKind.IMAGE_Y,
          position.flatMap(TargetDescription.ImagePosition::y),
          draws);
    }
    for (Instance instance : instances) {
      Optional<Parameter<Double>> fraction =
          instance.object().targets().occlusion().map(TargetDescription.Occlusion::visibleFraction);
      add(wishes, instance, TargetKind.VISIBLE_FRACTION, fraction, draws);
    }
    return wishes;
  }

  private static void add(
      List<Wish> wishes,
      Instance instance,
      TargetKind kind,
      Optional<Parameter<Double>> parameter,
      DrawLog draws) {
    if (parameter.isPresent() && instance.asset().isPresent()) {
      double wanted = draws.number(parameter.get(), instance.site());
      wishes.add(new Wish(instance, kind, instance.object().targets().camera(), wanted));
    }
  }

  boolean isFraction() {
    return kind == TargetKind.VISIBLE_FRACTION;
  }
}
