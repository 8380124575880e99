package org.diorama.assets.worker;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.diorama.assets.bake.PartRule;
import org.diorama.assets.bake.PieceBounds;

/**
 * Names the parts of a model: by the first rule that takes them, or takes connected pieces of them;
 * else by their mesh, and by mesh and material, {@code seat/wood}, where a mesh wears several; by
 * their material alone where the mesh has no name.
 */
final class PartNamer {
  /** A model with more parts has those of its materials. */
  static final int MAX_PARTS = 255;

  private final List<ImportedMaterial> materials;
  private final List<PartRule> rules;
  private final List<String> warnings;

  PartNamer(List<ImportedMaterial> materials, List<PartRule> rules, List<String> warnings) {
    this.materials = materials;
    this.rules = rules;
    this.warnings = warnings;
  }

  /**
   * The same triangles, those of one name and material as one, in the order of the names' first
   * places and of the materials' numbers.
   *
   * @param parts whose materials exist
   */
  List<ImportedPart> name(List<ImportedPart> parts) {
    List<ImportedPart> named =
        PartMerger.merge(named(parts.stream().flatMap(part -> divided(part).stream()).toList()));
    if (named.size() <= MAX_PARTS) {
      return named;
    }
    warnings.add("more than " + MAX_PARTS + " named parts: told apart by their materials instead");
    return PartMerger.merge(parts.stream().map(part -> part.withName(material(part))).toList());
  }

  /** Its pieces, where rules tell these apart. */
  private List<ImportedPart> divided(ImportedPart part) {
    boolean whole =
        rules.stream()
            .filter(rule -> rule.takes(part.name(), material(part)))
            .findFirst()
            .map(rule -> rule.where().equals(PieceBounds.ANYWHERE))
            .orElse(true);
    return whole ? List.of(part) : Pieces.of(part);
  }

  private List<ImportedPart> named(List<ImportedPart> parts) {
    Map<String, Set<Integer>> materialsOfMesh = new HashMap<>();
    for (ImportedPart part : parts) {
      if (rule(part).isEmpty()) {
        materialsOfMesh.computeIfAbsent(part.name(), name -> new HashSet<>()).add(part.material());
      }
    }
    List<ImportedPart> named = new ArrayList<>();
    for (ImportedPart part : parts) {
      String name =
          rule(part)
              .map(PartRule::name)
              .orElseGet(() -> ownName(part, materialsOfMesh.get(part.name()).size()));
      named.add(part.withName(name));
    }
    return named;
  }

  private String ownName(ImportedPart part, int materialsOfMesh) {
    if (part.name().isEmpty()) {
      return material(part);
    }
    return materialsOfMesh == 1 ? part.name() : part.name() + "/" + material(part);
  }

  private Optional<PartRule> rule(ImportedPart part) {
    return rules.stream()
        .filter(rule -> rule.takes(part.name(), material(part)))
        .filter(rule -> rule.where().contain(Pieces.middle(part)))
        .findFirst();
  }

  private String material(ImportedPart part) {
    return materials.get(part.material()).name();
  }
}
