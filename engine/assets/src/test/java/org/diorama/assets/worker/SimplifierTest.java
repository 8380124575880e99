package org.diorama.assets.worker;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.diorama.core.asset.Mesh;
import org.diorama.procedural.Primitives;
import org.junit.jupiter.api.Test;

class SimplifierTest {
  @Test
  void everyLevelPaysAndErrsMore() {
    Mesh mesh = Primitives.model("sphere", 128).mesh();
    List<SimplifiedLevel> levels = Simplifier.levels(List.of(mesh.indices()), mesh.positions());
    assertTrue(levels.size() >= 3, "levels " + levels.size());
    assertEquals(0, levels.get(0).error());
    assertArrayEquals(mesh.indices(), levels.get(0).parts().get(0));
    for (int i = 1; i < levels.size(); i++) {
      SimplifiedLevel level = levels.get(i);
      assertTrue(level.error() >= levels.get(i - 1).error(), "level " + i);
      assertTrue(level.triangles() <= 0.7 * levels.get(i - 1).triangles(), "level " + i);
      // The diagonal of a unit cube, and the largest share that may err.
      assertTrue(level.error() <= 0.03 * Math.sqrt(3) + 1e-6, "level " + i);
    }
  }

  @Test
  void partsStayApart() {
    Mesh mesh = Primitives.model("torus", 128).mesh();
    int half = mesh.indices().length / 6 * 3;
    List<int[]> parts =
        List.of(
            Arrays.copyOf(mesh.indices(), half),
            Arrays.copyOfRange(mesh.indices(), half, mesh.indices().length));
    for (SimplifiedLevel level : Simplifier.levels(parts, mesh.positions())) {
      assertEquals(2, level.parts().size());
      for (int part = 0; part < 2; part++) {
        int[] own = Arrays.stream(parts.get(part)).distinct().sorted().toArray();
        for (int index : level.parts().get(part)) {
          assertTrue(Arrays.binarySearch(own, index) >= 0, "a vertex of the other part");
        }
      }
    }
  }

  @Test
  void smallModelsStayAsTheyAre() {
    Mesh mesh = Primitives.model("cylinder", 16).mesh();
    assertEquals(1, Simplifier.levels(List.of(mesh.indices()), mesh.positions()).size());
  }
}
