package org.diorama.core.sample.camera;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diorama.core.geometry.PinholeCamera;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.Vec3;
import org.diorama.core.sample.FixedFacts;
import org.diorama.core.sample.SampledFrame;
import org.diorama.core.sample.SampledNode;
import org.diorama.core.sample.Scenes;
import org.diorama.core.sample.UnmetFrame;
import org.diorama.core.sample.frame.FrameSampler;
import org.diorama.core.scene.CameraConstraints;
import org.diorama.core.scene.CameraDescription;
import org.diorama.core.scene.CameraPose;
import org.diorama.core.scene.ImageDescription;
import org.diorama.core.scene.LabelChoice;
import org.diorama.core.scene.LabelRules;
import org.diorama.core.scene.ObjectDescription;
import org.diorama.core.scene.Placement;
import org.diorama.core.scene.SceneDescription;
import org.diorama.core.scene.Scope;
import org.diorama.core.scene.SequenceDescription;
import org.diorama.core.scene.VectorParameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every frame that is made keeps its constraints, as exact boxes tell; the others are named. */
class CameraConstraintsTest {
  private static final int FRAMES = 150;
  private static final Vec3 SIZE = new Vec3(1, 2, 1.5);
  private static final FixedFacts BOXES = new FixedFacts().with("box", "", SIZE, 0);

  @Test
  void noCameraStandsInsideOrTooNear() {
    double clearance = 0.4;
    SceneDescription scene = scene(new CameraConstraints(Map.of(), clearance, true), 14);
    FrameSampler sampler = new FrameSampler(scene, BOXES);
    FrameSampler free = new FrameSampler(scene(CameraConstraints.NONE, 14), BOXES);
    int changed = 0;
    for (int frame = 0; frame < FRAMES; frame++) {
      SampledFrame made = sampler.sample(frame);
      assertTrue(distance(made) >= clearance - 1e-9, "frame " + frame + ": " + distance(made));
      boolean first = distance(free.sample(frame)) >= clearance;
      boolean same = made.cameras().equals(free.sample(frame).cameras());
      assertEquals(first, same, "a camera that fits is not drawn again, frame " + frame);
      changed += first ? 0 : 1;
    }
    assertTrue(changed > FRAMES / 10, "only " + changed + " cameras had to be drawn again");
  }

  /** As many as have labels: the pixels and the fraction that labels ask for count. */
  @ParameterizedTest
  @CsvSource({"1, 0, VOID", "30, 0, VOID", "5, 0.3, VOID", "5, 0.85, CROWD", "60, 0.9, KEEP"})
  void enoughIsVisible(int pixels, double fraction, LabelRules.Then then) {
    LabelRules rules = new LabelRules(65, pixels, fraction, then);
    SceneDescription scene = scene(new CameraConstraints(Map.of("thing", 3), 0, false), 5, rules);
    FrameSampler sampler = new FrameSampler(scene, BOXES);
    FrameSampler free = new FrameSampler(scene(CameraConstraints.NONE, 5), BOXES);
    int made = 0;
    int unmet = 0;
    int changed = 0;
    for (int frame = 0; frame < FRAMES; frame++) {
      boolean first = labels(free.sample(frame), rules) >= 3;
      try {
        SampledFrame sampled = sampler.sample(frame);
        assertTrue(labels(sampled, rules) >= 3, "frame " + frame);
        assertEquals(first, sampled.cameras().equals(free.sample(frame).cameras()));
        made++;
        changed += first ? 0 : 1;
      } catch (UnmetFrame e) {
        assertTrue(e.getMessage().startsWith("camera.constraints.min_visible.thing: it sees "));
        unmet++;
      }
    }
    assertTrue(made > FRAMES / 2 && changed > FRAMES / 10, made + " made, " + changed + " changed");
    assertTrue(unmet < FRAMES / 4, unmet + " unmet");
  }

  /** The camera stands still: what is placed in its view is drawn again, the rest stays. */
  @Test
  void whatStandsInTheViewIsDrawnAgainWithTheCamera() {
    Placement.InView view =
        new Placement.InView(
            "",
            Scenes.uniform("objects.boxes.place.in_view.distance", 4, 12, Scope.INSTANCE),
            Scenes.uniform("objects.boxes.place.in_view.x", 0, 1, Scope.INSTANCE),
            Optional.empty(),
            Scenes.constant("objects.boxes.place.in_view.z", 0),
            Placement.Separation.NONE);
    ObjectDescription boxes =
        Scenes.counted(Scenes.object("boxes"), Scenes.constant("objects.boxes.count", 5))
            .toBuilder()
            .label(new LabelChoice.As("thing"))
            .placement(view)
            .build();
    ObjectDescription others = Scenes.scattered("others", 3, 6, false, 0);
    CameraPose at = Scenes.lookAt(new Vec3(-9, 0, 1.5), new Vec3(0, 0, 1));
    CameraPose drawn =
        new CameraPose.At(
            new VectorParameter.Axes(
                Scenes.constant("camera.at.x", -9),
                Scenes.uniform("camera.at.y", -2, 2, Scope.SEQUENCE),
                Scenes.constant("camera.at.z", 1.5)),
            Optional.of(VectorParameter.constant("camera.look_at", new Vec3(0, 0, 1))));
    for (CameraPose pose : List.of(at, drawn)) {
      CameraConstraints wanted = new CameraConstraints(Map.of("thing", 4), 0, false);
      LabelRules rules = new LabelRules(65, 4, 0.4, LabelRules.Then.VOID);
      SceneDescription scene =
          Scenes.scene(23, boxes, others).toBuilder()
              .labels(rules)
              .sequence(new SequenceDescription(2, 10, 0))
              .build();
      FrameSampler sampler = new FrameSampler(Scenes.seen(scene, constrained(pose, wanted)), BOXES);
      FrameSampler free =
          new FrameSampler(Scenes.seen(scene, constrained(pose, CameraConstraints.NONE)), BOXES);
      int again = 0;
      for (int frame = 0; frame < 60; frame++) {
        SampledFrame first = free.sample(frame);
        SampledFrame made = sampler.sample(frame);
        assertTrue(labels(made, rules) >= 4, "frame " + frame);
        assertEquals(labels(first, rules) >= 4, first.nodes().equals(made.nodes()));
        assertEquals(first.nodes().subList(5, 8), made.nodes().subList(5, 8));
        assertEquals(
            made,
            new FrameSampler(Scenes.seen(scene, constrained(pose, wanted)), BOXES).sample(frame),
            "in any order");
        if (frame % 2 == 1) {
          assertEquals(sampler.sample(frame - 1).nodes(), made.nodes(), "one sequence");
        }
        again += first.nodes().equals(made.nodes()) ? 0 : 1;
      }
      assertTrue(again > 10, again + " were drawn again");
    }
  }

  @Test
  void whatCannotBeMetIsSaidAndEndsSoon() {
    SceneDescription scene = scene(new CameraConstraints(Map.of("thing", 6), 0, false), 5);
    UnmetFrame many =
        assertThrows(UnmetFrame.class, () -> new FrameSampler(scene, BOXES).sample(0));
    assertTrue(many.getMessage().endsWith(" of 6; drawn 64 times"), many.getMessage());
    CameraDescription fixed =
        constrained(
            Scenes.lookAt(new Vec3(0, 0, 0.5), new Vec3(5, 0, 0.5)),
            new CameraConstraints(Map.of(), 0, true));
    UnmetFrame inside =
        assertThrows(
            UnmetFrame.class,
            () ->
                new FrameSampler(Scenes.seen(Scenes.scene(1, Scenes.object("wall")), fixed), BOXES)
                    .sample(0));
    assertEquals(
        "camera.constraints.outside: it stands inside wall; drawn 1 times", inside.getMessage());
  }

  private static SceneDescription scene(CameraConstraints constraints, int boxes) {
    return scene(constraints, boxes, LabelRules.DEFAULT);
  }

  /** A camera of its own for each frame, drawn near the boxes and often among them. */
  private static SceneDescription scene(
      CameraConstraints constraints, int boxes, LabelRules rules) {
    CameraPose pose =
        new CameraPose.At(
            new VectorParameter.Axes(
                Scenes.uniform("camera.at.x", -4, 4, Scope.SEQUENCE),
                Scenes.uniform("camera.at.y", -4, 4, Scope.SEQUENCE),
                Scenes.uniform("camera.at.z", 0.1, 2, Scope.SEQUENCE)),
            Optional.of(
                new VectorParameter.Axes(
                    Scenes.uniform("camera.look_at.x", -4, 4, Scope.SEQUENCE),
                    Scenes.uniform("camera.look_at.y", -4, 4, Scope.SEQUENCE),
                    Scenes.constant("camera.look_at.z", 0.7))));
    ObjectDescription group =
        Scenes.scattered("boxes", boxes, 8, false, 0).toBuilder()
            .label(new LabelChoice.As("thing"))
            .build();
    SceneDescription scene = Scenes.scene(23, group).toBuilder().labels(rules).build();
    return Scenes.seen(scene, constrained(pose, constraints));
  }

  private static CameraDescription constrained(CameraPose pose, CameraConstraints constraints) {
    CameraDescription camera = Scenes.camera(pose);
    return new CameraDescription(
        camera.name(),
        camera.path(),
        new ImageDescription(64, 48, 1),
        camera.mount(),
        camera.offset(),
        camera.intrinsics(),
        camera.development(),
        constraints);
  }

  private static Affine3 pose(SampledFrame frame) {
    return frame.cameras().get(0).worldFromCamera().atLabelInstant();
  }

  /** From the camera to the nearest box in closed form; negative inside. */
  private static double distance(SampledFrame frame) {
    double nearest = Double.POSITIVE_INFINITY;
    for (SampledNode node : frame.nodes()) {
      Vec3 eye =
          node.worldFromObject()
              .atLabelInstant()
              .inverse()
              .transformPoint(pose(frame).translation());
      double x = Math.abs(eye.x()) - SIZE.x() / 2;
      double y = Math.abs(eye.y()) - SIZE.y() / 2;
      double z = Math.max(-eye.z(), eye.z() - SIZE.z());
      double inside = Math.max(x, Math.max(y, z));
      Vec3 out = new Vec3(Math.max(x, 0), Math.max(y, 0), Math.max(z, 0));
      nearest = Math.min(nearest, inside < 0 ? inside : out.length());
    }
    return nearest;
  }

  /** Boxes whose pixels' centers show as much as the rules ask for, by slabs. */
  private static int labels(SampledFrame frame, LabelRules rules) {
    PinholeCamera pinhole = frame.cameras().get(0).pinhole();
    int[] seen = new int[frame.nodes().size()];
    int[] covered = new int[seen.length];
    for (int y = 0; y < pinhole.height(); y++) {
      for (int x = 0; x < pinhole.width(); x++) {
        int nearest = -1;
        double depth = Double.POSITIVE_INFINITY;
        for (int i = 0; i < seen.length; i++) {
          Affine3 box = frame.nodes().get(i).worldFromObject().atLabelInstant();
          double hit = hit(box.inverse().times(pose(frame)), pinhole.direction(x + 0.5, y + 0.5));
          covered[i] += Double.isFinite(hit) ? 1 : 0;
          if (hit < depth) {
            depth = hit;
            nearest = i;
          }
        }
        if (nearest >= 0) {
          seen[nearest]++;
        }
      }
    }
    boolean kept = rules.then() == LabelRules.Then.KEEP;
    int labels = 0;
    for (int i = 0; i < seen.length; i++) {
      boolean enough =
          seen[i] >= rules.minPixels() && seen[i] >= rules.minVisibleFraction() * covered[i];
      boolean labelled = frame.nodes().get(i).categoryId() != 0;
      labels += labelled && seen[i] > 0 && (kept || enough) ? 1 : 0;
    }
    return labels;
  }

  /** Planar depth of the nearest side that a ray meets, inner sides included. */
  private static double hit(Affine3 boxFromCamera, Vec3 direction) {
    Vec3 o = boxFromCamera.translation();
    Vec3 d = boxFromCamera.transformDirection(direction);
    Vec3 min = new Vec3(-SIZE.x() / 2, -SIZE.y() / 2, 0);
    Vec3 max = new Vec3(SIZE.x() / 2, SIZE.y() / 2, SIZE.z());
    double enter = Double.NEGATIVE_INFINITY;
    double leave = Double.POSITIVE_INFINITY;
    for (int axis = 0; axis < 3; axis++) {
      double a = (min.component(axis) - o.component(axis)) / d.component(axis);
      double b = (max.component(axis) - o.component(axis)) / d.component(axis);
      enter = Math.max(enter, Math.min(a, b));
      leave = Math.min(leave, Math.max(a, b));
    }
    if (enter > leave || leave < 1e-3) {
      return Double.POSITIVE_INFINITY;
    }
    return enter >= 1e-3 ? enter : leave;
  }
}
