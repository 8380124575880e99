package org.diorama.cli.scene;

import java.util.ArrayList;
import java.util.List;
import org.diorama.core.light.LampShape;
import org.diorama.core.math.DecimalText;
import org.diorama.core.math.LinearColor;
import org.diorama.core.sample.SampledLamp;

/** The lamps of one frame as a scene says them, each by itself at its exact pose. */
final class FrozenLamps {
  private FrozenLamps() {}

  /** YAML, line by line; nothing where no lamp is on. */
  static List<String> lines(List<SampledLamp> lamps) {
    List<String> lines = new ArrayList<>();
    if (!lamps.isEmpty()) {
      lines.add("lamps:");
    }
    for (SampledLamp lamp : lamps) {
      LinearColor intensity = lamp.intensity();
      lines.add(
          "  "
              + FrozenScene.quoted(lamp.name() + "_" + lamp.index())
              + ": {"
              + shape(lamp.shape())
              + ", transform: "
              + FrozenScene.rows(lamp.worldFromLamp().atLabelInstant())
              + ", candela: "
              + DecimalText.of(intensity.luminance())
              + ", color: "
              + FrozenLight.color(hue(intensity))
              + ", visible: "
              + lamp.visible()
              + "}");
    }
    return lines;
  }

  /** The same color, its largest channel 1. */
  static LinearColor hue(LinearColor color) {
    return color.largest() == 0 ? color : color.times(1 / color.largest());
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
