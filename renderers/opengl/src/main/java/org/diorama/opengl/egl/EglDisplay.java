package org.diorama.opengl.egl;

import static org.lwjgl.egl.EGL10.EGL_EXTENSIONS;
import static org.lwjgl.egl.EGL10.EGL_NONE;
import static org.lwjgl.egl.EGL10.EGL_NO_DISPLAY;
import static org.lwjgl.egl.EGL10.EGL_VENDOR;
import static org.lwjgl.egl.EGL10.EGL_VERSION;
import static org.lwjgl.egl.EGL10.eglInitialize;
import static org.lwjgl.egl.EGL10.eglQueryString;

import java.nio.IntBuffer;
import java.util.Set;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;
import org.lwjgl.egl.EGL;
import org.lwjgl.system.JNI;
import org.lwjgl.system.MemoryStack;

/**
 * An initialized EGL display of one device. EGL keeps one display per process for the same
 * parameters, whoever asks for it, and terminating it would end the contexts of all its users: it
 * lives as long as the process.
 */
public record EglDisplay(
    EglDevice device, long handle, String vendor, String version, Set<String> extensions) {
  private static final int EGL_PLATFORM_DEVICE_EXT = 0x313F;
  private static final int EGL_PLATFORM_SURFACELESS_MESA = 0x31DD;

  /**
   * How EGL is asked for a display. The specification gives both the same meaning; Mesa takes them
   * for different parameters and makes a display of each.
   */
  enum Attributes {
    NO_LIST,
    EMPTY_LIST
  }

  /**
   * @throws DioramaException with {@link ExitStatus#NO_RENDERER} where the device has no working
   *     driver
   */
  static EglDisplay open(EglDevice device, Attributes attributes) {
    if (EGL.getCapabilities().eglGetPlatformDisplay == 0) {
      throw new DioramaException(
          ExitStatus.NO_RENDERER,
          "libEGL is older than EGL 1.5; install a current one: " + EglLibrary.INSTALL);
    }
    long display = handle(device, attributes);
    if (display == EGL_NO_DISPLAY) {
      throw new DioramaException(
          ExitStatus.NO_RENDERER,
          "no EGL display for "
              + device.describe()
              + " ("
              + EglLibrary.lastError()
              + "): libEGL finds no vendor library; install a driver: "
              + EglLibrary.INSTALL);
    }
    try (MemoryStack stack = MemoryStack.stackPush()) {
      IntBuffer major = stack.mallocInt(1);
      IntBuffer minor = stack.mallocInt(1);
      if (!eglInitialize(display, major, minor)) {
        throw new DioramaException(
            ExitStatus.NO_RENDERER,
            "EGL does not start on "
                + device.describe()
                + " ("
                + EglLibrary.lastError()
                + "): its OpenGL driver is missing or not permitted here; install one: "
                + EglLibrary.INSTALL);
      }
    }
    return new EglDisplay(
        device,
        display,
        eglQueryString(display, EGL_VENDOR),
        eglQueryString(display, EGL_VERSION),
        EglLibrary.words(eglQueryString(display, EGL_EXTENSIONS)));
  }

  /** Mesa's surfaceless platform has no native display, which LWJGL's own wrapper refuses. */
  private static long handle(EglDevice device, Attributes attributes) {
    try (MemoryStack stack = MemoryStack.stackPush()) {
      return JNI.callPPP(
          device.handle() == 0 ? EGL_PLATFORM_SURFACELESS_MESA : EGL_PLATFORM_DEVICE_EXT,
          device.handle(),
          attributes == Attributes.NO_LIST ? 0 : stack.pointers(EGL_NONE).address(),
          EGL.getCapabilities().eglGetPlatformDisplay);
    }
  }
}
