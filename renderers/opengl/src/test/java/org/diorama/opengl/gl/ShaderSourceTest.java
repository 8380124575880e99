package org.diorama.opengl.gl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;
import org.diorama.opengl.egl.DeviceChoice;
import org.diorama.opengl.egl.EglContext;
import org.junit.jupiter.api.Test;

class ShaderSourceTest {
  @Test
  void includesComeOnceAndKeepTheirPlaces() {
    ShaderSource source = ShaderSource.load("test_outer.glsl", Map.of("ANSWER", "42"));
    assertEquals(List.of("test_outer.glsl", "test_inner.glsl"), source.files());
    assertTrue(source.text().startsWith("#version 450 core\n#define ANSWER 42\n"));
    assertEquals(
        source.text().indexOf("int inner"), source.text().lastIndexOf("int inner"), "twice");
    assertEquals(
        "test_inner.glsl:1: bad\ntest_outer.glsl:4 worse",
        source.locate("1:1(12): bad\n0(4) worse").replaceAll("\\(12\\)|\\)", ""));
  }

  @Test
  void aMissingFileIsNamed() {
    IllegalArgumentException missing =
        assertThrows(
            IllegalArgumentException.class, () -> ShaderSource.load("none.glsl", Map.of()));
    assertTrue(missing.getMessage().contains("none.glsl"));
  }

  @Test
  @SuppressWarnings("try") // The context is current and needs no mention.
  void aShaderThatDoesNotCompileNamesFileAndLine() {
    GlCensus live = new GlCensus();
    try (EglContext context = EglContext.open(DeviceChoice.AUTO, true);
        GlScope scope = new GlScope(live)) {
      DioramaException failure =
          assertThrows(
              DioramaException.class, () -> GlProgram.link(scope, Map.of(), "test_wrong.comp"));
      assertEquals(ExitStatus.INTERNAL, failure.status());
      assertTrue(failure.getMessage().contains("test_wrong.comp:4"), failure.getMessage());
    }
    assertEquals(0, live.liveObjects());
  }
}
