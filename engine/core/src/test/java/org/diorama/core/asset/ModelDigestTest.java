package org.diorama.core.asset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.diorama.core.math.LinearColor;
import org.junit.jupiter.api.Test;

class ModelDigestTest {
  private static Mesh mesh(float x, float normal, float tangent, float u, int last) {
    return new Mesh(
        new float[] {x, 0, 0, 1, 0, 0, 0, 1, 0},
        new float[] {0, 0, normal, 0, 0, 1, 0, 0, 1},
        new float[] {1, 0, 0, tangent, 1, 0, 0, 1, 1, 0, 0, 1},
        new float[] {u, 0, 1, 0, 0, 1},
        new int[] {0, 1, last});
  }

  private static Texture texture(boolean srgb, int red) {
    return new Texture(1, 1, srgb, List.of(new byte[] {(byte) red, 0, 0, 0}));
  }

  private static Material material(String name, double roughness) {
    return Material.plain(name, LinearColor.WHITE, 0, roughness);
  }

  private static String digest(Mesh mesh, Material material, Texture texture, double error) {
    LevelOfDetail level = new LevelOfDetail(error, List.of(new Part(0, 0, 3)));
    return ModelDigest.of(mesh, List.of(material), List.of(texture), List.of(level));
  }

  @Test
  void everyValueCountsAndEqualModelsAgree() {
    Mesh plain = mesh(0, 1, 1, 0, 2);
    Material matt = material("m", 1);
    Texture red = texture(true, 255);
    String first = digest(plain, matt, red, 0);
    assertEquals(first, digest(mesh(0, 1, 1, 0, 2), material("m", 1), texture(true, 255), 0));
    Set<String> digests = new HashSet<>(Set.of(first));
    for (String other :
        List.of(
            digest(mesh(0.5f, 1, 1, 0, 2), matt, red, 0),
            digest(mesh(0, -1, 1, 0, 2), matt, red, 0),
            digest(mesh(0, 1, -1, 0, 2), matt, red, 0),
            digest(mesh(0, 1, 1, 0.5f, 2), matt, red, 0),
            digest(mesh(0, 1, 1, 0, 0), matt, red, 0),
            digest(plain, material("n", 1), red, 0),
            digest(plain, material("m", 0.5), red, 0),
            digest(plain, matt, texture(false, 255), 0),
            digest(plain, matt, texture(true, 254), 0),
            digest(plain, matt, red, 0.25))) {
      assertTrue(digests.add(other), "two models share a digest");
    }
  }
}
