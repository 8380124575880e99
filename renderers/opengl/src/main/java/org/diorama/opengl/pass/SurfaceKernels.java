package org.diorama.opengl.pass;

import static org.lwjgl.opengl.GL43C.glDispatchComputeIndirect;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.diorama.opengl.gl.GlProgram;
import org.diorama.opengl.gl.GlScope;

/**
 * A compute shader over the surfaces that pixels show, in a variant for each list of them. Each is
 * made when it is first needed: most scenes have no finish but metal and roughness.
 */
final class SurfaceKernels {
  private static final int ONE_HEAD_BYTES = 16;

  /** A list of pixels, and what its shaders are compiled with. */
  private enum Variant {
    PLAIN(0, Map.of()),
    TEXTURED(1, Map.of("TEXTURES", "1")),
    FINISHED(3, Map.of("TEXTURES", "1", "FINISH", "1")),
    GLASS(4, Map.of("TEXTURES", "1", "FINISH", "1", "GLASS_FRONT", "1"));

    private final int list;
    private final Map<String, String> definitions;

    Variant(int list, Map<String, String> definitions) {
      this.list = list;
      this.definitions = definitions;
    }
  }

  private final GlScope scope;
  private final String file;
  private final Map<Map<String, String>, GlProgram> programs = new HashMap<>();

  SurfaceKernels(GlScope scope, String file) {
    this.scope = scope;
    this.file = file;
  }

  /**
   * Runs over the lists, whose heads are bound for indirect dispatch.
   *
   * @param finished whether any material has a finish
   * @param definitions of what else is on, as every list is compiled
   * @param uniforms sets those of the program in use
   */
  void run(boolean finished, Map<String, String> definitions, Runnable uniforms) {
    run(Variant.PLAIN, definitions, uniforms);
    run(Variant.TEXTURED, definitions, uniforms);
    if (finished) {
      run(Variant.FINISHED, definitions, uniforms);
    }
  }

  /** Runs over the pixels with glass, for the nearest of their layers. */
  void runOnGlass(Map<String, String> definitions, Runnable uniforms) {
    run(Variant.GLASS, definitions, uniforms);
  }

  private void run(Variant variant, Map<String, String> definitions, Runnable uniforms) {
    program(variant, definitions).use();
    uniforms.run();
    glDispatchComputeIndirect(ONE_HEAD_BYTES * variant.list);
  }

  private GlProgram program(Variant variant, Map<String, String> definitions) {
    Map<String, String> constants = new LinkedHashMap<>(GpuLayout.with("LIST", variant.name()));
    constants.putAll(variant.definitions);
    constants.putAll(definitions);
    return programs.computeIfAbsent(constants, all -> GlProgram.link(scope, all, file));
  }
}
