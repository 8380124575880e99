package org.diorama.opengl.pass;

import static org.lwjgl.opengl.GL45C.GL_FLOAT;
import static org.lwjgl.opengl.GL45C.GL_R32F;
import static org.lwjgl.opengl.GL45C.GL_RED;
import static org.lwjgl.opengl.GL45C.GL_RG;
import static org.lwjgl.opengl.GL45C.GL_RG32F;
import static org.lwjgl.opengl.GL45C.glTextureSubImage3D;

import java.nio.FloatBuffer;
import org.diorama.core.light.SheenAlbedo;
import org.diorama.core.light.SpecularAlbedo;
import org.diorama.opengl.gl.GlScope;
import org.diorama.opengl.gl.GlTexture;
import org.lwjgl.system.MemoryStack;

/** {@link SpecularAlbedo} as a texture: cosine of the view across, roughness up. */
final class AlbedoTable {
  private AlbedoTable() {}

  static GlTexture upload(GlScope scope) {
    SpecularAlbedo albedo = new SpecularAlbedo();
    int size = SpecularAlbedo.SIZE;
    GlTexture texture = GlTexture.filtered(scope, GL_RG32F, size, size, 1);
    try (MemoryStack stack = MemoryStack.stackPush()) {
      FloatBuffer texels = stack.mallocFloat(2 * size * size);
      for (int row = 0; row < size; row++) {
        for (int column = 0; column < size; column++) {
          texels.put(albedo.scale(column, row)).put(albedo.bias(column, row));
        }
      }
      glTextureSubImage3D(
          texture.name(), 0, 0, 0, 0, size, size, 1, GL_RG, GL_FLOAT, texels.flip());
    }
    return texture;
  }

  /** {@link SheenAlbedo} likewise. */
  static GlTexture uploadSheen(GlScope scope) {
    SheenAlbedo albedo = new SheenAlbedo();
    int size = SheenAlbedo.SIZE;
    GlTexture texture = GlTexture.filtered(scope, GL_R32F, size, size, 1);
    try (MemoryStack stack = MemoryStack.stackPush()) {
      FloatBuffer texels = stack.mallocFloat(size * size);
      for (int row = 0; row < size; row++) {
        for (int column = 0; column < size; column++) {
          texels.put(albedo.entry(column, row));
        }
      }
      glTextureSubImage3D(
          texture.name(), 0, 0, 0, 0, size, size, 1, GL_RED, GL_FLOAT, texels.flip());
    }
    return texture;
  }
}
