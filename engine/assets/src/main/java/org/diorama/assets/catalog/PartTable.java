package org.diorama.assets.catalog;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.diorama.assets.bake.PartRule;
import org.diorama.assets.bake.PieceBounds;

/**
 * Which meshes of a pack's models are one named part. The table is tab-separated: model (its
 * asset's id without the pack), part, meshes, materials, where. Meshes and materials are patterns
 * of names, see {@link PartRule}, separated by spaces; a mesh is of the part where one of each
 * fits, or those of its connected pieces are that lie there, see {@link PieceBounds#parse}.
 */
public final class PartTable {
  private static final int COLUMNS = 5;

  private final Map<String, List<PartRule>> rules = new HashMap<>();

  /**
   * @param table closed here
   */
  public PartTable(InputStream table) {
    for (List<String> cells : Table.rows(table, "part table", COLUMNS)) {
      List<PartRule> ofModel = rules.computeIfAbsent(cells.get(0), model -> new ArrayList<>());
      PieceBounds where = PieceBounds.parse(cells.get(4));
      for (String mesh : Arrays.asList(cells.get(2).split(" "))) {
        for (String material : Arrays.asList(cells.get(3).split(" "))) {
          ofModel.add(new PartRule(cells.get(1), mesh, material, where));
        }
      }
    }
  }

  /** In the order of the table; none for a model that it lacks. */
  public List<PartRule> of(String model) {
    return rules.getOrDefault(model, List.of());
  }
}
