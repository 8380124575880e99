package org.diorama.dataset.foreign;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a COCO file says of itself as a whole.
 *
 * @param info absent where it says nothing
 * @param licenses by their ids
 */
record CocoHead(Optional<ObjectNode> info, SortedMap<Long, ObjectNode> licenses) {
  static final CocoHead NONE = new CocoHead(Optional.empty(), new TreeMap<>());

  /**
   * That of several files together: the first one's info, all licenses.
   *
   * @param categories takes each entry of the files' categories
   * @throws org.diorama.core.DioramaException BAD_INPUT where a file has no categories, or calls
   *     two licenses by one id
   */
  static CocoHead read(List<Path> files, ForeignSource.Taker categories) throws IOException {
    ObjectNode[] info = new ObjectNode[1];
    SortedMap<Long, ObjectNode> licenses = new TreeMap<>();
    for (Path file : files) {
      Set<String> found =
          CocoEntries.readAll(
              file,
              Map.of(
                  "info",
                  entry -> info[0] = info[0] == null ? entry.json() : info[0],
                  "licenses",
                  entry -> license(licenses, entry),
                  "categories",
                  categories));
      if (!found.contains("categories")) {
        throw CocoEntries.missing(file, "categories");
      }
    }
    return new CocoHead(Optional.ofNullable(info[0]), licenses);
  }

  private static void license(SortedMap<Long, ObjectNode> licenses, ForeignEntry entry) {
    ObjectNode before = licenses.put(entry.whole("id"), entry.json());
    if (before != null && !before.equals(entry.json())) {
      throw entry.bad("is another license than the one that has its id already");
    }
  }
}
