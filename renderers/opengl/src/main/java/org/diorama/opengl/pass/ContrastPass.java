package org.diorama.opengl.pass;

import static org.lwjgl.opengl.GL45C.GL_SHADER_STORAGE_BARRIER_BIT;
import static org.lwjgl.opengl.GL45C.GL_TEXTURE_FETCH_BARRIER_BIT;
import static org.lwjgl.opengl.GL45C.glDispatchCompute;
import static org.lwjgl.opengl.GL45C.glMemoryBarrier;

import org.diorama.opengl.gl.GlProgram;
import org.diorama.opengl.gl.GlScope;
import org.diorama.opengl.gl.GlTexture;

/**
 * How instances stand out. Reads radiance, the instance plane and, before there are colors in its
 * place, what every pixel shows without anything in the air; adds to the instance table.
 */
public final class ContrastPass {
  private final GlProgram program;

  public ContrastPass(GlScope scope) {
    this.program = GlProgram.link(scope, GpuLayout.constants(), "contrast.comp");
  }

  /** Leaves the radiance bound. */
  public void run(GlTexture radiance, int width, int height) {
    glMemoryBarrier(GL_SHADER_STORAGE_BARRIER_BIT | GL_TEXTURE_FETCH_BARRIER_BIT);
    radiance.bind(GpuLayout.RADIANCE_UNIT);
    program.use();
    int strips = (width + GpuLayout.STRIP - 1) / GpuLayout.STRIP * height;
    glDispatchCompute((strips + GpuLayout.STRIP_GROUP - 1) / GpuLayout.STRIP_GROUP, 1, 1);
  }
}
