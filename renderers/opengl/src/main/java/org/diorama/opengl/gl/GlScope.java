package org.diorama.opengl.gl;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Owns OpenGL objects of one context and frees them in reverse order of creation. Used on the
 * context's thread only; the live count may be read from anywhere.
 */
public final class GlScope implements AutoCloseable {
  private final List<Entry> entries = new ArrayList<>();
  private final AtomicInteger live;

  /**
   * @param live counts the objects this scope owns, beside those of other scopes that share it
   */
  public GlScope(AtomicInteger live) {
    this.live = live;
  }

  /** Takes over an object. */
  int own(int name, Runnable delete) {
    entries.add(new Entry(name, delete));
    live.incrementAndGet();
    return name;
  }

  /** Frees one object now. */
  void free(int name, Runnable delete) {
    for (int i = entries.size() - 1; i >= 0; i--) {
      Entry entry = entries.get(i);
      if (entry.name == name && entry.delete == delete) {
        entries.remove(i);
        delete.run();
        live.decrementAndGet();
        return;
      }
    }
    throw new IllegalStateException("object " + name + " is not owned by this scope");
  }

  @Override
  public void close() {
    for (int i = entries.size() - 1; i >= 0; i--) {
      entries.get(i).delete.run();
      live.decrementAndGet();
    }
    entries.clear();
  }

  private record Entry(int name, Runnable delete) {}
}
