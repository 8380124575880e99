package org.diorama.opengl.frame;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * Direct buffers of closed frames, by capacity, for the next frames. Bounded per size: a caller
 * that keeps many frames open gets fresh ones, and only a few come back to stay.
 */
public final class BufferPool {
  private static final int KEPT_PER_SIZE = 16;

  private final Map<Integer, Deque<ByteBuffer>> free = new HashMap<>();

  /** A buffer of exactly so many bytes, position 0, native order, any content. */
  synchronized ByteBuffer take(int bytes) {
    Deque<ByteBuffer> buffers = free.get(bytes);
    ByteBuffer buffer = buffers == null ? null : buffers.pollLast();
    if (buffer == null) {
      buffer = ByteBuffer.allocateDirect(bytes);
    }
    return buffer.clear().order(ByteOrder.nativeOrder());
  }

  synchronized void give(ByteBuffer buffer) {
    Deque<ByteBuffer> buffers =
        free.computeIfAbsent(buffer.capacity(), bytes -> new ArrayDeque<>());
    if (buffers.size() < KEPT_PER_SIZE) {
      buffers.addLast(buffer);
    }
  }
}
