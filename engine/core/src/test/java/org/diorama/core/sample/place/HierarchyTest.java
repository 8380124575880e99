package org.diorama.core.sample.place;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.diorama.core.DioramaException;
import org.diorama.core.math.Aabb;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.Rotations;
import org.diorama.core.math.Vec3;
import org.diorama.core.sample.DrawnValue;
import org.diorama.core.sample.FixedFacts;
import org.diorama.core.sample.GroupVerdict;
import org.diorama.core.sample.NoPlace;
import org.diorama.core.sample.Places;
import org.diorama.core.sample.SampledFrame;
import org.diorama.core.sample.SampledNode;
import org.diorama.core.sample.Scenes;
import org.diorama.core.scene.Arrangement;
import org.diorama.core.scene.Attachment;
import org.diorama.core.scene.Furnishing;
import org.diorama.core.scene.ObjectDescription;
import org.diorama.core.scene.Placement;
import org.diorama.core.scene.Scope;
import org.junit.jupiter.api.Test;

/** Objects in, on and attached to others. */
class HierarchyTest {
  private static final double ROUNDING = 1e-9;

  @Test
  void aChildsPoseIsItsParentsTimesItsOwnWithoutTheParentsScale() {
    Random random = new Random(11);
    for (int i = 0; i < 50; i++) {
      double[] v = random.doubles(12, -90, 90).toArray();
      ObjectDescription child = posed(Scenes.object("child"), v[0], v[1], v[2], v[3], v[4], v[5]);
      ObjectDescription parent =
          Places.with(
              Places.sized(
                  posed(Scenes.object("parent"), v[6], v[7], v[8], v[9], v[10], v[11]), 3, 5, 7),
              child);
      SampledFrame frame = Places.sample(0, parent);
      Affine3 worldFromParent =
          Places.pose(frame.nodes().get(0))
              .times(Affine3.scaling(new Vec3(1 / 3.0, 1 / 5.0, 1 / 7.0)));
      Affine3 alone = Places.pose(Places.sample(0, child).nodes().get(0));
      assertNear(worldFromParent.times(alone), Places.pose(frame.nodes().get(1)));
      assertEquals(1, frame.nodes().get(1).parent());
    }
  }

  @Test
  void countsAreForEachParentAndFramesAreNotDrawn() {
    ObjectDescription shelf =
        Places.with(
            Places.frame(Places.counted(Scenes.object("shelf"), 2)),
            Places.with(
                Places.frame(Places.counted(Scenes.object("facing"), 3)),
                Places.counted(Scenes.object("product"), 2)));
    SampledFrame frame = Places.sample(0, shelf);
    assertEquals(12, frame.nodes().size());
    assertTrue(frame.nodes().stream().allMatch(node -> node.parent() == 0));
    assertEquals(
        List.of(
            new GroupVerdict("shelf", 2, 2),
            new GroupVerdict("shelf.facing", 6, 6),
            new GroupVerdict("shelf.facing.product", 12, 12)),
        frame.groups());
  }

  @Test
  void siblingsDrawForThemselvesUnlessTheyShare() {
    for (Scope scope : List.of(Scope.INSTANCE, Scope.PARENT, Scope.SEQUENCE)) {
      ObjectDescription product = Places.counted(Scenes.object("product"), 3);
      ObjectDescription shelf =
          Places.with(
              Places.counted(Scenes.object("shelf"), 4),
              product.toBuilder()
                  .yaw(Scenes.uniform("objects.shelf.children.product.yaw", 0, 360, scope))
                  .build());
      long different =
          Places.group(Places.sample(1, shelf), "shelf.product").stream()
              .map(node -> Places.pose(node).m00())
              .distinct()
              .count();
      assertEquals(scope == Scope.INSTANCE ? 12 : scope == Scope.PARENT ? 4 : 1, different);
    }
  }

  @Test
  void attachedThingsStandInAnInstanceHoweverTheSceneIsOrdered() {
    ObjectDescription cars = Places.turned(Scenes.scattered("cars", 4, 60, true, 0));
    ObjectDescription box =
        Places.at(Scenes.object("box"), 0.5, 0, 2).toBuilder()
            .attachment(Optional.of(new Attachment("cars", 2)))
            .build();
    SampledFrame frame = Places.sample(5, box, cars);
    SampledNode carrier = Places.group(frame, "cars").get(2);
    SampledNode carried = Places.group(frame, "box").get(0);
    assertEquals(carrier.instanceId(), carried.parent());
    assertNear(
        Places.pose(carrier).times(Affine3.translation(new Vec3(0.5, 0, 2))), Places.pose(carried));
    assertEquals(frame.nodes(), Places.sample(5, cars, box).nodes());
  }

  @Test
  void whatItsCarrierLacksIsReported() {
    ObjectDescription none = Places.counted(Scenes.object("table"), 0);
    ObjectDescription cup = onTable(Scenes.object("cup"), 0);
    assertEquals(
        List.of(new GroupVerdict.Missing(NoPlace.NO_CARRIER, 1)),
        Places.sample(0, none, cup).groups().get(1).missing());
    assertEquals(
        List.of(new GroupVerdict.Missing(NoPlace.NO_SURFACE, 1)),
        Places.sample(0, Scenes.object("table"), cup).groups().get(1).missing());
  }

  @Test
  void circlesAreRefused() {
    ObjectDescription a =
        Scenes.object("a").toBuilder().attachment(Optional.of(new Attachment("b", 0))).build();
    ObjectDescription b =
        Scenes.object("b").toBuilder().attachment(Optional.of(new Attachment("a", 0))).build();
    assertThrows(DioramaException.class, () -> Places.sample(0, a, b));
  }

  @Test
  void thingsOnASurfaceLieInsideItAndApart() {
    for (long number = 0; number < 20; number++) {
      SampledFrame frame = Places.sample(number, table(), cups(0.05));
      List<SampledNode> cups = Places.group(frame, "cup");
      assertTrue(cups.size() > 4, cups.size() + " in frame " + number);
      for (SampledNode cup : cups) {
        SampledNode table = Places.group(frame, "table").get(cup.parent() - 1);
        Affine3 tableFromCup =
            Places.pose(table)
                .times(Affine3.scaling(new Vec3(0.5, 1, 1)))
                .inverse()
                .times(Places.pose(cup));
        Aabb box = FixedFacts.BOX.fact("box").bounds().transform(tableFromCup);
        assertEquals(0.75, box.min().z(), ROUNDING);
        assertTrue(
            box.max().x() <= 0.95 + ROUNDING && box.min().x() >= -0.95 - ROUNDING, box.toString());
        assertTrue(
            box.max().y() <= 0.45 + ROUNDING && box.min().y() >= -0.45 - ROUNDING, box.toString());
      }
      assertApart(cups);
    }
  }

  @Test
  void whatIsTooWideHangsOverOnlyWhereItMay() {
    ObjectDescription wide = Places.sized(Scenes.object("wide"), 3, 0.2, 0.2);
    SampledFrame inside = Places.sample(0, table(), onTable(wide, 0));
    assertEquals(
        List.of(new GroupVerdict.Missing(NoPlace.OUTSIDE, 1)), inside.groups().get(1).missing());
    assertEquals(1, Places.sample(0, table(), onTable(wide, -1)).groups().get(1).placed());
  }

  @Test
  void aRowOnASurfaceFillsItFromBorderToBorder() {
    ObjectDescription row =
        Places.filling(
            Places.arranged(
                Places.sized(Scenes.object("book"), 0.3, 0.2, 0.2),
                Places.on("table", 0, "top"),
                new Arrangement.Row(
                    Places.constant(0), Optional.of(Places.constant(0.01)), Optional.empty())));
    // Two meters hold six books of 0.3 m with gaps of 0.01 m; of two tables, twice as many.
    SampledFrame frame = Places.sample(0, table(), row);
    assertEquals(12, Places.group(frame, "book").size());
    assertEquals(new GroupVerdict("book", 12, 12), frame.groups().get(1));
  }

  @Test
  void aContainerHoldsWhatIsScatteredInIt() {
    Aabb room = new Aabb(new Vec3(-1, -0.5, 0.1), new Vec3(1, 0.5, 1));
    ObjectDescription bin =
        Places.turned(
            Places.furnished(
                Places.at(Places.frame(Scenes.object("bin")), 4, 5, 0),
                new Furnishing(List.of(), Optional.of(room))));
    ObjectDescription parts =
        Places.turned(
            Places.placed(
                Places.counted(Places.sized(Scenes.object("part"), 0.3, 0.2, 0.15), 60),
                new Placement.Inside(Optional.of("bin"), 0, Places.SEPARATE)));
    SampledFrame frame = Places.sample(3, bin, parts);
    List<SampledNode> placed = Places.group(frame, "part");
    assertTrue(placed.size() > 30, placed.size() + " of 60");
    double yaw = ArrangementTest.drawn(frame, "objects.bin.yaw", 0);
    Affine3 binFromWorld =
        Affine3.translation(new Vec3(4, 5, 0))
            .times(Rotations.yaw(Rotations.radians(yaw)))
            .inverse();
    double highest = 0;
    for (SampledNode part : placed) {
      Aabb box =
          FixedFacts.BOX.fact("box").bounds().transform(binFromWorld.times(Places.pose(part)));
      assertTrue(box.min().x() >= -1 - ROUNDING && box.max().x() <= 1 + ROUNDING);
      assertTrue(box.min().y() >= -0.5 - ROUNDING && box.max().y() <= 0.5 + ROUNDING);
      assertTrue(box.min().z() >= 0.1 - ROUNDING && box.max().z() <= 1 + ROUNDING);
      highest = Math.max(highest, box.min().z());
    }
    assertTrue(highest > 0.2, "nothing lies on anything");
    assertApart(placed);
  }

  @Test
  void anUnrelatedObjectChangesNoDraw() {
    ObjectDescription other = Places.turned(Scenes.scattered("other", 5, 3, false, 0));
    for (long number = 0; number < 10; number++) {
      SampledFrame before = Places.sample(number, table(), cups(0));
      SampledFrame after = Places.sample(number, other, table(), cups(0));
      List<DrawnValue> same = new ArrayList<>(after.draws());
      same.removeIf(value -> value.path().startsWith("objects.other"));
      assertEquals(before.draws(), same);
      assertEquals(Places.origins(before, "cup"), Places.origins(after, "cup"));
    }
  }

  @Test
  void aTransformIsTakenBitByBit() {
    Affine3 pose =
        Affine3.translation(new Vec3(0.1, 0.2, 0.3))
            .times(Rotations.yawPitchRoll(1, 2, 3))
            .times(Affine3.scaling(new Vec3(0.3, 1.7, 0.9)));
    ObjectDescription exact = Places.placed(Scenes.object("exact"), new Placement.Exact(pose));
    assertEquals(pose, Places.pose(Places.sample(0, exact).nodes().get(0)));
  }

  /** Two tables of two by one meter whose asset is stretched. */
  private static ObjectDescription table() {
    ObjectDescription tables =
        Places.furnished(
            Places.sized(Scenes.scattered("table", 2, 60, true, 0), 2, 1, 1),
            new Furnishing(List.of(Places.rectangle("top", 1, 0.5, 0.75)), Optional.empty()));
    return Places.turned(tables);
  }

  private static ObjectDescription cups(double inset) {
    return onTable(
        Places.turned(Places.counted(Places.sized(Scenes.object("cup"), 0.2, 0.1, 0.1), 12)),
        inset);
  }

  private static ObjectDescription onTable(ObjectDescription object, double inset) {
    return Places.arranged(object, Places.on("table", inset, "top"), new Arrangement.Scattered());
  }

  private static ObjectDescription posed(
      ObjectDescription object,
      double yaw,
      double pitch,
      double roll,
      double x,
      double y,
      double z) {
    return Places.at(object, x, y, z).toBuilder()
        .yaw(Places.constant(yaw))
        .pitch(Places.constant(pitch))
        .roll(Places.constant(roll))
        .build();
  }

  /** No two boxes share room: by their corners in each other's frame, as far as boxes are alike. */
  private static void assertApart(List<SampledNode> nodes) {
    for (int i = 0; i < nodes.size(); i++) {
      for (int j = 0; j < nodes.size(); j++) {
        if (i != j) {
          Affine3 between = Places.pose(nodes.get(i)).inverse().times(Places.pose(nodes.get(j)));
          Vec3 center = between.transformPoint(new Vec3(0, 0, 0.5));
          boolean inside =
              Math.abs(center.x()) < 0.5
                  && Math.abs(center.y()) < 0.5
                  && center.z() > 0
                  && center.z() < 1;
          assertTrue(!inside, nodes.get(i) + " holds the middle of " + nodes.get(j));
        }
      }
    }
  }

  private static void assertNear(Affine3 expected, Affine3 actual) {
    for (int i = 0; i < 12; i++) {
      assertEquals(expected.toRows()[i], actual.toRows()[i], ROUNDING, expected + " " + actual);
    }
  }
}
