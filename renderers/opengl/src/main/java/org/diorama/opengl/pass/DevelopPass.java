package org.diorama.opengl.pass;

import static org.lwjgl.opengl.GL45C.GL_SHADER_STORAGE_BARRIER_BIT;
import static org.lwjgl.opengl.GL45C.GL_TEXTURE_FETCH_BARRIER_BIT;
import static org.lwjgl.opengl.GL45C.glDispatchCompute;
import static org.lwjgl.opengl.GL45C.glDispatchComputeIndirect;
import static org.lwjgl.opengl.GL45C.glMemoryBarrier;

import org.diorama.core.light.Development;
import org.diorama.opengl.gl.GlProgram;
import org.diorama.opengl.gl.GlScope;
import org.diorama.opengl.gl.GlTexture;

/**
 * Radiance to color: exposure, glare, white balance, tone curve, and antialiased edges. Reads
 * radiance, the visibility and depth planes and the list of edges; writes the color plane into the
 * result.
 */
public final class DevelopPass {
  private static final int GROUP_WIDTH = 16;
  private static final int GROUP_HEIGHT = 4;

  private final MeterPass meter;
  private final GlarePass glare;
  private final GlProgram encode;
  private final GlProgram antialias;
  private final GlScope scope;
  private GlProgram antialiasGlass;

  public DevelopPass(GlScope scope) {
    this.scope = scope;
    this.meter = new MeterPass(scope);
    this.glare = new GlarePass(scope);
    this.encode = GlProgram.link(scope, GpuLayout.constants(), "encode.comp");
    this.antialias = GlProgram.link(scope, GpuLayout.constants(), "antialias.comp");
  }

  /**
   * The lists of pixels are bound, for dispatches too.
   *
   * @param smooth whether edges are antialiased
   * @param glass whether what {@link GlassPass#compose} leaves is bound, where edges are found, too
   */
  public void run(
      GlTexture radiance,
      Development development,
      boolean smooth,
      boolean glass,
      int width,
      int height) {
    // Shading has kept other things, and contrast read them, where the color plane is written.
    glMemoryBarrier(GL_SHADER_STORAGE_BARRIER_BIT | GL_TEXTURE_FETCH_BARRIER_BIT);
    radiance.bind(GpuLayout.RADIANCE_UNIT);
    meter.bind();
    if (development.exposure().isEmpty()) {
      meter.run(width * height);
    }
    if (development.glare() > 0) {
      glare.run(radiance, width, height);
    } else {
      radiance.bind(GpuLayout.GLARE_UNIT);
    }
    encode.use();
    glDispatchCompute(
        (width + GROUP_WIDTH - 1) / GROUP_WIDTH, (height + GROUP_HEIGHT - 1) / GROUP_HEIGHT, 1);
    glMemoryBarrier(GL_SHADER_STORAGE_BARRIER_BIT);
    if (smooth) {
      (glass ? antialiasGlass() : antialias).use();
      glDispatchComputeIndirect(ShadePass.EDGES_HEAD);
    }
  }

  private GlProgram antialiasGlass() {
    if (antialiasGlass == null) {
      antialiasGlass = GlProgram.link(scope, GpuLayout.with("EDGES_BEHIND", "1"), "antialias.comp");
    }
    return antialiasGlass;
  }
}
