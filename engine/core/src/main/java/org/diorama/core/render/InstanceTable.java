package org.diorama.core.render;

import java.util.List;

/** One row for every draw of the job, by rising instance id. */
public record InstanceTable(List<InstanceCoverage> rows) {
  public InstanceTable {
    rows = List.copyOf(rows);
  }
}
