package org.diorama.core.sample.object;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.Rotations;
import org.diorama.core.math.Vec3;
import org.diorama.core.random.DrawSite;
import org.diorama.core.sample.FixedFacts;
import org.diorama.core.sample.GroupVerdict;
import org.diorama.core.sample.NoPlace;
import org.diorama.core.sample.SampledFrame;
import org.diorama.core.sample.SampledNode;
import org.diorama.core.sample.Scenes;
import org.diorama.core.sample.frame.FrameSampler;
import org.diorama.core.scene.AssetReference;
import org.diorama.core.scene.Attachment;
import org.diorama.core.scene.GivenInstance;
import org.diorama.core.scene.MaterialDescription;
import org.diorama.core.scene.MotionDescription;
import org.diorama.core.scene.ObjectDescription;
import org.diorama.core.scene.Placement;
import org.diorama.core.scene.SequenceDescription;
import org.diorama.core.scene.TimedPoses;
import org.diorama.core.scene.VectorParameter;
import org.junit.jupiter.api.Test;

/** Instances that are said exactly are exactly there, in their hierarchy. */
class GivenInstancesTest {
  private static final FixedFacts FACTS =
      new FixedFacts().with("box", "", Vec3.ONE, 0, 0.1, 0.2).with("ball", "", Vec3.ONE, 0);
  private static final Affine3 TURNED =
      Affine3.translation(new Vec3(3, 1, 2)).times(Rotations.yaw(0.3));

  @Test
  void numbersParentsAssetsAndLevelsAreAsSaid() {
    ObjectDescription shelf =
        given("shelf", "box", one(4, TURNED, Optional.of(2)), one(1, Affine3.IDENTITY));
    ObjectDescription product =
        given(
                "shelf.product",
                "ball",
                below(1, 7, TURNED),
                below(4, 0, TURNED),
                below(4, 3, TURNED))
            .toBuilder()
            .path("objects.shelf.children.product")
            .build();
    SampledFrame frame = sample(shelf.toBuilder().children(List.of(product)).build());
    assertEquals(
        List.of(
            "shelf 4 0",
            "shelf.product 0 1",
            "shelf.product 3 1",
            "shelf 1 0",
            "shelf.product 7 4"),
        frame.nodes().stream()
            .map(node -> node.group() + " " + node.index() + " " + node.parent())
            .toList());
    assertEquals(List.of(2, 0, 0, 0, 0), frame.nodes().stream().map(SampledNode::level).toList());
    assertEquals(TURNED.times(TURNED), pose(frame, 1));
    assertEquals("ball", frame.nodes().get(1).assetId());
    assertEquals(List.of(), frame.draws());
    assertEquals(new GroupVerdict("shelf.product", 3, 3), frame.groups().get(1));
  }

  @Test
  void scaleIsTheAssetsAloneAndAWholeTransformKeepsItsBits() {
    Affine3 whole = TURNED.times(Affine3.scaling(new Vec3(1, 0.3, 7)));
    GivenInstance scaled =
        new GivenInstance(
            DrawSite.of(0),
            0,
            Optional.empty(),
            TURNED,
            Optional.of(VectorParameter.constant("scale", new Vec3(1, 0.3, 7))),
            Optional.empty(),
            MaterialDescription.NONE,
            Optional.empty());
    SampledFrame frame = sample(given("a", "box", scaled, one(1, whole)));
    assertEquals(whole, pose(frame, 0));
    assertEquals(whole, pose(frame, 1));
  }

  /** Carriers may come later in the file; one that is not there leaves the instance out. */
  @Test
  void oneMayStandInTheFrameOfAnyOther() {
    GivenInstance there = carried(0, new Attachment("b", 1));
    GivenInstance nowhere = carried(1, new Attachment("b", 2));
    SampledFrame frame =
        sample(
            given("a", "ball", there, nowhere), given("b", "box", one(0, TURNED), one(5, TURNED)));
    SampledNode carried = frame.nodes().get(2);
    assertEquals("a", carried.group());
    assertEquals(2, carried.parent());
    assertEquals(TURNED.times(TURNED), carried.worldFromObject().atLabelInstant());
    assertEquals(
        List.of(new GroupVerdict.Missing(NoPlace.NO_CARRIER, 1)), frame.groups().get(1).missing());
  }

  /** At its place at 0 s, else at the latest pose; before the first at its place. */
  @Test
  void posesHoldUntilTheNextOne() {
    Affine3 before = Affine3.translation(new Vec3(-1, 0, 0));
    Affine3 later = Affine3.translation(new Vec3(1, 0, 0));
    TimedPoses poses = new TimedPoses(List.of(-0.5, 0.5), List.of(before, later));
    GivenInstance moving =
        new GivenInstance(
            DrawSite.of(0),
            0,
            Optional.empty(),
            TURNED,
            Optional.empty(),
            Optional.empty(),
            MaterialDescription.NONE,
            Optional.of(new MotionDescription.Poses(poses)));
    FrameSampler sampler =
        new FrameSampler(
            Scenes.scene(1, given("a", "box", moving)).toBuilder()
                .sequence(new SequenceDescription(1, 1, 0.2))
                .build(),
            FACTS);
    assertEquals(
        List.of(TURNED, before, TURNED, before, later),
        sampler.sample(0).nodes().get(0).worldFromObject().states());
  }

  private static ObjectDescription given(String name, String asset, GivenInstance... instances) {
    return Scenes.object(name).toBuilder()
        .asset(Optional.of(new AssetReference.CatalogEntry(asset)))
        .placement(new Placement.Given(List.of(instances)))
        .build();
  }

  private static GivenInstance one(int number, Affine3 pose) {
    return one(number, pose, Optional.empty());
  }

  private static GivenInstance one(int number, Affine3 pose, Optional<Integer> level) {
    return at(DrawSite.of(number), Optional.empty(), pose, level);
  }

  private static GivenInstance below(int parent, int number, Affine3 pose) {
    return at(DrawSite.of(parent).child(number), Optional.empty(), pose, Optional.empty());
  }

  private static GivenInstance carried(int number, Attachment carrier) {
    return at(DrawSite.of(number), Optional.of(carrier), TURNED, Optional.empty());
  }

  private static GivenInstance at(
      DrawSite site, Optional<Attachment> carrier, Affine3 pose, Optional<Integer> level) {
    return new GivenInstance(
        site,
        0,
        carrier,
        pose,
        Optional.of(VectorParameter.constant("scale", Vec3.ONE)),
        level,
        MaterialDescription.NONE,
        Optional.empty());
  }

  private static SampledFrame sample(ObjectDescription... objects) {
    return new FrameSampler(Scenes.scene(1, objects), FACTS).sample(0);
  }

  private static Affine3 pose(SampledFrame frame, int node) {
    return frame.nodes().get(node).worldFromObject().atLabelInstant();
  }
}
