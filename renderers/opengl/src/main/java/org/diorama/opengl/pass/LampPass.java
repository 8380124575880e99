package org.diorama.opengl.pass;

import static org.lwjgl.opengl.GL45C.GL_READ_WRITE;
import static org.lwjgl.opengl.GL45C.GL_RGBA16F;
import static org.lwjgl.opengl.GL45C.GL_SHADER_IMAGE_ACCESS_BARRIER_BIT;
import static org.lwjgl.opengl.GL45C.GL_SHADER_STORAGE_BARRIER_BIT;
import static org.lwjgl.opengl.GL45C.GL_TEXTURE_FETCH_BARRIER_BIT;
import static org.lwjgl.opengl.GL45C.glBindImageTexture;
import static org.lwjgl.opengl.GL45C.glDispatchCompute;
import static org.lwjgl.opengl.GL45C.glMemoryBarrier;
import static org.lwjgl.opengl.GL45C.glUniform1f;
import static org.lwjgl.opengl.GL45C.glUniform1ui;
import static org.lwjgl.opengl.GL45C.glUniform3f;
import static org.lwjgl.opengl.GL45C.glUniform4ui;

import java.util.List;
import java.util.Map;
import org.diorama.core.math.LinearColor;
import org.diorama.opengl.gl.GlProgram;
import org.diorama.opengl.gl.GlScope;
import org.diorama.opengl.gl.GlTexture;

/**
 * Adds the light of a batch of lamps to the radiance of the pixels in the lists. Reads what the
 * shading of surfaces reads, the lamps and their shadow maps. Its programs are made for the first
 * lamp.
 */
public final class LampPass {
  /** Radiance, and what is kept of it without the air. */
  private static final int BARRIERS =
      GL_SHADER_IMAGE_ACCESS_BARRIER_BIT
          | GL_TEXTURE_FETCH_BARRIER_BIT
          | GL_SHADER_STORAGE_BARRIER_BIT;

  private static final int LAMP_COUNT = 0;
  private static final int LEAST = 1;
  private static final int LAMP = 0;
  private static final int AREA = 1;
  private static final int ALBEDO = 1;

  private final GlScope scope;
  private final SurfaceKernels light;
  private GlProgram glow;
  private GlProgram air;

  /** Maps of lamps. */
  public enum Shadows {
    NONE(Map.of()),
    OPAQUE(Map.of("LAMP_SHADOWS", "1")),
    /** With what glass takes. */
    GLASS(Map.of("LAMP_SHADOWS", "1", "LAMP_GLASS", "1"));

    private final Map<String, String> definitions;

    Shadows(Map<String, String> definitions) {
      this.definitions = definitions;
    }
  }

  /** Pixels of an image that a lamp's glowing shape may cover: first column and row, and size. */
  public record Glow(int lamp, int x, int y, int width, int height) {}

  public LampPass(GlScope scope) {
    this.scope = scope;
    this.light = new SurfaceKernels(scope, "lamps.comp");
  }

  /**
   * Runs over the lists of the current view, which shading has left bound.
   *
   * @param radiance of the current view, to which is added
   * @param least exposed light of one lamp that is too little to be seen
   * @param shadows which maps the lamps have
   * @param finished whether any material has a finish
   */
  public void run(GlTexture radiance, int lamps, double least, Shadows shadows, boolean finished) {
    glMemoryBarrier(BARRIERS);
    bind(radiance);
    light.run(finished, shadows.definitions, () -> setUniforms(lamps, least));
    glMemoryBarrier(BARRIERS);
  }

  /** Likewise over the pixels with glass, whose nearest layers are bound as what they show. */
  public void runOnGlass(GlTexture radiance, int lamps, double least, Shadows shadows) {
    glMemoryBarrier(BARRIERS);
    bind(radiance);
    light.runOnGlass(shadows.definitions, () -> setUniforms(lamps, least));
    glMemoryBarrier(BARRIERS);
  }

  private static void setUniforms(int lamps, double least) {
    glUniform1ui(LAMP_COUNT, lamps);
    glUniform1f(LEAST, (float) least);
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
      glMemoryBarrier(BARRIERS);
    }
  }

  /**
   * Adds what fog scatters of the batch's light.
   *
   * @param albedo share of the light met that the fog scatters
   */
  public void scatter(GlTexture radiance, int lamps, LinearColor albedo, int width, int height) {
    if (air == null) {
      air = GlProgram.link(scope, GpuLayout.constants(), "lamp_air.comp");
    }
    bind(radiance);
    air.use();
    glUniform1ui(LAMP_COUNT, lamps);
    glUniform3f(ALBEDO, (float) albedo.red(), (float) albedo.green(), (float) albedo.blue());
    glDispatchCompute((width + 7) / 8, (height + 7) / 8, 1);
    glMemoryBarrier(BARRIERS);
  }

  private static void bind(GlTexture radiance) {
    glBindImageTexture(
        GpuLayout.RADIANCE_IMAGE, radiance.name(), 0, false, 0, GL_READ_WRITE, GL_RGBA16F);
  }
}
