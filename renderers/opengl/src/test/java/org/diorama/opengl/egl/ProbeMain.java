package org.diorama.opengl.egl;

import org.diorama.core.DioramaException;

/** Opens a context in a process of its own and prints what came of it. */
final class ProbeMain {
  private ProbeMain() {}

  public static void main(String[] arguments) {
    try {
      OpenedDevice device = OpenedDevice.find(DeviceChoice.parse(arguments[0]), false);
      System.out.println("opened " + device.description());
    } catch (DioramaException e) {
      System.out.println("status " + e.status().code() + ": " + e.getMessage());
    }
  }
}
