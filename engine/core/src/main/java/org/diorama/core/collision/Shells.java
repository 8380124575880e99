package org.diorama.core.collision;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import org.diorama.core.asset.MeshSurface;

/**
 * Remembers what was found out about surfaces while these are in use; a scene has few different
 * ones. For several threads.
 */
public final class Shells {
  private record Known(WeakReference<MeshSurface> surface, SurfaceShells shells) {}

  private final List<Known> known = new ArrayList<>();

  SurfaceShells of(MeshSurface surface) {
    synchronized (known) {
      for (Known one : known) {
        if (one.surface().refersTo(surface)) {
          return one.shells();
        }
      }
    }
    SurfaceShells shells = SurfaceShells.of(surface);
    synchronized (known) {
      known.removeIf(one -> one.surface().refersTo(null));
      known.add(new Known(new WeakReference<>(surface), shells));
    }
    return shells;
  }
}
