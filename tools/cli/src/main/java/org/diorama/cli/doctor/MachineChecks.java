package org.diorama.cli.doctor;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.diorama.cli.view.Lettering;
import org.diorama.core.render.RendererFinding;

/** What the engine needs of a machine apart from renderers. */
final class MachineChecks {
  private static final long MEBIBYTE = 1024 * 1024;
  private static final long COMFORTABLE_MEMORY = 2048 * MEBIBYTE;

  private final Map<String, String> environment;
  private final Path temporaryFolder;

  MachineChecks(Map<String, String> environment, Path temporaryFolder) {
    this.environment = environment;
    this.temporaryFolder = temporaryFolder;
  }

  List<RendererFinding> run() {
    List<RendererFinding> findings = new ArrayList<>();
    findings.add(java());
    findings.add(memory());
    findings.add(temporaryFolder());
    findings.add(encoding());
    findings.add(rasterThreads());
    if (environment.containsKey("LP_NATIVE_VECTOR_WIDTH")) {
      findings.add(vectorWidth());
    }
    findings.add(fonts());
    return findings;
  }

  private static RendererFinding java() {
    Runtime runtime = Runtime.getRuntime();
    return good(
        "java",
        Runtime.version()
            + " ("
            + System.getProperty("java.vendor")
            + "), "
            + runtime.availableProcessors()
            + " processors, heap up to "
            + runtime.maxMemory() / MEBIBYTE
            + " MiB");
  }

  private static RendererFinding memory() {
    var system =
        (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long total = system.getTotalMemorySize();
    return new RendererFinding(
        "memory",
        total / MEBIBYTE + " MiB",
        total >= COMFORTABLE_MEMORY,
        total >= COMFORTABLE_MEMORY ? "" : "give the machine or container 2 GiB or more");
  }

  /** Native libraries are unpacked there and mapped as code. */
  private RendererFinding temporaryFolder() {
    String remedy = "set JAVA_TOOL_OPTIONS=-Djava.io.tmpdir=DIR to a folder that is not noexec";
    try {
      Path probe = Files.createTempFile(temporaryFolder, "diorama-doctor", ".sh");
      try {
        boolean executable = probe.toFile().setExecutable(true) && Files.isExecutable(probe);
        return new RendererFinding(
            "temporary_folder",
            temporaryFolder + (executable ? "" : " does not allow execution"),
            executable,
            executable ? "" : remedy);
      } finally {
        Files.delete(probe);
      }
    } catch (IOException e) {
      return bad("temporary_folder", temporaryFolder + " is not writable", remedy);
    }
  }

  private static RendererFinding encoding() {
    String encoding = System.getProperty("sun.jnu.encoding");
    boolean unicode = Charset.forName(encoding).newEncoder().canEncode('é');
    return new RendererFinding(
        "file_names",
        encoding,
        unicode,
        unicode ? "" : "export LC_ALL=C.UTF-8, or start through tools/diorama");
  }

  private RendererFinding rasterThreads() {
    String value = environment.get("LP_NUM_THREADS");
    boolean told = value != null && value.matches("[0-9]{1,4}");
    return new RendererFinding(
        "LP_NUM_THREADS",
        value == null ? "not set" : value,
        told,
        told
            ? ""
            : "export LP_NUM_THREADS=0, or start through tools/diorama: software rendering is"
                + " fastest with lanes that draw by themselves");
  }

  private RendererFinding vectorWidth() {
    return bad(
        "LP_NATIVE_VECTOR_WIDTH",
        environment.get("LP_NATIVE_VECTOR_WIDTH"),
        "unset it: some values crash the software rasterizer");
  }

  /** {@code view} writes names over images. */
  private static RendererFinding fonts() {
    return Lettering.problem()
        .map(
            reason ->
                bad(
                    "fonts",
                    "none (" + reason + ")",
                    Lettering.REMEDY + "; only 'view' needs them"))
        .orElseGet(() -> good("fonts", "found"));
  }

  private static RendererFinding good(String key, String value) {
    return new RendererFinding(key, value, true, "");
  }

  private static RendererFinding bad(String key, String value, String remedy) {
    return new RendererFinding(key, value, false, remedy);
  }
}
