package org.diorama.opengl.pass;

import static org.lwjgl.opengl.GL45C.GL_DEPTH;
import static org.lwjgl.opengl.GL45C.GL_DEPTH_COMPONENT32F;
import static org.lwjgl.opengl.GL45C.GL_DEPTH_TEST;
import static org.lwjgl.opengl.GL45C.GL_LEQUAL;
import static org.lwjgl.opengl.GL45C.GL_TEXTURE_FETCH_BARRIER_BIT;
import static org.lwjgl.opengl.GL45C.glClearNamedFramebufferfv;
import static org.lwjgl.opengl.GL45C.glDepthFunc;
import static org.lwjgl.opengl.GL45C.glEnable;
import static org.lwjgl.opengl.GL45C.glMemoryBarrier;
import static org.lwjgl.opengl.GL45C.glUniform4fv;
import static org.lwjgl.opengl.GL45C.glViewport;

import org.diorama.opengl.gl.GlFramebuffer;
import org.diorama.opengl.gl.GlProgram;
import org.diorama.opengl.gl.GlScope;
import org.diorama.opengl.gl.GlTexture;

/**
 * The heights of what is seen from one direction above, as depth: what stands in the way of rain
 * and snow, or of the sun in fog. Reads casters, draws, materials and geometry. Its programs and
 * its map are made for the first use.
 */
public final class SlantPass {
  /** Texels on the map's side. */
  public static final int SIZE = 1024;

  private static final int AREA = 0;

  private final GlScope scope;
  private final int unit;
  private GlProgram opaque;
  private GlProgram alphaTested;
  private GlTexture map;
  private GlFramebuffer framebuffer;

  /**
   * @param unit where the map is bound
   */
  public SlantPass(GlScope scope, int unit) {
    this.scope = scope;
    this.unit = unit;
  }

  /**
   * Leaves the map bound.
   *
   * @param area as the shaders' rows
   * @param commands opaque ones, then alpha-tested ones
   */
  public void run(
      VertexInput input, float[] area, Commands commands, int opaqueCount, int alphaCount) {
    if (map == null) {
      opaque = GlProgram.link(scope, GpuLayout.constants(), "slant.vert", "shadow.frag");
      alphaTested =
          GlProgram.link(scope, GpuLayout.with("ALPHA_TESTED", "1"), "slant.vert", "shadow.frag");
      map = GlTexture.array(scope, GL_DEPTH_COMPONENT32F, 1, SIZE, SIZE, 1);
      framebuffer = GlFramebuffer.ofDepthLayer(scope, map, 0);
    }
    glEnable(GL_DEPTH_TEST);
    glDepthFunc(GL_LEQUAL);
    glViewport(0, 0, SIZE, SIZE);
    glClearNamedFramebufferfv(framebuffer.name(), GL_DEPTH, 0, new float[] {1});
    framebuffer.bind();
    draw(opaque, area, input, false, commands, 0, opaqueCount);
    draw(alphaTested, area, input, true, commands, opaqueCount, alphaCount);
    map.bind(unit);
    glMemoryBarrier(GL_TEXTURE_FETCH_BARRIER_BIT);
  }

  private static void draw(
      GlProgram program,
      float[] area,
      VertexInput input,
      boolean texture,
      Commands commands,
      int first,
      int count) {
    if (count > 0) {
      program.use();
      glUniform4fv(AREA, area);
      input.bind(texture);
      commands.draw(first, count);
    }
  }
}
