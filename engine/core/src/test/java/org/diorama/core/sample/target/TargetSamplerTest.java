package org.diorama.core.sample.target;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.diorama.core.math.Vec3;
import org.diorama.core.sample.FixedFacts;
import org.diorama.core.sample.SampledFrame;
import org.diorama.core.sample.SampledNode;
import org.diorama.core.sample.Scenes;
import org.diorama.core.sample.TargetKind;
import org.diorama.core.sample.TargetVerdict;
import org.diorama.core.sample.frame.FrameSampler;
import org.diorama.core.scene.AssetReference;
import org.diorama.core.scene.CameraDescription;
import org.diorama.core.scene.LabelChoice;
import org.diorama.core.scene.ObjectDescription;
import org.diorama.core.scene.Parameter;
import org.diorama.core.scene.Placement;
import org.diorama.core.scene.SceneDescription;
import org.diorama.core.scene.Scope;
import org.diorama.core.scene.TargetDescription;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A post at the origin, seen from 20 m along -X, and a wall that may stand before it. */
class TargetSamplerTest {
  private static final double EYE = -20;
  private static final FixedFacts FACTS = Targets.FACTS;

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.1, 0.3, 0.5, 0.7, 0.9, 1})
  void theWallHidesAsMuchAsIsWanted(double wanted) {
    for (long frame = 0; frame < 5; frame++) {
      SampledFrame sampled = frame(frame, post(occluded(constant(wanted))), wall(-6, 6));
      TargetVerdict verdict = sampled.targets().get(0);
      assertEquals("", verdict.cause(), "frame " + frame + ": " + verdict);
      assertEquals(1, verdict.instanceId());
      assertEquals(wanted, verdict.wanted());
      double seen = seenOfThePost(position(sampled, 1), position(sampled, 2));
      // The silhouette is 16 pixels wide: a column of them is a sixteenth of it.
      assertEquals(seen, verdict.reached(), 1 / 16.0, "frame " + frame);
      assertEquals(wanted, verdict.reached(), TargetKind.VISIBLE_FRACTION.tolerance(wanted));
    }
  }

  @Test
  void whatCannotBeMetSaysWhyAndLeavesTheWallWhereItWas() {
    ObjectDescription plain = post(TargetDescription.NONE);
    for (long frame = 0; frame < 5; frame++) {
      SampledFrame before = frame(frame, plain, wall(4, 6));
      SampledFrame after = frame(frame, post(occluded(constant(0.4))), wall(4, 6));
      TargetVerdict verdict = after.targets().get(0);
      assertEquals("no occluder finds a place in front of it", verdict.cause());
      assertEquals(1, verdict.reached());
      assertEquals(
          before.nodes().stream().map(SampledNode::worldFromObject).toList(),
          after.nodes().stream().map(SampledNode::worldFromObject).toList());
    }
  }

  @Test
  void aFixedWallIsNotMoved() {
    ObjectDescription fixed =
        Scenes.made(Scenes.object("wall"), entry("wall"), new LabelChoice.None()).toBuilder()
            .placement(at("wall", new Vec3(-5, 0, 0)))
            .build();
    TargetVerdict verdict = frame(0, post(occluded(constant(0.4))), fixed).targets().get(0);
    assertEquals("no occluder is free: its place is fixed", verdict.cause());
    assertEquals(0, verdict.reached());
  }

  @Test
  void sizesAndPositionsAreMetByMovingTheThingItself() {
    Parameter<Double> pixels = Scenes.uniform("p", 300, 3000, Scope.INSTANCE);
    Parameter<Double> x = Scenes.uniform("x", 0.3, 0.7, Scope.INSTANCE);
    TargetDescription targets =
        new TargetDescription(
            Optional.empty(),
            Optional.of(pixels),
            Optional.of(new TargetDescription.ImagePosition(Optional.of(x), Optional.empty())),
            Optional.empty());
    ObjectDescription moving =
        Scenes.made(Scenes.scattered("post", 1, 40, true, 0), entry("post"), none()).toBuilder()
            .targets(targets)
            .build();
    for (long frame = 0; frame < 20; frame++) {
      List<TargetVerdict> verdicts = frame(frame, moving).targets();
      assertEquals(
          List.of(TargetKind.PIXELS, TargetKind.IMAGE_X),
          verdicts.stream().map(TargetVerdict::target).toList());
      for (TargetVerdict verdict : verdicts) {
        assertTrue(verdict.met(), "frame " + frame + ": " + verdict);
      }
      assertEquals(
          verdicts.get(0).wanted(), verdicts.get(0).reached(), 0.1 * verdicts.get(0).wanted());
      assertEquals(verdicts.get(1).wanted(), verdicts.get(1).reached(), 0.02);
    }
  }

  /** What the first camera sees doesn't matter then. */
  @Test
  void theNamedCameraLooks() {
    CameraDescription front =
        Scenes.camera(Scenes.lookAt(new Vec3(0, -20, 0), Vec3.ZERO), "cameras.front");
    CameraDescription side =
        Scenes.camera(Scenes.lookAt(new Vec3(EYE, 0, 0), Vec3.ZERO), "cameras.side");
    ObjectDescription post = post(Targets.seenBy("side", occluded(constant(0.4))));
    SceneDescription scene =
        Scenes.scene(7, post, wall(-6, 6)).toBuilder().cameras(List.of(front, side)).build();
    for (long frame = 0; frame < 5; frame++) {
      SampledFrame sampled = new FrameSampler(scene, FACTS).sample(frame);
      TargetVerdict verdict = sampled.targets().get(0);
      assertEquals("", verdict.cause());
      assertEquals("side", verdict.camera());
      double seen = seenOfThePost(position(sampled, 1), position(sampled, 2));
      assertEquals(seen, verdict.reached(), 1 / 16.0);
    }
  }

  /** Nothing need be moved where cards in a row hide as much as is wanted. */
  @Test
  void twoCardsInARowHideWhatTheyHideTogether() {
    Vec3 left = new Vec3(-10, 1.62, 0);
    Vec3 right = new Vec3(-8, -1.72, 0);
    double hiddenByOne = 1 - seenOfThePost(Vec3.ZERO, left);
    double hiddenByOther = 1 - seenOfThePost(Vec3.ZERO, right);
    assertTrue(hiddenByOne > 0.1 && hiddenByOther > 0.1);
    double seen = 1 - hiddenByOne - hiddenByOther;
    ObjectDescription post = post(Targets.hidden(seen, "left", "right"));
    SampledFrame frame =
        frame(
            0,
            post,
            Targets.made("left", "wall", at("left", left)),
            Targets.made("right", "wall", at("right", right)));
    TargetVerdict verdict = frame.targets().get(0);
    assertEquals(seen, verdict.reached(), TargetKind.VISIBLE_FRACTION.tolerance(seen));
    assertEquals("", verdict.cause(), verdict.toString());
  }

  /** Against intervals of angles, computed otherwise; seeds are the scene's and the frame's. */
  @Test
  void whatIsMetAmongManyWallsIsSeenByAngles() {
    int met = 0;
    for (long seed = 0; seed < 40; seed++) {
      ObjectDescription post = post(occluded(Scenes.uniform("v", 0.1, 0.9, Scope.INSTANCE)));
      ObjectDescription walls = Scenes.counted(wall(-6, 6), constant(3));
      SampledFrame frame = new FrameSampler(Scenes.scene(seed, post, walls), FACTS).sample(seed);
      TargetVerdict verdict = frame.targets().get(0);
      List<Vec3> places = new ArrayList<>();
      for (int i = 2; i <= frame.nodes().size(); i++) {
        places.add(position(frame, i));
      }
      assertEquals(seenOfThePost(places), verdict.reached(), 1 / 16.0, "seed " + seed);
      met += verdict.met() ? 1 : 0;
    }
    assertTrue(met >= 36, "met " + met + " of 40");
  }

  @Test
  void anUnrelatedObjectChangesNoTarget() {
    ObjectDescription far =
        Scenes.made(Scenes.object("far"), entry("post"), none()).toBuilder()
            .placement(at("far", new Vec3(0, 300, 0)))
            .build();
    for (long frame = 0; frame < 5; frame++) {
      ObjectDescription post = post(occluded(Scenes.uniform("v", 0.1, 0.9, Scope.INSTANCE)));
      SampledFrame alone = frame(frame, post, wall(-6, 6));
      SampledFrame besides = frame(frame, post, wall(-6, 6), far);
      assertEquals(alone.targets(), besides.targets());
      assertEquals(alone.nodes(), besides.nodes().subList(0, 2));
    }
  }

  /** By the angles under which the eye sees the corners; the wall is higher than the post. */
  private static double seenOfThePost(Vec3 post, Vec3 wall) {
    double[] target = across(post, 1, 1);
    double[] cover = across(wall, 0.5, 3);
    double hidden = Math.min(target[1], cover[1]) - Math.max(target[0], cover[0]);
    return 1 - Math.max(0, hidden) / (target[1] - target[0]);
  }

  /** Of a fine row of rays, those that meet no wall. */
  private static double seenOfThePost(List<Vec3> walls) {
    double[] target = across(Vec3.ZERO, 1, 1);
    int seen = 0;
    int rays = 2000;
    for (int ray = 0; ray < rays; ray++) {
      double angle = target[0] + (target[1] - target[0]) * (ray + 0.5) / rays;
      boolean hidden = false;
      for (Vec3 wall : walls) {
        double[] cover = across(wall, 0.5, 3);
        hidden |= angle > cover[0] && angle < cover[1];
      }
      seen += hidden ? 0 : 1;
    }
    return (double) seen / rays;
  }

  private static double[] across(Vec3 center, double depth, double width) {
    double near = center.x() - EYE - depth / 2;
    double far = center.x() - EYE + depth / 2;
    double right = center.y() - width / 2;
    double left = center.y() + width / 2;
    return new double[] {Math.min(right / near, right / far), Math.max(left / near, left / far)};
  }

  private static Vec3 position(SampledFrame frame, int instance) {
    return frame.nodes().get(instance - 1).worldFromObject().atLabelInstant().translation();
  }

  private static SampledFrame frame(long number, ObjectDescription... objects) {
    SceneDescription scene = Scenes.scene(7, objects);
    return new FrameSampler(scene, FACTS).sample(number);
  }

  private static ObjectDescription post(TargetDescription targets) {
    return Targets.post(targets);
  }

  /** Somewhere between the eye and the post. */
  private static ObjectDescription wall(double right, double left) {
    return Scenes.made(Scenes.object("wall"), entry("wall"), none()).toBuilder()
        .placement(
            new Placement.Area(
                Scenes.uniform("objects.wall.area.x", -9, -4, Scope.INSTANCE),
                Scenes.uniform("objects.wall.area.y", right, left, Scope.INSTANCE),
                constant(0),
                true,
                0))
        .build();
  }

  private static TargetDescription occluded(Parameter<Double> fraction) {
    return Targets.hidden(fraction, "wall");
  }

  private static Placement at(String name, Vec3 point) {
    return Targets.at(name, point);
  }

  private static AssetReference entry(String id) {
    return new AssetReference.CatalogEntry(id);
  }

  private static LabelChoice none() {
    return new LabelChoice.None();
  }

  private static Parameter<Double> constant(double value) {
    return Scenes.constant("constant", value);
  }
}
