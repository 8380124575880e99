package org.diorama.opengl.pass;

import static org.lwjgl.opengl.GL45C.GL_READ_WRITE;
import static org.lwjgl.opengl.GL45C.GL_RGBA16F;
import static org.lwjgl.opengl.GL45C.GL_SHADER_IMAGE_ACCESS_BARRIER_BIT;
import static org.lwjgl.opengl.GL45C.GL_SHADER_STORAGE_BARRIER_BIT;
import static org.lwjgl.opengl.GL45C.GL_TEXTURE_FETCH_BARRIER_BIT;
import static org.lwjgl.opengl.GL45C.glBindImageTexture;
import static org.lwjgl.opengl.GL45C.glDispatchCompute;
import static org.lwjgl.opengl.GL45C.glMemoryBarrier;
import static org.lwjgl.opengl.GL45C.glUniform4fv;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.diorama.opengl.gl.GlProgram;
import org.diorama.opengl.gl.GlScope;
import org.diorama.opengl.gl.GlTexture;

/**
 * What puddles and wet ground mirror of the scene. Reads the visibility and depth planes, the map
 * of roofs and the sky; changes radiance. Its program and its copy of the radiance are made for the
 * first of them.
 */
public final class MirrorPass {
  private static final int GROUP_WIDTH = 16;
  private static final int GROUP_HEIGHT = 4;
  private static final int VOLUME = 0;

  private final GlScope scope;
  private final RadianceCopy copy;
  private final Map<Map<String, String>, GlProgram> programs = new HashMap<>();

  public MirrorPass(GlScope scope) {
    this.scope = scope;
    this.copy = new RadianceCopy(scope);
  }

  /**
   * The sky's tables, the visibility plane and the map of roofs are bound, and what the light
   * needs.
   *
   * @param light that the image is shaded under
   */
  public void run(GlTexture radiance, ShadePass.Light light, int w, int h) {
    copy.take(radiance, true, GpuLayout.RADIANCE_UNIT, w, h);
    glBindImageTexture(
        GpuLayout.RADIANCE_IMAGE, radiance.name(), 0, false, 0, GL_READ_WRITE, GL_RGBA16F);
    program(light).use();
    light.volume().ifPresent(place -> glUniform4fv(VOLUME, place));
    glDispatchCompute(
        (w + GROUP_WIDTH - 1) / GROUP_WIDTH, (h + GROUP_HEIGHT - 1) / GROUP_HEIGHT, 1);
    glMemoryBarrier(
        GL_TEXTURE_FETCH_BARRIER_BIT
            | GL_SHADER_IMAGE_ACCESS_BARRIER_BIT
            | GL_SHADER_STORAGE_BARRIER_BIT);
  }

  private GlProgram program(ShadePass.Light light) {
    Map<String, String> constants = new LinkedHashMap<>(GpuLayout.constants());
    if (light.occlusion()) {
      constants.put("OCCLUSION", "1");
    }
    light.volume().ifPresent(place -> constants.put("VOLUME", "1"));
    return programs.computeIfAbsent(constants, all -> GlProgram.link(scope, all, "mirror.comp"));
  }
}
