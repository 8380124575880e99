package org.diorama.assets.bake;

import java.util.ArrayList;
import java.util.List;
import org.diorama.core.asset.AlphaMode;
import org.diorama.core.asset.LevelOfDetail;
import org.diorama.core.asset.Material;
import org.diorama.core.asset.Mesh;
import org.diorama.core.asset.MeshBvh;
import org.diorama.core.asset.Model;
import org.diorama.core.asset.Part;
import org.diorama.core.asset.Texture;
import org.diorama.core.math.LinearColor;

/** The body: mesh, materials, textures, levels of detail and their hierarchies. */
final class BodyCodec {
  private BodyCodec() {}

  static byte[] encode(Model model) {
    ByteSink sink = new ByteSink();
    Mesh mesh = model.mesh();
    sink.floats(mesh.positions()).floats(mesh.normals()).floats(mesh.tangents());
    sink.floats(mesh.textureCoordinates()).ints(mesh.indices());
    sink.int32(model.materials().size());
    model.materials().forEach(material -> encode(sink, material));
    sink.int32(model.partNames().size());
    model.partNames().forEach(sink::text);
    sink.int32(model.textures().size());
    for (Texture texture : model.textures()) {
      sink.int32(texture.width()).int32(texture.height()).int32(texture.srgb() ? 1 : 0);
      texture.levels().forEach(sink::raw);
    }
    sink.int32(model.levels().size());
    for (int i = 0; i < model.levels().size(); i++) {
      LevelOfDetail level = model.levels().get(i);
      sink.float64(level.error()).int32(level.parts().size());
      for (Part part : level.parts()) {
        sink.int32(part.material()).int32(part.name());
        sink.int32(part.firstIndex()).int32(part.indexCount());
      }
      MeshBvh bvh = model.hierarchies().get(i);
      sink.floats(bvh.bounds()).ints(bvh.links()).ints(bvh.order());
    }
    return sink.toByteArray();
  }

  /**
   * @throws CorruptBakeException where anything is out of range
   */
  static Model decode(byte[] bytes, BakeHeader header) throws CorruptBakeException {
    ByteSource source = new ByteSource(bytes);
    float[] positions = source.floats();
    float[] normals = source.floats();
    float[] tangents = source.floats();
    float[] textureCoordinates = source.floats();
    int[] indices = source.ints();
    try {
      Mesh mesh = new Mesh(positions, normals, tangents, textureCoordinates, indices);
      List<Material> materials = new ArrayList<>();
      for (int left = source.count(80 + FinishCodec.BYTES); left > 0; left--) {
        materials.add(material(source));
      }
      List<String> partNames = new ArrayList<>();
      for (int left = source.count(4); left > 0; left--) {
        partNames.add(source.text());
      }
      List<Texture> textures = new ArrayList<>();
      for (int left = source.count(12); left > 0; left--) {
        textures.add(texture(source));
      }
      List<LevelOfDetail> levels = new ArrayList<>();
      List<MeshBvh> hierarchies = new ArrayList<>();
      for (int left = source.count(12); left > 0; left--) {
        levels.add(level(source));
        hierarchies.add(new MeshBvh(source.floats(), source.ints(), source.ints()));
      }
      source.end();
      Model model =
          new Model(
              header.modelDigest(),
              header.bounds(),
              mesh,
              materials,
              partNames,
              textures,
              levels,
              hierarchies);
      ModelCheck.check(model, header);
      return model;
    } catch (IllegalArgumentException e) {
      throw new CorruptBakeException(e.getMessage());
    }
  }

  private static void encode(ByteSink sink, Material material) {
    sink.text(material.name());
    color(sink, material.baseColor());
    sink.float64(material.metallic()).float64(material.roughness());
    color(sink, material.emission());
    sink.int32(material.baseColorTexture()).int32(material.normalTexture());
    sink.int32(material.metallicRoughnessTexture());
    sink.int32(material.alphaMode().ordinal()).float64(material.alphaCutoff());
    FinishCodec.encode(sink, material.finish());
  }

  private static Material material(ByteSource source) throws CorruptBakeException {
    return new Material(
        source.text(),
        color(source),
        source.finite(),
        source.finite(),
        color(source),
        source.int32(),
        source.int32(),
        source.int32(),
        source.int32() == AlphaMode.MASK.ordinal() ? AlphaMode.MASK : AlphaMode.OPAQUE,
        source.finite(),
        FinishCodec.decode(source));
  }

  private static Texture texture(ByteSource source) throws CorruptBakeException {
    int width = source.int32();
    int height = source.int32();
    boolean srgb = source.int32() == 1;
    ModelCheck.checkTextureSize(width, height);
    List<byte[]> levels = new ArrayList<>();
    for (int level = 0; Math.max(width, height) >> level > 0; level++) {
      levels.add(source.raw(4 * Math.max(1, width >> level) * Math.max(1, height >> level)));
    }
    return new Texture(width, height, srgb, levels);
  }

  private static LevelOfDetail level(ByteSource source) throws CorruptBakeException {
    double error = source.finite();
    List<Part> parts = new ArrayList<>();
    for (int left = source.count(16); left > 0; left--) {
      parts.add(new Part(source.int32(), source.int32(), source.int32(), source.int32()));
    }
    return new LevelOfDetail(error, parts);
  }

  static void color(ByteSink sink, LinearColor color) {
    sink.float64(color.red()).float64(color.green()).float64(color.blue());
  }

  static LinearColor color(ByteSource source) throws CorruptBakeException {
    return new LinearColor(source.finite(), source.finite(), source.finite());
  }
}
