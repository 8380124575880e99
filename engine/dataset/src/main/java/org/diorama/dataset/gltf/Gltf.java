package org.diorama.dataset.gltf;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.diorama.core.math.LinearColor;
import org.diorama.dataset.json.StrictJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * The part of glTF's JSON that a frame needs: components are named as the keys of the
 * specification, empty ones are left out. Numbers that refer to something are indices into the
 * document's lists.
 */
final class Gltf {
  static final int FLOAT = 5126;
  static final int UNSIGNED_SHORT = 5123;
  static final int UNSIGNED_INT = 5125;
  static final int ARRAY_BUFFER = 34962;
  static final int ELEMENT_ARRAY_BUFFER = 34963;

  private static final JsonMapper MAPPER =
      StrictJson.instance()
          .rebuild()
          .propertyNamingStrategy(PropertyNamingStrategies.LOWER_CAMEL_CASE)
          .changeDefaultPropertyInclusion(
              all -> all.withValueInclusion(JsonInclude.Include.NON_EMPTY))
          .build();

  private Gltf() {}

  static byte[] json(Document document) {
    return MAPPER.writeValueAsBytes(document);
  }

  record Document(
      Asset asset,
      List<String> extensionsUsed,
      Map<String, Object> extensions,
      int scene,
      List<Scene> scenes,
      List<Node> nodes,
      List<Camera> cameras,
      List<Mesh> meshes,
      List<Material> materials,
      List<Texture> textures,
      List<Image> images,
      List<Sampler> samplers,
      List<Accessor> accessors,
      List<BufferView> bufferViews,
      List<Buffer> buffers) {}

  record Asset(String version, String generator, String copyright) {}

  record Scene(String name, List<Integer> nodes) {}

  /**
   * @param matrix 16 values, column by column
   */
  record Node(
      String name,
      double[] matrix,
      OptionalInt mesh,
      OptionalInt camera,
      List<Integer> children,
      Map<String, Object> extensions,
      JsonNode extras) {}

  record Camera(String name, String type, Perspective perspective) {}

  /**
   * @param aspectRatio width over height of what is seen, not of the image
   * @param yfov radians
   */
  record Perspective(double aspectRatio, double yfov, double znear) {}

  record Mesh(String name, List<Primitive> primitives) {}

  record Primitive(Map<String, Integer> attributes, int indices, int material) {}

  record Material(
      String name,
      PbrMetallicRoughness pbrMetallicRoughness,
      Map<String, Integer> normalTexture,
      LinearColor emissiveFactor,
      String alphaMode,
      OptionalDouble alphaCutoff,
      boolean doubleSided,
      Map<String, Map<String, Object>> extensions) {
    /** Whether it reads any texture, and so needs coordinates. */
    boolean isTextured() {
      return !(normalTexture.isEmpty()
          && pbrMetallicRoughness.baseColorTexture.isEmpty()
          && pbrMetallicRoughness.metallicRoughnessTexture.isEmpty());
    }
  }

  record PbrMetallicRoughness(
      double[] baseColorFactor,
      Map<String, Integer> baseColorTexture,
      double metallicFactor,
      double roughnessFactor,
      Map<String, Integer> metallicRoughnessTexture) {}

  record Texture(int sampler, int source) {}

  record Image(String name, String mimeType, int bufferView) {}

  record Sampler(int magFilter, int minFilter, int wrapS, int wrapT) {
    /** As this engine reads textures: trilinear, repeating in both directions. */
    static final Sampler REPEATING = new Sampler(9729, 9987, 10497, 10497);
  }

  record Accessor(
      int bufferView, int componentType, int count, String type, double[] min, double[] max) {}

  /**
   * @param target what the graphics card does with it; empty for images
   */
  record BufferView(int buffer, long byteOffset, long byteLength, OptionalInt target) {}

  record Buffer(long byteLength) {}
}
