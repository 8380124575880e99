package org.diorama.cli.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProcessUsageTest {
  @Test
  void readsTheKernelsLines() {
    List<String> status = List.of("Name:\tjava", "VmHWM:\t  123 kB", "VmRSS:\t   45 kB");
    assertEquals(123 * 1024, ProcessUsage.parse(status, "VmHWM:"));
    assertEquals(0, ProcessUsage.parse(status, "VmSwap:"));
  }

  @Test
  void thisProcessUsesSomething() {
    assertTrue(ProcessUsage.residentBytes() > 10_000_000);
    assertTrue(ProcessUsage.peakResidentBytes() > 10_000_000);
    assertTrue(ProcessUsage.cpuSeconds() > 0);
  }
}
