package org.diorama.cli.dataset;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;
import org.diorama.dataset.format.Formats;

/** Names of formats as users type them. */
public final class FormatNames {
  private FormatNames() {}

  /**
   * @param option the one that they were given to
   * @throws DioramaException USAGE for a name that no writer has
   */
  public static SortedSet<String> known(String option, List<String> names) {
    for (String name : names) {
      if (!Formats.names().contains(name)) {
        throw new DioramaException(
            ExitStatus.USAGE,
            option
                + " "
                + name
                + " is not supported; there are: "
                + String.join(", ", Formats.names()));
      }
    }
    return new TreeSet<>(names);
  }
}
