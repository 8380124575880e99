package org.diorama.core.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.diorama.core.asset.LevelTriangles;
import org.diorama.core.asset.MeshSurface;
import org.diorama.core.asset.NamedSurface;
import org.diorama.core.asset.SupportRegion;
import org.diorama.core.bvh.ClosedMeshes;
import org.diorama.core.math.Aabb;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.Rotations;
import org.diorama.core.math.Vec3;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SupportFinderTest {
  private static final double OPEN = Double.POSITIVE_INFINITY;

  private static Aabb box(double x0, double y0, double z0, double x1, double y1, double z1) {
    return new Aabb(new Vec3(x0, y0, z0), new Vec3(x1, y1, z1));
  }

  /** 1.2 by 0.8 meters, 0.75 high, four legs. */
  private static List<Aabb> table() {
    List<Aabb> boxes = new ArrayList<>(List.of(box(-0.6, -0.4, 0.72, 0.6, 0.4, 0.75)));
    for (int leg = 0; leg < 4; leg++) {
      double x = leg % 2 == 0 ? -0.6 : 0.54;
      double y = leg < 2 ? -0.4 : 0.34;
      boxes.add(box(x, y, 0, x + 0.06, y + 0.06, 0.72));
    }
    return boxes;
  }

  /** 0.8 wide, 0.3 deep, 1.5 high, boards of 2 cm at 0.1, 0.5 and 0.9; open in front. */
  private static List<Aabb> shelf() {
    List<Aabb> boxes = new ArrayList<>();
    boxes.add(box(-0.4, -0.15, 0, -0.38, 0.15, 1.48));
    boxes.add(box(0.38, -0.15, 0, 0.4, 0.15, 1.48));
    boxes.add(box(-0.38, 0.14, 0, 0.38, 0.15, 1.48));
    for (double z : new double[] {0.1, 0.5, 0.9}) {
      boxes.add(box(-0.38, -0.15, z - 0.02, 0.38, 0.14, z));
    }
    boxes.add(box(-0.4, -0.15, 1.48, 0.4, 0.15, 1.5));
    return boxes;
  }

  private static List<NamedSurface> find(List<Aabb> boxes) {
    return SupportFinder.find(ClosedMeshes.boxes(boxes));
  }

  private static List<String> names(List<NamedSurface> surfaces) {
    return surfaces.stream().map(NamedSurface::name).toList();
  }

  @Test
  void aTableHasATop() {
    List<NamedSurface> surfaces = find(table());
    assertEquals(List.of("top"), names(surfaces));
    NamedSurface top = surfaces.get(0);
    assertEquals(0.75, top.height(), 1e-6);
    assertEquals(0.96, top.region().area(), 1e-6);
    assertEquals(-0.6, top.region().minX(), 1e-6);
    assertEquals(0.8, top.region().sizeY(), 1e-6);
    assertEquals(OPEN, top.region().leastFreeHeight());
  }

  @Test
  void aShelfHasBoardsFromTheBottomUp() {
    List<NamedSurface> surfaces = find(shelf());
    assertEquals(List.of("board_1", "board_2", "board_3", "top"), names(surfaces));
    double[] heights = {0.1, 0.5, 0.9, 1.5};
    double[] free = {0.38, 0.38, 0.58, OPEN};
    for (int i = 0; i < 4; i++) {
      SupportRegion region = surfaces.get(i).region();
      assertEquals(heights[i], surfaces.get(i).height(), 1e-6);
      assertEquals(free[i], region.leastFreeHeight(), 1e-6);
      assertEquals(region.leastFreeHeight(), region.greatestFreeHeight());
      assertEquals(i < 3 ? 0.76 * 0.29 : 0.8 * 0.3, region.area(), 1e-6);
    }
  }

  @Test
  void uprightsDivideABoardButDoNotSplitIt() {
    List<Aabb> boxes = shelf();
    boxes.add(box(-0.015, -0.15, 0, 0.015, 0.14, 1.48)); // through all boards
    NamedSurface board = find(boxes).get(1);
    assertEquals("board_2", board.name());
    assertEquals(0.73 * 0.29, board.region().area(), 2 * 0.29 * board.region().cellX());
    assertTrue(board.region().covers(rectangle(-0.2, 0, 0.2, 0.2), 0.38));
    assertFalse(board.region().covers(rectangle(0, 0, 0.2, 0.2), 0.1));
  }

  @Test
  void theInsideOfAClosedCabinetIsNoShelf() {
    List<Aabb> boxes = shelf();
    boxes.add(box(-0.4, -0.17, 0, 0.4, -0.15, 1.48));
    assertEquals(List.of("top"), names(find(boxes)));
  }

  @Test
  void somethingOnATableTakesItsRoom() {
    List<Aabb> boxes = table();
    boxes.add(box(-0.2, -0.2, 0.75, 0, 0, 1.2)); // stands on it
    boxes.add(box(0.3, -0.4, 0.95, 0.6, 0.4, 1)); // hangs over it
    NamedSurface top = find(boxes).get(0);
    assertEquals(0.92, top.region().area(), 0.8 * top.region().cellX());
    assertEquals(0.2, top.region().leastFreeHeight(), 1e-6);
    assertEquals(OPEN, top.region().greatestFreeHeight());
    assertFalse(top.region().covers(rectangle(-0.1, -0.1, 0.02, 0.02), 0));
    assertTrue(top.region().covers(rectangle(0.45, 0, 0.2, 0.4), 0.2));
    assertFalse(top.region().covers(rectangle(0.45, 0, 0.2, 0.4), 0.21));
    assertTrue(top.region().covers(rectangle(0.15, 0, 0.2, 0.4), 2));
  }

  @Test
  void aThinRodStandsInTheWay() {
    List<Aabb> boxes = table();
    boxes.add(box(0.0502, 0.0502, 0.75, 0.0504, 0.0504, 1));
    NamedSurface top = find(boxes).get(0);
    assertFalse(top.region().covers(rectangle(0.05, 0.05, 0.1, 0.1), 0));
    assertTrue(top.region().covers(rectangle(0.3, 0.05, 0.1, 0.1), 3));
  }

  @Test
  void nothingHangsOverTheCornerOfAnLShapedTable() {
    List<Aabb> boxes =
        List.of(box(0, 0, 0.7, 1.53, 0.61, 0.75), box(0, 0.61, 0.7, 0.57, 1.4, 0.75));
    SupportRegion region = find(boxes).get(0).region();
    double exact = 1.53 * 0.61 + 0.57 * 0.79;
    double border = 2 * (1.53 + 1.4);
    assertTrue(region.area() <= exact + 1e-6, "area " + region.area());
    assertTrue(region.area() >= exact - border * region.cellX(), "area " + region.area());
    assertTrue(region.covers(rectangle(0.3, 0.9, 0.5, 0.9), 0));
    assertFalse(region.covers(rectangle(0.6, 0.6, 0.4, 0.4), 0));
    Random random = new Random(3);
    for (int i = 0; i < 10_000; i++) {
      Vec3 p = region.point(random.nextDouble(), random.nextDouble(), random.nextDouble());
      assertTrue(p.y() <= 0.61 + 1e-6 || p.x() <= 0.57 + 1e-6, "seed 3, draw " + i + ": " + p);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {5, 64})
  void aRoundTopLosesItsRimAtMost(int segments) {
    NamedSurface top = SupportFinder.find(ClosedMeshes.cylinder(0.55, 0.76, segments)).get(0);
    double exact = 0.55 * 0.55 * segments / 2 * StrictMath.sin(2 * StrictMath.PI / segments);
    double rim = 2 * StrictMath.PI * 0.55 * 1.5 * top.region().cellX();
    assertEquals("top", top.name());
    assertTrue(top.region().area() < exact && top.region().area() > exact - rim);
    double apothem = 0.55 * StrictMath.cos(StrictMath.PI / segments);
    Random random = new Random(segments);
    for (int i = 0; i < 10_000; i++) {
      Vec3 p = top.point(random.nextDouble(), random.nextDouble(), random.nextDouble());
      double farthest = 0;
      for (int side = 0; side < segments; side++) {
        double angle = 2 * StrictMath.PI * (side + 0.5) / segments;
        Vec3 normal = new Vec3(StrictMath.cos(angle), StrictMath.sin(angle), 0);
        farthest = Math.max(farthest, p.dot(normal));
      }
      // The outermost hundredth of a cell is not looked at.
      assertTrue(farthest <= apothem + 0.01 * top.region().cellX(), "draw " + i + ": " + p);
      assertEquals(0.76, p.z(), 1e-6);
    }
  }

  @Test
  void wrongWindingOfAnOpenTopIsForgiven() {
    MeshSurface slab = ClosedMeshes.box(box(-0.6, -0.4, 0.7, 0.6, 0.4, 0.75));
    List<NamedSurface> surfaces = SupportFinder.find(turned(slab, Affine3.IDENTITY, true));
    assertEquals(List.of("top"), names(surfaces));
    assertEquals(0.75, surfaces.get(0).height(), 1e-6);
  }

  @Test
  void theBottomOfASolidIsNoSurface() {
    assertEquals(List.of("top"), names(find(List.of(box(0, 0, 0, 1, 1, 1)))));
  }

  @Test
  void sheetsWithTwoSidesHoldThings() {
    List<Vec3> vertices = new ArrayList<>();
    List<Integer> indices = new ArrayList<>();
    for (double z : new double[] {0.2, 0.6}) {
      int a = vertices.size();
      vertices.addAll(
          List.of(new Vec3(0, 0, z), new Vec3(1, 0, z), new Vec3(1, 0.5, z), new Vec3(0, 0.5, z)));
      indices.addAll(List.of(a, a + 1, a + 2, a, a + 2, a + 3));
      indices.addAll(List.of(a, a + 2, a + 1, a, a + 3, a + 2));
    }
    List<NamedSurface> surfaces = SupportFinder.find(ClosedMeshes.surface(vertices, indices));
    assertEquals(List.of("board_1", "top"), names(surfaces));
    assertEquals(0.4, surfaces.get(0).region().leastFreeHeight(), 1e-6);
    assertEquals(0.5, surfaces.get(0).region().area(), 1e-6);
  }

  @Test
  void slopesHoldNothing() {
    MeshSurface slab = ClosedMeshes.box(box(-0.6, -0.4, 0, 0.6, 0.4, 0.05));
    for (double degrees : new double[] {0, 0.05}) {
      Affine3 tilt = Rotations.aboutAxis(Vec3.UNIT_Y, Rotations.radians(degrees));
      assertEquals(List.of("top"), names(SupportFinder.find(turned(slab, tilt, false))));
    }
    for (double degrees : new double[] {1, 10, 45}) {
      Affine3 tilt = Rotations.aboutAxis(Vec3.UNIT_Y, Rotations.radians(degrees));
      assertEquals(List.of(), SupportFinder.find(turned(slab, tilt, false)), degrees + " degrees");
    }
  }

  @Test
  void roundAndPointedThingsHoldNothing() {
    assertEquals(List.of(), SupportFinder.find(ClosedMeshes.sphere(Vec3.ZERO, 0.5, 32)));
    assertEquals(List.of(), SupportFinder.find(ClosedMeshes.tetrahedron(1)));
    assertEquals(List.of(), SupportFinder.find(ClosedMeshes.surface(new float[0], new int[0])));
  }

  @Test
  void stairsHaveBoundedSurfaces() {
    List<Aabb> steps = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      steps.add(box(0, 0.3 * i, 0, 1, 0.3 * i + 0.3, 0.2 * (i + 1)));
    }
    List<NamedSurface> surfaces = find(steps);
    assertEquals(NamedSurface.MAX_COUNT, surfaces.size());
    assertEquals("top", surfaces.get(surfaces.size() - 1).name());
    assertEquals("board_15", surfaces.get(surfaces.size() - 2).name());
  }

  @Test
  void theOrderOfTrianglesDoesNotMatter() {
    for (long seed = 1; seed <= 5; seed++) {
      List<Aabb> boxes = new ArrayList<>(shelf());
      boxes.addAll(table().stream().map(one -> shifted(one, 2)).toList());
      List<NamedSurface> expected = find(boxes);
      Collections.shuffle(boxes, new Random(seed));
      assertEquals(expected, find(boxes), "seed " + seed);
    }
  }

  private static Aabb shifted(Aabb box, double y) {
    Vec3 offset = new Vec3(0, y, 0);
    return new Aabb(box.min().plus(offset), box.max().plus(offset));
  }

  private static List<Vec3> rectangle(double x, double y, double width, double depth) {
    double w = width / 2;
    double d = depth / 2;
    return List.of(
        new Vec3(x - w, y - d, 0),
        new Vec3(x + w, y - d, 0),
        new Vec3(x + w, y + d, 0),
        new Vec3(x - w, y + d, 0));
  }

  private static MeshSurface turned(MeshSurface surface, Affine3 turn, boolean insideOut) {
    LevelTriangles triangles = surface.triangles();
    List<Vec3> vertices = new ArrayList<>();
    List<Integer> indices = new ArrayList<>();
    float[] p = triangles.positions();
    for (int i = 0; i < p.length; i += 3) {
      vertices.add(turn.transformPoint(new Vec3(p[i], p[i + 1], p[i + 2])));
    }
    for (int i = 0; i < triangles.count(); i++) {
      indices.add(triangles.vertex(i, 0));
      indices.add(triangles.vertex(i, insideOut ? 2 : 1));
      indices.add(triangles.vertex(i, insideOut ? 1 : 2));
    }
    return ClosedMeshes.surface(vertices, indices);
  }
}
