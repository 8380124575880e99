package org.diorama.cli.scene;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.diorama.core.math.DecimalText;
import org.diorama.core.sample.SampledFinish;
import org.diorama.core.sample.SampledMaterial;
import org.diorama.core.surface.SurfaceFinish;

/** What a frame's materials were decided to be, as scene files write it. */
final class FrozenMaterials {
  private FrozenMaterials() {}

  /** Keys of an instance, each with its value. */
  static List<String> of(SampledMaterial material) {
    List<String> keys = new ArrayList<>();
    if (!material.equals(SampledMaterial.NONE)) {
      keys.add("material: " + material(material));
    }
    if (!material.parts().isEmpty()) {
      keys.add(
          material.parts().stream()
              .map(part -> SceneText.quoted(part.name()) + ": " + material(part.material()))
              .collect(Collectors.joining(", ", "materials: {", "}")));
    }
    return keys;
  }

  private static String material(SampledMaterial material) {
    StringJoiner parts = new StringJoiner(", ", "{", "}");
    material.surface().ifPresent(finish -> parts.add("surface: " + surface(finish)));
    material.baseColor().ifPresent(base -> parts.add("base_color: " + SceneText.color(base)));
    material.metallic().ifPresent(metallic -> parts.add("metallic: " + DecimalText.of(metallic)));
    material
        .roughness()
        .ifPresent(roughness -> parts.add("roughness: " + DecimalText.of(roughness)));
    material.finish().ifPresent(finish -> finish(finish, parts));
    material
        .emission()
        .ifPresent(
            emission ->
                parts.add(
                    "emission: {luminance: "
                        + DecimalText.of(emission.luminance())
                        + ", color: "
                        + SceneText.color(SceneText.hue(emission))
                        + "}"));
    return parts.toString();
  }

  private static void finish(SampledFinish finish, StringJoiner parts) {
    number("coat", finish.coat(), parts);
    number("coat_roughness", finish.coatRoughness(), parts);
    finish.sheen().ifPresent(color -> parts.add("sheen: " + SceneText.color(color)));
    number("sheen_roughness", finish.sheenRoughness(), parts);
    number("transmission", finish.transmission(), parts);
    number("ior", finish.ior(), parts);
    finish.solid().ifPresent(solid -> parts.add("solid: " + solid));
    finish.absorption().ifPresent(color -> parts.add("absorption: " + SceneText.color(color)));
    number("absorption_distance", finish.absorptionDistance(), parts);
    number("translucency", finish.translucency(), parts);
  }

  private static void number(String key, Optional<Double> value, StringJoiner parts) {
    value.ifPresent(number -> parts.add(key + ": " + DecimalText.of(number)));
  }

  private static String surface(SurfaceFinish finish) {
    return "{kind: "
        + finish.kind().word()
        + ", variant: "
        + finish.variant()
        + ", scale: "
        + DecimalText.of(finish.scale())
        + ", wetness: "
        + DecimalText.of(finish.wetness())
        + ", snow: "
        + DecimalText.of(finish.snow())
        + "}";
  }
}
