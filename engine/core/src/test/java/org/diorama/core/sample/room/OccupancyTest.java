package org.diorama.core.sample.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.diorama.core.bvh.ClosedMeshes;
import org.diorama.core.bvh.PlacedSurface;
import org.diorama.core.collision.Collider;
import org.diorama.core.collision.OrientedBox;
import org.diorama.core.collision.Shells;
import org.diorama.core.math.Aabb;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.Rotations;
import org.diorama.core.math.Vec3;
import org.diorama.core.random.DrawSite;
import org.diorama.core.sample.FixedFacts;
import org.diorama.core.sample.SampledFrame;
import org.diorama.core.sample.SampledMaterial;
import org.diorama.core.sample.SampledNode;
import org.diorama.core.sample.Scenes;
import org.diorama.core.sample.frame.FrameSampler;
import org.diorama.core.sample.instance.Instance;
import org.diorama.core.sample.motion.Motion;
import org.diorama.core.scene.AssetReference;
import org.diorama.core.scene.LabelChoice;
import org.junit.jupiter.api.Test;

class OccupancyTest {
  /** A table of 1 by 1 by 0.75 meters on legs, a stool that fits below, a post, a stick. */
  private static final FixedFacts FACTS =
      new FixedFacts()
          .with(
              "table",
              ClosedMeshes.boxes(
                  List.of(
                      box(-0.5, -0.5, 0.7, 0.5, 0.5, 0.75),
                      box(-0.5, -0.5, 0, -0.45, -0.45, 0.7),
                      box(0.45, -0.5, 0, 0.5, -0.45, 0.7),
                      box(-0.5, 0.45, 0, -0.45, 0.5, 0.7),
                      box(0.45, 0.45, 0, 0.5, 0.5, 0.7))))
          .with("stool", "", new Vec3(0.4, 0.4, 0.45), 0)
          .with("post", "", new Vec3(0.1, 0.1, 2), 0)
          .with("stick", "", new Vec3(2, 0.02, 0.02), 0);

  private final Occupancy occupancy = new Occupancy(FACTS, new Shells());

  private static Aabb box(double x0, double y0, double z0, double x1, double y1, double z1) {
    return new Aabb(new Vec3(x0, y0, z0), new Vec3(x1, y1, z1));
  }

  private static Affine3 at(double x, double y, double z) {
    return Affine3.translation(new Vec3(x, y, z));
  }

  private static Occupancy.Claim claim(String asset, Affine3 pose, double clearance) {
    return new Occupancy.Claim(FACTS.fact(asset), pose, clearance, Optional.empty());
  }

  private Instance take(Occupancy.Claim claim) {
    Instance owner = owner(claim);
    occupancy.take(claim, owner);
    return owner;
  }

  private static Instance owner(Occupancy.Claim claim) {
    return new Instance(
        Scenes.object("any"),
        0,
        DrawSite.WHOLE,
        Optional.empty(),
        Optional.of(claim.asset()),
        Vec3.ONE,
        SampledMaterial.NONE,
        new Motion.None(),
        claim.worldFromObject());
  }

  @Test
  void aStoolMayStandUnderATable() {
    take(claim("table", at(3, 4, 0), 0));
    assertTrue(occupancy.isFree(claim("stool", at(3, 4, 0), 0)));
    assertFalse(occupancy.isFree(claim("stool", at(3, 4, 0.3), 0)), "through the top");
    assertFalse(occupancy.isFree(claim("stool", at(3.3, 4.3, 0), 0)), "through a leg");
    assertFalse(occupancy.isFree(claim("post", at(3, 4, 0), 0)), "through the top");
    assertTrue(occupancy.isFree(claim("post", at(3.56, 4, 0), 0)));
  }

  @Test
  void clearanceIsThatOfTheBoxesAround() {
    take(claim("table", at(0, 0, 0), 0));
    assertFalse(occupancy.isFree(claim("stool", at(0, 0, 0), 0.01)));
    assertFalse(occupancy.isFree(claim("post", at(1, 0, 0), 0.5)));
    assertTrue(occupancy.isFree(claim("post", at(1, 0, 0), 0.4)));
    take(claim("table", at(10, 0, 0), 3));
    assertFalse(occupancy.isFree(claim("post", at(13.4, 0, 0), 0)), "the other one asks for it");
    assertTrue(occupancy.isFree(claim("post", at(13.6, 0, 0), 0)));
  }

  @Test
  void whatIsTiltedTakesTheRoomOfItsTrianglesOnly() {
    Affine3 upwards = Rotations.aboutAxis(Vec3.UNIT_Y, -StrictMath.PI / 4);
    take(claim("stick", at(0, 0, 1).times(upwards), 0));
    assertTrue(occupancy.isFree(claim("stool", at(0.4, 0, 0.2), 0)), "below it");
    assertFalse(occupancy.isFree(claim("stool", at(-0.4, 0, 0.2), 0)));
    // The stick's lower side is at x = z - 1, the stool's top at z = 0.65, its side at x = 0.2.
    assertTrue(occupancy.isFree(claim("stool", at(0.4, 0, 0.2), 0.549)), "the upright boxes meet");
    assertFalse(occupancy.isFree(claim("stool", at(0.4, 0, 0.2), 0.551)));
    assertFalse(occupancy.isFree(claim("stool", at(-0.4, 0, 0.2), 0.01)));
  }

  /** However the boxes around are turned: who is found does not depend on where it is kept. */
  @Test
  void clearanceIsKeptFromEverythingThatIsTilted() {
    Random random = new Random(73);
    int found = 0;
    for (int round = 0; round < 40; round++) {
      Occupancy crowded = new Occupancy(FACTS, new Shells());
      List<Occupancy.Claim> taken = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        Occupancy.Claim claim = claim(i % 2 == 0 ? "stick" : "stool", tilted(random), 0);
        crowded.take(claim, owner(claim));
        taken.add(claim);
      }
      double clearance = 0.01 + 0.4 * random.nextDouble();
      Occupancy.Claim asking = claim("post", tilted(random), clearance);
      Footprint wanted = footprint(asking, clearance);
      boolean free =
          taken.stream()
              .noneMatch(
                  each ->
                      wanted.conflictsWith(footprint(each, 0))
                          && !box(asking).isApartSideways(box(each), clearance, Footprint.TOUCH));
      assertEquals(free, crowded.isFree(asking), "seed 73, round " + round);
      found += free ? 1 : 0;
    }
    assertTrue(found > 5 && found < 35, found + " of 40 are free");
  }

  private static OrientedBox box(Occupancy.Claim claim) {
    return OrientedBox.of(claim.asset().bounds(), claim.worldFromObject());
  }

  private static Affine3 tilted(Random random) {
    Vec3 axis = new Vec3(random.nextGaussian(), random.nextGaussian(), random.nextGaussian());
    return at(6 * random.nextDouble(), 6 * random.nextDouble(), random.nextDouble())
        .times(Rotations.aboutAxis(axis.normalize(), 6 * random.nextDouble()));
  }

  private static Footprint footprint(Occupancy.Claim claim, double clearance) {
    return Footprint.of(
        claim.asset().bounds(),
        claim.worldFromObject(),
        Rotations.heading(claim.worldFromObject()),
        clearance);
  }

  @Test
  void aHolderDoesNotCount() {
    Instance table = take(claim("table", at(0, 0, 0), 0));
    Affine3 through = at(0, 0, 0.5);
    assertFalse(occupancy.isFree(claim("stool", through, 0)));
    assertTrue(
        occupancy.isFree(new Occupancy.Claim(FACTS.fact("stool"), through, 0, Optional.of(table))));
  }

  @Test
  void theHighestConflictTells() {
    take(claim("stool", at(0, 0, 0), 0));
    take(claim("stool", at(0.3, 0, 0.45), 0));
    take(claim("post", at(5, 0, 0), 0));
    assertEquals(Optional.of(0.9), top(claim("stool", at(0.1, 0, 0.2), 0)));
    assertEquals(Optional.of(0.45), top(claim("stool", at(-0.2, 0, 0.2), 0)));
    assertEquals(Optional.empty(), top(claim("stool", at(0.1, 0, 0.9), 0)));
  }

  private Optional<Double> top(Occupancy.Claim claim) {
    return occupancy.topOfConflicts(claim, Optional.empty());
  }

  @Test
  void placedFramesAreFreeOfInterpenetration() {
    // Dense enough that many stools and posts end up below and beside tables.
    Collider collider = new Collider(new Shells());
    int below = 0;
    for (long frame = 0; frame < 10; frame++) {
      SampledFrame sampled =
          new FrameSampler(
                  Scenes.scene(
                      71,
                      Scenes.made(
                          Scenes.scattered("tables", 8, 6, true, 0),
                          new AssetReference.CatalogEntry("table"),
                          new LabelChoice.None()),
                      Scenes.made(
                          Scenes.scattered("stools", 30, 6, true, 0),
                          new AssetReference.CatalogEntry("stool"),
                          new LabelChoice.None())),
                  FACTS)
              .sample(frame);
      List<PlacedSurface> placed = new ArrayList<>();
      for (SampledNode node : sampled.nodes()) {
        PlacedSurface surface =
            new PlacedSurface(
                node.worldFromObject().atLabelInstant(), FACTS.surface(node.assetId(), 0));
        for (PlacedSurface other : placed) {
          assertFalse(collider.collide(surface, other), "seed 71, frame " + frame);
          below += boxesMeet(surface, other) ? 1 : 0;
        }
        placed.add(surface);
      }
    }
    assertTrue(below > 10, "only the triangles tell these apart: " + below);
  }

  private static boolean boxesMeet(PlacedSurface one, PlacedSurface other) {
    Aabb a = one.surface().bounds().transform(one.sceneFromObject());
    Aabb b = other.surface().bounds().transform(other.sceneFromObject());
    Vec3 overlap = a.max().min(b.max()).minus(a.min().max(b.min()));
    return overlap.x() > 0.2 && overlap.y() > 0.2 && overlap.z() > 0.2;
  }
}
