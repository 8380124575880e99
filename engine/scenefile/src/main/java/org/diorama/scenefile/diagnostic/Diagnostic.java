package org.diorama.scenefile.diagnostic;

/**
 * One problem of a scene.
 *
 * @param location where it was written
 * @param path dotted path of the key, such as {@code objects.cars.count}; empty for the whole file
 * @param problem what is wrong, without a full stop
 * @param advice what to write instead: a sentence, empty where the problem says it
 */
public record Diagnostic(Location location, String path, String problem, String advice) {

  /** {@code file:line:column: path: what is wrong. What to write instead.} */
  @Override
  public String toString() {
    String place = location + ": " + (path.isEmpty() ? "" : path + ": ");
    String stop = problem.endsWith("?") ? "" : ".";
    return place + problem + stop + (advice.isEmpty() ? "" : " " + advice);
  }
}
