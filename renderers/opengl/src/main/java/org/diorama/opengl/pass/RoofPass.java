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
import static org.lwjgl.opengl.GL45C.glViewport;

import org.diorama.opengl.gl.GlFramebuffer;
import org.diorama.opengl.gl.GlProgram;
import org.diorama.opengl.gl.GlScope;
import org.diorama.opengl.gl.GlTexture;

/**
 * The heights of what is seen from straight above, as depth. Reads the view's area of roofs,
 * casters, draws, materials and geometry. Its programs and its map are made for the first weather.
 */
public final class RoofPass {
  /** Texels on the map's side. */
  public static final int SIZE = 1024;

  private final GlScope scope;
  private GlProgram opaque;
  private GlProgram alphaTested;
  private GlTexture map;
  private GlFramebuffer framebuffer;

  public RoofPass(GlScope scope) {
    this.scope = scope;
  }

  /**
   * Leaves the map bound.
   *
   * @param commands opaque ones, then alpha-tested ones
   */
  public void run(VertexInput input, Commands commands, int opaqueCount, int alphaCount) {
    if (map == null) {
      opaque = GlProgram.link(scope, GpuLayout.constants(), "roof.vert", "shadow.frag");
      alphaTested =
          GlProgram.link(scope, GpuLayout.with("ALPHA_TESTED", "1"), "roof.vert", "shadow.frag");
      map = GlTexture.array(scope, GL_DEPTH_COMPONENT32F, 1, SIZE, SIZE, 1);
      framebuffer = GlFramebuffer.ofDepthLayer(scope, map, 0);
    }
    glEnable(GL_DEPTH_TEST);
    glDepthFunc(GL_LEQUAL);
    glViewport(0, 0, SIZE, SIZE);
    glClearNamedFramebufferfv(framebuffer.name(), GL_DEPTH, 0, new float[] {1});
    framebuffer.bind();
    draw(opaque, input, false, commands, 0, opaqueCount);
    draw(alphaTested, input, true, commands, opaqueCount, alphaCount);
    map.bind(GpuLayout.ROOF_UNIT);
    glMemoryBarrier(GL_TEXTURE_FETCH_BARRIER_BIT);
  }

  private static void draw(
      GlProgram program,
      VertexInput input,
      boolean texture,
      Commands commands,
      int first,
      int count) {
    if (count > 0) {
      program.use();
      input.bind(texture);
      commands.draw(first, count);
    }
  }
}
