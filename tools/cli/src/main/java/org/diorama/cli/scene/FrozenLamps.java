package org.diorama.cli.scene;

import java.util.ArrayList;
import java.util.List;
import org.diorama.core.light.LampShape;
import org.diorama.core.math.DecimalText;
import org.diorama.core.math.LinearColor;
import org.diorama.core.sample.SampledLamp;

/** The lamps of a frozen scene: each in the world, at the poses that it has, by name and number. */
final class FrozenLamps {
  private FrozenLamps() {}

  static List<String> lines(List<SampledLamp> lamps, FrozenPoses poses) {
    List<String> lines = new ArrayList<>();
    if (!lamps.isEmpty()) {
      lines.add("lamps:");
    }
    for (SampledLamp lamp : lamps) {
      LinearColor intensity = lamp.intensity();
      lines.add(
          "  "
              + SceneText.quoted(lamp.name() + "_" + lamp.index())
              + ": {"
              + shape(lamp.shape())
              + ", "
              + poses.text(lamp.worldFromLamp())
              + ", candela: "
              + DecimalText.of(intensity.luminance())
              + ", color: "
              + SceneText.color(SceneText.hue(intensity))
              + ", visible: "
              + lamp.visible()
              + "}");
    }
    return lines;
  }

  private static String shape(LampShape shape) {
    if (shape instanceof LampShape.Spot spot) {
      return "spot: {diameter: "
          + DecimalText.of(spot.diameter())
          + ", angle: "
          + DecimalText.of(2 * Math.toDegrees(spot.outer()))
          + ", fade: "
          + DecimalText.of(1 - spot.inner() / spot.outer())
          + "}";
    }
    if (shape instanceof LampShape.Point || shape instanceof LampShape.Disk) {
      String word = shape instanceof LampShape.Point ? "point" : "disk";
      return word + ": {diameter: " + DecimalText.of(shape.width()) + "}";
    }
    boolean tube = shape instanceof LampShape.Tube;
    return (tube ? "tube" : "rectangle")
        + ": {length: "
        + DecimalText.of(shape.length())
        + (tube ? ", diameter: " : ", width: ")
        + DecimalText.of(shape.width())
        + "}";
  }
}
