package org.diorama.assets.process;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Drains a child's error stream and keeps its last line. */
final class ErrorTail {
  private static final int KEPT = 2000;

  private final StringBuffer text = new StringBuffer();
  private final Thread thread;

  ErrorTail(InputStream stream) {
    thread = new Thread(() -> drain(stream), "import-errors");
    thread.setDaemon(true);
    thread.start();
  }

  private void drain(InputStream stream) {
    byte[] buffer = new byte[4096];
    try {
      for (int count = stream.read(buffer); count >= 0; count = stream.read(buffer)) {
        text.append(new String(buffer, 0, count, StandardCharsets.UTF_8));
        if (text.length() > KEPT) {
          text.delete(0, text.length() - KEPT);
        }
      }
    } catch (IOException e) {
      text.append(e.getMessage());
    }
  }

  /** The last line so far, complete once the child has ended. */
  String text() {
    try {
      thread.join(1000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    String[] lines = text.toString().strip().split("\n");
    return lines[lines.length - 1].strip();
  }
}
