package org.diorama.assets.bake;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Reads the elements of {@link BakeFormat}; believes no length before it has checked it. */
final class ByteSource {
  private final ByteBuffer bytes;

  ByteSource(byte[] bytes) {
    this.bytes = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  int int32() throws CorruptBakeException {
    need(4);
    return bytes.getInt();
  }

  long int64() throws CorruptBakeException {
    need(8);
    return bytes.getLong();
  }

  double float64() throws CorruptBakeException {
    need(8);
    return bytes.getDouble();
  }

  /** A finite number. */
  double finite() throws CorruptBakeException {
    double value = float64();
    if (!Double.isFinite(value)) {
      throw new CorruptBakeException("a number is not finite");
    }
    return value;
  }

  String text() throws CorruptBakeException {
    return new String(raw(count(1)), StandardCharsets.UTF_8);
  }

  byte[] raw(int length) throws CorruptBakeException {
    need(length);
    byte[] value = new byte[length];
    bytes.get(value);
    return value;
  }

  /** A count of elements that take at least so many bytes each, all of which must follow. */
  int count(int bytesEach) throws CorruptBakeException {
    int count = int32();
    if (count < 0 || (long) count * bytesEach > bytes.remaining()) {
      throw new CorruptBakeException("a count exceeds the file");
    }
    return count;
  }

  /** An array of finite numbers. */
  float[] floats() throws CorruptBakeException {
    float[] values = new float[count(4)];
    bytes.asFloatBuffer().get(values);
    bytes.position(bytes.position() + 4 * values.length);
    for (float value : values) {
      if (!Float.isFinite(value)) {
        throw new CorruptBakeException("a number is not finite");
      }
    }
    return values;
  }

  int[] ints() throws CorruptBakeException {
    int[] values = new int[count(4)];
    bytes.asIntBuffer().get(values);
    bytes.position(bytes.position() + 4 * values.length);
    return values;
  }

  void end() throws CorruptBakeException {
    if (bytes.hasRemaining()) {
      throw new CorruptBakeException("bytes follow the end");
    }
  }

  private void need(int length) throws CorruptBakeException {
    if (length < 0 || length > bytes.remaining()) {
      throw new CorruptBakeException("the file ends too early");
    }
  }
}
