package org.diorama.cli.scene;

import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.DecimalText;
import org.diorama.core.math.LinearColor;
import org.diorama.core.math.Vec3;
import org.diorama.core.scene.TimedPoses;

/** Values as a scene file says them; read again, they are the same, but for the sign of zeros. */
final class SceneText {
  private SceneText() {}

  static String list(double... numbers) {
    return DoubleStream.of(numbers)
        .mapToObj(DecimalText::of)
        .collect(Collectors.joining(", ", "[", "]"));
  }

  static String vector(Vec3 vector) {
    return list(vector.x(), vector.y(), vector.z());
  }

  static String color(LinearColor color) {
    return list(color.red(), color.green(), color.blue());
  }

  /**
   * The same color by a power of two, which rounds nothing: its luminance makes it what it was. Its
   * largest channel is below 1.
   */
  static LinearColor hue(LinearColor color) {
    return color.times(Math.scalb(1.0, -1 - Math.getExponent(color.largest())));
  }

  static String transform(Affine3 transform) {
    return list(transform.toRows());
  }

  static String poses(TimedPoses poses) {
    return entry(
        "poses",
        map(
            entry(
                "times", list(poses.seconds().stream().mapToDouble(Double::doubleValue).toArray())),
            entry(
                "transforms",
                poses.poses().stream()
                    .map(SceneText::transform)
                    .collect(Collectors.joining(", ", "[", "]")))));
  }

  /** A key and its value as YAML and JSON write both. */
  static String entry(String key, String value) {
    return quoted(key) + ": " + value;
  }

  /** A map of entries on one line. */
  static String map(String... entries) {
    return "{" + String.join(", ", entries) + "}";
  }

  /** In quotes: a bare word may mean a number, a flag or nothing; and no reference. */
  static String quoted(String text) {
    return '"'
        + (text.startsWith("$") ? "$" : "")
        + text.replace("\\", "\\\\").replace("\"", "\\\"")
        + '"';
  }
}
