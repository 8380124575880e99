package org.diorama.dataset.gltf;

import java.util.LinkedHashMap;
import java.util.Map;
import org.diorama.core.asset.Finish;
import org.diorama.core.math.LinearColor;

/** Coat, sheen and light that passes, in glTF's words; what a finish lacks is left out. */
final class FinishExtensions {
  /**
   * Thickness of a solid body in meters: glTF's renderers without rays refract as if it were this.
   */
  private static final double THICKNESS = 0.05;

  private FinishExtensions() {}

  /** The properties of each extension by its name; may be added to. */
  static Map<String, Map<String, Object>> of(Finish finish) {
    Map<String, Map<String, Object>> extensions = new LinkedHashMap<>();
    if (finish.coat().weight() > 0) {
      extensions.put(
          "KHR_materials_clearcoat",
          Map.of(
              "clearcoatFactor",
              finish.coat().weight(),
              "clearcoatRoughnessFactor",
              finish.coat().roughness()));
    }
    if (!finish.sheen().color().equals(LinearColor.BLACK)) {
      extensions.put(
          "KHR_materials_sheen",
          Map.of(
              "sheenColorFactor",
              finish.sheen().color(),
              "sheenRoughnessFactor",
              finish.sheen().roughness()));
    }
    if (finish.isTransparent()) {
      transmission(finish.transmission(), extensions);
    }
    if (finish.translucency() > 0) {
      extensions.put(
          "KHR_materials_diffuse_transmission",
          Map.of("diffuseTransmissionFactor", finish.translucency()));
    }
    return extensions;
  }

  private static void transmission(
      Finish.Transmission transmission, Map<String, Map<String, Object>> extensions) {
    extensions.put(
        "KHR_materials_transmission", Map.of("transmissionFactor", transmission.share()));
    extensions.put("KHR_materials_ior", Map.of("ior", transmission.ior()));
    if (transmission.solid()) {
      Map<String, Object> volume = new LinkedHashMap<>();
      volume.put("thicknessFactor", THICKNESS);
      if (Double.isFinite(transmission.distance())) {
        volume.put("attenuationDistance", transmission.distance());
        volume.put("attenuationColor", transmission.absorption());
      }
      extensions.put("KHR_materials_volume", volume);
    }
  }
}
