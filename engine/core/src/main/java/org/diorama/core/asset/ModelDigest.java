package org.diorama.core.asset;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.diorama.core.math.LinearColor;

/** SHA-256 over everything of a model that a picture or a label can depend on. */
public final class ModelDigest {
  private ModelDigest() {}

  /** Lower-case hexadecimal. Hierarchies are left out: they follow from the rest. */
  public static String of(
      Mesh mesh, List<Material> materials, List<Texture> textures, List<LevelOfDetail> levels) {
    return of(mesh, materials, List.of(), textures, levels);
  }

  /**
   * @param partNames empty where parts are told apart by materials alone
   */
  public static String of(
      Mesh mesh,
      List<Material> materials,
      List<String> partNames,
      List<Texture> textures,
      List<LevelOfDetail> levels) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      try (DataOutputStream out =
          new DataOutputStream(new DigestOutputStream(OutputStream.nullOutputStream(), digest))) {
        write(out, mesh);
        out.writeInt(materials.size());
        for (Material material : materials) {
          write(out, material);
        }
        out.writeInt(textures.size());
        for (Texture texture : textures) {
          write(out, texture);
        }
        out.writeInt(levels.size());
        for (LevelOfDetail level : levels) {
          write(out, level);
        }
        for (String name : partNames) {
          out.writeUTF(name);
        }
        if (!partNames.isEmpty()) {
          for (LevelOfDetail level : levels) {
            for (Part part : level.parts()) {
              out.writeInt(part.name());
            }
          }
        }
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Of a model in procedural surfaces, which follow from the dress. */
  public static String of(String modelDigest, Dress dress) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update((modelDigest + dress).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static void write(DataOutputStream out, Mesh mesh) throws IOException {
    write(out, mesh.positions());
    write(out, mesh.normals());
    write(out, mesh.tangents());
    write(out, mesh.textureCoordinates());
    ByteBuffer bytes = ByteBuffer.allocate(4 * mesh.indices().length);
    bytes.asIntBuffer().put(mesh.indices());
    out.writeInt(mesh.indices().length);
    out.write(bytes.array());
  }

  private static void write(DataOutputStream out, float[] values) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(4 * values.length);
    bytes.asFloatBuffer().put(values);
    out.writeInt(values.length);
    out.write(bytes.array());
  }

  private static void write(DataOutputStream out, Material material) throws IOException {
    out.writeUTF(material.name());
    write(out, material.baseColor());
    out.writeDouble(material.metallic());
    out.writeDouble(material.roughness());
    write(out, material.emission());
    out.writeInt(material.baseColorTexture());
    out.writeInt(material.normalTexture());
    out.writeInt(material.metallicRoughnessTexture());
    out.writeUTF(material.alphaMode().name());
    out.writeDouble(material.alphaCutoff());
    if (!material.finish().isPlain()) { // digests of plain models are as old as their records
      write(out, material.finish());
    }
  }

  private static void write(DataOutputStream out, Finish finish) throws IOException {
    out.writeDouble(finish.coat().weight());
    out.writeDouble(finish.coat().roughness());
    write(out, finish.sheen().color());
    out.writeDouble(finish.sheen().roughness());
    out.writeDouble(finish.transmission().share());
    out.writeDouble(finish.transmission().ior());
    out.writeBoolean(finish.transmission().solid());
    write(out, finish.transmission().absorption());
    out.writeDouble(finish.transmission().distance());
    out.writeDouble(finish.translucency());
  }

  private static void write(DataOutputStream out, LinearColor color) throws IOException {
    out.writeDouble(color.red());
    out.writeDouble(color.green());
    out.writeDouble(color.blue());
  }

  private static void write(DataOutputStream out, Texture texture) throws IOException {
    out.writeInt(texture.width());
    out.writeInt(texture.height());
    out.writeBoolean(texture.srgb());
    out.writeInt(texture.levels().size());
    for (byte[] level : texture.levels()) {
      out.write(level);
    }
  }

  private static void write(DataOutputStream out, LevelOfDetail level) throws IOException {
    out.writeDouble(level.error());
    out.writeInt(level.parts().size());
    for (Part part : level.parts()) {
      out.writeInt(part.material());
      out.writeInt(part.firstIndex());
      out.writeInt(part.indexCount());
    }
  }
}
