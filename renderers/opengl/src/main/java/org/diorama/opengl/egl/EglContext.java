package org.diorama.opengl.egl;

import static org.lwjgl.egl.EGL10.EGL_HEIGHT;
import static org.lwjgl.egl.EGL10.EGL_NONE;
import static org.lwjgl.egl.EGL10.EGL_NO_CONTEXT;
import static org.lwjgl.egl.EGL10.EGL_NO_SURFACE;
import static org.lwjgl.egl.EGL10.EGL_PBUFFER_BIT;
import static org.lwjgl.egl.EGL10.EGL_SURFACE_TYPE;
import static org.lwjgl.egl.EGL10.EGL_WIDTH;
import static org.lwjgl.egl.EGL10.eglChooseConfig;
import static org.lwjgl.egl.EGL10.eglCreateContext;
import static org.lwjgl.egl.EGL10.eglCreatePbufferSurface;
import static org.lwjgl.egl.EGL10.eglDestroyContext;
import static org.lwjgl.egl.EGL10.eglDestroySurface;
import static org.lwjgl.egl.EGL10.eglMakeCurrent;
import static org.lwjgl.egl.EGL12.EGL_RENDERABLE_TYPE;
import static org.lwjgl.egl.EGL12.eglBindAPI;
import static org.lwjgl.egl.EGL12.eglReleaseThread;
import static org.lwjgl.egl.EGL14.EGL_OPENGL_API;
import static org.lwjgl.egl.EGL14.EGL_OPENGL_BIT;
import static org.lwjgl.egl.EGL15.EGL_CONTEXT_MAJOR_VERSION;
import static org.lwjgl.egl.EGL15.EGL_CONTEXT_MINOR_VERSION;
import static org.lwjgl.egl.EGL15.EGL_CONTEXT_OPENGL_CORE_PROFILE_BIT;
import static org.lwjgl.egl.EGL15.EGL_CONTEXT_OPENGL_DEBUG;
import static org.lwjgl.egl.EGL15.EGL_CONTEXT_OPENGL_PROFILE_MASK;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.List;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;
import org.lwjgl.PointerBuffer;
import org.lwjgl.opengl.GL;
import org.lwjgl.opengl.GL11C;
import org.lwjgl.system.MemoryStack;

/**
 * An OpenGL 4.5 core context without a window, current on the thread that opened it until closed on
 * the same thread.
 */
public final class EglContext implements AutoCloseable {
  private final EglDisplay display;
  private final long context;
  private final long surface;

  private EglContext(EglDisplay display, long context, long surface) {
    this.display = display;
    this.context = context;
    this.surface = surface;
  }

  /**
   * Opens a context on the first device of the choice that gives one.
   *
   * @param debug asks for the driver's debug messages
   * @throws DioramaException with {@link ExitStatus#NO_RENDERER}, naming what each device lacks
   */
  public static EglContext open(DeviceChoice choice, boolean debug) {
    List<String> causes = new ArrayList<>();
    for (EglDevice device : choice.candidates(EglDevices.list())) {
      try {
        return open(device, debug);
      } catch (DioramaException e) {
        causes.add(e.getMessage());
      }
    }
    throw new DioramaException(
        ExitStatus.NO_RENDERER, "no OpenGL 4.5 for '" + choice + "': " + String.join("; ", causes));
  }

  /** Opens a context on this very device. */
  public static EglContext open(EglDevice device, boolean debug) {
    return open(EglDisplay.open(device, EglDisplay.Attributes.NO_LIST), debug);
  }

  /** Opens a context on this very display. */
  public static EglContext open(EglDisplay display, boolean debug) {
    EglDevice device = display.device();
    if (!eglBindAPI(EGL_OPENGL_API)) {
      throw failure(device, "its driver has OpenGL ES only");
    }
    try (MemoryStack stack = MemoryStack.stackPush()) {
      boolean surfaceless = display.extensions().contains("EGL_KHR_surfaceless_context");
      IntBuffer wanted =
          stack.ints(
              EGL_RENDERABLE_TYPE,
              EGL_OPENGL_BIT,
              EGL_SURFACE_TYPE,
              surfaceless ? 0 : EGL_PBUFFER_BIT,
              EGL_NONE);
      PointerBuffer config = stack.mallocPointer(1);
      IntBuffer count = stack.mallocInt(1);
      if (!eglChooseConfig(display.handle(), wanted, config, count) || count.get(0) == 0) {
        throw failure(device, "no configuration can draw with OpenGL");
      }
      IntBuffer attributes =
          stack.ints(
              EGL_CONTEXT_MAJOR_VERSION,
              4,
              EGL_CONTEXT_MINOR_VERSION,
              5,
              EGL_CONTEXT_OPENGL_PROFILE_MASK,
              EGL_CONTEXT_OPENGL_CORE_PROFILE_BIT,
              EGL_CONTEXT_OPENGL_DEBUG,
              debug ? 1 : 0,
              EGL_NONE);
      long context = eglCreateContext(display.handle(), config.get(0), EGL_NO_CONTEXT, attributes);
      if (context == EGL_NO_CONTEXT) {
        throw failure(device, "its driver gives no OpenGL 4.5 core context");
      }
      long surface =
          surfaceless
              ? EGL_NO_SURFACE
              : eglCreatePbufferSurface(
                  display.handle(),
                  config.get(0),
                  stack.ints(EGL_WIDTH, 1, EGL_HEIGHT, 1, EGL_NONE));
      EglContext result = new EglContext(display, context, surface);
      if (!eglMakeCurrent(display.handle(), surface, surface, context)) {
        DioramaException failure = failure(device, "its context cannot be made current");
        result.destroy();
        throw failure;
      }
      GL.createCapabilities();
      return result;
    }
  }

  public EglDisplay display() {
    return display;
  }

  /** EGL's vendor and version of this display. */
  public String eglDescription() {
    return display.vendor() + ", EGL " + display.version();
  }

  /** A CPU rasterizer, by the device's own word or by the renderer's name. */
  public boolean software() {
    return display.device().software() || isSoftware(GL11C.glGetString(GL11C.GL_RENDERER));
  }

  static boolean isSoftware(String renderer) {
    return renderer.matches("(?i).*(llvmpipe|softpipe|swrast|swr |software|lavapipe).*");
  }

  @Override
  public void close() {
    GL.setCapabilities(null);
    eglMakeCurrent(display.handle(), EGL_NO_SURFACE, EGL_NO_SURFACE, EGL_NO_CONTEXT);
    destroy();
    // Else the driver cleans up after the thread whenever it ends, maybe after the driver itself.
    eglReleaseThread();
  }

  private void destroy() {
    if (surface != EGL_NO_SURFACE) {
      eglDestroySurface(display.handle(), surface);
    }
    eglDestroyContext(display.handle(), context);
  }

  private static DioramaException failure(EglDevice device, String what) {
    return new DioramaException(
        ExitStatus.NO_RENDERER,
        device.describe() + ": " + what + " (" + EglLibrary.lastError() + ")");
  }
}
