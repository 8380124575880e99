package org.diorama.dataset.gltf;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** The binary part of a GLB: arrays one after the other, each at a multiple of four bytes. */
final class BinaryChunk {
  private final List<byte[]> pieces = new ArrayList<>();
  private final List<Gltf.BufferView> views = new ArrayList<>();
  private long length;

  /** Appends an image; returns the number of its view. */
  int add(byte[] bytes) {
    return add(bytes, OptionalInt.empty());
  }

  /** Appends attributes of vertices; returns the number of their view. */
  int add(float[] values) {
    ByteBuffer bytes = littleEndian(values.length * Float.BYTES);
    bytes.asFloatBuffer().put(values);
    return add(bytes.array(), OptionalInt.of(Gltf.ARRAY_BUFFER));
  }

  /**
   * Appends indices of vertices; returns the number of their view.
   *
   * @param shorts whether each takes two bytes, else four
   */
  int add(int[] indices, boolean shorts) {
    ByteBuffer bytes = littleEndian(indices.length * (shorts ? Short.BYTES : Integer.BYTES));
    for (int index : indices) {
      if (shorts) {
        bytes.putShort((short) index);
      } else {
        bytes.putInt(index);
      }
    }
    return add(bytes.array(), OptionalInt.of(Gltf.ELEMENT_ARRAY_BUFFER));
  }

  private int add(byte[] bytes, OptionalInt target) {
    views.add(new Gltf.BufferView(0, length, bytes.length, target));
    pieces.add(bytes);
    length += bytes.length + GlbContainer.padding(bytes.length);
    return views.size() - 1;
  }

  private static ByteBuffer littleEndian(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  List<Gltf.BufferView> views() {
    return views;
  }

  /** In bytes, a multiple of four. */
  long length() {
    return length;
  }

  void writeTo(OutputStream out) throws IOException {
    for (byte[] piece : pieces) {
      out.write(piece);
      out.write(new byte[GlbContainer.padding(piece.length)]);
    }
  }
}
