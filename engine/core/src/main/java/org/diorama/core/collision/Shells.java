package org.diorama.core.collision;

import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import org.diorama.core.asset.MeshSurface;

/** Remembers what was found out about surfaces while they are in use. For several threads. */
public final class Shells {
  private final Map<MeshSurface, SurfaceShells> known =
      Collections.synchronizedMap(new WeakHashMap<>());

  SurfaceShells of(MeshSurface surface) {
    SurfaceShells shells = known.get(surface);
    if (shells == null) {
      shells = SurfaceShells.of(surface);
      known.put(surface, shells);
    }
    return shells;
  }
}
