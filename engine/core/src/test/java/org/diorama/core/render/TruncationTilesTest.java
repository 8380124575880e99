package org.diorama.core.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import org.diorama.core.geometry.PinholeCamera;
import org.diorama.core.geometry.PixelBox;
import org.diorama.core.geometry.ProjectedBounds;
import org.diorama.core.geometry.ProjectedBounds.Relation;
import org.diorama.core.math.Aabb;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.Rotations;
import org.diorama.core.math.Vec3;
import org.diorama.core.render.TruncationTiles.PlacedBounds;
import org.junit.jupiter.api.Test;

class TruncationTilesTest {
  private static final PinholeCamera CAMERA = new PinholeCamera(320, 240, 300, 300, 160, 120);

  /** A sphere centered on a frame edge's plane is halved by it, whatever its distance. */
  @Test
  void sphereCenteredOnTheFrameEdgeIsHalfTruncated() {
    for (double distance : new double[] {4, 9, 50}) {
      Vec3 center = CAMERA.direction(320, 120).times(distance);
      assertEquals(0.5, truncation(center, 1), 0.005, "at " + distance);
    }
  }

  @Test
  void sphereInsideAndOutside() {
    assertEquals(0, truncation(new Vec3(0, 0, 9), 1), 0);
    assertEquals(1, truncation(new Vec3(0, 0, -9), 1), 0);
  }

  /** Around the camera a sphere shows everywhere: the frame's own solid angle of 4π is inside. */
  @Test
  void sphereAroundTheCamera() {
    double a = 160 / 300.0;
    double b = 120 / 300.0;
    double frame = 4 * StrictMath.asin(a * b / Math.sqrt((1 + a * a) * (1 + b * b)));
    assertEquals(1 - frame / (4 * StrictMath.PI), truncation(Vec3.ZERO, 1), 0.001);
  }

  @Test
  void relationOfBounds() {
    Aabb unit = new Aabb(new Vec3(-1, -1, -1), new Vec3(1, 1, 1));
    assertEquals(Relation.INSIDE, at(unit, 0, 0, 9).relation());
    assertEquals(new PixelBox(121, 81, 199, 159), at(unit, 0, 0, 9).box());
    assertEquals(Relation.CROSSING, at(unit, 5, 0, 9).relation());
    assertEquals(Relation.OUTSIDE, at(unit, 9, 0, 9).relation());
    assertEquals(Relation.OUTSIDE, at(unit, 0, 0, -9).relation());
    assertEquals(new PixelBox(0, 0, 320, 240), at(unit, 0, 0, 0).box());
  }

  /** No corner of a box may escape the tiles that are to cover it. */
  @Test
  void tilesSeeAllCorners() {
    SplittableRandom random = new SplittableRandom(5);
    for (int i = 0; i < 2000; i++) {
      Aabb bounds =
          new Aabb(
              Vec3.ZERO,
              new Vec3(random.nextDouble(9), random.nextDouble(9), random.nextDouble(9)));
      Affine3 pose =
          Affine3.translation(
                  new Vec3(
                      random.nextDouble(-9, 9), random.nextDouble(-9, 9), random.nextDouble(-9, 9)))
              .times(Rotations.yaw(random.nextDouble(6)));
      List<TruncationTile> tiles = TruncationTiles.cover(List.of(new PlacedBounds(bounds, pose)));
      for (int corner = 0; corner < 8; corner++) {
        Vec3 point = pose.transformPoint(bounds.corner(corner));
        assertTrue(tiles.stream().anyMatch(t -> sees(t, point)), "seed 5, case " + i);
      }
    }
  }

  private static boolean sees(TruncationTile tile, Vec3 point) {
    Vec3 p = tile.viewFromTile().inverse().transformPoint(point);
    double u = tile.camera().projectX(p);
    double v = tile.camera().projectY(p);
    int size = TruncationTiles.SIZE;
    return p.z() > 0 && u >= -1e-9 && v >= -1e-9 && u <= size + 1e-9 && v <= size + 1e-9;
  }

  private static ProjectedBounds at(Aabb bounds, double x, double y, double z) {
    return ProjectedBounds.of(CAMERA, bounds, Affine3.translation(new Vec3(x, y, z)));
  }

  private static double truncation(Vec3 center, double radius) {
    Vec3 half = new Vec3(radius, radius, radius);
    Affine3 viewFromObject = Affine3.translation(center);
    List<TruncationTile> tiles =
        TruncationTiles.cover(
            List.of(new PlacedBounds(new Aabb(half.negate(), half), viewFromObject)));
    return TruncationTiles.truncation(
        CAMERA,
        tiles,
        (tile, x, y) -> {
          TruncationTile t = tiles.get(tile);
          Vec3 direction =
              t.viewFromTile()
                  .transformDirection(t.camera().direction(x + 0.5, y + 0.5))
                  .normalize();
          double along = direction.dot(center);
          double offAxis = center.dot(center) - along * along;
          boolean around = center.length() <= radius;
          return around || (along > 0 && offAxis <= radius * radius);
        });
  }
}
