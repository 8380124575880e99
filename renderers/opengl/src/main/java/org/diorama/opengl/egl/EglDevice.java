package org.diorama.opengl.egl;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * One entry of EGL's device enumeration.
 *
 * @param index position in the enumeration; what {@code --gpu N} names
 * @param handle EGLDeviceEXT, or 0 for Mesa's surfaceless platform where devices cannot be listed
 * @param software a CPU rasterizer
 * @param cudaIndex CUDA's ordinal of the same GPU, where the driver tells
 * @param node its device file, where the driver tells
 */
public record EglDevice(
    int index, long handle, boolean software, OptionalInt cudaIndex, Optional<String> node) {

  /** One line for reports: {@code device 0: GPU, cuda:0, /dev/dri/card0}. */
  public String describe() {
    StringBuilder text = new StringBuilder(handle == 0 ? "surfaceless" : "device " + index);
    text.append(software ? ": software" : ": GPU");
    cudaIndex.ifPresent(cuda -> text.append(", cuda:").append(cuda));
    node.ifPresent(file -> text.append(", ").append(file));
    return text.toString();
  }
}
