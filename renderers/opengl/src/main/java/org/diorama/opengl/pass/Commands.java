package org.diorama.opengl.pass;

import static org.lwjgl.opengl.GL45C.GL_DRAW_INDIRECT_BUFFER;
import static org.lwjgl.opengl.GL45C.GL_TRIANGLES;
import static org.lwjgl.opengl.GL45C.GL_UNSIGNED_INT;
import static org.lwjgl.opengl.GL45C.glBindBuffer;
import static org.lwjgl.opengl.GL45C.glMultiDrawElementsIndirect;

/**
 * A device buffer of indirect draw commands.
 *
 * @param buffer OpenGL's name
 */
public record Commands(int buffer) {

  /** Issues a run of commands with the program, vertex array and framebuffer that are bound. */
  public void draw(int first, int count) {
    if (count > 0) {
      glBindBuffer(GL_DRAW_INDIRECT_BUFFER, buffer);
      glMultiDrawElementsIndirect(
          GL_TRIANGLES, GL_UNSIGNED_INT, (long) first * GpuLayout.COMMAND_BYTES, count, 0);
    }
  }
}
