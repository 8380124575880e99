package org.diorama.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.ShortBuffer;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.diorama.core.geometry.ImageBox;
import org.diorama.core.geometry.PinholeCamera;
import org.diorama.core.label.FrameAnnotations;
import org.diorama.core.label.InstanceAnnotation;
import org.diorama.core.label.InstanceMeasures;
import org.diorama.core.label.LabelAssets;
import org.diorama.core.label.LabelJob;
import org.diorama.core.label.Labeler;
import org.diorama.core.label.Occluder;
import org.diorama.core.label.box.Box3d;
import org.diorama.core.label.keypoint.KeypointLabel;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.Vec3;
import org.diorama.core.render.Channel;
import org.diorama.core.render.RenderJob;
import org.diorama.core.render.RenderedView;
import org.diorama.core.render.SilhouetteBits;
import org.diorama.core.sample.SampledFrame;
import org.diorama.core.scene.Annotator;
import org.diorama.core.scene.Annotators;
import org.diorama.core.scene.FloatFiles;

/** How the values of an instance's annotations hang together, whichever renderer drew it. */
public final class InstanceLabelContract {
  /** Every value of an annotation but contrast, which needs color. */
  public static final Annotators VALUES =
      new Annotators(
          List.of(
              Annotator.BBOX_AMODAL,
              Annotator.BBOX_FULL,
              Annotator.BBOX_LOOSE,
              Annotator.BBOX_3D,
              Annotator.POSE,
              Annotator.AMODAL_MASK,
              Annotator.OCCLUSION,
              Annotator.PIECES,
              Annotator.EXTENT,
              Annotator.KEYPOINTS),
          FloatFiles.NPY);

  private static final int SCENES = 5;

  private final String name;
  private final RenderedView view;
  private final PinholeCamera camera;
  private final ShortBuffer ids;
  private final FloatBuffer depths;
  private int checked;

  private InstanceLabelContract(String name, RenderedView view, PinholeCamera camera) {
    this.name = name;
    this.view = view;
    this.camera = camera;
    this.ids = ordered(Channel.INSTANCE).asShortBuffer();
    this.depths = ordered(Channel.DEPTH).asFloatBuffer();
  }

  private ByteBuffer ordered(Channel channel) {
    return view.plane(channel).duplicate().order(ByteOrder.nativeOrder());
  }

  /** What has to be drawn of a frame: no colors. */
  public static RenderJob job(SampledFrame frame) {
    return LabelJob.of(frame, VALUES)
        .withViews(view -> view.with(Set.of(Channel.DEPTH, Channel.INSTANCE)));
  }

  /** Draws random scenes, near the origin and far from it, labels them and checks each value. */
  public static void checkRandomScenes(FinishContract.Drawing renderer) {
    int checked = 0;
    for (long seed = 0; seed < SCENES; seed++) {
      for (Vec3 origin : List.of(Vec3.ZERO, new Vec3(7071.3, -7070.9, 11.7))) {
        checked +=
            check("seed " + seed + " at " + origin, renderer, RandomScenes.rig(seed, origin));
      }
    }
    assertTrue(checked > 8 * SCENES, checked + " annotations");
  }

  private static int check(String name, FinishContract.Drawing renderer, TestScene scene) {
    SampledFrame frame = scene.frame();
    LabelAssets known = new LabelAssets(scene.assets());
    AtomicInteger checked = new AtomicInteger();
    renderer.frame(
        scene.assets(),
        job(frame),
        rendered -> {
          FrameAnnotations labels = Labeler.label(frame, rendered, VALUES, known);
          for (int i = 0; i < labels.views().size(); i++) {
            InstanceLabelContract contract =
                new InstanceLabelContract(
                    name + " view " + i, rendered.views().get(i), frame.cameras().get(i).pinhole());
            List<InstanceAnnotation> annotations = labels.views().get(i).instances();
            annotations.forEach(contract::check);
            contract.checkOrder(
                annotations.stream().filter(label -> label.verdict().isAnnotated()).toList());
            checked.addAndGet(contract.checked);
          }
        });
    return checked.get();
  }

  private void check(InstanceAnnotation label) {
    if (!label.verdict().isAnnotated()) {
      assertEquals(InstanceMeasures.NONE, label.measures());
      return;
    }
    checked++;
    String which = name + " instance " + label.instanceId();
    InstanceMeasures measures = label.measures();
    SilhouetteBits silhouette = measures.silhouette().orElseThrow();
    checkPixels(which, label, silhouette, measures.box().orElseThrow());
    checkBoxes(which, label, measures);
    int hidden = measures.occluders().orElseThrow().stream().mapToInt(Occluder::pixels).sum();
    assertEquals(silhouette.count(), label.area() + hidden, which + ": visible and hidden pixels");
    for (Occluder occluder : measures.occluders().orElseThrow()) {
      assertTrue(occluder.before() >= occluder.pixels() && occluder.before() > 0, which);
    }
    assertTrue(measures.pieces().orElseThrow() > 0, which);
    double nearest = measures.extent().orElseThrow().nearest().orElseThrow();
    assertTrue(nearest >= label.nearestDepth() * (1 - 1e-6), which + ": a ray shorter than z");
    for (KeypointLabel point : measures.keypoints().orElseThrow()) {
      checkPoint(which + " " + point, label.instanceId(), point);
    }
  }

  /** At each pixel that two silhouettes share, one lies before the other. */
  private void checkOrder(List<InstanceAnnotation> labels) {
    for (InstanceAnnotation one : labels) {
      SilhouetteBits bits = one.measures().silhouette().orElseThrow();
      for (InstanceAnnotation other : labels) {
        if (other.instanceId() > one.instanceId()) {
          SilhouetteBits others = other.measures().silhouette().orElseThrow();
          int shared = 0;
          for (int y = bits.box().top(); y < bits.box().bottom(); y++) {
            for (int x = bits.box().left(); x < bits.box().right(); x++) {
              shared += bits.covers(x, y) && others.covers(x, y) ? 1 : 0;
            }
          }
          assertEquals(
              shared,
              before(one, other.instanceId()) + before(other, one.instanceId()),
              name + " instances " + one.instanceId() + ", " + other.instanceId());
        }
      }
    }
  }

  private static int before(InstanceAnnotation back, int front) {
    return back.measures().occluders().orElseThrow().stream()
        .filter(occluder -> occluder.instanceId() == front)
        .mapToInt(Occluder::before)
        .sum();
  }

  /** What is seen lies in the silhouette and, in space, in the 3D box. */
  private void checkPixels(
      String which, InstanceAnnotation label, SilhouetteBits silhouette, Box3d box) {
    Affine3 boxFromCamera = box.cameraFromBox().inverse();
    Vec3 half = box.size().times(0.5);
    for (int i = 0; i < view.width() * view.height(); i++) {
      if (Short.toUnsignedInt(ids.get(i)) == label.instanceId()) {
        int x = i % view.width();
        int y = i / view.width();
        assertTrue(silhouette.covers(x, y), which + ": seen at " + x + ", " + y + " alone");
        double z = depths.get(i);
        Vec3 at = boxFromCamera.transformPoint(camera.direction(x + 0.5, y + 0.5).times(z));
        Vec3 over = at.max(at.negate()).minus(half);
        double slack = 1e-4 * z + 1e-6;
        assertTrue(
            over.x() < slack && over.y() < slack && over.z() < slack,
            which + ": seen at " + at + " of a box of " + box.size());
      }
    }
    assertEquals((double) label.area() / silhouette.count(), label.visibleFraction(), 0, which);
  }

  private void checkBoxes(String which, InstanceAnnotation label, InstanceMeasures measures) {
    ImageBox amodal = measures.boxAmodal().orElseThrow();
    assertEquals(ImageBox.of(measures.silhouette().orElseThrow().tightBox()), amodal, which);
    assertContains(which + ": tight in amodal", amodal, ImageBox.of(label.box()), 0);
    ImageBox full = measures.boxFull().orElseThrow();
    // Pixels count where their centers do; float rounding of vertices on the GPU is far below.
    assertContains(which + ": amodal in full", full, amodal, 0.5 + 0.01);
    ImageBox loose = measures.boxLoose().orElseThrow();
    double rounding = 1e-6 * (1 + loose.width() + loose.height());
    assertContains(which + ": full in loose", loose, full, rounding);
  }

  private static void assertContains(String what, ImageBox outer, ImageBox inner, double slack) {
    assertTrue(
        outer.x() <= inner.x() + slack
            && outer.y() <= inner.y() + slack
            && outer.x() + outer.width() >= inner.x() + inner.width() - slack
            && outer.y() + outer.height() >= inner.y() + inner.height() - slack,
        what + ": " + outer + ", " + inner);
  }

  /** One that is seen has a pixel of its instance beside it; one outside has no place. */
  private void checkPoint(String which, int instanceId, KeypointLabel point) {
    if (point.v() == KeypointLabel.OUTSIDE) {
      assertEquals(0, point.x() + point.y(), which);
      return;
    }
    assertEquals(camera.projectX(point.position()), point.x(), 1e-9, which);
    assertEquals(camera.projectY(point.position()), point.y(), 1e-9, which);
    boolean beside = false;
    for (int k = 0; k < 9; k++) {
      int x = (int) point.x() + k % 3 - 1;
      int y = (int) point.y() + k / 3 - 1;
      beside |=
          x >= 0
              && y >= 0
              && x < view.width()
              && y < view.height()
              && Short.toUnsignedInt(ids.get(y * view.width() + x)) == instanceId;
    }
    assertTrue(beside || point.v() == KeypointLabel.HIDDEN, which);
  }
}
