package org.diorama.core.collision;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.diorama.core.asset.MeshSurface;

/**
 * Remembers what was found out about surfaces while these are in use; a scene has few different
 * ones. For several threads.
 */
public final class Shells {
  private record Known(WeakReference<MeshSurface> surface, Form form) {}

  /**
   * What does not change when a surface is placed.
   *
   * @param solid the surface's room, or a box around it
   * @param filled whether all of the solid is the surface's room
   */
  record Form(SurfaceShells shells, ConvexSolid solid, boolean filled) {}

  private final List<Known> known = new ArrayList<>();

  Form of(MeshSurface surface) {
    synchronized (known) {
      for (Known one : known) {
        if (one.surface().refersTo(surface)) {
          return one.form();
        }
      }
    }
    SurfaceShells shells = SurfaceShells.of(surface);
    Optional<ConvexSolid> solid = ConvexSolid.of(surface, shells);
    Form form =
        new Form(
            shells, solid.orElseGet(() -> ConvexSolid.of(surface.bounds())), solid.isPresent());
    synchronized (known) {
      known.removeIf(one -> one.surface().refersTo(null));
      known.add(new Known(new WeakReference<>(surface), form));
    }
    return form;
  }
}
