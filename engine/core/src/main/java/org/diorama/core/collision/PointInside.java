package org.diorama.core.collision;

import org.diorama.core.asset.MeshSurface;
import org.diorama.core.math.Vec3;

/** Whether points lie inside closed parts of surfaces. Holds state: one thread's own. */
public final class PointInside {
  private final Shells shells;
  private final InsideTest test = new InsideTest();

  /**
   * @param shells remembers surfaces; several may share it
   */
  public PointInside(Shells shells) {
    this.shells = shells;
  }

  /**
   * @param point in the surface's own space
   */
  public boolean contains(MeshSurface surface, Vec3 point) {
    SurfaceShells found = shells.of(surface).shells();
    return found.anyClosed() && test.contains(surface, found, point);
  }
}
