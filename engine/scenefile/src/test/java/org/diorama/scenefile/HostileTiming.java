package org.diorama.scenefile;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.diorama.scenefile.diagnostic.Findings;

/**
 * Measures what the reading of each of {@link HostileTexts} costs a process that has just started:
 * CPU milliseconds of the reading thread, and of the whole process with compiler and collector,
 * from the call to the findings.
 */
final class HostileTiming {
  private HostileTiming() {}

  /** All of them, each in a process of its own, or those that are named in this one. */
  public static void main(String[] names) throws IOException, InterruptedException {
    for (String name : names) {
      measure(name);
    }
    if (names.length == 0) {
      for (String name : HostileTexts.all().keySet()) {
        new ProcessBuilder(
                "java",
                // As the launcher starts validate and explain.
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx1g",
                "-cp",
                System.getProperty("java.class.path"),
                HostileTiming.class.getName(),
                name)
            .inheritIO()
            .start()
            .waitFor();
      }
    }
  }

  private static void measure(String name) throws IOException {
    Path folder = Files.createTempDirectory("hostile");
    Path file = folder.resolve("scene.yaml");
    Files.write(file, HostileTexts.all().get(name).get().getBytes(StandardCharsets.UTF_8));
    long process = processNanos();
    long thread = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    Findings findings = SceneChecks.check(SceneReader.read(file, List.of()), new SizedFacts());
    thread = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - thread;
    process = processNanos() - process;
    System.out.printf(
        "%6.0f %6.0f ms %7d bytes %6d problems: %s%n",
        thread * 1e-6, process * 1e-6, Files.size(file), findings.count(), name);
    findings.lines().stream()
        .limit(1)
        .forEach(
            line -> System.out.println("      " + line.substring(0, Math.min(180, line.length()))));
    Files.delete(file);
    Files.delete(folder);
  }

  private static long processNanos() {
    return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos();
  }
}
