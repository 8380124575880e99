package org.diorama.opengl.pass;

import static org.lwjgl.opengl.GL45C.GL_R16F;
import static org.lwjgl.opengl.GL45C.GL_READ_WRITE;
import static org.lwjgl.opengl.GL45C.GL_RGBA16F;
import static org.lwjgl.opengl.GL45C.GL_SHADER_IMAGE_ACCESS_BARRIER_BIT;
import static org.lwjgl.opengl.GL45C.GL_TEXTURE_FETCH_BARRIER_BIT;
import static org.lwjgl.opengl.GL45C.GL_WRITE_ONLY;
import static org.lwjgl.opengl.GL45C.glBindImageTexture;
import static org.lwjgl.opengl.GL45C.glDispatchCompute;
import static org.lwjgl.opengl.GL45C.glMemoryBarrier;
import static org.lwjgl.opengl.GL45C.glUniform1f;
import static org.lwjgl.opengl.GL45C.glUniform4fv;

import org.diorama.opengl.gl.GlProgram;
import org.diorama.opengl.gl.GlScope;
import org.diorama.opengl.gl.GlTexture;

/**
 * Beams of the sun in fog, as the shade between them. Reads the depth plane and the map of what
 * stands in the sun's way; changes radiance. Programs and textures are made for the first such fog.
 */
public final class FogShadePass {
  private static final int AREA = 0;
  private static final int REACH = 2;
  private static final int GROUP = 8;
  private static final int GROUP_WIDTH = 16;
  private static final int GROUP_HEIGHT = 4;
  private static final int LAYERS = GpuLayout.FOG_SHADE_SLICES + 1;

  private final GlScope scope;
  private GlProgram cast;
  private GlProgram smooth;
  private GlProgram apply;
  private GlTexture rough;
  private GlTexture smoothed;
  private int columns;
  private int rows;

  public FogShadePass(GlScope scope) {
    this.scope = scope;
  }

  /**
   * The map of what stands in the sun's way is bound.
   *
   * @param area of that map, as the shaders' rows
   * @param reach meters from the camera
   */
  public void run(GlTexture radiance, float[] area, double reach, int width, int height) {
    resize(cells(width), cells(height));
    cast.use();
    glUniform4fv(AREA, area);
    glUniform1f(REACH, (float) reach);
    writeTo(rough);
    glDispatchCompute(groups(columns, GROUP), groups(rows, GROUP), 1);
    glMemoryBarrier(GL_TEXTURE_FETCH_BARRIER_BIT | GL_SHADER_IMAGE_ACCESS_BARRIER_BIT);
    smooth.use();
    rough.bind(GpuLayout.FOG_SHADE_UNIT);
    writeTo(smoothed);
    glDispatchCompute(groups(columns, GROUP), groups(rows, GROUP), LAYERS);
    glMemoryBarrier(GL_TEXTURE_FETCH_BARRIER_BIT);
    apply.use();
    glUniform1f(REACH, (float) reach);
    smoothed.bind(GpuLayout.FOG_SHADE_UNIT);
    glBindImageTexture(
        GpuLayout.RADIANCE_IMAGE, radiance.name(), 0, false, 0, GL_READ_WRITE, GL_RGBA16F);
    glDispatchCompute(groups(width, GROUP_WIDTH), groups(height, GROUP_HEIGHT), 1);
    glMemoryBarrier(GL_TEXTURE_FETCH_BARRIER_BIT | GL_SHADER_IMAGE_ACCESS_BARRIER_BIT);
  }

  private static void writeTo(GlTexture layers) {
    glBindImageTexture(
        GpuLayout.FOG_SHADE_IMAGE, layers.name(), 0, true, 0, GL_WRITE_ONLY, GL_R16F);
  }

  private static int cells(int pixels) {
    return groups(pixels, GpuLayout.FOG_SHADE_CELL);
  }

  private static int groups(int items, int size) {
    return (items + size - 1) / size;
  }

  private void resize(int w, int h) {
    if (cast == null) {
      cast = GlProgram.link(scope, GpuLayout.constants(), "fog_shade.comp");
      smooth = GlProgram.link(scope, GpuLayout.constants(), "fog_shade_smooth.comp");
      apply = GlProgram.link(scope, GpuLayout.constants(), "fog_shade_apply.comp");
    }
    if (w != columns || h != rows) {
      if (rough != null) {
        rough.free();
        smoothed.free();
      }
      rough = GlTexture.filtered(scope, GL_R16F, w, h, LAYERS);
      smoothed = GlTexture.filtered(scope, GL_R16F, w, h, LAYERS);
      columns = w;
      rows = h;
    }
  }
}
