package org.diorama.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.diorama.core.geometry.ImageBox;
import org.diorama.core.geometry.PinholeCamera;
import org.diorama.core.geometry.PixelBox;
import org.diorama.core.label.InstanceAnnotation;
import org.diorama.core.label.InstanceMeasures;
import org.diorama.core.label.LabelAssets;
import org.diorama.core.label.LabelJob;
import org.diorama.core.label.Labeler;
import org.diorama.core.label.Occluder;
import org.diorama.core.label.keypoint.KeypointLabel;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.Rotations;
import org.diorama.core.math.Vec3;
import org.diorama.core.render.Channel;
import org.diorama.core.render.RenderSession;
import org.diorama.core.render.RenderedFrame;
import org.diorama.core.render.RenderedView;
import org.diorama.core.scene.Annotator;
import org.diorama.core.scene.Annotators;
import org.diorama.core.scene.FloatFiles;

/**
 * From geometry to the values of annotations, where these have closed forms, by any renderer. Of
 * one session, since it must forget each scene.
 */
public final class LabelCasesContract {
  private static final Annotators ALL = new Annotators(List.of(Annotator.values()), FloatFiles.NPY);

  /** 64 × 48 pixels; what stands 10 m away and is 1 m wide covers 6 of them. */
  private static final PinholeCamera SMALL = new PinholeCamera(64, 48, 60, 60, 32, 24);

  private static final Affine3 NORTH = Rotations.lookAt(Vec3.ZERO, Vec3.UNIT_Y);

  private final RenderSession session;
  private final InMemoryAssets assets;
  private final TestScene scene;

  /**
   * @param session of these assets; the caller closes it
   * @param assets {@link AnalyticScenes#shapes}
   */
  public LabelCasesContract(RenderSession session, InMemoryAssets assets) {
    this.session = session;
    this.assets = assets;
    scene = new TestScene(assets, Vec3.ZERO).camera(SMALL, NORTH);
  }

  private RenderedFrame draw(TestScene drawn) {
    return session.submit(List.of(LabelJob.of(drawn.frame(), ALL))).get(0).join();
  }

  private List<List<InstanceAnnotation>> views() {
    try (RenderedFrame frame = draw(scene)) {
      return Labeler.label(scene.frame(), frame, ALL, new LabelAssets(assets)).views().stream()
          .map(view -> view.instances())
          .toList();
    }
  }

  private InstanceMeasures measures(int id) {
    return views().get(0).get(id - 1).measures();
  }

  /** Instance 1: a cube of side 2 with its near face at 6 m, 20 pixels wide. */
  private void cube() {
    scene.add("box", AnalyticScenes.centered(new Vec3(0, 7, 0), 2));
  }

  private static void assertBox(double x, double y, double w, double h, ImageBox box) {
    assertEquals(x, box.x(), 1e-6);
    assertEquals(y, box.y(), 1e-6);
    assertEquals(w, box.width(), 1e-6);
    assertEquals(h, box.height(), 1e-6);
  }

  public void aCubeSeenWhole() {
    cube();
    InstanceMeasures cube = measures(1);
    assertEquals(new ImageBox(22, 14, 20, 20), cube.boxAmodal().orElseThrow());
    assertBox(22, 14, 20, 20, cube.boxFull().orElseThrow());
    assertBox(22, 14, 20, 20, cube.boxLoose().orElseThrow());
    assertEquals(new Vec3(2, 2, 2), cube.box().orElseThrow().size());
    assertEquals(7, cube.box().orElseThrow().cameraFromBox().translation().z(), 1e-9);
    assertEquals(7, cube.extent().orElseThrow().distance(), 1e-9);
    // The pixels around the center lie half a pixel off the axis.
    assertEquals(
        6 * Math.sqrt(1 + 2 * 0.25 / 3600),
        cube.extent().orElseThrow().nearest().orElseThrow(),
        1e-5);
    assertEquals(20, cube.extent().orElseThrow().pixels().orElseThrow(), 1e-6);
    assertEquals(OptionalInt.of(1), cube.pieces());
    assertEquals(List.of(), cube.occluders().orElseThrow());
    assertEquals(400, cube.silhouette().orElseThrow().count());
  }

  /** A post without a label before the cube's middle: two pieces, one silhouette. */
  public void anUnlabelledOccluderInFrontIsNamed() {
    cube();
    int post =
        scene.addUnlabelled(
            "quad",
            Affine3.translation(new Vec3(0, 3, -2)).times(Affine3.scaling(new Vec3(0.2, 1, 4))));
    InstanceMeasures cube = measures(1);
    // 4 columns of 20 pixels.
    assertEquals(List.of(new Occluder(post, 80, 80)), cube.occluders().orElseThrow());
    assertEquals(OptionalInt.of(2), cube.pieces());
    assertEquals(new ImageBox(22, 14, 20, 20), cube.boxAmodal().orElseThrow());
    InstanceAnnotation annotation = views().get(0).get(0);
    assertEquals(320, annotation.area());
    assertEquals(0.8, annotation.visibleFraction());
    assertEquals(InstanceMeasures.NONE, views().get(0).get(1).measures());
  }

  /**
   * However smooth the edge of a turned card is in color, its depth is that of one surface or the
   * other, never between.
   */
  public void depthAtEdgesHasTwoValues() {
    scene.add("quad", upright(8, 20));
    int card = scene.add("quad", Rotations.aboutAxis(Vec3.UNIT_Y, 0.35).times(upright(4, 1.5)));
    try (RenderedFrame frame = draw(scene)) {
      RenderedView view = frame.views().get(0);
      FloatBuffer depths = view.plane(Channel.DEPTH).order(ByteOrder.nativeOrder()).asFloatBuffer();
      Map<Float, Integer> pixels = new TreeMap<>();
      for (int pixel = 0; pixel < depths.limit(); pixel++) {
        int id = view.plane(Channel.INSTANCE).getShort(2 * pixel);
        assertEquals(id == card ? 4f : 8f, depths.get(pixel), "pixel " + pixel);
        pixels.merge(depths.get(pixel), 1, Integer::sum);
      }
      assertEquals(Set.of(4f, 8f), pixels.keySet());
      // 22.5 pixels wide and high.
      assertEquals(22.5 * 22.5, pixels.get(4f), 12);
    }
  }

  /** A square that faces the camera with its middle on the axis. */
  private static Affine3 upright(double away, double side) {
    return Affine3.translation(new Vec3(0, away, 0))
        .times(Affine3.scaling(new Vec3(side, 1, side)))
        .times(Affine3.translation(new Vec3(0, 0, -0.5)));
  }

  /** Half of it lies beyond the image: the amodal box ends there, the full box does not. */
  public void theFullBoxGoesBeyondTheImage() {
    scene.add("box", AnalyticScenes.centered(new Vec3(3.2, 7, 0), 2));
    InstanceMeasures cube = measures(1);
    double left = 32 + 60 * 2.2 / 8;
    assertBox(left, 14, 32 + 42 - left, 20, cube.boxFull().orElseThrow());
    ImageBox amodal = cube.boxAmodal().orElseThrow();
    assertEquals(64, amodal.x() + amodal.width());
    // The first pixel whose center lies inside.
    assertEquals(Math.ceil(left - 0.5), amodal.x());
  }

  public void aRingKeepsItsHoleAndIsOnePiece() {
    scene.add(
        "torus",
        Affine3.translation(new Vec3(0, 6, 0))
            .times(Rotations.aboutAxis(Vec3.UNIT_X, Math.PI / 2))
            .times(Affine3.scaling(new Vec3(4, 4, 1))));
    InstanceMeasures ring = measures(1);
    assertEquals(OptionalInt.of(1), ring.pieces());
    assertTrue(!ring.silhouette().orElseThrow().covers(32, 24), "its hole");
    assertTrue(ring.silhouette().orElseThrow().count() > 300);
    assertEquals(views().get(0).get(0).area(), ring.silhouette().orElseThrow().count());
  }

  /** Of a box's corners the near ones are seen, the far ones hidden by it. */
  public void cornersInFrontAndBehind() {
    cube();
    List<KeypointLabel> points = measures(1).keypoints().orElseThrow();
    assertEquals(8, points.size());
    for (KeypointLabel point : points) {
      boolean near = point.name().contains("front");
      assertEquals(near ? KeypointLabel.VISIBLE : KeypointLabel.HIDDEN, point.v(), point.name());
      double z = near ? 6 : 8;
      assertEquals(z, point.position().z(), 1e-9);
      // A model's left is +X, to the right of a camera that it faces away from.
      double side = point.name().endsWith("left") ? 1 : -1;
      assertEquals(32 + side * 60 / z, point.x(), 1e-9, point.name());
    }
  }

  /** One cube, two cameras: one id, one track, boxes of their own. */
  public void severalCamerasShareTheInstance() {
    scene.camera("left", SMALL, Affine3.translation(new Vec3(-0.5, 0, 0)).times(NORTH));
    scene.camera("right", SMALL, Affine3.translation(new Vec3(0.5, 0, 0)).times(NORTH));
    cube();
    List<List<InstanceAnnotation>> views = views();
    assertEquals(2, views.size());
    assertEquals(1, views.get(0).get(0).instanceId());
    assertEquals(1, views.get(1).get(0).instanceId());
    InstanceMeasures left = views.get(0).get(0).measures();
    InstanceMeasures right = views.get(1).get(0).measures();
    assertBox(27, 14, 20, 20, left.boxFull().orElseThrow());
    assertBox(17, 14, 20, 20, right.boxFull().orElseThrow());
    assertEquals(left.box().orElseThrow().worldFromBox(), right.box().orElseThrow().worldFromBox());
    assertEquals(
        1,
        left.pose().orElseThrow().cameraFromObject().translation().x()
            - right.pose().orElseThrow().cameraFromObject().translation().x(),
        1e-12);
  }

  /** At every angle of view, tight, amodal and full box are the same, to the pixel. */
  public void boxesAgreeAtEveryAngleOfView(double degrees) {
    double focal = Rotations.focalLength(64, Rotations.radians(degrees));
    scene.camera(new PinholeCamera(64, 48, focal, focal, 32, 24), NORTH);
    // Its front, 4 m away, is 24 pixels wide, and no edge of it runs through a pixel's center.
    double side = 24 * 4 / focal;
    scene.add("box", AnalyticScenes.centered(new Vec3(0, 4 + side / 2, 0), side));
    InstanceAnnotation cube = views().get(0).get(0);
    ImageBox front = new ImageBox(20, 12, 24, 24);
    assertEquals(new PixelBox(20, 12, 44, 36), cube.box());
    assertEquals(front, cube.measures().boxAmodal().orElseThrow());
    assertBox(20, 12, 24, 24, cube.measures().boxFull().orElseThrow());
    assertBox(20, 12, 24, 24, cube.measures().boxLoose().orElseThrow());
  }

  /** What has gone leaves nothing: the same session draws a frame with one thing less. */
  public void whatIsDeletedLeavesNoBox() {
    cube();
    TestScene before = new TestScene(assets, Vec3.ZERO).camera(SMALL, NORTH);
    before.add("box", AnalyticScenes.centered(new Vec3(0, 7, 0), 2));
    before.add("box", AnalyticScenes.centered(new Vec3(2, 5, 0), 1));
    LabelAssets known = new LabelAssets(assets);
    String alone = "";
    for (TestScene each : List.of(scene, before, scene)) {
      try (RenderedFrame frame = draw(each)) {
        List<InstanceAnnotation> found =
            Labeler.label(each.frame(), frame, ALL, known).views().get(0).instances();
        assertEquals(each == before ? 2 : 1, found.size());
        String text =
            found.stream()
                .map(
                    one ->
                        one.box()
                            + " "
                            + one.measures().boxAmodal()
                            + one.measures().occluders()
                            + one.measures().silhouette().orElseThrow().count())
                .collect(Collectors.joining());
        if (each == scene) {
          assertTrue(alone.isEmpty() || alone.equals(text), alone + " / " + text);
          alone = text;
        }
      }
    }
  }
}
