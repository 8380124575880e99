package org.diorama.scenefile.diagnostic;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The problems of one scene.
 *
 * @param shown the first of them in the order of the file, each once; at most {@link #MOST_SHOWN}
 * @param more how many there are beyond these, at least: where it is not 0 the scene is looked at
 *     no further than it was
 */
public record Findings(List<Diagnostic> shown, long more) {
  /** An author mends some and asks again; a flood would hide the first. */
  public static final int MOST_SHOWN = 100;

  public Findings {
    shown = List.copyOf(shown);
  }

  public boolean isEmpty() {
    return shown.isEmpty();
  }

  /** How many problems there are. */
  public long count() {
    return shown.size() + more;
  }

  /** One line for each problem that is shown, and one that says how many are not. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    shown.forEach(diagnostic -> lines.add(diagnostic.toString()));
    if (more > 0) {
      lines.add(
          shown.get(0).location().source()
              + ": "
              + more
              + (more == 1 ? " more problem is" : " more problems are")
              + " not shown. Mend these first.");
    }
    return lines;
  }

  /** All lines. */
  @Override
  public String toString() {
    return lines().stream().collect(Collectors.joining("\n"));
  }
}
