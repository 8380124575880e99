package org.diorama.opengl.pass;

import static org.lwjgl.opengl.GL45C.GL_READ_WRITE;
import static org.lwjgl.opengl.GL45C.GL_RGBA16F;
import static org.lwjgl.opengl.GL45C.GL_SHADER_IMAGE_ACCESS_BARRIER_BIT;
import static org.lwjgl.opengl.GL45C.GL_TEXTURE_FETCH_BARRIER_BIT;
import static org.lwjgl.opengl.GL45C.glBindImageTexture;
import static org.lwjgl.opengl.GL45C.glDispatchCompute;
import static org.lwjgl.opengl.GL45C.glMemoryBarrier;

import java.nio.ByteBuffer;
import org.diorama.core.sky.celestial.SkyLightPixels;
import org.diorama.opengl.gl.GlProgram;
import org.diorama.opengl.gl.GlScope;
import org.diorama.opengl.gl.GlTexture;
import org.diorama.opengl.gl.StreamBuffer;

/** Sun, moon and stars: reads visibility, changes the radiance of pixels that show the sky. */
public final class SkyLightPass {
  private static final int ENTRY_BYTES = 16;

  private static final int NO_PIXEL = -1;

  private final GlScope scope;
  private GlProgram program;
  private final StreamBuffer entries;

  public SkyLightPass(GlScope scope) {
    this.scope = scope;
    this.entries = new StreamBuffer(scope);
  }

  /** The visibility plane is bound. */
  public void run(SkyLightPixels lights, GlTexture radiance) {
    int number = lights.pixels().length;
    if (number == 0) {
      return;
    }
    if (program == null) {
      program = GlProgram.link(scope, GpuLayout.constants(), "sky_lights.comp");
    }
    int groups = (number + GpuLayout.LIST_GROUP - 1) / GpuLayout.LIST_GROUP;
    ByteBuffer out = entries.begin((long) groups * GpuLayout.LIST_GROUP * ENTRY_BYTES);
    for (int k = 0; k < number; k++) {
      out.putInt(lights.pixels()[k]);
      for (int channel = 0; channel < 3; channel++) {
        out.putFloat(lights.luminance()[3 * k + channel]);
      }
    }
    while (out.position() < groups * GpuLayout.LIST_GROUP * ENTRY_BYTES) {
      out.putInt(NO_PIXEL);
    }
    entries.upload();
    entries.buffer().bindStorage(GpuLayout.SKY_LIGHTS);
    glMemoryBarrier(GL_SHADER_IMAGE_ACCESS_BARRIER_BIT);
    glBindImageTexture(
        GpuLayout.RADIANCE_IMAGE, radiance.name(), 0, false, 0, GL_READ_WRITE, GL_RGBA16F);
    program.use();
    glDispatchCompute(groups, 1, 1);
    glMemoryBarrier(GL_SHADER_IMAGE_ACCESS_BARRIER_BIT | GL_TEXTURE_FETCH_BARRIER_BIT);
  }
}
