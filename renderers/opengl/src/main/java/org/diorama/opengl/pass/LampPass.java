package org.diorama.opengl.pass;

import static org.lwjgl.opengl.GL45C.GL_READ_WRITE;
import static org.lwjgl.opengl.GL45C.GL_RGBA16F;
import static org.lwjgl.opengl.GL45C.GL_SHADER_IMAGE_ACCESS_BARRIER_BIT;
import static org.lwjgl.opengl.GL45C.GL_TEXTURE_FETCH_BARRIER_BIT;
import static org.lwjgl.opengl.GL45C.glBindImageTexture;
import static org.lwjgl.opengl.GL45C.glDispatchCompute;
import static org.lwjgl.opengl.GL45C.glMemoryBarrier;
import static org.lwjgl.opengl.GL45C.glUniform1ui;
import static org.lwjgl.opengl.GL45C.glUniform4ui;

import java.util.LinkedHashMap;
import java.util.List;
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
  private static final int LAMP = 0;
  private static final int AREA = 1;

  private final GlScope scope;
  private GlProgram plain;
  private GlProgram textured;
  private GlProgram glow;

  /** Pixels of an image that a lamp's glowing shape may cover: first column and row, and size. */
  public record Glow(int lamp, int x, int y, int width, int height) {}

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
    bind(radiance);
    plain.use();
    glUniform1ui(LAMP_COUNT, lamps);
    shading.dispatchPlain();
    textured.use();
    glUniform1ui(LAMP_COUNT, lamps);
    shading.dispatchTextured();
    glMemoryBarrier(GL_TEXTURE_FETCH_BARRIER_BIT | GL_SHADER_IMAGE_ACCESS_BARRIER_BIT);
  }

  /** Paints lamps of the batch that are seen themselves. */
  public void paint(GlTexture radiance, List<Glow> glows) {
    if (glows.isEmpty()) {
      return;
    }
    if (glow == null) {
      glow = GlProgram.link(scope, GpuLayout.constants(), "lamp_glow.comp");
    }
    bind(radiance);
    glow.use();
    for (Glow one : glows) {
      glUniform1ui(LAMP, one.lamp());
      glUniform4ui(AREA, one.x(), one.y(), one.width(), one.height());
      glDispatchCompute((one.width() + 7) / 8, (one.height() + 7) / 8, 1);
      glMemoryBarrier(GL_SHADER_IMAGE_ACCESS_BARRIER_BIT);
    }
    glMemoryBarrier(GL_TEXTURE_FETCH_BARRIER_BIT);
  }

  private static void bind(GlTexture radiance) {
    glBindImageTexture(
        GpuLayout.RADIANCE_IMAGE, radiance.name(), 0, false, 0, GL_READ_WRITE, GL_RGBA16F);
  }
}
