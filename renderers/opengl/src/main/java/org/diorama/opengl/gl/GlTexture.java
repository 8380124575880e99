package org.diorama.opengl.gl;

import static org.lwjgl.opengl.GL45C.GL_CLAMP_TO_EDGE;
import static org.lwjgl.opengl.GL45C.GL_LINEAR;
import static org.lwjgl.opengl.GL45C.GL_LINEAR_MIPMAP_LINEAR;
import static org.lwjgl.opengl.GL45C.GL_NEAREST;
import static org.lwjgl.opengl.GL45C.GL_TEXTURE_2D;
import static org.lwjgl.opengl.GL45C.GL_TEXTURE_2D_ARRAY;
import static org.lwjgl.opengl.GL45C.GL_TEXTURE_BUFFER;
import static org.lwjgl.opengl.GL45C.GL_TEXTURE_MAG_FILTER;
import static org.lwjgl.opengl.GL45C.GL_TEXTURE_MIN_FILTER;
import static org.lwjgl.opengl.GL45C.GL_TEXTURE_WRAP_S;
import static org.lwjgl.opengl.GL45C.GL_TEXTURE_WRAP_T;
import static org.lwjgl.opengl.GL45C.glBindTextureUnit;
import static org.lwjgl.opengl.GL45C.glCreateTextures;
import static org.lwjgl.opengl.GL45C.glDeleteTextures;
import static org.lwjgl.opengl.GL45C.glTextureBuffer;
import static org.lwjgl.opengl.GL45C.glTextureParameteri;
import static org.lwjgl.opengl.GL45C.glTextureStorage2D;
import static org.lwjgl.opengl.GL45C.glTextureStorage3D;

/** An immutable-format texture. */
public final class GlTexture {
  private final GlScope scope;
  private final int name;
  private final Runnable delete;

  private GlTexture(GlScope scope, int name) {
    this.scope = scope;
    this.name = name;
    this.delete = () -> glDeleteTextures(name);
    scope.own(name, delete);
  }

  /** One level, one layer, fetched without filter: a render target. */
  public static GlTexture plane(GlScope scope, int format, int width, int height) {
    GlTexture texture = new GlTexture(scope, glCreateTextures(GL_TEXTURE_2D));
    glTextureStorage2D(texture.name, 1, format, width, height);
    // An integer texture is incomplete, and reads as zero, with the default linear filter.
    glTextureParameteri(texture.name, GL_TEXTURE_MIN_FILTER, GL_NEAREST);
    glTextureParameteri(texture.name, GL_TEXTURE_MAG_FILTER, GL_NEAREST);
    GlErrors.check("allocating a target of " + width + "×" + height);
    return texture;
  }

  /** Like a plane, fetched with a bilinear filter that ends at the edges. */
  public static GlTexture filteredPlane(GlScope scope, int format, int width, int height) {
    GlTexture texture = plane(scope, format, width, height);
    texture.filter();
    return texture;
  }

  /**
   * A plane at halves and halves of its size down to one texel, fetched with a filter between
   * levels.
   */
  public static GlTexture pyramid(GlScope scope, int format, int width, int height) {
    GlTexture texture = new GlTexture(scope, glCreateTextures(GL_TEXTURE_2D));
    int levels = 32 - Integer.numberOfLeadingZeros(Math.max(width, height));
    glTextureStorage2D(texture.name, levels, format, width, height);
    texture.filter();
    glTextureParameteri(texture.name, GL_TEXTURE_MIN_FILTER, GL_LINEAR_MIPMAP_LINEAR);
    GlErrors.check("allocating " + levels + " levels of " + width + "×" + height);
    return texture;
  }

  /** Layers of equal size, each with {@code levels} mip levels. */
  public static GlTexture array(
      GlScope scope, int format, int levels, int width, int height, int layers) {
    GlTexture texture = new GlTexture(scope, glCreateTextures(GL_TEXTURE_2D_ARRAY));
    glTextureStorage3D(texture.name, levels, format, width, height, layers);
    GlErrors.check("allocating " + layers + " texture layers of " + width + "×" + height);
    return texture;
  }

  /** Layers of one level, fetched with a bilinear filter that ends at the edges. */
  public static GlTexture filtered(GlScope scope, int format, int width, int height, int layers) {
    GlTexture texture = array(scope, format, 1, width, height, layers);
    texture.filter();
    return texture;
  }

  private void filter() {
    glTextureParameteri(name, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
    glTextureParameteri(name, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
    glTextureParameteri(name, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
    glTextureParameteri(name, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
  }

  /** The texels of a whole buffer, which has that name. */
  static GlTexture ofBuffer(GlScope scope, int format, int buffer) {
    GlTexture texture = new GlTexture(scope, glCreateTextures(GL_TEXTURE_BUFFER));
    glTextureBuffer(texture.name, format, buffer);
    GlErrors.check("making texels of a buffer");
    return texture;
  }

  public int name() {
    return name;
  }

  public void bind(int unit) {
    glBindTextureUnit(unit, name);
  }

  public void free() {
    scope.free(name, delete);
  }
}
