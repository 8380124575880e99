package org.diorama.assets.worker;

import java.nio.Buffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.List;
import org.lwjgl.system.MemoryUtil;

/** Copies of Java arrays in native memory, freed together. */
final class NativeArrays implements AutoCloseable {
  private final List<Buffer> buffers = new ArrayList<>();

  FloatBuffer floats(float[] values) {
    FloatBuffer buffer = floats(values.length);
    buffer.put(values).flip();
    return buffer;
  }

  FloatBuffer floats(int count) {
    FloatBuffer buffer = MemoryUtil.memAllocFloat(count);
    buffers.add(buffer);
    return buffer;
  }

  IntBuffer ints(int[] values) {
    IntBuffer buffer = ints(values.length);
    buffer.put(values).flip();
    return buffer;
  }

  IntBuffer ints(int count) {
    IntBuffer buffer = MemoryUtil.memAllocInt(count);
    buffers.add(buffer);
    return buffer;
  }

  @Override
  public void close() {
    buffers.forEach(MemoryUtil::memFree);
  }
}
