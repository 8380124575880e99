package org.diorama.core.sample.target;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.diorama.core.math.Vec3;
import org.diorama.core.sample.FixedFacts;
import org.diorama.core.sample.SampledFrame;
import org.diorama.core.sample.SampledNode;
import org.diorama.core.sample.Scenes;
import org.diorama.core.sample.TargetKind;
import org.diorama.core.sample.TargetVerdict;
import org.diorama.core.sample.frame.FrameSampler;
import org.diorama.core.scene.ObjectDescription;
import org.diorama.core.scene.Parameter;
import org.diorama.core.scene.Placement;
import org.diorama.core.scene.Scope;
import org.diorama.core.scene.TargetDescription;
import org.junit.jupiter.api.Test;

/** Slats a third as wide as the post behind them, seen from 20 m along -X. */
class SeveralOccludersTest {
  private static final double EYE = -20;
  private static final FixedFacts FACTS =
      new FixedFacts()
          .with("post", "", new Vec3(1, 1, 2), 0)
          .with("slat", "", new Vec3(0.1, 0.2, 6), 0);

  @Test
  void asManyAreMovedTogetherAsItTakes() {
    for (long frame = 0; frame < 8; frame++) {
      Parameter<Double> wanted = Scenes.uniform("v", 0.1, 0.6, Scope.INSTANCE);
      SampledFrame sampled = frame(frame, Targets.hidden(wanted, "slat"), 6);
      TargetVerdict verdict = sampled.targets().get(0);
      assertEquals("", verdict.cause(), "frame " + frame + ": " + verdict);
      assertEquals(
          verdict.wanted(),
          verdict.reached(),
          TargetKind.VISIBLE_FRACTION.tolerance(verdict.wanted()));
      // The silhouette is 16 pixels wide, and every slat has two edges.
      assertEquals(seen(sampled), verdict.reached(), 2 / 16.0, "frame " + frame);
    }
  }

  @Test
  void whereAllTogetherAreTooThinEachStaysWhereItWas() {
    for (long frame = 0; frame < 4; frame++) {
      SampledFrame before = frame(frame, TargetDescription.NONE, 2);
      SampledFrame after = frame(frame, Targets.hidden(0.05, "slat"), 2);
      TargetVerdict verdict = after.targets().get(0);
      assertEquals("no occluder finds a place in front of it", verdict.cause());
      assertEquals(
          before.nodes().stream().map(SampledNode::worldFromObject).toList(),
          after.nodes().stream().map(SampledNode::worldFromObject).toList());
    }
  }

  @Test
  void oneThatIsHeldIsNotAmongThem() {
    // Six could hide it: five of them stand aside for good.
    ObjectDescription still = Targets.made("slat", "slat", Targets.at("slat", new Vec3(-8, 9, 0)));
    ObjectDescription post = Targets.post(Targets.hidden(0.2, "slat"));
    TargetVerdict verdict =
        new FrameSampler(Scenes.scene(7, post, still), FACTS).sample(0).targets().get(0);
    assertTrue(verdict.cause().startsWith("no occluder is free"), verdict.cause());
  }

  private static SampledFrame frame(long number, TargetDescription targets, int slats) {
    ObjectDescription slat =
        Targets.made(
            "slat",
            "slat",
            new Placement.Area(
                Scenes.uniform("objects.slat.area.x", -9, -7, Scope.INSTANCE),
                Scenes.uniform("objects.slat.area.y", -9, 9, Scope.INSTANCE),
                Scenes.constant("objects.slat.area.z", 0),
                true,
                0));
    ObjectDescription some = Scenes.counted(slat, Scenes.constant("count", slats));
    return new FrameSampler(Scenes.scene(7, Targets.post(targets), some), FACTS).sample(number);
  }

  /** Of a fine row of rays to the post, those that meet no slat. */
  private static double seen(SampledFrame frame) {
    List<Vec3> slats =
        frame.nodes().stream()
            .skip(1)
            .map(node -> node.worldFromObject().atLabelInstant().translation())
            .toList();
    int rays = 2000;
    int seen = 0;
    for (int ray = 0; ray < rays; ray++) {
      double slope = ((ray + 0.5) / rays - 0.5) / (-0.5 - EYE);
      boolean hidden =
          slats.stream().anyMatch(slat -> Math.abs(slope * (slat.x() - EYE) - slat.y()) < 0.1);
      seen += hidden ? 0 : 1;
    }
    return (double) seen / rays;
  }
}
