package org.diorama.core.sample.light;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.diorama.core.light.LampShape;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.Vec3;
import org.diorama.core.sample.FixedFacts;
import org.diorama.core.sample.SampledFrame;
import org.diorama.core.sample.SampledLamp;
import org.diorama.core.sample.Scenes;
import org.diorama.core.sample.frame.FrameSampler;
import org.diorama.core.scene.Distribution;
import org.diorama.core.scene.LampDescription;
import org.diorama.core.scene.LampSwitch;
import org.diorama.core.scene.LightingDescription;
import org.diorama.core.scene.Parameter;
import org.diorama.core.scene.SceneDescription;
import org.diorama.core.scene.Scope;
import org.diorama.core.scene.SkyPlace;
import org.diorama.core.scene.TimedPoses;
import org.diorama.core.scene.VectorParameter;
import org.junit.jupiter.api.Test;

class LampSamplerTest {
  private static final LampDescription.Form BULB =
      new LampDescription.PointForm(number("diameter", 0.1));

  private static Parameter<Double> number(String key, double value) {
    return Parameter.constant("lamps.a." + key, value);
  }

  private static LampDescription lamp(
      LampDescription.Form form,
      LampDescription.Pose pose,
      Optional<String> carrier,
      Optional<Vec3> anchor,
      LampSwitch on) {
    return new LampDescription(
        "a",
        form,
        pose,
        carrier,
        anchor.map(point -> VectorParameter.constant("lamps.a.anchor", point)),
        new LampDescription.Power(number("lumen", 1000), true),
        new LampDescription.KelvinTint(number("temperature", 3000)),
        on,
        true);
  }

  private static LampDescription.Pose aimed(Vec3 at, Optional<Vec3> lookAt, double pitch) {
    return new LampDescription.AimedPose(
        VectorParameter.constant("lamps.a.at", at),
        lookAt.map(point -> VectorParameter.constant("lamps.a.look_at", point)),
        number("yaw", 0),
        number("pitch", pitch),
        number("roll", 0));
  }

  private static SampledFrame frame(SceneDescription scene, LampDescription... lamps) {
    SceneDescription lit = scene.toBuilder().lamps(List.of(lamps)).build();
    return new FrameSampler(lit, FixedFacts.BOX).sample(0);
  }

  private static SampledLamp only(LampDescription lamp) {
    List<SampledLamp> lamps = frame(Scenes.scene(1), lamp).lighting().lamps();
    assertEquals(1, lamps.size());
    return lamps.get(0);
  }

  private static void assertNear(Vec3 expected, Vec3 actual) {
    assertEquals(0, expected.minus(actual).length(), 1e-9, actual.toString());
  }

  @Test
  void lumensBecomeCandelaOfTheirColor() {
    SampledLamp bulb = only(lamp(BULB, aimed(Vec3.UNIT_Z, Optional.empty(), -90)));
    assertEquals(1000 / (4 * Math.PI), bulb.intensity().luminance(), 1e-9);
    assertTrue(bulb.intensity().red() > bulb.intensity().blue(), "3000 K is warm");
    LampDescription.Form panel =
        new LampDescription.RectangleForm(number("length", 2), number("width", 0.5));
    SampledLamp ceiling = only(lamp(panel, aimed(Vec3.UNIT_Z, Optional.empty(), -90)));
    assertEquals(new LampShape.Rectangle(0.5, 2), ceiling.shape());
    // A Lambert panel: luminance times area times π is the flux.
    assertEquals(1000, ceiling.luminance().luminance() * 1 * Math.PI, 1e-9);
  }

  private static LampDescription lamp(LampDescription.Form form, LampDescription.Pose pose) {
    return lamp(form, pose, Optional.empty(), Optional.empty(), LampSwitch.ALWAYS);
  }

  @Test
  void itShinesStraightDownOrAtItsTarget() {
    Affine3 down =
        only(lamp(BULB, aimed(new Vec3(1, 2, 3), Optional.empty(), -90)))
            .worldFromLamp()
            .atLabelInstant();
    assertNear(new Vec3(0, 0, -1), down.transformDirection(Vec3.UNIT_X));
    assertNear(Vec3.UNIT_X, down.transformDirection(Vec3.UNIT_Z));
    assertNear(new Vec3(1, 2, 3), down.translation());
    Vec3 target = new Vec3(4, 6, 3);
    Affine3 there =
        only(lamp(BULB, aimed(new Vec3(1, 2, 3), Optional.of(target), 0)))
            .worldFromLamp()
            .atLabelInstant();
    assertNear(new Vec3(0.6, 0.8, 0), there.transformDirection(Vec3.UNIT_X));
    assertEquals(1, there.determinant(), 1e-9);
  }

  /** One for each instance, at the corner of its box, turned with it. */
  @Test
  void attachedLampsFollowTheirInstances() {
    LampDescription lamp =
        lamp(
            BULB,
            aimed(new Vec3(0.5, 0, 0), Optional.empty(), 0),
            Optional.of("cars"),
            Optional.of(new Vec3(1, 1, 1)),
            LampSwitch.ALWAYS);
    SceneDescription scene = Scenes.scene(1, Scenes.scattered("cars", 3, 40, false, 0));
    SampledFrame frame = frame(scene, lamp);
    assertEquals(3, frame.lighting().lamps().size());
    for (int i = 0; i < 3; i++) {
      Affine3 worldFromObject = frame.nodes().get(i).worldFromObject().atLabelInstant();
      Vec3 corner = FixedFacts.BOX.fact(frame.nodes().get(i).assetId()).bounds().max();
      SampledLamp attached = frame.lighting().lamps().get(i);
      Vec3 along = worldFromObject.transformDirection(Vec3.UNIT_X).normalize();
      assertEquals(i, attached.index());
      assertNear(
          worldFromObject.transformPoint(corner).plus(along.times(0.5)),
          attached.worldFromLamp().atLabelInstant().translation());
      assertNear(along, attached.worldFromLamp().atLabelInstant().transformDirection(Vec3.UNIT_X));
    }
  }

  /** A still frame opens and shuts at its label instant: times before it tell where it is. */
  @Test
  void oneWithPosesIsWhereTheLatestSaysInItsCarriersFrame() {
    Affine3 early = Affine3.translation(new Vec3(1, 2, 3));
    Affine3 late = Affine3.translation(new Vec3(4, 5, 6));
    LampDescription.Pose timed =
        new LampDescription.TimedPose(
            new TimedPoses(List.of(-1.0, -0.5, 9.0), List.of(early, late, early)));
    assertNear(
        new Vec3(4, 5, 6), only(lamp(BULB, timed)).worldFromLamp().atLabelInstant().translation());
    LampDescription.Pose before =
        new LampDescription.TimedPose(new TimedPoses(List.of(5.0, 6.0), List.of(early, late)));
    assertNear(
        new Vec3(1, 2, 3), only(lamp(BULB, before)).worldFromLamp().atLabelInstant().translation());
    LampDescription carried =
        lamp(BULB, timed, Optional.of("cars"), Optional.empty(), LampSwitch.ALWAYS);
    SampledFrame frame = frame(Scenes.scene(1, Scenes.scattered("cars", 1, 40, false, 0)), carried);
    Affine3 worldFromObject = frame.nodes().get(0).worldFromObject().atLabelInstant();
    Affine3 worldFromLamp = frame.lighting().lamps().get(0).worldFromLamp().atLabelInstant();
    Vec3 offset = worldFromLamp.translation().minus(worldFromObject.translation());
    assertEquals(new Vec3(4, 5, 6).length(), offset.length(), 1e-9);
    assertEquals(6, offset.z(), 1e-9);
  }

  @Test
  void duskSwitchesEachByItsOwnHeightOfTheSun() {
    Parameter<Double> dusk =
        new Parameter<>("lamps.a.on", new Distribution.Uniform(-1, 2), Scope.INSTANCE);
    LampDescription lamp =
        lamp(
            BULB,
            aimed(Vec3.UNIT_Z, Optional.empty(), -90),
            Optional.of("cars"),
            Optional.empty(),
            LampSwitch.sunBelow(dusk));
    SceneDescription scene = Scenes.scene(1, Scenes.scattered("cars", 40, 40, false, 0));
    int before = 41;
    for (double elevation : new double[] {-2, -0.5, 0.5, 1.5, 3}) {
      SceneDescription lit = Scenes.lit(scene, sunAt(elevation));
      int on = frame(lit, lamp).lighting().lamps().size();
      assertTrue(on < before, on + " at " + elevation);
      double share = Math.max(0, Math.min(1, (2 - elevation) / 3));
      assertEquals(40 * share, on, 9, "at " + elevation);
      before = on;
    }
    assertEquals(40, frame(scene, lamp).lighting().lamps().size(), "no sun is night");
  }

  private static LightingDescription sunAt(double elevation) {
    return new LightingDescription(
        Optional.of(
            new LightingDescription.Sun(
                new SkyPlace.Angles(
                    Scenes.constant("lighting.sun.azimuth", 90),
                    Scenes.constant("lighting.sun.elevation", elevation)),
                Optional.of(Scenes.constant("lighting.sun.illuminance", 1000)),
                Optional.of(Scenes.constant("lighting.sun.temperature", 5000)),
                Scenes.constant("lighting.sun.angular_diameter", 0.5))),
        Scenes.sky(100));
  }

  /** A lamp more changes no draw of anything else. */
  @Test
  void lampsChangeNoOtherDraw() {
    SceneDescription scene = Scenes.scene(5, Scenes.scattered("cars", 4, 40, false, 0));
    LampDescription lamp = lamp(BULB, aimed(Vec3.UNIT_Z, Optional.empty(), -90));
    SampledFrame dark = frame(scene);
    SampledFrame lit = frame(scene, lamp);
    assertNotEquals(dark.lighting(), lit.lighting());
    assertEquals(dark.nodes(), lit.nodes());
    assertEquals(dark.draws(), lit.draws());
    assertEquals(dark.cameras(), lit.cameras());
  }
}
