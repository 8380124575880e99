package org.diorama.core.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.diorama.core.geometry.PinholeCamera;
import org.diorama.core.light.Development;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.LinearColor;
import org.diorama.core.math.Vec3;
import org.diorama.core.random.FrameKey;
import org.diorama.core.sample.FrameContext;
import org.diorama.core.sample.FrameInstant;
import org.diorama.core.sample.GradientSky;
import org.diorama.core.sample.MotionStates;
import org.diorama.core.sample.SampledCamera;
import org.diorama.core.sample.SampledFrame;
import org.diorama.core.sample.SampledLighting;
import org.diorama.core.sample.SampledMaterial;
import org.diorama.core.sample.SampledNode;
import org.diorama.core.scene.LabelRules;
import org.diorama.core.weather.SampledWeather;
import org.junit.jupiter.api.Test;

class InstantJobTest {
  private static final GradientSky SKY =
      new GradientSky(LinearColor.WHITE, LinearColor.WHITE, LinearColor.WHITE);

  /** At x = 10 · instant + offset. */
  private static MotionStates moving(double offset) {
    List<Affine3> poses = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      poses.add(Affine3.translation(new Vec3(10 * i + offset, 0, 0)));
    }
    return MotionStates.of(poses);
  }

  private static SampledNode node(int id, MotionStates poses) {
    return new SampledNode(
        id, id, "things", id, 0, "thing", "digest", 0, 1, poses, SampledMaterial.NONE);
  }

  private static SampledFrame frame() {
    return frame(2);
  }

  private static SampledFrame frame(int secondId) {
    SampledCamera camera =
        new SampledCamera(
            "front", new PinholeCamera(64, 48, 50, 50, 32, 24), moving(7), Development.exposed(12));
    return new SampledFrame(
        "test",
        new FrameKey(0, 0),
        FrameContext.still(0),
        List.of(),
        LabelRules.DEFAULT,
        List.of(camera),
        new SampledLighting(Optional.empty(), SKY),
        SampledWeather.CLEAR,
        List.of(
            node(1, moving(3)),
            node(secondId, MotionStates.still(Affine3.translation(Vec3.UNIT_Y)))),
        List.of(),
        List.of(),
        List.of());
  }

  @Test
  void everythingStandsWhereItStoodThen() {
    for (FrameInstant instant : FrameInstant.values()) {
      RenderJob job = RenderJob.at(instant, frame());
      double x = 10 * instant.ordinal();
      assertEquals(new Vec3(x + 3, 0, 0), job.draws().get(0).worldFromObject().translation());
      assertEquals(Vec3.UNIT_Y, job.draws().get(1).worldFromObject().translation());
      assertEquals(new Vec3(x + 7, 0, 0), job.views().get(0).worldFromCamera().translation());
      assertEquals(Set.of(Channel.DEPTH, Channel.INSTANCE), job.views().get(0).channels());
      assertEquals(Set.of(), job.views().get(0).measures());
    }
  }

  @Test
  void theFramesOwnJobIsThatOfItsLabelInstant() {
    RenderJob own = RenderJob.of(frame(), Channel.USUAL);
    RenderJob then = RenderJob.at(FrameInstant.LABEL, frame());
    assertEquals(own.draws(), then.draws());
    assertEquals(own.views().get(0).worldFromCamera(), then.views().get(0).worldFromCamera());
  }

  /** Only of an instance that is made of several objects has a plane to say which one is seen. */
  @Test
  void mergedObjectsAreToldApart() {
    assertFalse(RenderJob.mergesDraws(frame()));
    assertTrue(RenderJob.mergesDraws(frame(1)));
    RenderJob job = RenderJob.at(FrameInstant.NEXT_STEP, frame(1));
    assertEquals(
        Set.of(Channel.DEPTH, Channel.INSTANCE, Channel.DRAW), job.views().get(0).channels());
  }
}
