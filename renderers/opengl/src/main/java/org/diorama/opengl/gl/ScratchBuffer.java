package org.diorama.opengl.gl;

/** Device memory that passes fill and read; grows, never shrinks, and loses its content then. */
public final class ScratchBuffer {
  private final GlScope scope;
  private GlBuffer buffer;

  public ScratchBuffer(GlScope scope) {
    this.scope = scope;
    this.buffer = new GlBuffer(scope, 4096, 0);
  }

  /** A buffer of at least so many bytes. */
  public GlBuffer atLeast(long bytes) {
    if (buffer.bytes() < bytes) {
      long larger = Math.max(bytes, buffer.bytes() * 3 / 2 / 4 * 4);
      buffer.free();
      buffer = new GlBuffer(scope, larger, 0);
    }
    return buffer;
  }
}
