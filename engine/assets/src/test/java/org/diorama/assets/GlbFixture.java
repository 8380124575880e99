package org.diorama.assets;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** A GLB of one square of side 2 in the plane z = 0 with an image, built byte by byte. */
final class GlbFixture {
  private GlbFixture() {}

  /** The JSON chunk's text; lengths fit {@link #binary}. */
  static String json(byte[] png, String material) {
    int padded = (png.length + 3) / 4 * 4;
    return """
        {"asset":{"version":"2.0"},"scene":0,"scenes":[{"nodes":[0]}],
        "nodes":[{"mesh":0,"translation":[10,0,0],"scale":[1,-1,1]}],
        "meshes":[{"primitives":[{"attributes":{"POSITION":0,"TEXCOORD_0":1},"indices":2,"material":0}]}],
        "materials":[%s],
        "textures":[{"source":0}],"images":[{"bufferView":3,"mimeType":"image/png"}],
        "accessors":[
        {"bufferView":0,"componentType":5126,"count":4,"type":"VEC3","min":[-1,-1,0],"max":[1,1,0]},
        {"bufferView":1,"componentType":5126,"count":4,"type":"VEC2"},
        {"bufferView":2,"componentType":5125,"count":6,"type":"SCALAR"}],
        "bufferViews":[{"buffer":0,"byteOffset":0,"byteLength":48},
        {"buffer":0,"byteOffset":48,"byteLength":32},{"buffer":0,"byteOffset":80,"byteLength":24},
        {"buffer":0,"byteOffset":104,"byteLength":%d}],
        "buffers":[{"byteLength":%d}]}"""
        .formatted(material, png.length, 104 + padded);
  }

  static byte[] binary(byte[] png) {
    int padded = (png.length + 3) / 4 * 4;
    ByteBuffer data = ByteBuffer.allocate(104 + padded).order(ByteOrder.LITTLE_ENDIAN);
    for (float value : new float[] {-1, -1, 0, 1, -1, 0, 1, 1, 0, -1, 1, 0}) {
      data.putFloat(value);
    }
    for (float value : new float[] {0, 1, 1, 1, 1, 0, 0, 0}) {
      data.putFloat(value);
    }
    for (int index : new int[] {0, 1, 2, 0, 2, 3}) {
      data.putInt(index);
    }
    return data.put(png).array();
  }

  static byte[] glb(String json, byte[] binary) {
    byte[] text = json.getBytes(StandardCharsets.UTF_8);
    int padded = (text.length + 3) / 4 * 4;
    int total = 12 + 8 + padded + 8 + binary.length;
    ByteBuffer out = ByteBuffer.allocate(total).order(ByteOrder.LITTLE_ENDIAN);
    out.putInt(0x46546c67).putInt(2).putInt(total);
    out.putInt(padded).putInt(0x4e4f534a).put(text);
    for (int i = text.length; i < padded; i++) {
      out.put((byte) ' ');
    }
    return out.putInt(binary.length).putInt(0x004e4942).put(binary).array();
  }

  static byte[] glb(byte[] png, String material) {
    return glb(json(png, material), binary(png));
  }

  /** A binary STL of one triangle, (0, 0, 0) (1, 0, 0) (0, 0, 1) times a factor. */
  static byte[] stl(float size) {
    ByteBuffer out = ByteBuffer.allocate(84 + 50).order(ByteOrder.LITTLE_ENDIAN);
    out.position(80);
    out.putInt(1);
    for (float value : new float[] {0, -1, 0, 0, 0, 0, size, 0, 0, 0, 0, size}) {
      out.putFloat(value);
    }
    return out.array();
  }
}
