package org.diorama.opengl.egl;

import static org.lwjgl.egl.EGL10.EGL_EXTENSIONS;
import static org.lwjgl.egl.EGL10.EGL_NO_DISPLAY;
import static org.lwjgl.egl.EGL10.eglGetError;
import static org.lwjgl.egl.EGL10.eglQueryString;

import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Set;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;
import org.lwjgl.egl.EGL;
import org.lwjgl.system.Configuration;

/** The process's EGL library: loaded on demand, its absence turned into advice. */
final class EglLibrary {
  static final String INSTALL =
      "apt-get install --no-install-recommends libegl1 libgl1-mesa-dri (or the GPU vendor's driver)";

  private EglLibrary() {}

  /**
   * Loads libEGL. OpenGL's functions come through it too, so that neither libGL nor X is needed.
   *
   * @throws DioramaException with {@link ExitStatus#NO_RENDERER} where it cannot be loaded
   */
  static void load() {
    try {
      Configuration.OPENGL_CONTEXT_API.set("EGL");
      if (!Configuration.DEBUG.get(false) && !Configuration.DEBUG_LOADER.get(false)) {
        // LWJGL prints advice of its own where a library is missing; the exception below says it.
        Configuration.DEBUG_STREAM.set(new PrintStream(OutputStream.nullOutputStream()));
      }
      if (EGL.getFunctionProvider() == null) {
        EGL.create();
      }
    } catch (LinkageError | IllegalStateException e) {
      throw new DioramaException(
          ExitStatus.NO_RENDERER,
          "no OpenGL: libEGL.so.1 cannot be loaded ("
              + firstLine(e)
              + "); install it: "
              + INSTALL
              + "; the temporary folder must allow executable files",
          e);
    }
  }

  /** Extensions of the client library, before any display exists. */
  static Set<String> clientExtensions() {
    return words(eglQueryString(EGL_NO_DISPLAY, EGL_EXTENSIONS));
  }

  static Set<String> words(String list) {
    return list == null || list.isBlank() ? Set.of() : Set.of(list.trim().split("\\s+"));
  }

  /** The last call's error, by name where EGL 1.5 defines one. Clears it. */
  static String lastError() {
    int error = eglGetError();
    String name =
        switch (error) {
          case 0x3000 -> "EGL_SUCCESS";
          case 0x3001 -> "EGL_NOT_INITIALIZED";
          case 0x3002 -> "EGL_BAD_ACCESS";
          case 0x3003 -> "EGL_BAD_ALLOC";
          case 0x3004 -> "EGL_BAD_ATTRIBUTE";
          case 0x3005 -> "EGL_BAD_CONFIG";
          case 0x3006 -> "EGL_BAD_CONTEXT";
          case 0x3008 -> "EGL_BAD_DISPLAY";
          case 0x3009 -> "EGL_BAD_MATCH";
          case 0x300C -> "EGL_BAD_PARAMETER";
          case 0x300E -> "EGL_CONTEXT_LOST";
          default -> "EGL error";
        };
    return String.format(Locale.ROOT, "%s 0x%04x", name, error);
  }

  private static String firstLine(Throwable error) {
    String message = String.valueOf(error.getMessage());
    return message.lines().findFirst().orElse(error.getClass().getSimpleName());
  }
}
