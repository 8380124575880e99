package org.diorama.opengl.pass;

import static org.lwjgl.opengl.GL45C.GL_DEPTH_TEST;
import static org.lwjgl.opengl.GL45C.GL_GREATER;
import static org.lwjgl.opengl.GL45C.glDepthFunc;
import static org.lwjgl.opengl.GL45C.glEnable;
import static org.lwjgl.opengl.GL45C.glUniform1ui;
import static org.lwjgl.opengl.GL45C.glViewport;

import java.util.List;
import org.diorama.opengl.gl.GlProgram;
import org.diorama.opengl.gl.GlScope;

/**
 * Shadow maps of a batch of lamps. Reads lamps, casters, draws, materials and geometry; writes
 * depth layers, {@link #NEAR} over the distance along a face's axis, and leaves those alone that it
 * isn't told to draw. Nothing is allocated before the first lamp.
 */
public final class LampShadowPass {
  /** Maps at a time; a batch of lamps has no more faces. */
  public static final int MOST_FACES = 60;

  /** Texels on a map's side. */
  public static final int SIZE = 1024;

  /** Meters along a face's axis before which nothing casts a shadow. */
  public static final double NEAR = 0.01;

  /** How far receivers move along their normal before they are compared, in texels. */
  public static final double OFFSET = 0.6;

  private static final int FACE = 0;
  private static final int CASTERS_PER_CELL = 1;

  private final GlScope scope;
  private final ShadowMaps maps;
  private GlProgram opaque;
  private GlProgram alphaTested;

  public LampShadowPass(GlScope scope) {
    this.scope = scope;
    this.maps = new ShadowMaps(scope, SIZE, 0);
  }

  /**
   * Draws maps and binds all for shading.
   *
   * @param layers there shall be; where there were fewer, what they held is lost
   */
  public void run(
      VertexInput input, Commands commands, int castersPerCell, List<ShadowRun> runs, int layers) {
    allocate(layers);
    glEnable(GL_DEPTH_TEST);
    glDepthFunc(GL_GREATER);
    glViewport(0, 0, SIZE, SIZE);
    for (ShadowRun run : runs) {
      maps.begin(run.layer(), run.from());
      draw(opaque, input, false, castersPerCell, commands, run, run.first(), run.opaque());
      int next = run.first() + run.opaque();
      draw(alphaTested, input, true, castersPerCell, commands, run, next, run.alphaTested());
    }
    maps.bind(GpuLayout.LAMP_SHADOW_UNIT);
  }

  private static void draw(
      GlProgram program,
      VertexInput input,
      boolean texture,
      int castersPerCell,
      Commands commands,
      ShadowRun run,
      int first,
      int count) {
    if (count > 0) {
      program.use();
      glUniform1ui(FACE, run.projection());
      glUniform1ui(CASTERS_PER_CELL, castersPerCell);
      input.bind(texture);
      commands.draw(first, count);
    }
  }

  private void allocate(int layers) {
    if (opaque == null && layers > 0) {
      opaque = GlProgram.link(scope, GpuLayout.constants(), "lamp_shadow.vert", "shadow.frag");
      alphaTested =
          GlProgram.link(
              scope, GpuLayout.with("ALPHA_TESTED", "1"), "lamp_shadow.vert", "shadow.frag");
    }
    maps.allocate(layers);
  }
}
