package org.diorama.opengl.pass;

import static org.lwjgl.opengl.GL45C.GL_READ_WRITE;
import static org.lwjgl.opengl.GL45C.GL_RGBA16F;
import static org.lwjgl.opengl.GL45C.GL_SHADER_IMAGE_ACCESS_BARRIER_BIT;
import static org.lwjgl.opengl.GL45C.GL_SHADER_STORAGE_BARRIER_BIT;
import static org.lwjgl.opengl.GL45C.GL_TEXTURE_2D;
import static org.lwjgl.opengl.GL45C.GL_TEXTURE_FETCH_BARRIER_BIT;
import static org.lwjgl.opengl.GL45C.GL_TEXTURE_UPDATE_BARRIER_BIT;
import static org.lwjgl.opengl.GL45C.glBindImageTexture;
import static org.lwjgl.opengl.GL45C.glCopyImageSubData;
import static org.lwjgl.opengl.GL45C.glDispatchCompute;
import static org.lwjgl.opengl.GL45C.glMemoryBarrier;
import static org.lwjgl.opengl.GL45C.glUniform4fv;

import java.util.Optional;
import org.diorama.opengl.gl.GlProgram;
import org.diorama.opengl.gl.GlScope;
import org.diorama.opengl.gl.GlTexture;

/**
 * What puddles mirror of the scene. Reads the visibility and depth planes, the map of roofs and the
 * sky; changes radiance. Its program and its copy of the radiance are made for the first puddles.
 */
public final class MirrorPass {
  private static final int GROUP_WIDTH = 16;
  private static final int GROUP_HEIGHT = 4;
  private static final int VOLUME = 0;

  private final GlScope scope;
  private GlProgram underSky;
  private GlProgram inVolume;
  private GlTexture copy;
  private int width;
  private int height;

  public MirrorPass(GlScope scope) {
    this.scope = scope;
  }

  /**
   * The sky's tables, the visibility plane and the map of roofs are bound.
   *
   * @param volume place of the volume of irradiance that is bound
   */
  public void run(GlTexture radiance, Optional<float[]> volume, int w, int h) {
    resize(w, h);
    glMemoryBarrier(GL_TEXTURE_UPDATE_BARRIER_BIT | GL_SHADER_IMAGE_ACCESS_BARRIER_BIT);
    glCopyImageSubData(
        radiance.name(),
        GL_TEXTURE_2D,
        0,
        0,
        0,
        0,
        copy.name(),
        GL_TEXTURE_2D,
        0,
        0,
        0,
        0,
        w,
        h,
        1);
    copy.bind(GpuLayout.RADIANCE_UNIT);
    glBindImageTexture(
        GpuLayout.RADIANCE_IMAGE, radiance.name(), 0, false, 0, GL_READ_WRITE, GL_RGBA16F);
    program(volume.isPresent()).use();
    volume.ifPresent(place -> glUniform4fv(VOLUME, place));
    glDispatchCompute(
        (w + GROUP_WIDTH - 1) / GROUP_WIDTH, (h + GROUP_HEIGHT - 1) / GROUP_HEIGHT, 1);
    glMemoryBarrier(
        GL_TEXTURE_FETCH_BARRIER_BIT
            | GL_SHADER_IMAGE_ACCESS_BARRIER_BIT
            | GL_SHADER_STORAGE_BARRIER_BIT);
  }

  private GlProgram program(boolean hasVolume) {
    if (hasVolume && inVolume == null) {
      inVolume = GlProgram.link(scope, GpuLayout.with("VOLUME", "1"), "mirror.comp");
    }
    if (!hasVolume && underSky == null) {
      underSky = GlProgram.link(scope, GpuLayout.constants(), "mirror.comp");
    }
    return hasVolume ? inVolume : underSky;
  }

  private void resize(int w, int h) {
    if (w != width || h != height) {
      if (copy != null) {
        copy.free();
      }
      copy = GlTexture.plane(scope, GL_RGBA16F, w, h);
      width = w;
      height = h;
    }
  }
}
