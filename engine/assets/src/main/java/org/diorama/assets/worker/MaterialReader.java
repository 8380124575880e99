package org.diorama.assets.worker;

import static org.lwjgl.assimp.Assimp.AI_MATKEY_BASE_COLOR;
import static org.lwjgl.assimp.Assimp.AI_MATKEY_CLEARCOAT_FACTOR;
import static org.lwjgl.assimp.Assimp.AI_MATKEY_CLEARCOAT_ROUGHNESS_FACTOR;
import static org.lwjgl.assimp.Assimp.AI_MATKEY_COLOR_DIFFUSE;
import static org.lwjgl.assimp.Assimp.AI_MATKEY_COLOR_EMISSIVE;
import static org.lwjgl.assimp.Assimp.AI_MATKEY_COLOR_SPECULAR;
import static org.lwjgl.assimp.Assimp.AI_MATKEY_GLTF_ALPHACUTOFF;
import static org.lwjgl.assimp.Assimp.AI_MATKEY_GLTF_ALPHAMODE;
import static org.lwjgl.assimp.Assimp.AI_MATKEY_METALLIC_FACTOR;
import static org.lwjgl.assimp.Assimp.AI_MATKEY_NAME;
import static org.lwjgl.assimp.Assimp.AI_MATKEY_OPACITY;
import static org.lwjgl.assimp.Assimp.AI_MATKEY_REFRACTI;
import static org.lwjgl.assimp.Assimp.AI_MATKEY_ROUGHNESS_FACTOR;
import static org.lwjgl.assimp.Assimp.AI_MATKEY_SHEEN_COLOR_FACTOR;
import static org.lwjgl.assimp.Assimp.AI_MATKEY_SHEEN_ROUGHNESS_FACTOR;
import static org.lwjgl.assimp.Assimp.AI_MATKEY_SHININESS;
import static org.lwjgl.assimp.Assimp.AI_MATKEY_TRANSMISSION_FACTOR;
import static org.lwjgl.assimp.Assimp.AI_MATKEY_VOLUME_ATTENUATION_COLOR;
import static org.lwjgl.assimp.Assimp.AI_MATKEY_VOLUME_ATTENUATION_DISTANCE;
import static org.lwjgl.assimp.Assimp.AI_MATKEY_VOLUME_THICKNESS_FACTOR;
import static org.lwjgl.assimp.Assimp.aiGetMaterialFloatArray;
import static org.lwjgl.assimp.Assimp.aiGetMaterialString;
import static org.lwjgl.assimp.Assimp.aiGetMaterialTexture;
import static org.lwjgl.assimp.Assimp.aiReturn_SUCCESS;
import static org.lwjgl.assimp.Assimp.aiTextureType_BASE_COLOR;
import static org.lwjgl.assimp.Assimp.aiTextureType_DIFFUSE;
import static org.lwjgl.assimp.Assimp.aiTextureType_GLTF_METALLIC_ROUGHNESS;
import static org.lwjgl.assimp.Assimp.aiTextureType_METALNESS;
import static org.lwjgl.assimp.Assimp.aiTextureType_NONE;
import static org.lwjgl.assimp.Assimp.aiTextureType_NORMALS;
import static org.lwjgl.assimp.Assimp.aiTextureType_OPACITY;

import java.util.List;
import java.util.Optional;
import org.diorama.assets.worker.ImportedMaterial.AlphaUse;
import org.diorama.core.asset.Finish;
import org.diorama.core.math.LinearColor;
import org.lwjgl.assimp.AIMaterial;
import org.lwjgl.assimp.AIString;

/** Reads one Assimp material; Phong ones become metal-rough by {@link PhongRules}. */
final class MaterialReader {
  private final AIMaterial material;
  private final int number;
  private final boolean gltf;
  private final PhongRules rules;
  private final List<String> warnings;

  MaterialReader(
      AIMaterial material, int number, boolean gltf, PhongRules rules, List<String> warnings) {
    this.material = material;
    this.number = number;
    this.gltf = gltf;
    this.rules = rules;
    this.warnings = warnings;
  }

  ImportedMaterial read() {
    return gltf ? metalRough() : phong();
  }

  private ImportedMaterial metalRough() {
    float[] base = floats(AI_MATKEY_BASE_COLOR, 1, 1, 1, 1);
    String mode = text(AI_MATKEY_GLTF_ALPHAMODE).orElse("OPAQUE");
    if (mode.equals("BLEND")) {
      warnings.add("material '" + name() + "' blends: drawn as a cut-out at alpha 0.5");
    }
    Optional<String> packed = image(aiTextureType_GLTF_METALLIC_ROUGHNESS);
    return new ImportedMaterial(
        name(),
        new LinearColor(unit(base[0]), unit(base[1]), unit(base[2])),
        unit(floats(AI_MATKEY_METALLIC_FACTOR, 1)[0]),
        unit(floats(AI_MATKEY_ROUGHNESS_FACTOR, 1)[0]),
        emission(false),
        1,
        mode.equals("OPAQUE") ? AlphaUse.IGNORED : AlphaUse.CUT_OUT,
        mode.equals("MASK") ? unit(floats(AI_MATKEY_GLTF_ALPHACUTOFF, 0.5f)[0]) : 0.5,
        image(aiTextureType_BASE_COLOR).or(() -> image(aiTextureType_DIFFUSE)),
        Optional.empty(),
        image(aiTextureType_NORMALS),
        packed.or(() -> image(aiTextureType_METALNESS)),
        finish());
  }

  private ImportedMaterial phong() {
    float[] diffuse = floats(AI_MATKEY_COLOR_DIFFUSE, 0.6f, 0.6f, 0.6f, 1);
    float[] specular = floats(AI_MATKEY_COLOR_SPECULAR, 0, 0, 0, 1);
    Optional<String> image = image(aiTextureType_DIFFUSE);
    double opacity = unit(floats(AI_MATKEY_OPACITY, 1)[0]);
    PhongRules.Surface surface =
        rules.convert(
            new PhongMaterial(
                name(),
                PhongRules.linear(diffuse),
                PhongRules.linear(specular),
                floats(AI_MATKEY_SHININESS, 0)[0],
                opacity,
                image.isPresent()));
    return new ImportedMaterial(
        name(),
        surface.baseColor(),
        surface.metallic(),
        surface.roughness(),
        emission(true),
        opacity,
        AlphaUse.CUT_OUT,
        0.5,
        image,
        image(aiTextureType_OPACITY),
        Optional.empty(),
        Optional.empty(),
        surface.finish());
  }

  /** KHR_materials_clearcoat, _sheen, _transmission, _ior and _volume. */
  private Finish finish() {
    float[] sheen = floats(AI_MATKEY_SHEEN_COLOR_FACTOR, 0, 0, 0, 1);
    double distance = floats(AI_MATKEY_VOLUME_ATTENUATION_DISTANCE, 0)[0];
    float[] absorption = floats(AI_MATKEY_VOLUME_ATTENUATION_COLOR, 1, 1, 1, 1);
    return new Finish(
        new Finish.Coat(
            unit(floats(AI_MATKEY_CLEARCOAT_FACTOR, 0)[0]),
            unit(floats(AI_MATKEY_CLEARCOAT_ROUGHNESS_FACTOR, 0)[0])),
        new Finish.Sheen(
            new LinearColor(unit(sheen[0]), unit(sheen[1]), unit(sheen[2])),
            unit(floats(AI_MATKEY_SHEEN_ROUGHNESS_FACTOR, 0)[0])),
        new Finish.Transmission(
            unit(floats(AI_MATKEY_TRANSMISSION_FACTOR, 0)[0]),
            Math.max(
                1, Math.min(3, floats(AI_MATKEY_REFRACTI, (float) Finish.Transmission.GLASS)[0])),
            floats(AI_MATKEY_VOLUME_THICKNESS_FACTOR, 0)[0] > 0,
            new LinearColor(unit(absorption[0]), unit(absorption[1]), unit(absorption[2])),
            distance > 0 && Double.isFinite(distance) ? distance : Double.POSITIVE_INFINITY),
        0);
  }

  private LinearColor emission(boolean encoded) {
    float[] color = floats(AI_MATKEY_COLOR_EMISSIVE, 0, 0, 0, 1);
    return encoded
        ? PhongRules.linear(color)
        : new LinearColor(unit(color[0]), unit(color[1]), unit(color[2]));
  }

  private String name() {
    return text(AI_MATKEY_NAME).filter(name -> !name.isBlank()).orElse("material " + number);
  }

  private float[] floats(String key, float... absent) {
    float[] values = absent.clone();
    float[] read = new float[4];
    int[] count = {read.length};
    if (aiGetMaterialFloatArray(material, key, aiTextureType_NONE, 0, read, count)
        == aiReturn_SUCCESS) {
      System.arraycopy(read, 0, values, 0, Math.min(values.length, Math.min(4, count[0])));
    }
    return values;
  }

  private Optional<String> text(String key) {
    try (AIString value = AIString.calloc()) {
      return aiGetMaterialString(material, key, aiTextureType_NONE, 0, value) == aiReturn_SUCCESS
          ? Optional.of(value.dataString())
          : Optional.empty();
    }
  }

  private Optional<String> image(int type) {
    try (AIString path = AIString.calloc()) {
      int result =
          aiGetMaterialTexture(material, type, 0, path, (int[]) null, null, null, null, null, null);
      return result == aiReturn_SUCCESS
          ? Optional.of(path.dataString().strip()).filter(name -> !name.isBlank())
          : Optional.empty();
    }
  }

  /** Clamped to [0, 1]; what is not a number counts as 0. */
  private static double unit(double value) {
    return value > 0 ? Math.min(value, 1) : 0;
  }
}
