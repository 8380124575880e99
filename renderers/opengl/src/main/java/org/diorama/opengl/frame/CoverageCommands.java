package org.diorama.opengl.frame;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.diorama.core.render.InstanceRow;

/**
 * Commands of the coverage pass, batch by batch, in each the opaque ones first.
 *
 * @param draws what each command draws
 * @param runs where each batch's commands lie
 */
record CoverageCommands(List<CoverageDraw> draws, Map<CoveragePlan.Batch, Run> runs) {
  static final CoverageCommands NONE = new CoverageCommands(List.of(), Map.of());

  record CoverageDraw(int target, int part, int transform) {}

  /** Opaque commands from {@code first}, then alpha-tested ones. */
  record Run(int first, int opaque, int alphaTested) {}

  static CoverageCommands of(CoveragePlan plan, List<PartDraw> parts, List<InstanceRow> rows) {
    int[] rowOfDraw = InstanceRow.rowOfDraw(rows);
    List<List<Integer>> partsOfRow = new ArrayList<>();
    rows.forEach(row -> partsOfRow.add(new ArrayList<>()));
    for (int i = 0; i < parts.size(); i++) {
      partsOfRow.get(rowOfDraw[parts.get(i).instance()]).add(i);
    }
    List<CoveragePlan.Batch> batches = new ArrayList<>(plan.batches());
    batches.add(plan.tiles());
    List<CoverageDraw> draws = new ArrayList<>();
    Map<CoveragePlan.Batch, Run> runs = new HashMap<>();
    for (CoveragePlan.Batch batch : batches) {
      int first = draws.size();
      append(draws, plan, batch, rows, partsOfRow, parts, false);
      int opaque = draws.size() - first;
      append(draws, plan, batch, rows, partsOfRow, parts, true);
      runs.put(batch, new Run(first, opaque, draws.size() - first - opaque));
    }
    return new CoverageCommands(List.copyOf(draws), Map.copyOf(runs));
  }

  private static void append(
      List<CoverageDraw> draws,
      CoveragePlan plan,
      CoveragePlan.Batch batch,
      List<InstanceRow> rows,
      List<List<Integer>> partsOfRow,
      List<PartDraw> parts,
      boolean alphaTested) {
    for (int target = batch.first(); target < batch.first() + batch.count(); target++) {
      CoveragePlan.Target into = plan.targets().get(target);
      int firstDraw = rows.get(into.row()).firstDraw();
      for (int part : partsOfRow.get(into.row())) {
        if (parts.get(part).alphaTested() == alphaTested) {
          int transform = into.firstTransform() + parts.get(part).instance() - firstDraw;
          draws.add(new CoverageDraw(target, part, transform));
        }
      }
    }
  }

  int count() {
    return draws.size();
  }

  /** Appends all commands, and for each its target, material and transform. */
  void put(ByteBuffer commands, ByteBuffer records, List<PartDraw> parts) {
    for (int i = 0; i < draws.size(); i++) {
      PartDraw part = parts.get(draws.get(i).part());
      part.command(commands, i);
      records.putInt(draws.get(i).target()).putInt(part.material());
      records.putInt(draws.get(i).transform());
    }
  }
}
