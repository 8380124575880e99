package org.diorama.opengl.gl;

import static org.lwjgl.opengl.GL45C.GL_CONTEXT_LOST;
import static org.lwjgl.opengl.GL45C.GL_INVALID_ENUM;
import static org.lwjgl.opengl.GL45C.GL_INVALID_FRAMEBUFFER_OPERATION;
import static org.lwjgl.opengl.GL45C.GL_INVALID_OPERATION;
import static org.lwjgl.opengl.GL45C.GL_INVALID_VALUE;
import static org.lwjgl.opengl.GL45C.GL_NO_ERROR;
import static org.lwjgl.opengl.GL45C.GL_OUT_OF_MEMORY;
import static org.lwjgl.opengl.GL45C.glGetError;

import java.util.Locale;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;

/** Turns OpenGL's error flag into exceptions. */
public final class GlErrors {
  private GlErrors() {}

  /**
   * @param action what was being done, for the message
   * @throws DioramaException TEMPORARY for a lost context or exhausted memory, INTERNAL otherwise
   */
  public static void check(String action) {
    int error = glGetError();
    if (error == GL_NO_ERROR) {
      return;
    }
    boolean temporary = error == GL_OUT_OF_MEMORY || error == GL_CONTEXT_LOST;
    throw new DioramaException(
        temporary ? ExitStatus.TEMPORARY : ExitStatus.INTERNAL,
        "OpenGL: "
            + name(error)
            + " while "
            + action
            + (temporary ? "; free GPU memory or retry on another device" : ""));
  }

  private static String name(int error) {
    return switch (error) {
      case GL_OUT_OF_MEMORY -> "out of memory";
      case GL_CONTEXT_LOST -> "context lost";
      case GL_INVALID_ENUM -> "invalid enumerant";
      case GL_INVALID_VALUE -> "invalid value";
      case GL_INVALID_OPERATION -> "invalid operation";
      case GL_INVALID_FRAMEBUFFER_OPERATION -> "invalid framebuffer operation";
      default -> String.format(Locale.ROOT, "error 0x%04x", error);
    };
  }
}
