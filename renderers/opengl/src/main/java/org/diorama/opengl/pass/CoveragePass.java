package org.diorama.opengl.pass;

import static org.lwjgl.opengl.GL45C.GL_BUFFER_UPDATE_BARRIER_BIT;
import static org.lwjgl.opengl.GL45C.GL_DEPTH_TEST;
import static org.lwjgl.opengl.GL45C.GL_SHADER_STORAGE_BARRIER_BIT;
import static org.lwjgl.opengl.GL45C.glDisable;
import static org.lwjgl.opengl.GL45C.glDispatchCompute;
import static org.lwjgl.opengl.GL45C.glMemoryBarrier;
import static org.lwjgl.opengl.GL45C.glUniform1ui;
import static org.lwjgl.opengl.GL45C.glViewport;

import org.diorama.opengl.gl.GlBuffer;
import org.diorama.opengl.gl.GlFramebuffer;
import org.diorama.opengl.gl.GlProgram;
import org.diorama.opengl.gl.GlScope;

/**
 * Silhouettes of single instances with nothing else drawn. Reads geometry, transforms, materials,
 * coverage targets and draws. Sets bits; the count kernel adds them to the instance table.
 */
public final class CoveragePass {
  private static final int FIRST_TARGET = 0;

  private final GlScope scope;
  private final GlProgram opaque;
  private final GlProgram alphaTested;
  private final GlProgram count;
  private int width;
  private int height;
  private GlFramebuffer framebuffer;

  public CoveragePass(GlScope scope) {
    this.scope = scope;
    this.opaque = GlProgram.link(scope, GpuLayout.constants(), "coverage.vert", "coverage.frag");
    this.alphaTested =
        GlProgram.link(
            scope, GpuLayout.with("ALPHA_TESTED", "1"), "coverage.vert", "coverage.frag");
    this.count = GlProgram.link(scope, GpuLayout.constants(), "count.comp");
  }

  /**
   * Sets the bits of a run of commands.
   *
   * @param first of the opaque commands, which the alpha-tested ones follow
   * @param bits cleared here
   * @param w viewport's width, likewise {@code h}
   */
  public void raster(
      VertexInput input,
      Commands commands,
      int first,
      int opaqueCount,
      int alphaCount,
      GlBuffer bits,
      long bytes,
      int w,
      int h) {
    resize(Math.max(w, width), Math.max(h, height));
    glMemoryBarrier(GL_BUFFER_UPDATE_BARRIER_BIT);
    bits.fill(0, bytes, 0);
    bits.bindStorage(GpuLayout.BITS);
    framebuffer.bind();
    glViewport(0, 0, w, h);
    glDisable(GL_DEPTH_TEST);
    opaque.use();
    input.bind(false);
    commands.draw(first, opaqueCount);
    alphaTested.use();
    input.bind(true);
    commands.draw(first + opaqueCount, alphaCount);
    glMemoryBarrier(GL_SHADER_STORAGE_BARRIER_BIT);
  }

  /** Adds the bits of a run of targets to the table. */
  public void count(int firstTarget, int targets) {
    if (targets > 0) {
      count.use();
      glUniform1ui(FIRST_TARGET, firstTarget);
      glDispatchCompute(targets, 1, 1);
      glMemoryBarrier(GL_SHADER_STORAGE_BARRIER_BIT);
    }
  }

  private void resize(int w, int h) {
    if (framebuffer == null || w > width || h > height) {
      if (framebuffer != null) {
        framebuffer.free();
      }
      framebuffer = GlFramebuffer.empty(scope, w, h);
      width = w;
      height = h;
    }
  }
}
