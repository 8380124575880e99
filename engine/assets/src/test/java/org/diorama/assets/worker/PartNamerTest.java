package org.diorama.assets.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.diorama.assets.bake.PartRule;
import org.diorama.assets.bake.PieceBounds;
import org.diorama.assets.worker.ImportedMaterial.AlphaUse;
import org.diorama.core.asset.Finish;
import org.diorama.core.math.LinearColor;
import org.junit.jupiter.api.Test;

class PartNamerTest {
  private static final List<ImportedMaterial> MATERIALS =
      Stream.of("paint", "rubber", "glass").map(PartNamerTest::material).toList();

  private final List<String> warnings = new ArrayList<>();

  private static ImportedMaterial material(String name) {
    return new ImportedMaterial(
        name,
        LinearColor.WHITE,
        0,
        1,
        LinearColor.BLACK,
        1,
        AlphaUse.IGNORED,
        0.5,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Finish.PLAIN);
  }

  private static ImportedPart part(String name, int material) {
    return new ImportedPart(name, material, new float[9], new float[9], new float[6], false);
  }

  private List<String> names(List<PartRule> rules, ImportedPart... parts) {
    return new PartNamer(MATERIALS, rules, warnings)
        .name(List.of(parts)).stream()
            .map(part -> part.name() + " of " + MATERIALS.get(part.material()).name())
            .toList();
  }

  @Test
  void aMeshOfSeveralMaterialsIsAPartForEach() {
    assertEquals(
        List.of("body/paint of paint", "body/glass of glass", "tire of rubber", "glass of glass"),
        names(
            List.of(),
            part("body", 0),
            part("body", 2),
            part("tire", 1),
            part("", 2),
            part("tire", 1)));
  }

  @Test
  void theFirstRuleThatTakesAMeshNamesIt() {
    List<PartRule> rules =
        List.of(
            new PartRule("windows", "*", "glass"),
            new PartRule("wheels", "tire_?", "*"),
            new PartRule("wheels", "rim*", "paint"));
    assertEquals(
        List.of(
            "wheels of paint",
            "wheels of rubber",
            "windows of glass",
            "body of paint",
            "tire_12 of rubber"),
        names(
            rules,
            part("tire_1", 1),
            part("body", 2),
            part("body", 0),
            part("rim.5", 0),
            part("tire_12", 1),
            part("", 2)));
  }

  /** What rules take from a mesh leaves the rest of it one part. */
  @Test
  void onlyMaterialsThatNoRuleTakesTellAMeshApart() {
    assertEquals(
        List.of("body of paint", "windows of glass"),
        names(List.of(new PartRule("windows", "*", "glass")), part("body", 0), part("body", 2)));
  }

  @Test
  void tooManyNamesLeaveTheMaterials() {
    ImportedPart[] parts =
        IntStream.rangeClosed(0, PartNamer.MAX_PARTS)
            .mapToObj(i -> part("leaf " + i, i % 2))
            .toArray(ImportedPart[]::new);
    assertEquals(List.of("paint of paint", "rubber of rubber"), names(List.of(), parts));
    assertEquals(
        List.of("more than 255 named parts: told apart by their materials instead"), warnings);
    warnings.clear();
    ImportedPart[] fewer = java.util.Arrays.copyOf(parts, PartNamer.MAX_PARTS);
    assertEquals(PartNamer.MAX_PARTS, names(List.of(), fewer).size());
    assertEquals(List.of(), warnings);
  }

  /** Of one mesh, the pieces above and below; what no rule takes keeps the mesh's name. */
  @Test
  void rulesTakePiecesByTheirPlace() {
    float[] positions = new float[27];
    for (int i = 0; i < 9; i++) {
      positions[3 * i] = i % 3;
      positions[3 * i + 1] = i % 2;
      positions[3 * i + 2] = i / 3;
    }
    ImportedPart chair =
        new ImportedPart("chair", 0, positions, new float[27], new float[18], false);
    List<PartRule> rules =
        List.of(
            new PartRule("back", "chair", "*", PieceBounds.parse("z>1.5")),
            new PartRule("legs", "*", "paint", PieceBounds.parse("z<0.5")));
    assertEquals(List.of("legs of paint", "chair of paint", "back of paint"), names(rules, chair));
    assertEquals(List.of("legs of paint"), names(rules, part("stool", 0)), "as a whole");
  }
}
