package org.diorama.opengl.egl;

import static org.lwjgl.egl.EXTDeviceBase.eglQueryDeviceAttribEXT;
import static org.lwjgl.egl.EXTDeviceBase.eglQueryDeviceStringEXT;
import static org.lwjgl.egl.EXTDeviceBase.eglQueryDevicesEXT;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.lwjgl.PointerBuffer;
import org.lwjgl.egl.EGL;
import org.lwjgl.system.MemoryStack;

/**
 * Enumerates rendering devices without a display server (EGL_EXT_device_enumeration). The function
 * pointer decides whether that is possible: the extension string is not reliable.
 */
public final class EglDevices {
  private static final int EGL_EXTENSIONS = 0x3055;
  private static final int EGL_DRM_DEVICE_FILE_EXT = 0x3233;
  private static final int EGL_CUDA_DEVICE_NV = 0x323A;

  /** Of Mesa, which chooses the device. */
  static final EglDevice SURFACELESS =
      new EglDevice(0, 0, true, OptionalInt.empty(), Optional.empty());

  private EglDevices() {}

  /**
   * All devices in EGL's order. Where EGL cannot list devices, the one entry of Mesa's surfaceless
   * platform.
   *
   * @throws org.diorama.core.DioramaException where libEGL is absent
   */
  public static List<EglDevice> list() {
    EglLibrary.load();
    if (EGL.getCapabilities().eglQueryDevicesEXT == 0) {
      return List.of(SURFACELESS);
    }
    try (MemoryStack stack = MemoryStack.stackPush()) {
      IntBuffer count = stack.mallocInt(1);
      if (!eglQueryDevicesEXT(null, count) || count.get(0) == 0) {
        return List.of(SURFACELESS);
      }
      PointerBuffer handles = PointerBuffer.allocateDirect(count.get(0));
      if (!eglQueryDevicesEXT(handles, count)) {
        return List.of(SURFACELESS);
      }
      List<EglDevice> devices = new ArrayList<>();
      for (int i = 0; i < count.get(0); i++) {
        devices.add(describe(i, handles.get(i)));
      }
      return List.copyOf(devices);
    }
  }

  private static EglDevice describe(int index, long handle) {
    Set<String> extensions = EglLibrary.words(eglQueryDeviceStringEXT(handle, EGL_EXTENSIONS));
    OptionalInt cuda = OptionalInt.empty();
    if (extensions.contains("EGL_NV_device_cuda")) {
      try (MemoryStack stack = MemoryStack.stackPush()) {
        PointerBuffer value = stack.mallocPointer(1);
        if (eglQueryDeviceAttribEXT(handle, EGL_CUDA_DEVICE_NV, value)) {
          cuda = OptionalInt.of((int) value.get(0));
        }
      }
    }
    Optional<String> node =
        extensions.contains("EGL_EXT_device_drm")
            ? Optional.ofNullable(eglQueryDeviceStringEXT(handle, EGL_DRM_DEVICE_FILE_EXT))
            : Optional.empty();
    boolean software = extensions.contains("EGL_MESA_device_software");
    return new EglDevice(index, handle, software, cuda, node);
  }
}
