package org.diorama.opengl.egl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;
import org.junit.jupiter.api.Test;
import org.lwjgl.opengl.GL11C;
import org.lwjgl.opengl.GL45C;

class EglContextTest {
  private static final EglDevice GPU =
      new EglDevice(0, 1, false, OptionalInt.of(3), Optional.of("/dev/dri/card0"));
  private static final EglDevice CPU =
      new EglDevice(1, 2, true, OptionalInt.empty(), Optional.empty());

  @Test
  void softwareContextIsCoreAndRecognized() {
    try (EglContext context = EglContext.open(DeviceChoice.SOFTWARE, true)) {
      assertTrue(context.software());
      assertTrue(GL11C.glGetString(GL11C.GL_VERSION).startsWith("4."));
      assertEquals(
          GL45C.GL_CONTEXT_CORE_PROFILE_BIT,
          GL11C.glGetInteger(GL45C.GL_CONTEXT_PROFILE_MASK) & GL45C.GL_CONTEXT_CORE_PROFILE_BIT);
      assertEquals(GL11C.GL_NO_ERROR, GL11C.glGetError());
    }
  }

  @Test
  void surfacelessPlatformWorksToo() {
    EglDevice surfaceless = new EglDevice(0, 0, true, OptionalInt.empty(), Optional.empty());
    try (EglContext context = EglContext.open(surfaceless, false)) {
      assertTrue(context.software());
    }
  }

  @Test
  void reportNamesRendererAndLimits() {
    List<DeviceReport> reports = DeviceReport.all();
    assertFalse(reports.isEmpty());
    DeviceReport software =
        reports.stream().filter(DeviceReport::software).findFirst().orElseThrow();
    assertTrue(software.usable(), software::toString);
    assertTrue(software.properties().get("renderer").contains("llvmpipe"), software::toString);
    assertTrue(Long.parseLong(software.properties().get("max_storage_block_bytes")) >= 1 << 27);
  }

  @Test
  void choiceIsParsedAndOrdered() {
    assertEquals(DeviceChoice.AUTO, DeviceChoice.parse("auto"));
    assertEquals("cuda:2", DeviceChoice.parse("cuda:2").toString());
    assertEquals("1", DeviceChoice.parse("1").toString());
    assertEquals(ExitStatus.USAGE, refused("gpu0").status());
    assertEquals(ExitStatus.USAGE, refused("-1").status());
    assertEquals(List.of(GPU, CPU), DeviceChoice.AUTO.candidates(List.of(CPU, GPU)));
    assertEquals(List.of(GPU), DeviceChoice.parse("cuda:3").candidates(List.of(GPU, CPU)));
    assertEquals(List.of(CPU), DeviceChoice.parse("1").candidates(List.of(GPU, CPU)));
    DioramaException none =
        assertThrows(
            DioramaException.class,
            () -> DeviceChoice.parse("cuda:0").candidates(List.of(GPU, CPU)));
    assertEquals(ExitStatus.NO_RENDERER, none.status());
    assertTrue(none.getMessage().contains("cuda:3"), none.getMessage());
  }

  @Test
  void softwareRenderersAreRecognizedByName() {
    assertTrue(EglContext.isSoftware("llvmpipe (LLVM 15.0.6, 256 bits)"));
    assertTrue(EglContext.isSoftware("softpipe"));
    assertFalse(EglContext.isSoftware("NVIDIA H100 PCIe/PCIe/SSE2"));
    assertFalse(EglContext.isSoftware("AMD Radeon RX 6800 (radeonsi, navi21)"));
  }

  private static DioramaException refused(String text) {
    return assertThrows(DioramaException.class, () -> DeviceChoice.parse(text));
  }
}
