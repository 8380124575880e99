package org.diorama.core.collision;

import org.diorama.core.asset.LevelTriangles;
import org.diorama.core.asset.MeshBvh;
import org.diorama.core.asset.MeshSurface;
import org.diorama.core.bvh.PlacedSurface;
import org.diorama.core.math.Aabb;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.Vec3;

/**
 * Whether two placed surfaces share room: their triangles pass through each other, or one lies
 * inside a closed part of the other. The alpha rule plays no part. All is done in meters around the
 * first surface, so that places far from the origin lose nothing. Holds scratch space: one thread's
 * own.
 *
 * <p>Boxes decide first, then the corners of convex solids, and at last the triangles.
 */
public final class Collider {
  /** Surfaces that overlap by no more than this rest on one another; meters. */
  public static final double TOUCH = 1e-6;

  /**
   * Convex solids must be that far from touching to be decided by their corners; triangles decide
   * the rest, to the last {@link #TOUCH}. Meters.
   */
  private static final double CLEAR = 1e-5;

  /** The same as a share of both radii: corners are rounded to floats. */
  private static final double CLEAR_SHARE = 1e-4;

  /** Corners of a surface that are tried before its triangles. */
  private static final int WITNESSES = 64;

  /** Of a ball in a solid: what lies deeper than its rounding and all that may touch. */
  private static final double INNER_SHARE = 0.99;

  /** Touching triangles that are looked at closer, of each surface; more add nothing new. */
  private static final int MOST_CONTACTS = 256;

  private final Shells shells;
  private final TrianglePair pair = new TrianglePair(TOUCH);
  private final InsideTest inside = new InsideTest();
  private final TreePair trees = new TreePair();
  private final Contacts contactsA = new Contacts(MOST_CONTACTS);
  private final Contacts contactsB = new Contacts(MOST_CONTACTS);

  private MeshSurface surfaceA;
  private MeshSurface surfaceB;
  private Affine3 metersFromA;
  private Affine3 metersFromB;
  private Affine3 aFromB;
  private Affine3 bFromA;

  /**
   * @param shells shared by all colliders of a sampler
   */
  public Collider(Shells shells) {
    this.shells = shells;
  }

  /** What boxes and convex solids can tell of two surfaces. */
  public enum Verdict {
    APART,
    SHARING,
    /** Their triangles know. */
    OPEN
  }

  /** Whether both share room. */
  public boolean collide(PlacedSurface a, PlacedSurface b) {
    if (a.surface().bounds().isEmpty() || b.surface().bounds().isEmpty()) {
      return false;
    }
    place(a, b);
    if (box(surfaceA, metersFromA).isApart(box(surfaceB, metersFromB), -TOUCH)) {
      return false;
    }
    Verdict verdict = ofSolids();
    return verdict == Verdict.OPEN ? trianglesShare() : verdict == Verdict.SHARING;
  }

  /**
   * What can be told without the triangles of two surfaces, of which it is known that the boxes
   * along their own axes overlap by {@link #TOUCH} or more.
   */
  public Verdict look(PlacedSurface a, PlacedSurface b) {
    if (a.surface().bounds().isEmpty() || b.surface().bounds().isEmpty()) {
      return Verdict.APART;
    }
    place(a, b);
    return ofSolids();
  }

  /** Whether two surfaces share room that {@link #look} leaves open. */
  public boolean trianglesCollide(PlacedSurface a, PlacedSurface b) {
    place(a, b);
    return trianglesShare();
  }

  private static OrientedBox box(MeshSurface surface, Affine3 metersFromSurface) {
    return OrientedBox.of(surface.bounds(), metersFromSurface);
  }

  /** What the solids say; of two boxes it is known already. */
  private Verdict ofSolids() {
    Shells.Form a = shells.of(surfaceA);
    Shells.Form b = shells.of(surfaceB);
    if (!a.filled() && !b.filled()) {
      return Verdict.OPEN;
    }
    double radii = box(surfaceA, metersFromA).radius() + box(surfaceB, metersFromB).radius();
    double clear = Math.max(CLEAR, CLEAR_SHARE * radii);
    if (a.filled() && b.filled() && ballsShare(a.solid(), b.solid(), clear)) {
      return Verdict.SHARING;
    }
    SolidPair.Relation relation =
        new SolidPair(a.solid(), metersFromA, b.solid(), metersFromB, clear).relation();
    if (relation == SolidPair.Relation.APART) {
      return Verdict.APART;
    }
    if (relation == SolidPair.Relation.SHARING && a.filled() && b.filled()) {
      return Verdict.SHARING;
    }
    boolean shown =
        a.filled() && reaches(surfaceB, metersFromA.inverse().times(metersFromB), a.solid())
            || b.filled() && reaches(surfaceA, metersFromB.inverse().times(metersFromA), b.solid());
    return shown ? Verdict.SHARING : Verdict.OPEN;
  }

  /** Whether balls inside both solids overlap by more than the margin: that takes no search. */
  private boolean ballsShare(ConvexSolid a, ConvexSolid b, double margin) {
    Vec3 offset =
        metersFromA.transformPoint(a.inside()).minus(metersFromB.transformPoint(b.inside()));
    double touching = a.innerRadius(metersFromA) + b.innerRadius(metersFromB) - margin;
    return touching > 0 && offset.dot(offset) < touching * touching;
  }

  /**
   * Whether one of a few corners of a surface lies well inside a filled solid: in the ball about
   * its middle. Where none does, nothing follows.
   */
  private static boolean reaches(MeshSurface surface, Affine3 m, ConvexSolid solid) {
    LevelTriangles triangles = surface.triangles();
    float[] p = triangles.positions();
    int step = Math.max(1, triangles.count() / WITNESSES);
    Vec3 middle = solid.inside();
    double within = INNER_SHARE * solid.innerRadius();
    for (int triangle = 0; triangle < triangles.count(); triangle += step) {
      int v = 3 * triangles.vertex(triangle, 0);
      double x = m.m00() * p[v] + m.m01() * p[v + 1] + m.m02() * p[v + 2] + m.m03() - middle.x();
      double y = m.m10() * p[v] + m.m11() * p[v + 1] + m.m12() * p[v + 2] + m.m13() - middle.y();
      double z = m.m20() * p[v] + m.m21() * p[v + 1] + m.m22() * p[v + 2] + m.m23() - middle.z();
      if (x * x + y * y + z * z < within * within) {
        return true;
      }
    }
    return false;
  }

  /** Whether a point, in the scene's space, lies inside a closed part of a surface. */
  public boolean contains(PlacedSurface placed, Vec3 point) {
    return inside.contains(
        placed.surface(),
        shells.of(placed.surface()).shells(),
        placed.sceneFromObject().inverse().transformPoint(point));
  }

  private void place(PlacedSurface a, PlacedSurface b) {
    surfaceA = a.surface();
    surfaceB = b.surface();
    Vec3 middle = a.sceneFromObject().transformPoint(surfaceA.bounds().center());
    Affine3 metersFromScene = Affine3.translation(middle.negate());
    metersFromA = metersFromScene.times(a.sceneFromObject());
    metersFromB = metersFromScene.times(b.sceneFromObject());
  }

  private boolean trianglesShare() {
    Affine3 aFromMeters = metersFromA.inverse();
    Affine3 bFromMeters = metersFromB.inverse();
    aFromB = aFromMeters.times(metersFromB);
    bFromA = bFromMeters.times(metersFromA);
    trees.set(
        surfaceA.hierarchy(),
        surfaceB.hierarchy(),
        aFromB,
        bFromA,
        margin(aFromMeters),
        margin(bFromMeters));
    contactsA.clear();
    contactsB.clear();
    return trees.any(this::leavesCross) || sharesInside();
  }

  /** What keeps triangles that touch in boxes that do, in a surface's own space. */
  private static double margin(Affine3 surfaceFromMeters) {
    double stretch = 0;
    for (Vec3 axis : new Vec3[] {Vec3.UNIT_X, Vec3.UNIT_Y, Vec3.UNIT_Z}) {
      stretch = Math.max(stretch, surfaceFromMeters.transformDirection(axis).length());
    }
    return 2 * TOUCH * stretch;
  }

  private boolean leavesCross(int nodeA, int nodeB) {
    MeshBvh treeA = surfaceA.hierarchy();
    MeshBvh treeB = surfaceB.hierarchy();
    int firstA = treeA.links()[2 * nodeA];
    int endA = firstA - treeA.links()[2 * nodeA + 1];
    int firstB = treeB.links()[2 * nodeB];
    int endB = firstB - treeB.links()[2 * nodeB + 1];
    for (int i = firstA; i < endA; i++) {
      int triangleA = treeA.order()[i];
      load(surfaceA, triangleA, metersFromA, pair.a);
      int end = pair.setA() ? endB : firstB;
      for (int j = firstB; j < end; j++) {
        int triangleB = treeB.order()[j];
        load(surfaceB, triangleB, metersFromB, pair.b);
        TrianglePair.Relation relation = pair.relation();
        if (relation == TrianglePair.Relation.CROSSING) {
          return true;
        }
        if (relation == TrianglePair.Relation.TOUCHING) {
          contactsA.add(triangleA);
          contactsB.add(triangleB);
        }
      }
    }
    return false;
  }

  private static void load(MeshSurface surface, int triangle, Affine3 m, double[] corners) {
    LevelTriangles triangles = surface.triangles();
    float[] p = triangles.positions();
    for (int corner = 0; corner < 3; corner++) {
      int v = 3 * triangles.vertex(triangle, corner);
      double x = p[v];
      double y = p[v + 1];
      double z = p[v + 2];
      corners[3 * corner] = m.m00() * x + m.m01() * y + m.m02() * z + m.m03();
      corners[3 * corner + 1] = m.m10() * x + m.m11() * y + m.m12() * z + m.m13();
      corners[3 * corner + 2] = m.m20() * x + m.m21() * y + m.m22() * z + m.m23();
    }
  }

  /**
   * Where no triangles pass through each other, rooms are shared where a whole part lies inside the
   * other, or where sides lie in one plane. So a point of every part tells, and points just beside
   * the triangles that touch.
   */
  private boolean sharesInside() {
    SurfaceShells shellsA = shells.of(surfaceA).shells();
    SurfaceShells shellsB = shells.of(surfaceB).shells();
    return shellsA.anyClosed()
        && shellsB.anyClosed()
        && (holdsPart(surfaceA, shellsA, aFromB, surfaceB, shellsB)
            || holdsPart(surfaceB, shellsB, bFromA, surfaceA, shellsA)
            || contactsShare(contactsA, surfaceA, metersFromA, shellsA, shellsB)
            || contactsShare(contactsB, surfaceB, metersFromB, shellsA, shellsB));
  }

  /** Whether a closed part of one surface lies inside a closed part of another. */
  private boolean holdsPart(
      MeshSurface holder,
      SurfaceShells holderShells,
      Affine3 holderFromOther,
      MeshSurface other,
      SurfaceShells otherShells) {
    Aabb bounds = holder.bounds();
    for (int shell = 0; shell < otherShells.count(); shell++) {
      if (otherShells.isClosed(shell)) {
        load(other, otherShells.firstTriangle(shell), holderFromOther, pair.a);
        Vec3 center = center(pair.a);
        if (isIn(bounds, center) && inside.contains(holder, holderShells, center)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether a point beside a touching triangle's center lies inside both surfaces. */
  private boolean contactsShare(
      Contacts contacts,
      MeshSurface own,
      Affine3 metersFromOwn,
      SurfaceShells shellsA,
      SurfaceShells shellsB) {
    Affine3 aFromMeters = metersFromA.inverse();
    Affine3 bFromMeters = metersFromB.inverse();
    for (int i = 0; i < contacts.count(); i++) {
      double[] t = pair.a;
      load(own, contacts.get(i), metersFromOwn, t);
      Vec3 along = new Vec3(t[3] - t[0], t[4] - t[1], t[5] - t[2]);
      Vec3 across = new Vec3(t[6] - t[0], t[7] - t[1], t[8] - t[2]);
      Vec3 step = along.cross(across).normalize().times(2 * TOUCH);
      for (Vec3 point : new Vec3[] {center(t).minus(step), center(t).plus(step)}) {
        Vec3 inA = aFromMeters.transformPoint(point);
        Vec3 inB = bFromMeters.transformPoint(point);
        if (isIn(surfaceA.bounds(), inA)
            && isIn(surfaceB.bounds(), inB)
            && inside.contains(surfaceA, shellsA, inA)
            && inside.contains(surfaceB, shellsB, inB)) {
          return true;
        }
      }
    }
    return false;
  }

  private static Vec3 center(double[] t) {
    return new Vec3(t[0] + t[3] + t[6], t[1] + t[4] + t[7], t[2] + t[5] + t[8]).times(1.0 / 3);
  }

  private static boolean isIn(Aabb box, Vec3 p) {
    return p.x() >= box.min().x()
        && p.x() <= box.max().x()
        && p.y() >= box.min().y()
        && p.y() <= box.max().y()
        && p.z() >= box.min().z()
        && p.z() <= box.max().z();
  }
}
