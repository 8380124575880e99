package org.diorama.assets.catalog;

import java.io.InputStream;
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
    for (List<String> cells : Table.rows(table, "category table", COLUMNS)) {
      rows.put(cells.get(1) + "#" + cells.get(2), new Row(cells.get(0), cells.get(4)));
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
