package org.diorama.core.label.box;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.diorama.core.geometry.ImageBox;
import org.diorama.core.geometry.PinholeCamera;
import org.diorama.core.math.Aabb;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.Rotations;
import org.diorama.core.math.Vec3;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FullBoxTest {
  private static final PinholeCamera CAMERA = new PinholeCamera(320, 240, 300, 200, 160, 120);

  private static Optional<ImageBox> box(LevelPoints points, Affine3 cameraFromObject) {
    return FullBox.of(CAMERA, Affine3.IDENTITY, List.of(new Body(points, cameraFromObject)));
  }

  private static void assertBox(double x, double y, double width, double height, ImageBox box) {
    assertEquals(x, box.x(), 1e-9);
    assertEquals(y, box.y(), 1e-9);
    assertEquals(width, box.width(), 1e-9);
    assertEquals(height, box.height(), 1e-9);
  }

  private static Affine3 cubeAt(double x, double y, double z, double size) {
    return Affine3.translation(new Vec3(x, y, z))
        .times(Affine3.scaling(new Vec3(size, size, size)));
  }

  /** The near side, at 6 m, is what is widest. */
  @Test
  void ofACubeItsNearSide() {
    assertBox(110, 120 - 100 / 3.0, 100, 200 / 3.0, box(Bodies.cube(), cubeAt(0, 0, 7, 2)).get());
  }

  @Test
  void itGoesBeyondTheImage() {
    assertBox(
        160 + 300 * 9 / 8.0,
        120 - 200 / 6.0,
        300 * (11 / 6.0 - 9 / 8.0),
        200 / 3.0,
        box(Bodies.cube(), cubeAt(10, 0, 7, 2)).get());
  }

  @Test
  void nothingOfWhatLiesBehind() {
    assertEquals(Optional.empty(), box(Bodies.cube(), cubeAt(0, 0, -7, 2)));
  }

  /** Its edge leaves at x = 1, where z is a millimeter: 300 · 1 / 0.001 pixels from the center. */
  @Test
  void whatPassesTheCameraIsCutAMillimeterBeforeIt() {
    LevelPoints triangle =
        new LevelPoints(
            new float[] {0, 0, 2.001f, 2, 0, -1.999f, 0, 1, 2.001f},
            new int[] {0, 1, 2},
            new Aabb(new Vec3(0, 0, -1.999), new Vec3(2, 1, 2.001)));
    ImageBox box = box(triangle, Affine3.IDENTITY).get();
    assertEquals(160, box.x(), 1e-9);
    assertEquals(300_000, box.width(), 0.1);
    assertEquals(120, box.y(), 1e-9);
    // Half of the edge that rises by a meter.
    assertEquals(200 * 0.5 / 1e-3, box.height(), 0.1);
  }

  @Test
  void ofTwoBodiesTheBoxAroundBoth() {
    Optional<ImageBox> box =
        FullBox.of(
            CAMERA,
            Affine3.IDENTITY,
            List.of(
                new Body(Bodies.cube(), cubeAt(-2, 0, 7, 2)),
                new Body(Bodies.cube(), cubeAt(3, 0, 7, 2))));
    assertBox(160 - 150, 120 - 100 / 3.0, 350, 200 / 3.0, box.get());
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 10, 45, 90, 120, 150})
  void aCubeThatFillsTheImageDoesSoAtEveryAngleOfView(double degrees) {
    double focal = Rotations.focalLength(640, Rotations.radians(degrees));
    PinholeCamera camera = new PinholeCamera(640, 480, focal, focal, 320, 240);
    // Its front lies at 3 m.
    double side = 640 * 3 / focal;
    ImageBox box =
        FullBox.of(
                camera,
                Affine3.IDENTITY,
                List.of(new Body(Bodies.cube(), cubeAt(0, 0, 3 + side / 2, side))))
            .get();
    assertEquals(0, box.x(), 1e-4);
    assertEquals(640, box.width(), 1e-4);
    assertEquals(-80, box.y(), 1e-4);
    assertEquals(640, box.height(), 1e-4);
  }

  /** Against triangles cut one by one: Sutherland and Hodgman, 1974. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void agreesWithPolygonsCutByThePlane(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 20; i++) {
      LevelPoints soup = Bodies.soup(random, 6);
      Affine3 pose = Bodies.turned(random, Bodies.gaussian(random));
      List<Vec3> seen = new ArrayList<>();
      for (int t = 0; t < soup.triangles().length; t += 3) {
        List<Vec3> corners = new ArrayList<>();
        for (int k = 0; k < 3; k++) {
          corners.add(pose.transformPoint(Bodies.point(soup.positions(), soup.triangles()[t + k])));
        }
        seen.addAll(cut(corners));
      }
      Optional<ImageBox> box = box(soup, pose);
      assertEquals(seen.isEmpty(), box.isEmpty(), "seed " + seed);
      if (box.isPresent()) {
        double left = seen.stream().mapToDouble(CAMERA::projectX).min().orElseThrow();
        double right = seen.stream().mapToDouble(CAMERA::projectX).max().orElseThrow();
        double top = seen.stream().mapToDouble(CAMERA::projectY).min().orElseThrow();
        double bottom = seen.stream().mapToDouble(CAMERA::projectY).max().orElseThrow();
        double far = 1e-9 * Math.max(1e3, Math.max(right - left, bottom - top));
        assertEquals(left, box.get().x(), far, "seed " + seed);
        assertEquals(right - left, box.get().width(), far, "seed " + seed);
        assertEquals(top, box.get().y(), far, "seed " + seed);
        assertEquals(bottom - top, box.get().height(), far, "seed " + seed);
      }
    }
  }

  private static List<Vec3> cut(List<Vec3> polygon) {
    double near = 1e-3;
    List<Vec3> kept = new ArrayList<>();
    for (int i = 0; i < polygon.size(); i++) {
      Vec3 from = polygon.get(i);
      Vec3 to = polygon.get((i + 1) % polygon.size());
      if (from.z() >= near) {
        kept.add(from);
      }
      if (from.z() >= near != to.z() >= near) {
        Vec3 at = from.plus(to.minus(from).times((near - from.z()) / (to.z() - from.z())));
        kept.add(new Vec3(at.x(), at.y(), near));
      }
    }
    return kept;
  }
}
