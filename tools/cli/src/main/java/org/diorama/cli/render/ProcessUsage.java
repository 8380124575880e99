package org.diorama.cli.render;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What this process has used so far, as Linux counts it. */
final class ProcessUsage {
  private ProcessUsage() {}

  /** Processor seconds of all threads, native ones included. */
  static double cpuSeconds() {
    var system =
        (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return system.getProcessCpuTime() / 1e9;
  }

  /** Greatest resident memory so far in bytes; 0 where the system does not tell. */
  static long peakResidentBytes() {
    return statusBytes("VmHWM:");
  }

  /** Resident memory now in bytes; 0 where the system does not tell. */
  static long residentBytes() {
    return statusBytes("VmRSS:");
  }

  private static long statusBytes(String key) {
    try {
      return parse(Files.readAllLines(Path.of("/proc/self/status")), key);
    } catch (IOException e) {
      return 0;
    }
  }

  /** Reads a line such as {@code VmHWM: 123 kB}. */
  static long parse(List<String> status, String key) {
    return status.stream()
        .filter(line -> line.startsWith(key))
        .map(line -> line.substring(key.length()).replace("kB", "").strip())
        .mapToLong(kibibytes -> Long.parseLong(kibibytes) * 1024)
        .findFirst()
        .orElse(0);
  }
}
