package org.diorama.assets.worker;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PartMergerTest {
  /** One triangle whose every number is the given one. */
  private static ImportedPart part(int material, float value, boolean textured) {
    return part("", material, value, textured);
  }

  private static ImportedPart part(String name, int material, float value, boolean textured) {
    return new ImportedPart(
        name, material, filled(9, value), filled(9, value), filled(6, value), textured);
  }

  private static float[] filled(int count, float value) {
    float[] values = new float[count];
    Arrays.fill(values, value);
    return values;
  }

  @Test
  void partsOfOneMaterialAreJoinedInTheirOrder() {
    List<ImportedPart> merged =
        PartMerger.merge(
            List.of(part(7, 1, false), part(2, 2, true), part(7, 3, true), part(7, 4, false)));
    assertEquals(List.of(2, 7), merged.stream().map(ImportedPart::material).toList());
    assertEquals(3, merged.get(0).corners());
    ImportedPart seven = merged.get(1);
    assertEquals(9, seven.corners());
    assertArrayEquals(filled(9, 3), Arrays.copyOfRange(seven.positions(), 9, 18));
    assertArrayEquals(filled(9, 4), Arrays.copyOfRange(seven.normals(), 18, 27));
    assertArrayEquals(filled(6, 1), Arrays.copyOf(seven.textureCoordinates(), 6));
  }

  @Test
  void namesStayApartInTheOrderInWhichTheyComeFirst() {
    List<ImportedPart> merged =
        PartMerger.merge(
            List.of(
                part("wheels", 3, 1, false),
                part("body", 1, 2, false),
                part("wheels", 0, 3, false),
                part("body", 1, 4, false)));
    assertEquals(
        List.of("wheels", "wheels", "body"), merged.stream().map(ImportedPart::name).toList());
    assertEquals(List.of(0, 3, 1), merged.stream().map(ImportedPart::material).toList());
    assertEquals(6, merged.get(2).corners());
  }

  @Test
  void oneTexturedPartMakesTheWholeTextured() {
    assertTrue(PartMerger.merge(List.of(part(0, 1, false), part(0, 1, true))).get(0).textured());
    assertFalse(PartMerger.merge(List.of(part(0, 1, false), part(0, 1, false))).get(0).textured());
    assertEquals(List.of(), PartMerger.merge(List.of()));
  }
}
