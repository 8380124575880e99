package org.diorama.opengl.resident;

import java.nio.ByteBuffer;
import org.diorama.core.asset.Mesh;
import org.lwjgl.system.MemoryUtil;

/**
 * Vertex attributes beside the position, 16 bytes: normal and tangent as octahedral pairs of 16-bit
 * numbers, then u and v as floats. The mapping is that of Meyer et al., On Floating-Point Normal
 * Vectors (2010).
 */
final class VertexPacking {
  static final int POSITION_BYTES = 12;
  static final int ATTRIBUTE_BYTES = 16;

  private VertexPacking() {}

  static ByteBuffer positions(Mesh mesh) {
    ByteBuffer out = direct((long) mesh.vertexCount() * POSITION_BYTES);
    for (float coordinate : mesh.positions()) {
      out.putFloat(coordinate);
    }
    return out.flip();
  }

  static ByteBuffer attributes(Mesh mesh) {
    ByteBuffer out = direct((long) mesh.vertexCount() * ATTRIBUTE_BYTES);
    float[] n = mesh.normals();
    float[] t = mesh.tangents();
    float[] uv = mesh.textureCoordinates();
    for (int i = 0; i < mesh.vertexCount(); i++) {
      out.putInt(octahedral(n[3 * i], n[3 * i + 1], n[3 * i + 2]));
      int tangent = octahedral(t[4 * i], t[4 * i + 1], t[4 * i + 2]);
      // The lowest bit of the second coordinate holds the handedness.
      out.putInt(t[4 * i + 3] < 0 ? tangent | 1 << 16 : tangent & ~(1 << 16));
      out.putFloat(uv[2 * i]);
      out.putFloat(uv[2 * i + 1]);
    }
    return out.flip();
  }

  static ByteBuffer indices(Mesh mesh) {
    ByteBuffer out = direct(4L * mesh.indices().length);
    for (int index : mesh.indices()) {
      out.putInt(index);
    }
    return out.flip();
  }

  /** Two signed normalized 16-bit coordinates, the first in the lower half; zero maps to +Z. */
  static int octahedral(float x, float y, float z) {
    float sum = Math.abs(x) + Math.abs(y) + Math.abs(z);
    if (!(sum > 0)) {
      return 0;
    }
    float u = x / sum;
    float v = y / sum;
    if (z < 0) {
      float folded = (1 - Math.abs(v)) * Math.copySign(1, u);
      v = (1 - Math.abs(u)) * Math.copySign(1, v);
      u = folded;
    }
    return Math.round(u * 32767) & 0xffff | Math.round(v * 32767) << 16;
  }

  private static ByteBuffer direct(long bytes) {
    return MemoryUtil.memAlloc(Math.toIntExact(bytes));
  }
}
