package org.diorama.cli.scene;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.diorama.core.light.LampShape;
import org.diorama.core.math.DecimalText;
import org.diorama.core.math.LinearColor;
import org.diorama.core.sample.SampledLamp;

/**
 * The lamps of a frozen scene: each in the world, at the poses that it has. One that is alone keeps
 * its name; of several the number of the instance that carries it follows.
 */
final class FrozenLamps {
  private FrozenLamps() {}

  /** Different names of lamps, in their order. */
  static List<String> names(List<SampledLamp> lamps) {
    Map<String, Long> sizes =
        lamps.stream().collect(Collectors.groupingBy(SampledLamp::name, Collectors.counting()));
    Set<String> taken = new HashSet<>();
    sizes.forEach((name, size) -> taken.addAll(size == 1 ? List.of(name) : List.of()));
    List<String> names = new ArrayList<>();
    for (SampledLamp lamp : lamps) {
      String name = lamp.name();
      if (sizes.get(name) > 1) {
        // Another lamp may have that very name.
        String between = "_";
        while (!taken.add(name + between + lamp.index())) {
          between += "_";
        }
        name += between + lamp.index();
      }
      names.add(name);
    }
    return names;
  }

  static List<String> lines(List<SampledLamp> lamps, FrozenPoses poses) {
    List<String> lines = new ArrayList<>();
    if (!lamps.isEmpty()) {
      lines.add("lamps:");
    }
    List<String> names = names(lamps);
    for (int i = 0; i < names.size(); i++) {
      SampledLamp lamp = lamps.get(i);
      LinearColor intensity = lamp.intensity();
      lines.add(
          "  "
              + SceneText.quoted(names.get(i))
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
