package org.diorama.opengl.frame;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Commands of the coverage pass, batch by batch, in each the opaque ones first.
 *
 * @param draws target and part of each command
 * @param runs where each batch's commands lie
 */
record CoverageCommands(List<CoverageDraw> draws, Map<CoveragePlan.Batch, Run> runs) {
  static final CoverageCommands NONE = new CoverageCommands(List.of(), Map.of());

  record CoverageDraw(int target, int part) {}

  /** Opaque commands from {@code first}, then alpha-tested ones. */
  record Run(int first, int opaque, int alphaTested) {}

  static CoverageCommands of(CoveragePlan plan, List<PartDraw> parts, int instances) {
    List<List<Integer>> partsOfInstance = new ArrayList<>();
    for (int i = 0; i < instances; i++) {
      partsOfInstance.add(new ArrayList<>());
    }
    for (int i = 0; i < parts.size(); i++) {
      partsOfInstance.get(parts.get(i).instance()).add(i);
    }
    List<CoveragePlan.Batch> batches = new ArrayList<>(plan.batches());
    batches.add(plan.tiles());
    List<CoverageDraw> draws = new ArrayList<>();
    Map<CoveragePlan.Batch, Run> runs = new HashMap<>();
    for (CoveragePlan.Batch batch : batches) {
      int first = draws.size();
      append(draws, plan, batch, partsOfInstance, parts, false);
      int opaque = draws.size() - first;
      append(draws, plan, batch, partsOfInstance, parts, true);
      runs.put(batch, new Run(first, opaque, draws.size() - first - opaque));
    }
    return new CoverageCommands(List.copyOf(draws), Map.copyOf(runs));
  }

  private static void append(
      List<CoverageDraw> draws,
      CoveragePlan plan,
      CoveragePlan.Batch batch,
      List<List<Integer>> partsOfInstance,
      List<PartDraw> parts,
      boolean alphaTested) {
    for (int target = batch.first(); target < batch.first() + batch.count(); target++) {
      for (int part : partsOfInstance.get(plan.targets().get(target).instance())) {
        if (parts.get(part).alphaTested() == alphaTested) {
          draws.add(new CoverageDraw(target, part));
        }
      }
    }
  }

  int count() {
    return draws.size();
  }

  /** Appends all commands, and for each its target and material. */
  void put(ByteBuffer commands, ByteBuffer records, List<PartDraw> parts) {
    for (int i = 0; i < draws.size(); i++) {
      PartDraw part = parts.get(draws.get(i).part());
      part.command(commands, i);
      records.putInt(draws.get(i).target()).putInt(part.material());
    }
  }
}
