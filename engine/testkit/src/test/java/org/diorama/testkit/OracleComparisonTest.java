package org.diorama.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.diorama.core.geometry.PinholeCamera;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.Rotations;
import org.diorama.core.math.Vec3;
import org.diorama.core.render.InstanceCoverage;
import org.diorama.core.render.RenderJob;
import org.diorama.core.render.RenderedFrame;
import org.diorama.core.render.RenderedView;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;

/** The judge must acquit the innocent and find every kind of fault. */
class OracleComparisonTest {
  private final TestScene scene = boxOnGround();
  private final ExactImage image = new ExactImage(scene);

  /** Instance 1 is ground, 2 a box with a silhouette in general position. */
  private static TestScene boxOnGround() {
    TestScene scene = new TestScene(AnalyticScenes.shapes(), Vec3.ZERO);
    scene.camera(
        new PinholeCamera(80, 60, 70, 70, 40, 30),
        Rotations.lookAt(new Vec3(2, -4, 3), new Vec3(0, 0, 0.4)));
    scene.add("plane", Affine3.scaling(new Vec3(100, 100, 1)));
    scene.add("box", Rotations.yaw(0.3));
    return scene;
  }

  private OracleReport judge(RenderedView view) {
    RenderJob job = scene.job();
    return new OracleComparison(job, job.views().get(0), scene.assets()).judge(view);
  }

  @Test
  void exactPlanesPass() {
    OracleReport report = judge(image.view(row -> row));
    report.assertAgreement("exact planes");
    assertEquals(0, report.differing());
    assertEquals(80 * 60, report.pixels());
  }

  /** A rig's images must come in its own order, all of them. */
  @Test
  void swappedAndMissingViewsAreFound() {
    RenderedView view = image.view(row -> row);
    TestScene rig =
        boxOnGround()
            .camera("", scene.job().views().get(0).camera(), Affine3.IDENTITY)
            .camera("other", new PinholeCamera(8, 6, 7, 7, 4, 3), Affine3.IDENTITY);
    RenderedView narrow = new RenderedView("", 79, 60, view.planes(), view.instances());
    RenderedView named = new RenderedView("other", 80, 60, view.planes(), view.instances());
    for (List<RenderedView> views : List.of(List.of(named, named), List.of(narrow, narrow))) {
      OracleReport report = OracleComparison.judge(rig.job(), frame(views), rig.assets());
      assertEquals(2, report.disagreements().size(), report.disagreements().toString());
    }
    RenderJob job = scene.job();
    assertEquals(
        List.of(),
        OracleComparison.judge(job, frame(List.of(view)), scene.assets()).disagreements());
    assertEquals(
        List.of("2 views, not 1"),
        OracleComparison.judge(job, frame(List.of(view, view)), scene.assets()).disagreements());
  }

  private static RenderedFrame frame(List<RenderedView> views) {
    return new RenderedFrame() {
      @Override
      public List<RenderedView> views() {
        return views;
      }

      @Override
      public void close() {
        // The planes are garbage-collected.
      }
    };
  }

  @Test
  void aWrongIdFarFromEveryEdgeIsFound() {
    int pixel = 30 * image.width + 40;
    assertEquals(2, image.ids[pixel]);
    image.ids[pixel] = 1;
    assertEquals(
        2, judge(image.view(row -> row)).disagreements().size(), "and whose surface it is");
  }

  @Test
  void aHoleIsFound() {
    int pixel = 55 * image.width + 3;
    assertEquals(1, image.ids[pixel]);
    image.ids[pixel] = 0;
    image.depths[pixel] = 0;
    assertEquals(2, judge(image.view(row -> row)).disagreements().size(), "with a surface in it");
  }

  @Test
  void wrongDepthIsFound() {
    assertEquals(0, disagreementsOnAWall(0.9e-5));
    assertEquals(1, disagreementsOnAWall(1.1e-5));
    assertEquals(1, disagreementsOnAWall(-1.1e-5));
  }

  private static int disagreementsOnAWall(double relativeError) {
    TestScene wall = AnalyticScenes.quadAtTenMeters(Vec3.ZERO);
    ExactImage wallImage = new ExactImage(wall);
    wallImage.depths[777] *= (float) (1 + relativeError);
    RenderJob job = wall.job();
    RenderedView view = wallImage.view(row -> row);
    return new OracleComparison(job, job.views().get(0), wall.assets())
        .judge(view)
        .disagreements()
        .size();
  }

  @Test
  void wrongNormalsAlbedosAndPartsAreFound() {
    int pixel = 30 * image.width + 40;
    Vec3 right = image.normals[pixel];
    Vec3 aside = right.cross(Vec3.UNIT_X).normalize();
    for (Vec3 wrong : List.of(right.negate(), turned(right, aside, 0.12), right.times(1.001))) {
      image.normals[pixel] = wrong;
      assertEquals(1, judge(image.view(row -> row)).disagreements().size(), "normal " + wrong);
    }
    image.normals[pixel] = turned(right, aside, 0.09);
    judge(image.view(row -> row)).assertAgreement("a normal within the tolerance");
    image.parts[pixel]++;
    assertEquals(1, judge(image.view(row -> row)).disagreements().size(), "part");
    image.parts[pixel]--;
    for (int component = 0; component < 4; component++) {
      image.albedos[pixel][component] -= 2;
      assertEquals(1, judge(image.view(row -> row)).disagreements().size(), "albedo");
      image.albedos[pixel][component] += 2;
    }
  }

  private static Vec3 turned(Vec3 normal, Vec3 aside, double degrees) {
    double angle = Math.toRadians(degrees);
    return normal.times(Math.cos(angle)).plus(aside.times(Math.sin(angle)));
  }

  @Test
  void whatIsSeenWhereNothingIsIsFound() {
    TestScene cube = AnalyticScenes.cube(Vec3.ZERO);
    ExactImage around = new ExactImage(cube);
    assertEquals(0, around.ids[3], "the sky");
    around.parts[3] = 1;
    RenderJob job = cube.job();
    OracleComparison judge = new OracleComparison(job, job.views().get(0), cube.assets());
    assertEquals(1, judge.judge(around.view(row -> row)).disagreements().size());
  }

  @Test
  void aTurnedBitOfASilhouetteIsFound() {
    assertEquals(0, judge(withSilhouettes(0, -1, 0, 0)).disagreements().size());
    // One more than the box has, far from it; the table counts it.
    assertFound("instance 2: silhouette at pixel (3, 3): true", withSilhouettes(1, 3, 3, 1));
    // One that ground behind the box lacks.
    assertFound("instance 1: silhouette at pixel (40, 30): false", withSilhouettes(0, 40, 30, -1));
    assertThrows(AssertionFailedError.class, () -> judge(withSilhouettes(0, 40, 30, 0)));
  }

  private void assertFound(String fault, RenderedView view) {
    List<String> found = judge(view).disagreements();
    assertTrue(found.contains(fault), found::toString);
  }

  /**
   * @param more pixels that the table counts of the row
   */
  private RenderedView withSilhouettes(int row, int x, int y, int more) {
    RenderedView view =
        image.view(
            each ->
                each.instanceId() == row + 1
                    ? changed(each, each.silhouettePixels() + more, 0)
                    : each);
    return new RenderedView(
        "",
        view.width(),
        view.height(),
        view.planes(),
        view.instances(),
        image.silhouettes(row, x, y));
  }

  @Test
  void edgesShiftedByATenthOfAPixelAreFound() {
    RenderJob job = scene.job();
    PinholeCamera shifted = new PinholeCamera(80, 60, 70, 70, 40.1, 30.1);
    TestScene other = boxOnGround().camera(shifted, job.views().get(0).worldFromCamera());
    assertTrue(judge(new ExactImage(other).view(row -> row)).disagreements().size() > 4);
  }

  @Test
  void edgesShiftedByAFewThousandthsOfAPixelAreExcused() {
    RenderJob job = scene.job();
    PinholeCamera shifted = new PinholeCamera(80, 60, 70, 70, 40.004, 30.004);
    TestScene other = boxOnGround().camera(shifted, job.views().get(0).worldFromCamera());
    ExactImage moved = new ExactImage(other);
    // Only ids are shifted here; the depth of the shifted plane is the exact one's business.
    for (int pixel = 0; pixel < moved.ids.length; pixel++) {
      if (moved.ids[pixel] == image.ids[pixel]) {
        moved.depths[pixel] = image.depths[pixel];
      }
    }
    judge(moved.view(row -> row)).assertAgreement("shifted by 0.004 px");
  }

  @Test
  void wrongSilhouetteAndTruncationAreFound() {
    assertEquals(
        2,
        judge(image.view(row -> changed(row, row.silhouettePixels() + 40, 0)))
            .disagreements()
            .size());
    assertEquals(
        1,
        judge(image.view(row -> changed(row, row.silhouettePixels(), 0.02)))
            .disagreements()
            .size());
  }

  private static InstanceCoverage changed(InstanceCoverage row, int silhouette, double truncation) {
    return new InstanceCoverage(
        row.instanceId(),
        row.visiblePixels(),
        silhouette,
        row.box(),
        row.nearestDepth(),
        row.farthestDepth(),
        row.truncation() == 0 ? truncation : row.truncation(),
        row.contrast());
  }

  @Test
  void aTableThatContradictsThePlanesIsFound() {
    RenderedView view = image.view(row -> row);
    image.ids[30 * image.width + 40] = 1;
    RenderedView mixed =
        new RenderedView(
            "", view.width(), view.height(), image.view(row -> row).planes(), view.instances());
    assertThrows(AssertionFailedError.class, () -> judge(mixed));
  }

  @Test
  void tooLargeAnExcludedShareFails() {
    OracleReport report = new OracleReport(1000, 21, 0, List.of());
    assertThrows(AssertionFailedError.class, () -> report.assertAgreement("a blur"));
  }
}
