package org.diorama.opengl.pass;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lwjgl.opengl.GL45C.GL_ARRAY_STRIDE;
import static org.lwjgl.opengl.GL45C.GL_BUFFER_DATA_SIZE;
import static org.lwjgl.opengl.GL45C.GL_BUFFER_VARIABLE;
import static org.lwjgl.opengl.GL45C.GL_INVALID_INDEX;
import static org.lwjgl.opengl.GL45C.GL_OFFSET;
import static org.lwjgl.opengl.GL45C.GL_TOP_LEVEL_ARRAY_STRIDE;
import static org.lwjgl.opengl.GL45C.GL_UNIFORM;
import static org.lwjgl.opengl.GL45C.GL_UNIFORM_BLOCK;
import static org.lwjgl.opengl.GL45C.glGetProgramResourceIndex;
import static org.lwjgl.opengl.GL45C.glGetProgramResourceiv;

import org.diorama.opengl.egl.DeviceChoice;
import org.diorama.opengl.egl.EglContext;
import org.diorama.opengl.gl.GlCensus;
import org.diorama.opengl.gl.GlProgram;
import org.diorama.opengl.gl.GlScope;
import org.junit.jupiter.api.Test;

/** The driver's own idea of the records' sizes against those by which Java writes them. */
class ShaderLayoutTest {
  @Test
  @SuppressWarnings("try") // The context is current and needs no mention.
  void stridesAndOffsetsAreJavas() {
    GlCensus live = new GlCensus();
    try (EglContext context = EglContext.open(DeviceChoice.AUTO, true);
        GlScope scope = new GlScope(live)) {
      int shade = program(scope, "LIST", "TEXTURED", "shade.comp");
      int stored = program(scope, "LIST", "GLASS", "glass.comp");
      assertStride(stored, "transforms[0].clipX", GpuLayout.TRANSFORM_BYTES);
      assertStride(stored, "draws[0].instance", GpuLayout.DRAW_BYTES);
      assertStride(stored, "materials[0].baseColorMetallic", GpuLayout.MATERIAL_BYTES);
      assertStride(stored, "surfaces[0].worldX", GpuLayout.SURFACE_BYTES);
      assertEquals(GpuLayout.RAY_BYTES / 9, query(stored, "objectFromCamera[0]", GL_ARRAY_STRIDE));
      assertEquals(
          GpuLayout.VIEW_BYTES, query(shade, GL_UNIFORM, "ViewBlock.clouds", GL_OFFSET) + 16);
      int lamps = program(scope, "LIST", "PLAIN", "lamps.comp");
      assertEquals(
          GpuLayout.LAMP_BLOCK_BYTES,
          query(lamps, GL_UNIFORM_BLOCK, "LampBlock", GL_BUFFER_DATA_SIZE));
      int coverage = program(scope, "UNUSED", "1", "coverage.vert", "coverage.frag");
      assertStride(coverage, "targets[0].firstWord", GpuLayout.TARGET_BYTES);
      assertStride(coverage, "coverageDraws[0].target", GpuLayout.COVERAGE_DRAW_BYTES);
      int shadow = program(scope, "UNUSED", "1", "shadow.vert", "shadow.frag");
      assertStride(shadow, "casters[0].lightX", GpuLayout.CASTER_BYTES);
    }
    assertEquals(0, live.liveObjects());
  }

  private static int program(GlScope scope, String name, String value, String... files) {
    return GlProgram.link(scope, GpuLayout.with(name, value), files).name();
  }

  private static void assertStride(int program, String variable, int bytes) {
    assertEquals(bytes, query(program, variable, GL_TOP_LEVEL_ARRAY_STRIDE), variable);
  }

  private static int query(int program, String variable, int property) {
    return query(program, GL_BUFFER_VARIABLE, variable, property);
  }

  private static int query(int program, int kind, String variable, int property) {
    int index = glGetProgramResourceIndex(program, kind, variable);
    if (index == GL_INVALID_INDEX) {
      throw new AssertionError("no variable " + variable);
    }
    int[] value = new int[1];
    glGetProgramResourceiv(program, kind, index, new int[] {property}, null, value);
    return value[0];
  }
}
