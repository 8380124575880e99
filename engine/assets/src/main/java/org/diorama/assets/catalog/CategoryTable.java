package org.diorama.assets.catalog;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Object classes of a pack's models. The table is tab-separated: class, archive without its suffix,
 * number in the archive's catalog, name, path of the model.
 */
final class CategoryTable {
  private static final int COLUMNS = 5;

  private record Row(String category, String path) {}

  private final Map<String, Row> rows = new HashMap<>();

  /**
   * @param table closed here
   */
  CategoryTable(InputStream table) {
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8))) {
      List<String> lines = reader.lines().toList();
      for (String line : lines.subList(1, lines.size())) {
        String[] cells = line.split("\t");
        if (cells.length != COLUMNS) {
          throw new IllegalStateException("category table: not " + COLUMNS + " cells: " + line);
        }
        rows.put(cells[1] + "#" + cells[2], new Row(cells[0], cells[4]));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int size() {
    return rows.size();
  }

  /**
   * The class of a model; empty where it has none, or where the number stands for another model in
   * this archive.
   */
  String category(String archive, int number, String path) {
    Row row = rows.get(archive + "#" + number);
    return row != null && row.path().equals("/" + path) ? row.category() : "";
  }
}
