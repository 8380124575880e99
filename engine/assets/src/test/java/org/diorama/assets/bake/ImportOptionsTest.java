package org.diorama.assets.bake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.diorama.core.math.Vec3;
import org.diorama.core.scene.AssetReference.UpAxis;
import org.junit.jupiter.api.Test;

class ImportOptionsTest {
  private static final List<Double> STRAIGHT = List.of(1., 0., 0., 0., 1., 0., 0., 0., 1.);
  private static final List<Double> TURNED = List.of(0., 0., 1., 0., 1., 0., -1., 0., 0.);

  @Test
  void unitsArePositive() {
    for (double bad : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThrows(IllegalArgumentException.class, () -> ImportOptions.of(bad, UpAxis.Z));
    }
    assertEquals(0.01, ImportOptions.of(0.01, UpAxis.Y).metersPerUnit());
  }

  @Test
  void aRotationHasNineValues() {
    for (List<Double> bad : List.of(List.<Double>of(), STRAIGHT.subList(0, 8))) {
      assertThrows(
          IllegalArgumentException.class,
          () -> new ImportOptions(1, UpAxis.Z, bad, Optional.empty(), List.of()));
    }
  }

  @Test
  void canonicalLinesDifferWhereOptionsDo() {
    Set<String> lines = new HashSet<>();
    int count = 0;
    for (double unit : new double[] {1, 0.1, 0.30000000000000004}) {
      for (UpAxis up : UpAxis.values()) {
        for (List<Double> rotation : List.of(STRAIGHT, TURNED)) {
          for (Optional<Vec3> size :
              List.of(Optional.<Vec3>empty(), Optional.of(new Vec3(1, 2, 3)))) {
            for (List<PartRule> parts :
                List.of(
                    List.<PartRule>of(),
                    List.of(new PartRule("wheels", "tire*", "*")),
                    List.of(new PartRule("wheels", "tire*", "*", PieceBounds.parse("z>1"))))) {
              lines.add(new ImportOptions(unit, up, rotation, size, parts).canonical());
              count++;
            }
          }
        }
      }
    }
    assertEquals(count, lines.size());
    assertEquals(
        ImportOptions.of(1, UpAxis.Z).canonical(),
        new ImportOptions(1, UpAxis.Z, STRAIGHT, Optional.empty(), List.of()).canonical());
  }

  @Test
  void theLocaleHasNoPart() {
    Locale before = Locale.getDefault();
    String expected = ImportOptions.of(0.0254, UpAxis.Y).canonical();
    try {
      Locale.setDefault(Locale.GERMANY);
      assertEquals(expected, ImportOptions.of(0.0254, UpAxis.Y).canonical());
      assertNotEquals(expected, ImportOptions.of(0.3048, UpAxis.Y).canonical());
    } finally {
      Locale.setDefault(before);
    }
  }
}
