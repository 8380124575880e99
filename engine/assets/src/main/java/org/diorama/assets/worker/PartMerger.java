package org.diorama.assets.worker;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Joins parts that share name and material. */
final class PartMerger {
  private PartMerger() {}

  /** In the order in which names come first, and of the materials' numbers within each. */
  static List<ImportedPart> merge(List<ImportedPart> parts) {
    Map<String, TreeMap<Integer, List<ImportedPart>>> byName = new LinkedHashMap<>();
    for (ImportedPart part : parts) {
      byName
          .computeIfAbsent(part.name(), name -> new TreeMap<>())
          .computeIfAbsent(part.material(), material -> new ArrayList<>())
          .add(part);
    }
    return byName.values().stream()
        .flatMap(byMaterial -> byMaterial.values().stream())
        .map(PartMerger::join)
        .toList();
  }

  private static ImportedPart join(List<ImportedPart> parts) {
    ImportedPart first = parts.get(0);
    if (parts.size() == 1) {
      return first;
    }
    int corners = parts.stream().mapToInt(ImportedPart::corners).sum();
    float[] positions = new float[3 * corners];
    float[] normals = new float[3 * corners];
    float[] textureCoordinates = new float[2 * corners];
    boolean textured = false;
    int at = 0;
    for (ImportedPart part : parts) {
      int count = part.corners();
      System.arraycopy(part.positions(), 0, positions, 3 * at, 3 * count);
      System.arraycopy(part.normals(), 0, normals, 3 * at, 3 * count);
      System.arraycopy(part.textureCoordinates(), 0, textureCoordinates, 2 * at, 2 * count);
      textured |= part.textured();
      at += count;
    }
    return new ImportedPart(
        first.name(), first.material(), positions, normals, textureCoordinates, textured);
  }
}
