package org.diorama.opengl.pass;

import static org.lwjgl.opengl.GL45C.GL_READ_WRITE;
import static org.lwjgl.opengl.GL45C.GL_RGBA16F;
import static org.lwjgl.opengl.GL45C.GL_SHADER_IMAGE_ACCESS_BARRIER_BIT;
import static org.lwjgl.opengl.GL45C.GL_TEXTURE_FETCH_BARRIER_BIT;
import static org.lwjgl.opengl.GL45C.glBindImageTexture;
import static org.lwjgl.opengl.GL45C.glDispatchCompute;
import static org.lwjgl.opengl.GL45C.glMemoryBarrier;
import static org.lwjgl.opengl.GL45C.glUniform1ui;

import org.diorama.opengl.gl.GlProgram;
import org.diorama.opengl.gl.GlScope;
import org.diorama.opengl.gl.GlTexture;

/** Falling drops and flakes: reads the depth plane and the sky, changes radiance. */
public final class PrecipitationPass {
  private static final int GROUP_WIDTH = 16;
  private static final int GROUP_HEIGHT = 4;
  private static final int LAMP_COUNT = 0;

  private final GlProgram program;

  public PrecipitationPass(GlScope scope) {
    this.program = GlProgram.link(scope, GpuLayout.constants(), "precipitation.comp");
  }

  /**
   * The sky's tables, the map of roofs and the lamps are bound.
   *
   * @param lamps that light drops and flakes
   */
  public void run(GlTexture radiance, int lamps, int width, int height) {
    glMemoryBarrier(GL_SHADER_IMAGE_ACCESS_BARRIER_BIT);
    glBindImageTexture(
        GpuLayout.RADIANCE_IMAGE, radiance.name(), 0, false, 0, GL_READ_WRITE, GL_RGBA16F);
    program.use();
    glUniform1ui(LAMP_COUNT, lamps);
    glDispatchCompute(
        (width + GROUP_WIDTH - 1) / GROUP_WIDTH, (height + GROUP_HEIGHT - 1) / GROUP_HEIGHT, 1);
    glMemoryBarrier(GL_TEXTURE_FETCH_BARRIER_BIT);
  }
}
