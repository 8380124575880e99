package org.diorama.cli;

import java.util.Properties;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;

/** What could change a dataset's bytes without standing in its record. */
final class HiddenInputs {
  /** JOML reads these once; some exchange its arithmetic for a faster, coarser one. */
  private static final String JOML = "joml.";

  private HiddenInputs() {}

  /**
   * @throws DioramaException USAGE where a system property reaches into the mathematics
   */
  static void refuse(Properties properties) {
    properties.stringPropertyNames().stream()
        .filter(name -> name.startsWith(JOML))
        .sorted()
        .findFirst()
        .ifPresent(
            name -> {
              throw new DioramaException(
                  ExitStatus.USAGE,
                  "the system property "
                      + name
                      + " changes how numbers are computed, so frames would not repeat; remove it"
                      + " (JAVA_TOOL_OPTIONS, JDK_JAVA_OPTIONS)");
            });
  }
}
