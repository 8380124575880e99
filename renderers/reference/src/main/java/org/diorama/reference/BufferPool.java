package org.diorama.reference;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** Direct buffers by size, handed out again after use: allocating them is slow. */
final class BufferPool {
  private final Map<Integer, Deque<ByteBuffer>> free = new HashMap<>();

  /** A buffer of exactly this many bytes, native order, content undefined. */
  synchronized ByteBuffer take(int bytes) {
    Deque<ByteBuffer> fitting = free.get(bytes);
    if (fitting != null && !fitting.isEmpty()) {
      return fitting.pop();
    }
    return ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder());
  }

  synchronized void giveBack(ByteBuffer buffer) {
    buffer.clear();
    free.computeIfAbsent(buffer.capacity(), size -> new ArrayDeque<>()).push(buffer);
  }
}
