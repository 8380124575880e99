package org.diorama.core.render;

import java.util.List;

/** One row for every instance id among the job's draws, by rising id. */
public record InstanceTable(List<InstanceCoverage> rows) {
  public InstanceTable {
    rows = List.copyOf(rows);
  }
}
