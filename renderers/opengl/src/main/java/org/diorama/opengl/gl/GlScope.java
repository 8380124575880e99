package org.diorama.opengl.gl;

import java.util.ArrayList;
import java.util.List;

/**
 * Owns OpenGL objects of one context and frees them in reverse order of creation. Used on the
 * context's thread only.
 */
public final class GlScope implements AutoCloseable {
  private final List<Entry> entries = new ArrayList<>();
  private final GlCensus census;

  /**
   * @param census counts what this scope owns, beside what others do that share it
   */
  public GlScope(GlCensus census) {
    this.census = census;
  }

  GlCensus census() {
    return census;
  }

  /** Takes over an object. */
  int own(int name, Runnable delete) {
    entries.add(new Entry(name, delete));
    census.born();
    return name;
  }

  /** Frees one object now. */
  void free(int name, Runnable delete) {
    for (int i = entries.size() - 1; i >= 0; i--) {
      Entry entry = entries.get(i);
      if (entry.name == name && entry.delete == delete) {
        entries.remove(i);
        delete.run();
        census.died();
        return;
      }
    }
    throw new IllegalStateException("object " + name + " is not owned by this scope");
  }

  @Override
  public void close() {
    for (int i = entries.size() - 1; i >= 0; i--) {
      entries.get(i).delete.run();
      census.died();
    }
    entries.clear();
  }

  private record Entry(int name, Runnable delete) {}
}
