package org.diorama.opengl.pass;

import static org.lwjgl.opengl.GL45C.GL_RG32F;
import static org.lwjgl.opengl.GL45C.GL_TEXTURE_FETCH_BARRIER_BIT;
import static org.lwjgl.opengl.GL45C.GL_WRITE_ONLY;
import static org.lwjgl.opengl.GL45C.glBindImageTexture;
import static org.lwjgl.opengl.GL45C.glDispatchCompute;
import static org.lwjgl.opengl.GL45C.glMemoryBarrier;

import org.diorama.opengl.gl.GlProgram;
import org.diorama.opengl.gl.GlScope;
import org.diorama.opengl.gl.GlTexture;

/**
 * How open each point lies to its surroundings. Reads the depth plane; writes, at half resolution,
 * the open share and the depth for which it holds.
 */
public final class OcclusionPass {
  /** Reach of occluders, as a share of the distance to the camera. */
  static final double RADIUS = 0.15;

  private static final int GROUP_WIDTH = 16;
  private static final int GROUP_HEIGHT = 4;

  private final GlScope scope;
  private final GlProgram measure;
  private final GlProgram filter;
  private GlTexture noisy;
  private GlTexture smooth;
  private int width;
  private int height;

  public OcclusionPass(GlScope scope) {
    this.scope = scope;
    this.measure = GlProgram.link(scope, GpuLayout.constants(), "occlusion.comp");
    this.filter = GlProgram.link(scope, GpuLayout.constants(), "occlusion_filter.comp");
  }

  /** Leaves the result bound for shading. */
  public void run(int imageWidth, int imageHeight) {
    resize((imageWidth + 1) / 2, (imageHeight + 1) / 2);
    measure.use();
    into(noisy);
    filter.use();
    noisy.bind(GpuLayout.OCCLUSION_UNIT);
    into(smooth);
    smooth.bind(GpuLayout.OCCLUSION_UNIT);
  }

  private void into(GlTexture target) {
    glBindImageTexture(
        GpuLayout.OCCLUSION_IMAGE, target.name(), 0, false, 0, GL_WRITE_ONLY, GL_RG32F);
    glDispatchCompute(
        (width + GROUP_WIDTH - 1) / GROUP_WIDTH, (height + GROUP_HEIGHT - 1) / GROUP_HEIGHT, 1);
    glMemoryBarrier(GL_TEXTURE_FETCH_BARRIER_BIT);
  }

  private void resize(int w, int h) {
    if (w != width || h != height) {
      if (noisy != null) {
        noisy.free();
        smooth.free();
      }
      noisy = GlTexture.plane(scope, GL_RG32F, w, h);
      smooth = GlTexture.plane(scope, GL_RG32F, w, h);
      width = w;
      height = h;
    }
  }
}
