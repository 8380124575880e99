package org.diorama.assets.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.diorama.assets.bake.ImportOptions;
import org.diorama.core.math.Aabb;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.Vec3;
import org.diorama.core.scene.AssetReference.UpAxis;
import org.junit.jupiter.api.Test;

class AssetFrameTest {
  private static final List<Double> QUARTER_TURN_ABOUT_Y =
      List.of(0.0, 0.0, 1.0, 0.0, 1.0, 0.0, -1.0, 0.0, 0.0);

  private static void assertVector(Vec3 expected, Vec3 actual) {
    assertEquals(0, expected.minus(actual).length(), 1e-12, () -> expected + " != " + actual);
  }

  @Test
  void yUpBecomesZUpAndTheFrontLooksAlongMinusY() {
    Affine3 turned = AssetFrame.turnedFromFile(ImportOptions.of(1, UpAxis.Y));
    assertVector(Vec3.UNIT_Z, turned.transformDirection(Vec3.UNIT_Y));
    assertVector(Vec3.UNIT_Y.negate(), turned.transformDirection(Vec3.UNIT_Z));
    assertVector(Vec3.UNIT_X, turned.transformDirection(Vec3.UNIT_X));
    assertEquals(1, turned.determinant(), 1e-12);
    assertEquals(Affine3.IDENTITY, AssetFrame.turnedFromFile(ImportOptions.of(1, UpAxis.Z)));
  }

  @Test
  void theFilesRotationComesBeforeItsUpAxis() {
    ImportOptions options =
        new ImportOptions(1, UpAxis.Y, QUARTER_TURN_ABOUT_Y, Optional.empty(), List.of());
    // File +X goes to -Z by the rotation, then to +Y by standing up.
    assertVector(Vec3.UNIT_Y, AssetFrame.turnedFromFile(options).transformDirection(Vec3.UNIT_X));
  }

  @Test
  void unitsScaleAboutTheOrigin() {
    Aabb far = new Aabb(new Vec3(100, 0, 0), new Vec3(200, 10, 10));
    Affine3 asset = AssetFrame.assetFromTurned(ImportOptions.of(0.01, UpAxis.Z), far);
    assertVector(new Vec3(1, 0, 0), asset.transformPoint(far.min()));
    assertVector(new Vec3(2, 0.1, 0.1), asset.transformPoint(far.max()));
  }

  @Test
  void aGivenSizeStretchesCentersAndStands() {
    Aabb turned = new Aabb(new Vec3(10, 20, 30), new Vec3(12, 24, 38));
    ImportOptions options =
        new ImportOptions(
            7, UpAxis.Z, QUARTER_TURN_ABOUT_Y, Optional.of(new Vec3(1, 1, 1)), List.of());
    Affine3 asset = AssetFrame.assetFromTurned(options, turned);
    assertVector(new Vec3(-0.5, -0.5, 0), asset.transformPoint(turned.min()));
    assertVector(new Vec3(0.5, 0.5, 1), asset.transformPoint(turned.max()));
  }

  @Test
  void flatModelsStayFlat() {
    Aabb flat = new Aabb(new Vec3(0, 0, 5), new Vec3(2, 2, 5));
    ImportOptions options =
        new ImportOptions(
            1, UpAxis.Z, QUARTER_TURN_ABOUT_Y, Optional.of(new Vec3(1, 1, 0.1)), List.of());
    Affine3 asset = AssetFrame.assetFromTurned(options, flat);
    assertVector(new Vec3(0.5, 0.5, 0), asset.transformPoint(flat.max()));
  }
}
