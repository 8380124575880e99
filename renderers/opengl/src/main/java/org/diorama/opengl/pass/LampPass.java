package org.diorama.opengl.pass;

import static org.lwjgl.opengl.GL45C.GL_READ_WRITE;
import static org.lwjgl.opengl.GL45C.GL_RGBA16F;
import static org.lwjgl.opengl.GL45C.GL_SHADER_IMAGE_ACCESS_BARRIER_BIT;
import static org.lwjgl.opengl.GL45C.GL_TEXTURE_FETCH_BARRIER_BIT;
import static org.lwjgl.opengl.GL45C.glBindImageTexture;
import static org.lwjgl.opengl.GL45C.glMemoryBarrier;
import static org.lwjgl.opengl.GL45C.glUniform1ui;

import java.util.LinkedHashMap;
import java.util.Map;
import org.diorama.opengl.gl.GlProgram;
import org.diorama.opengl.gl.GlScope;
import org.diorama.opengl.gl.GlTexture;

/**
 * Adds the light of a batch of lamps to the radiance of the pixels in the lists. Reads what the
 * shading of surfaces reads, the lamps and their shadow maps. Its programs are made for the first
 * lamp.
 */
public final class LampPass {
  private static final int LAMP_COUNT = 0;

  private final GlScope scope;
  private GlProgram plain;
  private GlProgram textured;

  public LampPass(GlScope scope) {
    this.scope = scope;
  }

  /**
   * @param shading whose lists of the current view are ready
   * @param radiance of the current view, to which is added
   */
  public void run(ShadePass shading, GlTexture radiance, int lamps) {
    if (plain == null) {
      plain = GlProgram.link(scope, GpuLayout.with("LIST", "PLAIN"), "lamps.comp");
      Map<String, String> withTextures = new LinkedHashMap<>(GpuLayout.with("LIST", "TEXTURED"));
      withTextures.put("TEXTURES", "1");
      textured = GlProgram.link(scope, withTextures, "lamps.comp");
    }
    glMemoryBarrier(GL_SHADER_IMAGE_ACCESS_BARRIER_BIT | GL_TEXTURE_FETCH_BARRIER_BIT);
    glBindImageTexture(
        GpuLayout.RADIANCE_IMAGE, radiance.name(), 0, false, 0, GL_READ_WRITE, GL_RGBA16F);
    plain.use();
    glUniform1ui(LAMP_COUNT, lamps);
    shading.dispatchPlain();
    textured.use();
    glUniform1ui(LAMP_COUNT, lamps);
    shading.dispatchTextured();
    glMemoryBarrier(GL_TEXTURE_FETCH_BARRIER_BIT | GL_SHADER_IMAGE_ACCESS_BARRIER_BIT);
  }
}
