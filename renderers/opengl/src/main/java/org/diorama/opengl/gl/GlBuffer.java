package org.diorama.opengl.gl;

import static org.lwjgl.opengl.GL45C.GL_R32UI;
import static org.lwjgl.opengl.GL45C.GL_RED_INTEGER;
import static org.lwjgl.opengl.GL45C.GL_UNSIGNED_INT;
import static org.lwjgl.opengl.GL45C.glBindBufferBase;
import static org.lwjgl.opengl.GL45C.glClearNamedBufferSubData;
import static org.lwjgl.opengl.GL45C.glCopyNamedBufferSubData;
import static org.lwjgl.opengl.GL45C.glCreateBuffers;
import static org.lwjgl.opengl.GL45C.glDeleteBuffers;
import static org.lwjgl.opengl.GL45C.glNamedBufferStorage;

import java.nio.ByteBuffer;
import org.lwjgl.opengl.GL43C;
import org.lwjgl.opengl.GL45C;

/** A buffer of fixed size. */
public final class GlBuffer {
  private final GlScope scope;
  private final int name;
  private final long bytes;
  private final Runnable delete;
  private GlTexture texels;

  /**
   * @param flags of glNamedBufferStorage
   */
  public GlBuffer(GlScope scope, long bytes, int flags) {
    this.scope = scope;
    this.bytes = bytes;
    this.name = glCreateBuffers();
    glNamedBufferStorage(name, bytes, flags);
    this.delete = () -> glDeleteBuffers(name);
    scope.own(name, delete);
    GlErrors.check("allocating a buffer of " + bytes + " bytes");
  }

  public int name() {
    return name;
  }

  public long bytes() {
    return bytes;
  }

  /** Binds the whole buffer to a binding of {@code layout(std430, binding = …)}. */
  public void bindStorage(int binding) {
    glBindBufferBase(GL43C.GL_SHADER_STORAGE_BUFFER, binding, name);
  }

  /**
   * Binds the whole buffer to a unit of a {@code samplerBuffer} or {@code usamplerBuffer}.
   *
   * @param format of its texels, the same each time, such as GL_RGBA32F
   */
  public void bindTexels(int unit, int format) {
    if (texels == null) {
      texels = GlTexture.ofBuffer(scope, format, name);
    }
    texels.bind(unit);
  }

  /** Binds the whole buffer to a binding of {@code layout(std140, binding = …) uniform}. */
  public void bindUniform(int binding) {
    glBindBufferBase(GL43C.GL_UNIFORM_BUFFER, binding, name);
  }

  /** Sets a range to one repeated 32-bit word; offset and length are multiples of four bytes. */
  public void fill(long offset, long length, int word) {
    if (length > 0) {
      glClearNamedBufferSubData(
          name, GL_R32UI, offset, length, GL_RED_INTEGER, GL_UNSIGNED_INT, new int[] {word});
    }
  }

  public void copyTo(GlBuffer target, long from, long to, long length) {
    if (length > 0) {
      glCopyNamedBufferSubData(name, target.name, from, to, length);
    }
  }

  /** Maps everything for reading for as long as the buffer lives. */
  public ByteBuffer mapRead() {
    ByteBuffer mapped =
        GL45C.glMapNamedBufferRange(
            name,
            0,
            bytes,
            GL45C.GL_MAP_READ_BIT | GL45C.GL_MAP_PERSISTENT_BIT | GL45C.GL_MAP_COHERENT_BIT);
    if (mapped == null) {
      GlErrors.check("mapping " + bytes + " bytes for reading back");
      throw new IllegalStateException("no mapping and no error");
    }
    return mapped;
  }

  public void free() {
    if (texels != null) {
      texels.free();
    }
    scope.free(name, delete);
  }
}
