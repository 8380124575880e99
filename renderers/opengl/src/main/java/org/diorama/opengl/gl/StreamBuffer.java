package org.diorama.opengl.gl;

import static org.lwjgl.opengl.GL45C.GL_DYNAMIC_STORAGE_BIT;
import static org.lwjgl.opengl.GL45C.glNamedBufferSubData;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Records written by the CPU for each frame; grows, never shrinks. */
public final class StreamBuffer {
  private final GlScope scope;
  private ByteBuffer data = ByteBuffer.allocateDirect(4096).order(ByteOrder.nativeOrder());
  private GlBuffer buffer;

  public StreamBuffer(GlScope scope) {
    this.scope = scope;
    this.buffer = new GlBuffer(scope, data.capacity(), GL_DYNAMIC_STORAGE_BIT);
  }

  /** An empty buffer to append {@code bytes} to, in native order. */
  public ByteBuffer begin(long bytes) {
    int needed = Math.toIntExact(bytes);
    if (data.capacity() < needed) {
      data =
          ByteBuffer.allocateDirect(Math.max(needed, 2 * data.capacity()))
              .order(ByteOrder.nativeOrder());
    }
    data.clear();
    return data;
  }

  /** Sends what was appended since {@link #begin}. */
  public void upload() {
    data.flip();
    if (buffer.bytes() < data.limit()) {
      buffer.free();
      buffer = new GlBuffer(scope, data.capacity(), GL_DYNAMIC_STORAGE_BIT);
    }
    glNamedBufferSubData(buffer.name(), 0, data);
  }

  public GlBuffer buffer() {
    return buffer;
  }
}
