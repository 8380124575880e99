package org.diorama.opengl.egl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each layer of OpenGL made absent for real, in a child process; the advice must name the package.
 */
class MissingDriverTest {
  private static final String NOWHERE = "/nonexistent/diorama";

  @TempDir Path folder;

  @Test
  void theProbeItselfWorks() throws Exception {
    assertTrue(probe(List.of(), Map.of()).contains("opened "));
  }

  @Test
  void withoutLibEgl() throws Exception {
    String output = probe(List.of("-Dorg.lwjgl.egl.libname=" + NOWHERE), Map.of());
    assertAdvice(output, "libEGL.so.1 cannot be loaded");
  }

  @Test
  void withoutVendorLibrary() throws Exception {
    Path empty = Files.createDirectory(folder.resolve("vendors"));
    assertAdvice(
        probe(List.of(), Map.of("__EGL_VENDOR_LIBRARY_DIRS", empty.toString())),
        "libEGL finds no vendor library");
  }

  @Test
  void withoutMesaDriver() throws Exception {
    assertAdvice(probe(List.of(), Map.of("LIBGL_DRIVERS_PATH", NOWHERE)), "OpenGL");
  }

  private static void assertAdvice(String output, String cause) {
    assertTrue(output.contains("status 69: "), output);
    assertTrue(output.contains(cause), output);
    assertTrue(output.contains("apt-get install"), output);
    assertTrue(output.contains("libgl1-mesa-dri"), output);
  }

  private String probe(List<String> options, Map<String, String> environment)
      throws IOException, InterruptedException {
    Path output = folder.resolve("output");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(ProbeMain.class.getName(), "software"));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    Process process = builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
    String text = "exit " + process.waitFor();
    text += "\n" + Files.readString(output, StandardCharsets.UTF_8);
    assertEquals(0, process.exitValue(), text);
    return text;
  }
}
