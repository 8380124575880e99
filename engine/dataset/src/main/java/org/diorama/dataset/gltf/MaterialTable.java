package org.diorama.dataset.gltf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.diorama.core.asset.AlphaMode;
import org.diorama.core.asset.Finish;
import org.diorama.core.asset.Material;
import org.diorama.core.asset.Model;
import org.diorama.core.math.LinearColor;
import org.diorama.core.sample.SampledMaterial;

/**
 * The materials of a file: one for each of a model's, and one more for each way in which drawn
 * values replace its own. A drawn base color leaves no more of a texture than the alpha that cuts
 * holes, a drawn roughness or metallicness no more than the other channel.
 */
final class MaterialTable {
  static final String EMISSIVE_STRENGTH = "KHR_materials_emissive_strength";

  private final TextureTable textures;
  private final List<Gltf.Material> materials = new ArrayList<>();
  private final Map<Key, Integer> known = new HashMap<>();

  MaterialTable(TextureTable textures) {
    this.textures = textures;
  }

  private record Key(String digest, int material, SampledMaterial drawn) {}

  /** Number of a model's material in the file. */
  int material(Model model, int material, SampledMaterial drawn) {
    Key key = new Key(model.digest(), material, drawn);
    Integer number = known.get(key);
    if (number == null) {
      materials.add(convert(model, model.materials().get(material), drawn));
      number = materials.size() - 1;
      known.put(key, number);
    }
    return number;
  }

  List<Gltf.Material> materials() {
    return materials;
  }

  private Gltf.Material convert(Model model, Material material, SampledMaterial drawn) {
    // Without a texture there is no alpha to cut with.
    boolean cutOut =
        material.alphaMode() == AlphaMode.MASK
            && material.baseColorTexture() != Material.NO_TEXTURE;
    LinearColor base = drawn.baseColor().orElse(material.baseColor());
    LinearColor emission = drawn.emission().map(Material::emissionOf).orElse(material.emission());
    double strength = Math.max(1, largest(emission));
    Finish finish = drawn.finish(material);
    return new Gltf.Material(
        material.name(),
        new Gltf.PbrMetallicRoughness(
            new double[] {base.red(), base.green(), base.blue(), 1},
            baseColorTexture(model, material, drawn, cutOut),
            drawn.metallic().orElse(material.metallic()),
            drawn.roughness().orElse(material.roughness()),
            metallicRoughnessTexture(model, material, drawn)),
        reference(model, material.normalTexture(), TextureTable.Use.DATA),
        emission.times(1 / strength),
        cutOut ? "MASK" : "OPAQUE",
        cutOut ? OptionalDouble.of(material.alphaCutoff()) : OptionalDouble.empty(),
        // Of a body that light is refracted in, the inside is never a front.
        !(finish.isTransparent() && finish.transmission().solid()),
        extensions(finish, strength));
  }

  private static Map<String, Map<String, Object>> extensions(Finish finish, double strength) {
    Map<String, Map<String, Object>> extensions = FinishExtensions.of(finish);
    if (strength > 1) {
      extensions.put(EMISSIVE_STRENGTH, Map.of("emissiveStrength", strength));
    }
    return extensions;
  }

  static double largest(LinearColor color) {
    return Math.max(color.red(), Math.max(color.green(), color.blue()));
  }

  private Map<String, Integer> baseColorTexture(
      Model model, Material material, SampledMaterial drawn, boolean cutOut) {
    if (drawn.baseColor().isEmpty()) {
      return reference(model, material.baseColorTexture(), TextureTable.Use.COLOR);
    }
    return cutOut
        ? reference(model, material.baseColorTexture(), TextureTable.Use.ALPHA)
        : Map.of();
  }

  private Map<String, Integer> metallicRoughnessTexture(
      Model model, Material material, SampledMaterial drawn) {
    if (drawn.metallic().isPresent() && drawn.roughness().isPresent()) {
      return Map.of();
    }
    TextureTable.Use use =
        drawn.metallic().isPresent()
            ? TextureTable.Use.ROUGHNESS
            : drawn.roughness().isPresent() ? TextureTable.Use.METALLIC : TextureTable.Use.DATA;
    return reference(model, material.metallicRoughnessTexture(), use);
  }

  private Map<String, Integer> reference(Model model, int texture, TextureTable.Use use) {
    return texture == Material.NO_TEXTURE
        ? Map.of()
        : Map.of("index", textures.texture(model, texture, use));
  }
}
