package org.diorama.opengl.frame;

import static org.lwjgl.opengl.GL45C.GL_ALREADY_SIGNALED;
import static org.lwjgl.opengl.GL45C.GL_CLIENT_MAPPED_BUFFER_BARRIER_BIT;
import static org.lwjgl.opengl.GL45C.GL_CLIENT_STORAGE_BIT;
import static org.lwjgl.opengl.GL45C.GL_CONDITION_SATISFIED;
import static org.lwjgl.opengl.GL45C.GL_MAP_COHERENT_BIT;
import static org.lwjgl.opengl.GL45C.GL_MAP_PERSISTENT_BIT;
import static org.lwjgl.opengl.GL45C.GL_MAP_READ_BIT;
import static org.lwjgl.opengl.GL45C.GL_SYNC_FLUSH_COMMANDS_BIT;
import static org.lwjgl.opengl.GL45C.GL_SYNC_GPU_COMMANDS_COMPLETE;
import static org.lwjgl.opengl.GL45C.glClientWaitSync;
import static org.lwjgl.opengl.GL45C.glDeleteSync;
import static org.lwjgl.opengl.GL45C.glFenceSync;
import static org.lwjgl.opengl.GL45C.glMemoryBarrier;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;
import org.diorama.opengl.gl.GlBuffer;
import org.diorama.opengl.gl.GlErrors;
import org.diorama.opengl.gl.GlScope;

/** One slot of the read-back ring: memory that the device writes and the CPU reads later. */
final class Staging {
  private static final long PATIENCE = 60_000_000_000L;

  private final GlScope scope;
  private GlBuffer buffer;
  private ByteBuffer mapped;
  private long used;
  private long fence;

  Staging(GlScope scope) {
    this.scope = scope;
  }

  /** Starts over with room for so many bytes. */
  void begin(long bytes) {
    used = 0;
    if (buffer == null || buffer.bytes() < bytes) {
      if (buffer != null) {
        buffer.free();
      }
      int flags =
          GL_MAP_READ_BIT
              | GL_MAP_PERSISTENT_BIT
              | GL_MAP_COHERENT_BIT
              // Host memory: the CPU reads device memory at a crawl.
              | GL_CLIENT_STORAGE_BIT;
      buffer = new GlBuffer(scope, bytes, flags);
      mapped = buffer.mapRead().order(ByteOrder.nativeOrder());
    }
  }

  /**
   * Has the device copy the start of a buffer.
   *
   * @return where it will lie, in bytes
   */
  int copy(GlBuffer source, long bytes) {
    long at = used;
    source.copyTo(buffer, 0, at, bytes);
    used += bytes;
    return Math.toIntExact(at);
  }

  /** Marks the end of the copies. */
  void end() {
    glMemoryBarrier(GL_CLIENT_MAPPED_BUFFER_BARRIER_BIT);
    fence = glFenceSync(GL_SYNC_GPU_COMMANDS_COMPLETE, 0);
    GlErrors.check("submitting a frame");
  }

  /**
   * Waits until the copies are there.
   *
   * @throws DioramaException TEMPORARY where the device doesn't answer
   */
  ByteBuffer await() {
    int status = glClientWaitSync(fence, GL_SYNC_FLUSH_COMMANDS_BIT, PATIENCE);
    glDeleteSync(fence);
    GlErrors.check("waiting for a frame");
    if (status != GL_ALREADY_SIGNALED && status != GL_CONDITION_SATISFIED) {
      throw new DioramaException(
          ExitStatus.TEMPORARY, "OpenGL: the device has not finished a frame for a minute; retry");
    }
    return mapped;
  }
}
