package org.diorama.core.collision;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.diorama.core.asset.LevelTriangles;
import org.diorama.core.asset.MeshSurface;
import org.diorama.core.math.Aabb;
import org.diorama.core.math.Vec3;

/**
 * The connected parts of a surface, and which of them enclose room: those of whose edges each has
 * an even number of triangles, and that are not flat, as a leaf with two sides is. Vertices at the
 * same place count as one.
 */
final class SurfaceShells {
  /** Least volume as a share of the cube of a shell's diagonal. */
  private static final double FLAT = 1e-6;

  private final int[] shellOfTriangle;
  private final boolean[] closed;
  private final int[] firstTriangles;
  private final boolean anyClosed;

  private SurfaceShells(int[] shellOfTriangle, boolean[] closed, int[] firstTriangles) {
    this.shellOfTriangle = shellOfTriangle;
    this.closed = closed;
    this.firstTriangles = firstTriangles;
    boolean any = false;
    for (boolean one : closed) {
      any |= one;
    }
    this.anyClosed = any;
  }

  private record Place(float x, float y, float z) {}

  static SurfaceShells of(MeshSurface surface) {
    LevelTriangles triangles = surface.triangles();
    int[] places = places(triangles);
    int[] parents = new int[triangles.positions().length / 3];
    Arrays.setAll(parents, i -> i);
    long[] edges = new long[3 * triangles.count()];
    for (int i = 0; i < edges.length; i++) {
      int from = places[i];
      int to = places[i % 3 == 2 ? i - 2 : i + 1];
      join(parents, from, to);
      edges[i] = (long) Math.min(from, to) << 32 | Math.max(from, to);
    }
    int[] shellOfRoot = new int[parents.length];
    Arrays.fill(shellOfRoot, -1);
    int[] shellOfTriangle = new int[triangles.count()];
    int[] first = new int[triangles.count()];
    int shells = 0;
    for (int triangle = 0; triangle < triangles.count(); triangle++) {
      int root = root(parents, places[3 * triangle]);
      if (shellOfRoot[root] < 0) {
        first[shells] = triangle;
        shellOfRoot[root] = shells++;
      }
      shellOfTriangle[triangle] = shellOfRoot[root];
    }
    boolean[] closed = new boolean[shells];
    Arrays.fill(closed, true);
    Arrays.sort(edges);
    for (int begin = 0, end; begin < edges.length; begin = end) {
      end = begin + 1;
      while (end < edges.length && edges[end] == edges[begin]) {
        end++;
      }
      int from = (int) (edges[begin] >> 32);
      if ((end - begin) % 2 != 0 && from != (int) edges[begin]) {
        closed[shellOfRoot[root(parents, from)]] = false;
      }
    }
    first = Arrays.copyOf(first, shells);
    openFlat(triangles, shellOfTriangle, first, closed);
    return new SurfaceShells(shellOfTriangle, closed, first);
  }

  /** Counts flat shells as open. */
  private static void openFlat(
      LevelTriangles triangles, int[] shellOfTriangle, int[] first, boolean[] closed) {
    Aabb[] boxes = new Aabb[closed.length];
    Arrays.fill(boxes, Aabb.EMPTY);
    double[] sixVolumes = new double[closed.length];
    for (int triangle = 0; triangle < triangles.count(); triangle++) {
      int shell = shellOfTriangle[triangle];
      Vec3 origin = triangles.corner(first[shell], 0);
      Vec3 a = triangles.corner(triangle, 0);
      Vec3 b = triangles.corner(triangle, 1);
      Vec3 c = triangles.corner(triangle, 2);
      boxes[shell] = boxes[shell].include(a).include(b).include(c);
      sixVolumes[shell] += a.minus(origin).dot(b.minus(origin).cross(c.minus(origin)));
    }
    for (int shell = 0; shell < closed.length; shell++) {
      double diagonal = boxes[shell].size().length();
      closed[shell] &= Math.abs(sixVolumes[shell]) > 6 * FLAT * diagonal * diagonal * diagonal;
    }
  }

  /** For each corner the first vertex at its place. */
  private static int[] places(LevelTriangles triangles) {
    float[] p = triangles.positions();
    int[] firstHere = new int[p.length / 3];
    Arrays.fill(firstHere, -1);
    Map<Place, Integer> firsts = new LinkedHashMap<>();
    int[] places = new int[3 * triangles.count()];
    for (int i = 0; i < places.length; i++) {
      int vertex = triangles.vertex(i / 3, i % 3);
      if (firstHere[vertex] < 0) {
        int v = 3 * vertex;
        Place place = new Place(p[v] + 0f, p[v + 1] + 0f, p[v + 2] + 0f); // -0 becomes 0
        Integer before = firsts.putIfAbsent(place, vertex);
        firstHere[vertex] = before == null ? vertex : before;
      }
      places[i] = firstHere[vertex];
    }
    return places;
  }

  private static int root(int[] parents, int at) {
    int root = at;
    while (parents[root] != root) {
      parents[root] = parents[parents[root]];
      root = parents[root];
    }
    return root;
  }

  private static void join(int[] parents, int one, int other) {
    int a = root(parents, one);
    int b = root(parents, other);
    parents[Math.max(a, b)] = Math.min(a, b);
  }

  /** Whether any shell encloses room. */
  boolean anyClosed() {
    return anyClosed;
  }

  int count() {
    return closed.length;
  }

  int shell(int triangle) {
    return shellOfTriangle[triangle];
  }

  boolean isClosed(int shell) {
    return closed[shell];
  }

  /** Lowest triangle number of a shell. */
  int firstTriangle(int shell) {
    return firstTriangles[shell];
  }
}
