package org.diorama.assets.bake;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Writes the elements of {@link BakeFormat} into memory. */
final class ByteSink {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteBuffer scratch = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);

  byte[] toByteArray() {
    return out.toByteArray();
  }

  ByteSink int32(int value) {
    scratch.clear().putInt(value);
    out.write(scratch.array(), 0, 4);
    return this;
  }

  ByteSink float64(double value) {
    scratch.clear().putDouble(value);
    out.write(scratch.array(), 0, 8);
    return this;
  }

  ByteSink text(String value) {
    return bytes(value.getBytes(StandardCharsets.UTF_8));
  }

  /** With its length before it. */
  ByteSink bytes(byte[] value) {
    int32(value.length);
    return raw(value);
  }

  ByteSink raw(byte[] value) {
    out.write(value, 0, value.length);
    return this;
  }

  ByteSink floats(float[] values) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(values);
    return int32(values.length).raw(bytes.array());
  }

  ByteSink ints(int[] values) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asIntBuffer().put(values);
    return int32(values.length).raw(bytes.array());
  }
}
