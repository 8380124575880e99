package org.diorama.opengl.frame;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.diorama.core.render.RenderedFrame;
import org.diorama.core.render.RenderedView;

/** A finished job. Closing twice is harmless: a buffer must never enter the pool twice. */
final class PooledFrame implements RenderedFrame {
  private final BufferPool pool;
  private final List<ByteBuffer> taken = new ArrayList<>();
  private final List<RenderedView> views = new ArrayList<>();
  private final AtomicBoolean closed = new AtomicBoolean();

  PooledFrame(BufferPool pool) {
    this.pool = pool;
  }

  /** A buffer of exactly so many bytes, until the frame is closed. */
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
  public void close() {
    if (closed.compareAndSet(false, true)) {
      taken.forEach(pool::give);
    }
  }
}
