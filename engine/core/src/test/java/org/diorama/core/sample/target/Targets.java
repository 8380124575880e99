package org.diorama.core.sample.target;

import java.util.List;
import java.util.Optional;
import org.diorama.core.math.Vec3;
import org.diorama.core.sample.FixedFacts;
import org.diorama.core.sample.Scenes;
import org.diorama.core.scene.AssetReference;
import org.diorama.core.scene.LabelChoice;
import org.diorama.core.scene.ObjectDescription;
import org.diorama.core.scene.Parameter;
import org.diorama.core.scene.Placement;
import org.diorama.core.scene.TargetDescription;
import org.diorama.core.scene.VectorParameter;

/** Posts and walls in front of the camera 20 m along -X, and what is asked of them. */
final class Targets {
  static final FixedFacts FACTS =
      new FixedFacts()
          .with("post", "", new Vec3(1, 1, 2), 0)
          .with("wall", "", new Vec3(0.5, 3, 6), 0)
          .with("crate", "", new Vec3(1, 1, 1), 0);

  private Targets() {}

  static ObjectDescription made(String name, String asset, Placement placement) {
    return Scenes.made(
            Scenes.object(name), new AssetReference.CatalogEntry(asset), new LabelChoice.None())
        .toBuilder()
        .placement(placement)
        .build();
  }

  /** At the origin. */
  static ObjectDescription post(TargetDescription targets) {
    return made("post", "post", at("post", Vec3.ZERO)).toBuilder().targets(targets).build();
  }

  static Placement at(String name, Vec3 point) {
    return new Placement.At(VectorParameter.constant("objects." + name + ".at", point));
  }

  static TargetDescription hidden(double fraction, String... by) {
    return hidden(Scenes.constant("fraction", fraction), by);
  }

  static TargetDescription hidden(Parameter<Double> fraction, String... by) {
    return new TargetDescription(
        Optional.of(new TargetDescription.Occlusion(fraction, List.of(by))),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  static TargetDescription seenBy(String camera, TargetDescription targets) {
    return new TargetDescription(
        targets.occlusion(), targets.pixels(), targets.imagePosition(), Optional.of(camera));
  }
}
