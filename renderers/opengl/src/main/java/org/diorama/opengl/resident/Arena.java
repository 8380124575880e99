package org.diorama.opengl.resident;

import static org.lwjgl.opengl.GL45C.GL_DYNAMIC_STORAGE_BIT;
import static org.lwjgl.opengl.GL45C.glNamedBufferSubData;

import java.nio.ByteBuffer;
import java.util.stream.IntStream;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;
import org.diorama.opengl.gl.GlBuffer;
import org.diorama.opengl.gl.GlScope;
import org.lwjgl.system.MemoryUtil;

/**
 * Ranges of units in one or several parallel device buffers, such as vertices whose positions lie
 * apart from their other attributes. Grows up to a limit, each time past what is needed by a
 * quarter: a device in software zeroes all of the larger buffer before what is there is copied to
 * it.
 */
final class Arena {
  private static final int FIRST_UNITS = 1 << 16;

  private final GlScope scope;
  private final String what;
  private final int limit;
  private final int[] strides;
  private final GlBuffer[] buffers;
  private final RangeAllocator allocator;

  /**
   * @param what its units, for messages
   * @param limit most units; no buffer may exceed the device's storage block
   * @param strides bytes of a unit in each buffer
   */
  Arena(GlScope scope, String what, int limit, int... strides) {
    this.scope = scope;
    this.what = what;
    this.limit = limit;
    this.strides = strides.clone();
    int first = Math.min(FIRST_UNITS, limit);
    this.allocator = new RangeAllocator(first);
    this.buffers =
        IntStream.of(strides)
            .mapToObj(stride -> new GlBuffer(scope, (long) first * stride, GL_DYNAMIC_STORAGE_BIT))
            .toArray(GlBuffer[]::new);
  }

  /**
   * @return offset in units
   * @throws DioramaException BAD_INPUT where the limit is exceeded
   */
  int allocate(int units) {
    int offset = allocator.allocate(units);
    while (offset < 0) {
      if (allocator.capacity() >= limit) {
        throw new DioramaException(
            ExitStatus.BAD_INPUT,
            "a frame's models need more than the device's "
                + limit
                + " "
                + what
                + " ("
                + units
                + " more asked for); use fewer or coarser models in one frame");
      }
      grow(units);
      offset = allocator.allocate(units);
    }
    return offset;
  }

  /** Makes room at once for what is about to be allocated, as far as the limit allows. */
  void reserve(long units) {
    long missing = units - (allocator.capacity() - allocator.used());
    if (missing > 0 && allocator.capacity() < limit) {
      grow(missing);
    }
  }

  void free(int offset, int units) {
    allocator.free(offset, units);
  }

  private void grow(long units) {
    int old = allocator.capacity();
    int larger = (int) Math.min(limit, (old + units) * 5 / 4);
    for (int i = 0; i < buffers.length; i++) {
      GlBuffer grown = new GlBuffer(scope, (long) larger * strides[i], GL_DYNAMIC_STORAGE_BIT);
      buffers[i].copyTo(grown, 0, 0, (long) old * strides[i]);
      buffers[i].free();
      buffers[i] = grown;
    }
    allocator.growTo(larger);
  }

  /**
   * Writes data from its position to its limit at a unit of one buffer, and frees it: the collector
   * would leave many megabytes outside its heap until that is full.
   *
   * @param data that {@link MemoryUtil} allocated
   */
  void write(int buffer, int offset, ByteBuffer data) {
    glNamedBufferSubData(buffers[buffer].name(), (long) offset * strides[buffer], data);
    MemoryUtil.memFree(data);
  }

  GlBuffer buffer(int index) {
    return buffers[index];
  }

  /** Bytes in use over all buffers. */
  long usedBytes() {
    return (long) allocator.used() * IntStream.of(strides).sum();
  }
}
