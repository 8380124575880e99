package org.diorama.physics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.diorama.core.math.Vec3;
import org.diorama.core.physics.CollisionMesh;
import org.junit.jupiter.api.Test;

class ConvexPartsTest {
  private static double volume(List<ConvexHull> parts) {
    return parts.stream().mapToDouble(ConvexHull::volume).sum();
  }

  /** A floor and four boards: its sides are flat, so no hollow is left. */
  @Test
  void aSquareBinComesApartExactly() {
    List<ConvexHull> parts = ConvexParts.of(Meshes.bin(4, 1, 0.8, 0.1), 1);
    // Corners lie at the radius, so a side is the root of 2 times as long.
    double walls = 2 * 1 * 0.8 - 2 * 0.9 * 0.9 * 0.7;
    assertEquals(walls, volume(parts), 1e-5);
    assertTrue(parts.size() <= 20, parts.size() + " parts");
  }

  @Test
  void aConvexBodyStaysWhole() {
    List<ConvexHull> parts = ConvexParts.of(Meshes.box(1, 2, 3), 2);
    assertEquals(1, parts.size());
    assertEquals(6, volume(parts), 1e-9);
  }

  /** Pappus: 2 π² R r², less what the mesh and the chords of the parts lack or add. */
  @Test
  void aRingKeepsItsHole() {
    double radius = 0.3;
    double section = 0.1;
    CollisionMesh ring = Meshes.ring(radius, section);
    List<ConvexHull> parts = ConvexParts.of(ring, radius + section);
    double exact = 2 * Math.PI * Math.PI * radius * section * section;
    assertEquals(exact, volume(parts), 0.12 * exact);
    double free = radius - section - 3 * ConvexParts.SHALLOW * (radius + section);
    for (ConvexHull part : parts) {
      for (int i = 0; i < part.vertexCount(); i++) {
        for (int k = 0; k < i; k++) {
          Vec3 middle = part.vertex(i).plus(part.vertex(k)).times(0.5);
          double distance = Math.hypot(middle.x(), middle.y());
          assertTrue(distance > free, "a part reaches in to " + distance);
        }
      }
    }
    assertTrue(Solid.of(parts).innerRadius() < 0, "its center is outside");
    assertEquals(0, Solid.of(parts).center().length(), 0.02);
  }

  @Test
  void noMoreThanTheMostAndAllInsideTheHull() {
    CollisionMesh bowl = Meshes.bowl(0.4, 0.5);
    List<ConvexHull> parts = ConvexParts.of(bowl, 0.5);
    assertTrue(parts.size() <= ConvexParts.MOST);
    double exact = 2.0 / 3 * Math.PI * (0.5 * 0.5 * 0.5 - 0.4 * 0.4 * 0.4);
    assertEquals(exact, volume(parts), 0.2 * exact);
    for (ConvexHull part : parts) {
      assertTrue(part.radiusAround(Vec3.ZERO) < 0.5 + 1e-3);
    }
  }

  @Test
  void theSameMeshGivesTheSameParts() {
    List<ConvexHull> one = ConvexParts.of(Meshes.ring(0.3, 0.1), 0.4);
    List<ConvexHull> other = ConvexParts.of(Meshes.ring(0.3, 0.1), 0.4);
    assertEquals(one.size(), other.size());
    for (int i = 0; i < one.size(); i++) {
      assertEquals(
          Arrays.hashCode(one.get(i).vertices()), Arrays.hashCode(other.get(i).vertices()));
    }
  }

  @Test
  void aTriangleWithoutAreaIsNoFacet() {
    CollisionMesh box = Meshes.box(1, 1, 1);
    int[] indices = Arrays.copyOf(box.indices(), box.indices().length + 3);
    CollisionMesh more = new CollisionMesh("box and a needle", box.positions(), indices);
    assertEquals(1, volume(ConvexParts.of(more, 1)), 1e-9);
  }
}
