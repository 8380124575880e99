package org.diorama.reference;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.diorama.core.render.RenderedFrame;
import org.diorama.core.render.RenderedView;

/** A frame whose buffers return to the pool once, at its first close. */
final class PooledFrame implements RenderedFrame {
  private final BufferPool pool;
  private final List<ByteBuffer> taken = new ArrayList<>();
  private final List<RenderedView> views = new ArrayList<>();

  PooledFrame(BufferPool pool) {
    this.pool = pool;
  }

  ByteBuffer take(int bytes) {
    ByteBuffer buffer = pool.take(bytes);
    taken.add(buffer);
    return buffer;
  }

  void add(RenderedView view) {
    views.add(view);
  }

  @Override
  public List<RenderedView> views() {
    return List.copyOf(views);
  }

  @Override
  public synchronized void close() {
    taken.forEach(pool::giveBack);
    taken.clear();
  }
}
