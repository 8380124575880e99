package org.diorama.core.sample.place;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.geom.Area;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.diorama.core.asset.AssetFact;
import org.diorama.core.math.Aabb;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.Rotation;
import org.diorama.core.math.Vec3;
import org.diorama.core.sample.DrawnValue;
import org.diorama.core.sample.FixedFacts;
import org.diorama.core.sample.GroupVerdict;
import org.diorama.core.sample.NoPlace;
import org.diorama.core.sample.SampledFrame;
import org.diorama.core.sample.SampledNode;
import org.diorama.core.sample.Scenes;
import org.diorama.core.sample.frame.FrameSampler;
import org.diorama.core.scene.ObjectDescription;
import org.diorama.core.scene.Parameter;
import org.diorama.core.scene.Placement;
import org.diorama.core.scene.RotationDistribution;
import org.diorama.core.scene.SceneDescription;
import org.diorama.core.scene.Scope;
import org.diorama.core.scene.VectorParameter;
import org.junit.jupiter.api.Test;

class PlacementTest {
  private static final Vec3 SIZE = new Vec3(4, 1.5, 1.2);
  private static final FixedFacts CARS = new FixedFacts().with("box", "", SIZE, 0);

  @Test
  void theLowestPointRestsOnTheSurfaceHoweverItIsTurned() {
    for (long frame = 0; frame < 50; frame++) {
      ObjectDescription tilted = tilted("tilted", new Vec3(1, 2, 0.75));
      SampledNode node =
          new FrameSampler(Scenes.scene(9, tilted), CARS).sample(frame).nodes().get(0);
      Affine3 pose = node.worldFromObject().atLabelInstant();
      assertEquals(0.75, bounds().transform(pose).min().z(), 1e-12);
      assertEquals(1, pose.m03());
      assertEquals(2, pose.m13());
    }
  }

  @Test
  void separateFootprintsNeverOverlap() {
    // The oracle is java.awt's polygon intersection, not the test under test.
    for (long frame = 0; frame < 40; frame++) {
      SampledFrame sampled =
          new FrameSampler(
                  Scenes.scene(
                      frame * 31,
                      Scenes.scattered("a", 12, 30, true, 0),
                      Scenes.scattered("b", 12, 30, true, 0)),
                  CARS)
              .sample(frame);
      List<Area> areas = new ArrayList<>();
      for (SampledNode node : sampled.nodes()) {
        Area area = new Area(outline(node));
        for (Area earlier : areas) {
          Area common = new Area(area);
          common.intersect(earlier);
          assertTrue(
              common.isEmpty() || common.getBounds2D().getWidth() < 1e-6,
              "overlap in frame " + frame);
        }
        areas.add(area);
      }
    }
  }

  @Test
  void clearanceIsKept() {
    for (long frame = 0; frame < 20; frame++) {
      SampledFrame sampled =
          new FrameSampler(Scenes.scene(5, Scenes.scattered("a", 8, 40, true, 2)), CARS)
              .sample(frame);
      for (SampledNode one : sampled.nodes()) {
        for (SampledNode other : sampled.nodes()) {
          if (one != other) {
            assertTrue(distance(one, other) >= 2 - 1e-6, "frame " + frame);
          }
        }
      }
    }
  }

  @Test
  void withoutSeparationPositionsAreUniform() {
    SampledFrame sampled =
        new FrameSampler(Scenes.scene(5, Scenes.scattered("a", 5000, 10, false, 0)), CARS)
            .sample(0);
    double[] x =
        sampled.nodes().stream()
            .mapToDouble(node -> node.worldFromObject().atLabelInstant().m03())
            .toArray();
    org.diorama.core.random.Statistics.assertKolmogorov(x, value -> (value + 5) / 10);
  }

  @Test
  void whatFindsNoPlaceIsLeftOutAndReported() {
    SampledFrame sampled =
        new FrameSampler(Scenes.scene(5, Scenes.scattered("full", 40, 6, true, 0)), CARS).sample(0);
    GroupVerdict verdict = sampled.groups().get(0);
    assertEquals(40, verdict.wanted());
    assertEquals(sampled.nodes().size(), verdict.placed());
    assertTrue(verdict.placed() >= 1 && verdict.placed() < 15, "placed " + verdict.placed());
    // Ids have no gaps, indices tell who is missing, and only the placed are on record.
    for (int i = 0; i < verdict.placed(); i++) {
      assertEquals(i + 1, sampled.nodes().get(i).instanceId());
    }
    List<Long> recorded =
        sampled.draws().stream()
            .filter(value -> value.path().endsWith("area.x"))
            .map(DrawnValue::instance)
            .toList();
    assertEquals(sampled.nodes().stream().map(node -> (long) node.index()).toList(), recorded);
  }

  @Test
  void whatCannotMoveIsTriedOnceAndFails() {
    ObjectDescription fixed = fixedArea("fixed", 0, 0, 2);
    SampledFrame sampled = new FrameSampler(Scenes.scene(5, fixed), CARS).sample(0);
    assertEquals(
        new GroupVerdict("fixed", 2, 1, List.of(new GroupVerdict.Missing(NoPlace.OCCUPIED, 1))),
        sampled.groups().get(0));
  }

  @Test
  void thingsAboveOneAnotherDoNotCollide() {
    SceneDescription scene =
        Scenes.scene(5, fixedArea("table", 0, 0, 1), fixedArea("cup", 0, SIZE.z(), 1));
    assertEquals(2, new FrameSampler(scene, CARS).sample(0).nodes().size());
    SceneDescription sunk =
        Scenes.scene(5, fixedArea("table", 0, 0, 1), fixedArea("cup", 0, SIZE.z() - 0.01, 1));
    assertEquals(1, new FrameSampler(sunk, CARS).sample(0).nodes().size());
  }

  @Test
  void aDrawSharedByTheFrameIsNotRepeated() {
    // x per frame: all instances share one column and differ in y alone.
    String path = "objects.column";
    ObjectDescription column =
        placed(
            "column",
            3,
            new Placement.Area(
                Scenes.uniform(path + ".area.x", -50, 50, Scope.FRAME),
                Scenes.uniform(path + ".area.y", -50, 50, Scope.INSTANCE),
                Scenes.constant(path + ".area.z", 0),
                true,
                0));
    SampledFrame sampled = new FrameSampler(Scenes.scene(5, column), CARS).sample(0);
    assertEquals(
        1,
        sampled.nodes().stream()
            .map(node -> node.worldFromObject().atLabelInstant().m03())
            .distinct()
            .count());
    assertEquals(
        1, sampled.draws().stream().filter(value -> value.path().endsWith("area.x")).count());
  }

  private static ObjectDescription placed(String name, int count, Placement placement) {
    ObjectDescription plain = Scenes.object(name);
    return plain.toBuilder()
        .count(Scenes.constant("objects." + name + ".count", count))
        .placement(placement)
        .build();
  }

  private static ObjectDescription fixedArea(String name, double x, double z, int count) {
    Parameter<Double> at = Scenes.constant("objects." + name + ".area.x", x);
    return placed(
        name,
        count,
        new Placement.Area(
            at,
            Scenes.constant("objects." + name + ".area.y", 0),
            Scenes.constant("objects." + name + ".area.z", z),
            true,
            0));
  }

  @Test
  void aRotationTakesThePlaceOfTheAnglesAndStandsOnItsLowestPoint() {
    ObjectDescription turned =
        Scenes.object("turned").toBuilder()
            .rotation(
                Optional.of(
                    new Parameter<>(
                        "objects.turned.rotation",
                        new RotationDistribution.UniformRotation(),
                        Scope.INSTANCE)))
            .build();
    for (int frame = 0; frame < 50; frame++) {
      SampledFrame sampled =
          new FrameSampler(Scenes.scene(3, turned), FixedFacts.BOX).sample(frame);
      Affine3 pose = sampled.nodes().get(0).worldFromObject().atLabelInstant();
      assertEquals(0, FixedFacts.BOX.fact("box").bounds().transform(pose).min().z(), 1e-12);
      double[] drawn =
          Stream.of(sampled.draws().get(0).value().split(","))
              .mapToDouble(Double::parseDouble)
              .toArray();
      double[] map = new Rotation(drawn[0], drawn[1], drawn[2], drawn[3]).map().toRows();
      for (int i = 0; i < map.length; i++) {
        if (i % 4 < 3) {
          assertEquals(map[i], pose.toRows()[i], 1e-15);
        }
      }
    }
  }

  private static ObjectDescription tilted(String name, Vec3 at) {
    String path = "objects." + name;
    ObjectDescription plain = Scenes.object(name);
    return plain.toBuilder()
        .placement(new Placement.At(VectorParameter.constant(path + ".at", at)))
        .yaw(Scenes.uniform(path + ".yaw", 0, 360, Scope.INSTANCE))
        .pitch(Scenes.uniform(path + ".pitch", -180, 180, Scope.INSTANCE))
        .roll(Scenes.uniform(path + ".roll", -180, 180, Scope.INSTANCE))
        .scale(
            new VectorParameter.Axes(
                Scenes.uniform(path + ".scale.x", 0.5, 2, Scope.INSTANCE),
                Scenes.uniform(path + ".scale.y", 0.5, 2, Scope.INSTANCE),
                Scenes.uniform(path + ".scale.z", 0.5, 2, Scope.INSTANCE)))
        .build();
  }

  private static Aabb bounds() {
    AssetFact fact = CARS.fact("box");
    return fact.bounds();
  }

  private static List<Vec3> corners(SampledNode node) {
    Affine3 pose = node.worldFromObject().atLabelInstant();
    List<Vec3> corners = new ArrayList<>();
    for (int index : new int[] {0, 1, 3, 2}) {
      corners.add(pose.transformPoint(bounds().corner(index)));
    }
    return corners;
  }

  private static Path2D outline(SampledNode node) {
    Path2D path = new Path2D.Double();
    List<Vec3> corners = corners(node);
    path.moveTo(corners.get(0).x(), corners.get(0).y());
    corners.subList(1, 4).forEach(corner -> path.lineTo(corner.x(), corner.y()));
    path.closePath();
    return path;
  }

  /** Smallest distance from a corner of either outline to the other's sides. */
  private static double distance(SampledNode one, SampledNode other) {
    return Math.min(cornersToSides(one, other), cornersToSides(other, one));
  }

  private static double cornersToSides(SampledNode one, SampledNode other) {
    double least = Double.POSITIVE_INFINITY;
    List<Vec3> sides = corners(other);
    for (Vec3 corner : corners(one)) {
      for (int i = 0; i < 4; i++) {
        Vec3 a = sides.get(i);
        Vec3 b = sides.get((i + 1) % 4);
        least =
            Math.min(
                least,
                java.awt.geom.Line2D.ptSegDist(a.x(), a.y(), b.x(), b.y(), corner.x(), corner.y()));
      }
    }
    return least;
  }
}
