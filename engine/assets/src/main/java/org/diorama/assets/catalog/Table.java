package org.diorama.assets.catalog;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** A table of ours: tab-separated UTF-8 whose first line is a heading. */
final class Table {
  private Table() {}

  /**
   * The cells of each line below the heading; those at its end may be empty.
   *
   * @param table closed here
   * @throws IllegalStateException where a line has another number of cells
   */
  static List<List<String>> rows(InputStream table, String name, int columns) {
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8))) {
      return reader
          .lines()
          .skip(1)
          .map(
              line -> {
                List<String> cells = Arrays.asList(line.split("\t", -1));
                if (cells.size() != columns) {
                  throw new IllegalStateException(name + ": not " + columns + " cells: " + line);
                }
                return cells;
              })
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
