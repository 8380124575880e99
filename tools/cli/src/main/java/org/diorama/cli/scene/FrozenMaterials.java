package org.diorama.cli.scene;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
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
      keys.add(SceneText.entry("material", material(material)));
    }
    if (!material.parts().isEmpty()) {
      keys.add(
          SceneText.entry(
              "materials",
              SceneText.map(
                  material.parts().stream()
                      .map(part -> SceneText.entry(part.name(), material(part.material())))
                      .toArray(String[]::new))));
    }
    return keys;
  }

  private static String material(SampledMaterial material) {
    StringJoiner parts = new StringJoiner(", ", "{", "}");
    material.surface().ifPresent(finish -> parts.add(SceneText.entry("surface", surface(finish))));
    material
        .baseColor()
        .ifPresent(base -> parts.add(SceneText.entry("base_color", SceneText.color(base))));
    material
        .metallic()
        .ifPresent(metallic -> parts.add(SceneText.entry("metallic", DecimalText.of(metallic))));
    material
        .roughness()
        .ifPresent(roughness -> parts.add(SceneText.entry("roughness", DecimalText.of(roughness))));
    material.finish().ifPresent(finish -> finish(finish, parts));
    material
        .emission()
        .ifPresent(
            emission ->
                parts.add(
                    SceneText.entry(
                        "emission",
                        SceneText.map(
                            SceneText.entry("luminance", DecimalText.of(emission.luminance())),
                            SceneText.entry("color", SceneText.color(SceneText.hue(emission)))))));
    return parts.toString();
  }

  private static void finish(SampledFinish finish, StringJoiner parts) {
    number("coat", finish.coat(), parts);
    number("coat_roughness", finish.coatRoughness(), parts);
    finish.sheen().ifPresent(color -> parts.add(SceneText.entry("sheen", SceneText.color(color))));
    number("sheen_roughness", finish.sheenRoughness(), parts);
    number("transmission", finish.transmission(), parts);
    number("ior", finish.ior(), parts);
    finish.solid().ifPresent(solid -> parts.add(SceneText.entry("solid", solid.toString())));
    finish
        .absorption()
        .ifPresent(color -> parts.add(SceneText.entry("absorption", SceneText.color(color))));
    number("absorption_distance", finish.absorptionDistance(), parts);
    number("translucency", finish.translucency(), parts);
  }

  private static void number(String key, Optional<Double> value, StringJoiner parts) {
    value.ifPresent(number -> parts.add(SceneText.entry(key, DecimalText.of(number))));
  }

  private static String surface(SurfaceFinish finish) {
    return SceneText.map(
        SceneText.entry("kind", SceneText.quoted(finish.kind().word())),
        SceneText.entry("variant", Integer.toString(finish.variant())),
        SceneText.entry("scale", DecimalText.of(finish.scale())),
        SceneText.entry("wetness", DecimalText.of(finish.wetness())),
        SceneText.entry("snow", DecimalText.of(finish.snow())));
  }
}
