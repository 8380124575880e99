package org.diorama.core.render;

/**
 * Which device the user asked for.
 *
 * @param gpu {@code auto}, a device number, {@code cuda:N}, or {@code software}
 * @param requireGpu whether anything but a GPU is to be refused
 */
public record DeviceRequest(String gpu, boolean requireGpu) {
  public static final DeviceRequest AUTO = new DeviceRequest("auto", false);
}
