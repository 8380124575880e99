package org.diorama.core.render;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A row of the instance table, and the draws that it sums up: all that carry its instance id. Such
 * draws are one thing that is seen as one.
 *
 * @param firstDraw its place among the job's draws by rising instance id, where they follow one
 *     another
 * @param drawCount at least one
 */
public record InstanceRow(int instanceId, int firstDraw, int drawCount) {
  /**
   * @param draws by rising instance id
   */
  public static List<InstanceRow> of(List<Draw> draws) {
    List<InstanceRow> rows = new ArrayList<>();
    int first = 0;
    for (int i = 1; i <= draws.size(); i++) {
      int id = draws.get(first).instanceId();
      if (i == draws.size() || draws.get(i).instanceId() != id) {
        rows.add(new InstanceRow(id, first, i - first));
        first = i;
      }
    }
    return List.copyOf(rows);
  }

  /** The row of each draw. */
  public static int[] rowOfDraw(List<InstanceRow> rows) {
    return IntStream.range(0, rows.size())
        .flatMap(row -> IntStream.range(0, rows.get(row).drawCount()).map(draw -> row))
        .toArray();
  }

  /** Places of its draws. */
  public IntStream draws() {
    return IntStream.range(firstDraw, firstDraw + drawCount);
  }
}
