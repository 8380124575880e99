package org.diorama.testkit;

import org.diorama.core.light.LampShape;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.LinearColor;
import org.diorama.core.math.Vec3;
import org.diorama.core.sample.MotionStates;
import org.diorama.core.sample.SampledLamp;
import tools.jackson.databind.JsonNode;

/**
 * Lamps of an exported frame: pose, color and intensity from KHR_lights_punctual's own keys, the
 * form and its size from the extras.
 */
final class GlbLamps {
  private GlbLamps() {}

  /**
   * @param light entry of the extension's list
   * @param amount its color times its intensity: candela
   */
  static SampledLamp read(
      JsonNode light, LinearColor amount, Affine3 worldFromNode, JsonNode extras) {
    LampShape shape = shape(extras.get("shape"));
    boolean isPoint = light.get("type").asString().equals("point");
    // A point has the lamp's lumens all around.
    double candela = isPoint ? 4 * Math.PI / shape.lumensOfCandela() : 1;
    return new SampledLamp(
        extras.get("lamp").asString(),
        extras.get("index").asInt(),
        shape,
        MotionStates.still(
            Affine3.ofColumns(
                worldFromNode.transformDirection(Vec3.UNIT_Z).negate(),
                worldFromNode.transformDirection(Vec3.UNIT_Y),
                worldFromNode.transformDirection(Vec3.UNIT_X),
                worldFromNode.translation())),
        amount.times(candela),
        extras.get("visible").asBoolean());
  }

  private static LampShape shape(JsonNode form) {
    return switch (form.get("form").asString()) {
      case "point" -> new LampShape.Point(form.get("diameter").asDouble());
      case "spot" ->
          new LampShape.Spot(
              form.get("diameter").asDouble(),
              form.get("inner").asDouble(),
              form.get("outer").asDouble());
      case "rectangle" ->
          new LampShape.Rectangle(form.get("width").asDouble(), form.get("length").asDouble());
      case "disk" -> new LampShape.Disk(form.get("diameter").asDouble());
      case "tube" ->
          new LampShape.Tube(form.get("length").asDouble(), form.get("diameter").asDouble());
      default -> throw new IllegalArgumentException("a lamp of form " + form);
    };
  }
}
