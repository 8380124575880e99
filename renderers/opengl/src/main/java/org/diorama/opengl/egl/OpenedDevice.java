package org.diorama.opengl.egl;

import static org.lwjgl.opengl.GL11C.GL_RENDERER;
import static org.lwjgl.opengl.GL11C.GL_VERSION;
import static org.lwjgl.opengl.GL11C.glGetString;

import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;

/**
 * A device that has proven to give a context.
 *
 * @param software a CPU rasterizer
 * @param description OpenGL's renderer and version strings
 */
public record OpenedDevice(EglDevice device, boolean software, String description) {

  /**
   * The first device of a choice that works. Must run on a thread without a context.
   *
   * @param requireGpu refuses software
   * @throws DioramaException NO_RENDERER where there is none
   */
  public static OpenedDevice find(DeviceChoice choice, boolean requireGpu) {
    try (EglContext context = EglContext.open(choice, false)) {
      OpenedDevice found =
          new OpenedDevice(
              context.device(),
              context.software(),
              glGetString(GL_RENDERER) + ", OpenGL " + glGetString(GL_VERSION));
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
}
