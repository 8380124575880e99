package org.diorama.dataset.gltf;

import java.util.List;
import java.util.Map;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.LinearColor;
import org.diorama.core.math.Vec3;
import org.diorama.core.outdoor.CloudShade;
import org.diorama.core.sample.SampledLighting;

/**
 * A light by KHR_lights_punctual, and where it stands.
 *
 * @param worldFromLight it shines along its own -Z
 * @param extras what the extension has no key for
 */
record PlacedLight(Light light, Affine3 worldFromLight, Map<String, Object> extras) {
  static final String EXTENSION = "KHR_lights_punctual";

  /**
   * An entry of the extension's list.
   *
   * @param color linear Rec.709, its largest channel 1
   * @param intensity of that channel: lux of a directional light
   */
  record Light(String name, String type, LinearColor color, double intensity) {
    private static Light of(String name, String type, LinearColor amount) {
      double largest = MaterialTable.largest(amount);
      LinearColor color = largest == 0 ? LinearColor.WHITE : amount.times(1 / largest);
      return new Light(name, type, color, largest);
    }
  }

  /**
   * Every light but the sky, for which glTF has no word.
   *
   * @param near where the sun is placed, and as bright as clouds leave it there
   */
  static List<PlacedLight> of(SampledLighting lighting, Vec3 near) {
    double through = CloudShade.of(lighting).map(shade -> shade.at(near)).orElse(1.0);
    return lighting.sun().stream().map(sun -> sun(sun.times(through), near)).toList();
  }

  private static PlacedLight sun(SampledLighting.Sun sun, Vec3 near) {
    Vec3 back = sun.towards();
    Vec3 aside = Math.abs(back.z()) < 0.9 ? Vec3.UNIT_Z : Vec3.UNIT_X;
    Vec3 x = aside.cross(back).normalize();
    return new PlacedLight(
        Light.of("sun", "directional", sun.illuminance()),
        Affine3.ofColumns(x, back.cross(x), back, near),
        Map.of("angular_diameter", sun.angularDiameter()));
  }
}
