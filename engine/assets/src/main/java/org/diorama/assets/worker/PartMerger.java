package org.diorama.assets.worker;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Joins parts that share a material. */
final class PartMerger {
  private PartMerger() {}

  /** In the order of the material's number. */
  static List<ImportedPart> merge(List<ImportedPart> parts) {
    TreeMap<Integer, List<ImportedPart>> byMaterial = new TreeMap<>();
    for (ImportedPart part : parts) {
      byMaterial.computeIfAbsent(part.material(), key -> new ArrayList<>()).add(part);
    }
    List<ImportedPart> merged = new ArrayList<>();
    byMaterial.forEach((material, list) -> merged.add(join(material, list)));
    return merged;
  }

  private static ImportedPart join(int material, List<ImportedPart> parts) {
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
    return new ImportedPart(material, positions, normals, textureCoordinates, textured);
  }
}
