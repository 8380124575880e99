package org.diorama.testkit;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.diorama.core.asset.AlphaMode;
import org.diorama.core.asset.LevelOfDetail;
import org.diorama.core.asset.Material;
import org.diorama.core.asset.Mesh;
import org.diorama.core.asset.Part;
import org.diorama.core.asset.Texture;
import org.diorama.core.math.LinearColor;
import tools.jackson.databind.JsonNode;

/** The meshes of a GLB as test assets, each under its number. */
final class GlbModels {
  private final GlbFile file;
  private final Map<Image, Texture> images;
  private final List<Texture> textures = new ArrayList<>();
  private final Map<Integer, Integer> known = new HashMap<>();

  /** One of the file's, as colors or as numbers. */
  private record Image(int number, boolean srgb) {}

  private GlbModels(GlbFile file, Map<Image, Texture> images) {
    this.file = file;
    this.images = images;
  }

  static InMemoryAssets read(GlbFile file) {
    InMemoryAssets assets = new InMemoryAssets();
    // Of all meshes: each is decoded once.
    Map<Image, Texture> images = new HashMap<>();
    for (int i = 0; file.json().has("meshes") && i < file.json().get("meshes").size(); i++) {
      new GlbModels(file, images).add(id(i), file.element("meshes", i), assets);
    }
    return assets;
  }

  static String id(int mesh) {
    return "mesh " + mesh;
  }

  private void add(String id, JsonNode form, InMemoryAssets assets) {
    FloatList positions = new FloatList();
    FloatList normals = new FloatList();
    FloatList tangents = new FloatList();
    FloatList coordinates = new FloatList();
    List<Integer> indices = new ArrayList<>();
    List<Part> parts = new ArrayList<>();
    List<Material> materials = new ArrayList<>();
    for (JsonNode primitive : form.get("primitives")) {
      JsonNode attributes = primitive.get("attributes");
      int before = positions.size() / 3;
      positions.add(file.floats(attributes.get("POSITION").asInt()));
      int count = positions.size() / 3 - before;
      normals.add(file.floats(attributes.get("NORMAL").asInt()));
      tangents.add(optional(attributes.get("TANGENT"), 4 * count));
      coordinates.add(optional(attributes.get("TEXCOORD_0"), 2 * count));
      int[] own = file.integers(primitive.get("indices").asInt());
      parts.add(new Part(parts.size(), indices.size(), own.length));
      for (int index : own) {
        indices.add(before + index);
      }
      materials.add(material(file.element("materials", primitive.get("material").asInt())));
    }
    Mesh mesh =
        new Mesh(
            positions.toArray(),
            normals.toArray(),
            tangents.toArray(),
            coordinates.toArray(),
            indices.stream().mapToInt(Integer::intValue).toArray());
    assets.add(id, mesh, materials, textures, List.of(new LevelOfDetail(0, parts)));
  }

  private float[] optional(JsonNode accessor, int length) {
    return accessor == null ? new float[length] : file.floats(accessor.asInt());
  }

  private Material material(JsonNode form) {
    JsonNode surface = form.get("pbrMetallicRoughness");
    boolean mask = form.get("alphaMode").asString().equals("MASK");
    return new Material(
        form.path("name").asString(""),
        color(surface.get("baseColorFactor")),
        surface.get("metallicFactor").asDouble(),
        surface.get("roughnessFactor").asDouble(),
        color(form.get("emissiveFactor")).times(strength(form)),
        texture(surface.get("baseColorTexture"), true),
        texture(form.get("normalTexture"), false),
        texture(surface.get("metallicRoughnessTexture"), false),
        mask ? AlphaMode.MASK : AlphaMode.OPAQUE,
        mask ? form.get("alphaCutoff").asDouble() : 0.5);
  }

  private static double strength(JsonNode material) {
    return material
        .path("extensions")
        .path("KHR_materials_emissive_strength")
        .path("emissiveStrength")
        .asDouble(1);
  }

  private static LinearColor color(JsonNode values) {
    return new LinearColor(
        values.get(0).asDouble(), values.get(1).asDouble(), values.get(2).asDouble());
  }

  private int texture(JsonNode reference, boolean srgb) {
    if (reference == null) {
      return Material.NO_TEXTURE;
    }
    int source = file.element("textures", reference.get("index").asInt()).get("source").asInt();
    return known.computeIfAbsent(
        source,
        image -> {
          textures.add(
              images.computeIfAbsent(
                  new Image(image, srgb), key -> decode(file.image(image), srgb)));
          return textures.size() - 1;
        });
  }

  private static Texture decode(byte[] png, boolean srgb) {
    BufferedImage image;
    try {
      // By itself ImageIO would copy the bytes into a temporary file.
      image = ImageIO.read(new MemoryCacheImageInputStream(new ByteArrayInputStream(png)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    int width = image.getWidth();
    int bands = image.getRaster().getNumBands();
    if (bands < 3) {
      throw new IllegalArgumentException("an image of " + bands + " bands; colors have 3 or 4");
    }
    // By rows of samples: a picture's own way, by pixels and color models, takes ten times as long.
    byte[] texels = new byte[4 * width * image.getHeight()];
    Arrays.fill(texels, (byte) 255);
    int[] row = new int[bands * width];
    for (int y = 0; y < image.getHeight(); y++) {
      image.getRaster().getPixels(0, y, width, 1, row);
      for (int x = 0; x < width; x++) {
        for (int band = 0; band < bands; band++) {
          texels[4 * (y * width + x) + band] = (byte) row[bands * x + band];
        }
      }
    }
    return new Texture(width, image.getHeight(), srgb, List.of(texels));
  }

  /** Arrays one after the other. */
  private static final class FloatList {
    private final List<float[]> arrays = new ArrayList<>();
    private int size;

    void add(float[] values) {
      arrays.add(values);
      size += values.length;
    }

    int size() {
      return size;
    }

    float[] toArray() {
      float[] all = new float[size];
      int at = 0;
      for (float[] values : arrays) {
        System.arraycopy(values, 0, all, at, values.length);
        at += values.length;
      }
      return all;
    }
  }
}
