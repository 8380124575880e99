package org.diorama.opengl.pass;

import static org.lwjgl.opengl.GL45C.GL_RGBA16F;
import static org.lwjgl.opengl.GL45C.GL_TEXTURE_FETCH_BARRIER_BIT;
import static org.lwjgl.opengl.GL45C.GL_WRITE_ONLY;
import static org.lwjgl.opengl.GL45C.glBindImageTexture;
import static org.lwjgl.opengl.GL45C.glDispatchCompute;
import static org.lwjgl.opengl.GL45C.glMemoryBarrier;

import org.diorama.opengl.gl.GlProgram;
import org.diorama.opengl.gl.GlScope;
import org.diorama.opengl.gl.GlTexture;

/**
 * Visibility to color. Reads the visibility and depth planes, geometry, materials, texels, light
 * and shadow maps; writes the color plane into the result, edges antialiased.
 */
public final class ShadePass {
  private static final int GROUP_WIDTH = 16;
  private static final int GROUP_HEIGHT = 4;

  private final GlScope scope;
  private final GlProgram shade;
  private final GlProgram resolve;
  private GlTexture radiance;
  private int width;
  private int height;

  public ShadePass(GlScope scope) {
    this.scope = scope;
    this.shade = GlProgram.link(scope, GpuLayout.constants(), "shade.comp");
    this.resolve = GlProgram.link(scope, GpuLayout.constants(), "resolve.comp");
  }

  public void run(GlTexture visibility, int w, int h) {
    resize(w, h);
    visibility.bind(GpuLayout.VISIBILITY_UNIT);
    glBindImageTexture(
        GpuLayout.RADIANCE_IMAGE, radiance.name(), 0, false, 0, GL_WRITE_ONLY, GL_RGBA16F);
    shade.use();
    dispatch(w, h);
    glMemoryBarrier(GL_TEXTURE_FETCH_BARRIER_BIT);
    radiance.bind(GpuLayout.RADIANCE_UNIT);
    resolve.use();
    dispatch(w, h);
  }

  private static void dispatch(int w, int h) {
    glDispatchCompute(
        (w + GROUP_WIDTH - 1) / GROUP_WIDTH, (h + GROUP_HEIGHT - 1) / GROUP_HEIGHT, 1);
  }

  private void resize(int w, int h) {
    if (w != width || h != height) {
      if (radiance != null) {
        radiance.free();
      }
      radiance = GlTexture.plane(scope, GL_RGBA16F, w, h);
      width = w;
      height = h;
    }
  }
}
