package org.diorama.opengl.pass;

import static org.lwjgl.opengl.GL45C.GL_RGBA16F;
import static org.lwjgl.opengl.GL45C.GL_SHADER_IMAGE_ACCESS_BARRIER_BIT;
import static org.lwjgl.opengl.GL45C.GL_TEXTURE_2D;
import static org.lwjgl.opengl.GL45C.GL_TEXTURE_FETCH_BARRIER_BIT;
import static org.lwjgl.opengl.GL45C.GL_TEXTURE_UPDATE_BARRIER_BIT;
import static org.lwjgl.opengl.GL45C.glCopyImageSubData;
import static org.lwjgl.opengl.GL45C.glGenerateTextureMipmap;
import static org.lwjgl.opengl.GL45C.glMemoryBarrier;

import org.diorama.opengl.gl.GlScope;
import org.diorama.opengl.gl.GlTexture;

/**
 * The radiance as it was, at halves and halves of its size too, for passes that show it elsewhere
 * than where it is. Made for the first use.
 */
final class RadianceCopy {
  private final GlScope scope;
  private GlTexture copy;
  private int width;
  private int height;

  RadianceCopy(GlScope scope) {
    this.scope = scope;
  }

  /**
   * Copies the radiance and binds the copy.
   *
   * @param blurred whether its smaller levels are asked for
   */
  void take(GlTexture radiance, boolean blurred, int unit, int w, int h) {
    if (w != width || h != height) {
      free();
      copy = GlTexture.pyramid(scope, GL_RGBA16F, w, h);
      width = w;
      height = h;
    }
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
    if (blurred) {
      glGenerateTextureMipmap(copy.name());
    }
    glMemoryBarrier(GL_TEXTURE_FETCH_BARRIER_BIT);
    copy.bind(unit);
  }

  void free() {
    if (copy != null) {
      copy.free();
    }
  }
}
