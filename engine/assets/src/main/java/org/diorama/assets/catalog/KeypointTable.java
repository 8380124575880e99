package org.diorama.assets.catalog;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.diorama.core.math.Vec3;
import org.diorama.core.scene.NamedPoint;

/**
 * Named points of a pack's models. The table is tab-separated: model (its asset's id without the
 * pack), point, x, y, z in meters in the asset's space.
 */
public final class KeypointTable {
  private static final int COLUMNS = 5;

  private final Map<String, List<NamedPoint>> points = new HashMap<>();

  /**
   * @param table closed here
   */
  public KeypointTable(InputStream table) {
    for (List<String> cells : Table.rows(table, "keypoint table", COLUMNS)) {
      Vec3 position =
          new Vec3(
              Double.parseDouble(cells.get(2)),
              Double.parseDouble(cells.get(3)),
              Double.parseDouble(cells.get(4)));
      points
          .computeIfAbsent(cells.get(0), model -> new ArrayList<>())
          .add(new NamedPoint(cells.get(1), position));
    }
  }

  /** In the order of the table; none for a model that it lacks. */
  public List<NamedPoint> of(String model) {
    return points.getOrDefault(model, List.of());
  }
}
