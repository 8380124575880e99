package org.diorama.scenefile.diagnostic;

/**
 * Where a key or value was written.
 *
 * @param source file as the user named it, or an option such as {@code --set objects.cars.count}
 * @param line from 1; 0 where the source has no lines
 * @param column from 1, in code points; 0 where the source has no lines
 */
public record Location(String source, int line, int column) implements Comparable<Location> {

  /** A place outside any file, such as a command-line option. */
  public static Location of(String source) {
    return new Location(source, 0, 0);
  }

  @Override
  public int compareTo(Location other) {
    int bySource = source.compareTo(other.source);
    if (bySource != 0) {
      return bySource;
    }
    int byLine = Integer.compare(line, other.line);
    return byLine != 0 ? byLine : Integer.compare(column, other.column);
  }

  /** {@code file:line:column}, as compilers write it. */
  @Override
  public String toString() {
    return line == 0 ? source : source + ":" + line + ":" + column;
  }
}
