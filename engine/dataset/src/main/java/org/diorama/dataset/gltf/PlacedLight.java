package org.diorama.dataset.gltf;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.diorama.core.light.LampShape;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.LinearColor;
import org.diorama.core.math.Vec3;
import org.diorama.core.outdoor.CloudShade;
import org.diorama.core.sample.SampledLamp;
import org.diorama.core.sample.SampledLighting;

/**
 * A light by KHR_lights_punctual, and where it stands.
 *
 * @param worldFromLight it shines along its own -Z
 * @param extras what the extension has no key for
 */
record PlacedLight(Light light, Affine3 worldFromLight, Object extras) {
  static final String EXTENSION = "KHR_lights_punctual";

  /**
   * An entry of the extension's list.
   *
   * @param color linear Rec.709, its largest channel 1
   * @param intensity of that channel: lux of a directional light, candela of another
   * @param spot half angles of a cone; empty for another light
   */
  record Light(
      String name, String type, LinearColor color, double intensity, Map<String, Double> spot) {
    private static Light of(
        String name, String type, LinearColor amount, Map<String, Double> spot) {
      double largest = MaterialTable.largest(amount);
      LinearColor color = largest == 0 ? LinearColor.WHITE : amount.times(1 / largest);
      return new Light(name, type, color, largest, spot);
    }
  }

  /**
   * What a lamp is, where the extension has points and cones only.
   *
   * @param lamp name in the scene
   * @param index among the lamps of that name
   * @param shape in the lamp's own frame: see worldFromLamp
   * @param lumen per channel
   * @param candela per channel along the lamp's +X
   * @param visible whether its glowing shape is seen
   * @param worldFromLamp three rows of four, meters, not recentered; it shines along its +X, its
   *     width runs along +Y and its length along +Z
   */
  private record LampExtras(
      String lamp,
      int index,
      LampShape shape,
      LinearColor lumen,
      LinearColor candela,
      boolean visible,
      Affine3 worldFromLamp) {}

  /**
   * Every light but the sky, for which glTF has no word.
   *
   * @param near where the sun is placed, and as bright as clouds leave it there
   */
  static List<PlacedLight> of(SampledLighting lighting, Vec3 near) {
    double through = CloudShade.of(lighting).map(shade -> shade.at(near)).orElse(1.0);
    return Stream.concat(
            lighting.sun().stream().map(sun -> sun(sun.times(through), near)),
            lighting.lamps().stream().map(PlacedLight::lamp))
        .toList();
  }

  private static PlacedLight sun(SampledLighting.Sun sun, Vec3 near) {
    Vec3 back = sun.towards();
    Vec3 aside = Math.abs(back.z()) < 0.9 ? Vec3.UNIT_Z : Vec3.UNIT_X;
    Vec3 x = aside.cross(back).normalize();
    return new PlacedLight(
        Light.of("sun", "directional", sun.illuminance(), Map.of()),
        Affine3.ofColumns(x, back.cross(x), back, near),
        Map.of("angular_diameter", sun.angularDiameter()));
  }

  /** A lamp that shines all around becomes a point of its lumens, any other a cone. */
  private static PlacedLight lamp(SampledLamp lamp) {
    LampShape shape = lamp.shape();
    String name = lamp.name() + "_" + lamp.index();
    boolean around = shape instanceof LampShape.Point || shape instanceof LampShape.Tube;
    LinearColor lumen = lamp.intensity().times(shape.lumensOfCandela());
    Light light =
        around
            ? Light.of(name, "point", lumen.times(1 / (4 * Math.PI)), Map.of())
            : Light.of(name, "spot", lamp.intensity(), cone(shape));
    Affine3 pose = lamp.worldFromLamp().atLabelInstant();
    // It shines along +X.
    Affine3 worldFromLight =
        Affine3.ofColumns(
            pose.transformDirection(Vec3.UNIT_Z),
            pose.transformDirection(Vec3.UNIT_Y),
            pose.transformDirection(Vec3.UNIT_X).negate(),
            pose.translation());
    return new PlacedLight(
        light,
        worldFromLight,
        new LampExtras(
            lamp.name(), lamp.index(), shape, lumen, lamp.intensity(), lamp.visible(), pose));
  }

  /** The extension ends at 90°; a panel shines to all of one side, less towards its edge. */
  private static Map<String, Double> cone(LampShape shape) {
    if (shape instanceof LampShape.Spot spot) {
      double outer = Math.min(spot.outer(), Math.PI / 2);
      double inner = Math.min(spot.inner(), outer * (1 - 1e-6));
      return Map.of("innerConeAngle", inner, "outerConeAngle", outer);
    }
    return Map.of("innerConeAngle", 0.0, "outerConeAngle", Math.PI / 2);
  }
}
