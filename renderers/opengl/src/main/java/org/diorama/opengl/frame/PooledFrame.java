package org.diorama.opengl.frame;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.diorama.core.render.RenderedFrame;
import org.diorama.core.render.RenderedView;

/** A finished job. Closing twice is harmless: a buffer must never enter the pool twice. */
final class PooledFrame implements RenderedFrame {
  private final BufferPool pool;
  private final List<RenderedView> views;
  private final AtomicBoolean closed = new AtomicBoolean();

  PooledFrame(BufferPool pool, List<RenderedView> views) {
    this.pool = pool;
    this.views = List.copyOf(views);
  }

  @Override
  public List<RenderedView> views() {
    return views;
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      for (RenderedView view : views) {
        for (ByteBuffer plane : view.planes().values()) {
          pool.give(plane);
        }
      }
    }
  }
}
