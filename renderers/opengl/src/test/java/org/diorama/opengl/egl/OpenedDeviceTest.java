package org.diorama.opengl.egl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Displays for contexts that draw at once. */
class OpenedDeviceTest {
  @TempDir Path folder;

  @Test
  void softwareGetsDisplaysOfTheirOwn() {
    OpenedDevice software = OpenedDevice.find(DeviceChoice.SOFTWARE, false);
    for (int most = 1; most <= 5; most++) {
      List<EglDisplay> displays = software.displays(most);
      assertEquals(Math.min(most, 4), displays.size());
      assertEquals(software.display(), displays.get(0));
      Set<Long> handles = new HashSet<>();
      for (EglDisplay display : displays) {
        assertTrue(handles.add(display.handle()), displays::toString);
        try (EglContext context = EglContext.open(display, false)) {
          assertTrue(context.software());
        }
      }
    }
  }

  @Test
  void hardwareGetsItsOneDisplayAsOftenAsWanted() {
    EglDevice gpu = new EglDevice(0, 1, false, OptionalInt.empty(), Optional.empty());
    EglDisplay display = new EglDisplay(gpu, 7, "vendor", "1.5", Set.of());
    assertEquals(
        List.of(display, display), new OpenedDevice(display, false, "hardware").displays(2));
  }

  /**
   * The C library fills memory with a pattern when it is allocated and when it is freed, so that
   * what a driver reads after it was freed ends the process.
   */
  @Test
  void contextsOfSuchDisplaysDrawAtOnce() throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:ErrorFile=" + folder.resolve("crash.log"),
            "-cp",
            System.getProperty("java.class.path"),
            BusyContextsMain.class.getName());
    // Without raster threads, as lanes draw; their many small scenes shall not give memory back.
    builder.environment().put("LP_NUM_THREADS", "0");
    builder
        .environment()
        .put("GLIBC_TUNABLES", "glibc.malloc.perturb=165:glibc.malloc.trim_threshold=268435456");
    Process process = builder.redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), output);
    assertTrue(output.contains("sound 2"), output);
  }
}
