package org.diorama.assets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.diorama.assets.catalog.Catalog;
import org.diorama.assets.catalog.CatalogEntry;
import org.diorama.core.asset.AssetFact;
import org.diorama.core.asset.MeshSurface;
import org.diorama.core.asset.Skeleton;
import org.diorama.core.collision.SurfaceDistance;
import org.diorama.core.math.Vec3;
import org.diorama.core.scene.NamedPoint;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The named points of the real models, which are installed where they are not there yet. */
class FurnitureKeypointsTest {
  /** Those who sit with a knee before the other one. */
  private static final Set<String> CROSSED =
      Set.of(
          "sweethome3d-furniture/reallusion/girlSittingGround",
          "sweethome3d-furniture/reallusion/sitFemale03");

  /** Chairs with a headrest or a pillow that stands above the back. */
  private static final Set<String> TOPPED =
      Set.of("sweethome3d-furniture/scopia/armchair1", "sweethome3d-furniture/scopia/ext_chair");

  /** Its right half is shallower than its left one. */
  private static final String CORNER_DESK = "sweethome3d-furniture/scopia/wooden_office_pear_table";

  private static InstalledFurniture furniture;
  private static AssetLibrary library;
  private static List<AssetFact> facts;

  @BeforeAll
  static void install() {
    furniture = new InstalledFurniture();
    library = furniture.library;
    Path packs = furniture.locations.packs();
    List<String> named = new ArrayList<>();
    for (CatalogEntry entry : Catalog.open(packs).entries()) {
      if (!new PackAssets(packs).keypoints(entry).points().isEmpty()) {
        named.add(entry.id());
      }
    }
    facts = named.stream().map(library::fact).toList();
  }

  @AfterAll
  static void close() {
    furniture.close();
  }

  /** A row whose model the pack lacks would be lost without a word. */
  @Test
  void everyRowBelongsToAModel() {
    assertEquals(107, facts.size());
    assertEquals(939, facts.stream().mapToInt(fact -> fact.keypoints().points().size()).sum());
  }

  @Test
  void eachLiesOnItsModelsSurface() {
    for (AssetFact fact : facts) {
      MeshSurface surface = library.surface(fact.id(), 0);
      for (NamedPoint point : fact.keypoints().points()) {
        assertTrue(
            SurfaceDistance.isWithin(surface, Vec3.ONE, point.position(), NamedPoint.TOLERANCE),
            fact.id() + " " + point);
      }
    }
  }

  @Test
  void eachIsAPointOfItsClassesSkeletonAndComesOnce() {
    for (AssetFact fact : facts) {
      Set<String> names = new HashSet<>();
      Skeleton skeleton = fact.keypoints().skeleton();
      for (NamedPoint point : fact.keypoints().points()) {
        assertTrue(names.add(point.name()), fact.id() + " " + point);
        assertTrue(skeleton.points().contains(point.name()), fact.id() + " " + point);
      }
    }
  }

  /** A name that no model has would be a column of zeros. */
  @Test
  void eachNameOfASkeletonIsSomewhere() {
    Set<String> used = new HashSet<>();
    Set<String> known = new HashSet<>();
    for (AssetFact fact : facts) {
      fact.keypoints().points().forEach(point -> used.add(fact.category() + " " + point.name()));
      fact.keypoints().skeleton().points().forEach(name -> known.add(fact.category() + " " + name));
    }
    assertEquals(known, used);
  }

  /**
   * All face -Y, wherever they look, or have their heads towards +Y as they lie on their backs:
   * their left shoulder and knee are at larger x, but for the knees of crossed legs.
   */
  @Test
  void peopleHaveTheirLeftAtTheirLeft() {
    int pairs = 0;
    for (AssetFact fact : facts) {
      for (String joint : List.of("shoulder", "elbow", "wrist", "knee", "ankle")) {
        Optional<Vec3> left = point(fact, joint + "_left");
        Optional<Vec3> right = point(fact, joint + "_right");
        assertEquals(left.isPresent(), right.isPresent(), fact.id() + " " + joint);
        boolean isCrossed = joint.equals("knee") && CROSSED.contains(fact.id());
        if (left.isPresent() && !isCrossed) {
          assertTrue(left.get().x() - right.get().x() > 0.04, fact.id() + " " + joint);
          pairs++;
        }
      }
    }
    assertEquals(102, pairs);
  }

  private static Optional<Vec3> point(AssetFact fact, String name) {
    return fact.keypoints().points().stream()
        .filter(point -> point.name().equals(name))
        .map(NamedPoint::position)
        .findFirst();
  }

  /** Left is +X and the front -Y, as the models face. */
  @Test
  void sidesAreThoseOfTheModel() {
    for (AssetFact fact : facts) {
      for (NamedPoint point : fact.keypoints().points()) {
        String name = point.name();
        Vec3 at = point.position();
        if (fact.category().equals("person")) {
          continue;
        }
        assertTrue(!name.endsWith("_left") || at.x() > 0, fact.id() + " " + point);
        assertTrue(!name.endsWith("_right") || at.x() < 0, fact.id() + " " + point);
        assertTrue(!name.contains("front") && !name.contains("head") || at.y() < 0, name);
        assertTrue(!name.contains("rear") && !name.contains("tail") || at.y() > 0, name);
      }
    }
  }

  /** A head's top is its highest point but for locks of hair, or its end, and near the nose. */
  @Test
  void headsAreWhole() {
    int heads = 0;
    for (AssetFact fact : facts) {
      Optional<Vec3> top = point(fact, "head_top");
      if (top.isPresent()) {
        Vec3 nose = point(fact, "nose").orElseThrow();
        double apart = top.get().minus(nose).length();
        assertTrue(apart > 0.1 && apart < 0.28, fact.id() + " " + apart);
        heads++;
      }
    }
    assertEquals(27, heads);
  }

  /** A forearm is no longer than an upper arm by much, nor is one arm than the other. */
  @Test
  void armsAreOfOneLength() {
    int arms = 0;
    for (AssetFact fact : facts) {
      double[] lengths = new double[2];
      for (int side = 0; side < 2; side++) {
        String end = side == 0 ? "_left" : "_right";
        Optional<Vec3> elbow = point(fact, "elbow" + end);
        Optional<Vec3> shoulder = point(fact, "shoulder" + end);
        if (elbow.isPresent() && shoulder.isPresent()) {
          lengths[side] = elbow.get().minus(shoulder.get()).length();
          assertTrue(lengths[side] > 0.15 && lengths[side] < 0.4, fact.id() + " " + lengths[side]);
          arms++;
        }
      }
      assertTrue(Math.abs(lengths[0] - lengths[1]) < 0.12, fact.id() + " " + lengths[0]);
    }
    assertTrue(arms > 44, arms + " arms");
  }

  /**
   * Feet stand on the ground, corners of a top are as high as each other, a back is above a seat.
   */
  @Test
  void chairsAndTablesStandUpright() {
    int feet = 0;
    int tops = 0;
    int backs = 0;
    for (AssetFact fact : facts) {
      if (!List.of("chair", "dining table").contains(fact.category())) {
        continue;
      }
      double top = fact.bounds().max().z();
      Optional<Vec3> seat = point(fact, "seat");
      for (NamedPoint point : fact.keypoints().points()) {
        double z = point.position().z();
        String said = fact.id() + " " + point;
        if (point.name().startsWith("leg_")) {
          assertTrue(z < 0.02, said);
          feet++;
        } else if (point.name().startsWith("top_")) {
          assertTrue(z > top - 0.02, said);
          tops++;
        } else if (point.name().startsWith("back_")) {
          double above = TOPPED.contains(fact.id()) ? 0.22 : 0.12;
          assertTrue(z > top - above && z > seat.orElseThrow().z() + 0.15, said);
          backs++;
        }
      }
      seat.ifPresent(at -> assertTrue(at.z() > 0.25 && at.z() < 0.56, fact.id() + " " + at));
    }
    assertTrue(feet >= 180 && tops >= 60 && backs >= 60, feet + ", " + tops + ", " + backs);
  }

  /** What is at the left mirrors what is at the right, but for 4 centimeters and a desk's front. */
  @Test
  void pairsOfChairsAndTablesMirrorEachOther() {
    for (AssetFact fact : facts) {
      if (!List.of("chair", "dining table").contains(fact.category())) {
        continue;
      }
      for (NamedPoint left : fact.keypoints().points()) {
        if (left.name().endsWith("_left")) {
          Vec3 at = left.position();
          Vec3 other = point(fact, left.name().replace("_left", "_right")).orElseThrow();
          boolean isSlanted = fact.id().equals(CORNER_DESK) && left.name().contains("front");
          assertTrue(
              Math.abs(at.x() + other.x()) < 0.04
                  && Math.abs(other.y() - at.y() - (isSlanted ? 0.4 : 0)) < 0.04
                  && Math.abs(at.z() - other.z()) < 0.02,
              fact.id() + " " + left + " " + other);
        }
      }
    }
  }
}
