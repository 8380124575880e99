package org.diorama.opengl.egl;

import static org.lwjgl.opengl.GL11C.GL_RENDERER;
import static org.lwjgl.opengl.GL11C.GL_VERSION;
import static org.lwjgl.opengl.GL11C.glGetString;

import java.util.ArrayList;
import java.util.List;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;

/**
 * A device that has proven to give a context.
 *
 * @param display its first
 * @param software a CPU rasterizer
 * @param description OpenGL's renderer and version strings
 */
public record OpenedDevice(EglDisplay display, boolean software, String description) {

  /**
   * The first device of a choice that works. Must run on a thread without a context.
   *
   * @param requireGpu refuses software
   * @throws DioramaException NO_RENDERER where there is none
   */
  public static OpenedDevice find(DeviceChoice choice, boolean requireGpu) {
    try (EglContext context = EglContext.open(choice, false)) {
      OpenedDevice found = new OpenedDevice(context.display(), context.software(), describe());
      if (found.software && requireGpu) {
        throw new DioramaException(
            ExitStatus.NO_RENDERER,
            "a GPU is required and '"
                + choice
                + "' gives only software rendering ("
                + found.description
                + "); `diorama doctor` lists the devices");
      }
      return found;
    }
  }

  /**
   * Displays for contexts that draw at the same time on threads of their own, the first display
   * first. Must run on a thread without a context.
   *
   * <p>A driver of hardware gets its one display as often as wanted. Mesa's software rasterizer
   * gives all contexts of a display one set of raster threads, and before Mesa 23.1.6 a context
   * that binds or writes a resource reads the others' lists of resources while they free them
   * (lp_scene_is_resource_referenced), which ends the process now and then. So it gets a display
   * for each context, and there are no more of them than EGL makes: four of Mesa's.
   *
   * @param most how many are wanted, at least 1
   */
  public List<EglDisplay> displays(int most) {
    List<EglDisplay> displays = new ArrayList<>(List.of(display));
    if (!software) {
      while (displays.size() < most) {
        displays.add(display);
      }
      return List.copyOf(displays);
    }
    for (EglDevice device : List.of(display.device(), EglDevices.SURFACELESS)) {
      for (EglDisplay.Attributes attributes : EglDisplay.Attributes.values()) {
        if (displays.size() < most) {
          addAnother(displays, device, attributes);
        }
      }
    }
    return List.copyOf(displays);
  }

  private void addAnother(
      List<EglDisplay> displays, EglDevice device, EglDisplay.Attributes attributes) {
    try {
      EglDisplay another = EglDisplay.open(device, attributes);
      if (displays.stream().noneMatch(known -> known.handle() == another.handle())
          && drawsAlike(another)) {
        displays.add(another);
      }
    } catch (DioramaException e) {
      // One fewer.
    }
  }

  /** The surfaceless platform may choose a device of its own. */
  @SuppressWarnings("try") // The context is current on this thread and needs no mention.
  private boolean drawsAlike(EglDisplay another) {
    try (EglContext context = EglContext.open(another, false)) {
      return describe().equals(description);
    }
  }

  private static String describe() {
    return glGetString(GL_RENDERER) + ", OpenGL " + glGetString(GL_VERSION);
  }
}
