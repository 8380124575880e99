package org.diorama.dataset.foreign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;
import org.diorama.dataset.files.DatasetFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Datasets of other makers, joined. */
class MergingTest {
  @TempDir private Path temporary;
  private Path first;
  private Path second;
  private Path out;

  /** cat 3 and dog 90 in both; the second one calls 3 dog and 5 cat, and knows a cow. */
  @BeforeEach
  void make() throws IOException {
    first = ForeignFolder.typical(temporary.resolve("first")).write("").root;
    ForeignFolder other = new ForeignFolder(temporary.resolve("second"));
    other.category(3, "dog", "pet");
    other.category(5, "cat", "animal");
    other.category(90, "cow", "animal");
    other.image(5, "a.png");
    other.image(6, "c.png");
    for (int category : new int[] {3, 5, 90}) {
      other.mask(category, 6, category, ForeignFolder.masks().get(0), 0);
    }
    second = other.write("").root;
    out = temporary.resolve("out");
  }

  private JsonNode instances() throws IOException {
    return ForeignFolder.json(out.resolve("annotations/instances.json"));
  }

  @Test
  void categoriesAreJoinedByName() throws IOException {
    MergeReport report = Merging.run(List.of(first, second), List.of(), out, Placing.LINK);
    assertEquals(
        "[{\"id\":3,\"name\":\"cat\",\"supercategory\":\"animal\"},"
            + "{\"id\":90,\"name\":\"dog\",\"supercategory\":\"animal\"},"
            + "{\"id\":91,\"name\":\"cow\",\"supercategory\":\"animal\"}]",
        instances().get("categories").toString());
    assertEquals(
        List.of(
            "category 'cat': 5 in second becomes 3",
            "category 'dog': 3 in second becomes 90",
            "category 'dog': supercategory 'animal' in first, 'pet' in second: the first stays",
            "id 90 is 'dog' already: 'cow' of second becomes 91",
            "1 file names are in several sources, such as a.png: each source has a folder of its"
                + " own"),
        report.conflicts());
    assertEquals(Map.of(3, 90, 5, 3, 90, 91), report.sources().get(1).categories());
    List<Integer> ids = new ArrayList<>();
    for (JsonNode entry : instances().get("annotations")) {
      ids.add(entry.get("category_id").asInt());
    }
    assertEquals(List.of(90, 3, 91), ids.subList(ids.size() - 3, ids.size()));
  }

  /** All keys but ids and names stay; what belonged together still does. */
  @Test
  void entriesAreThoseOfTheSources() throws IOException {
    Files.writeString(second.resolve("annotations/captions.json"), "{}");
    MergeReport report = Merging.run(List.of(first, second), List.of(), out, Placing.LINK);
    assertEquals(5, report.images());
    assertTrue(
        report.conflicts().contains("annotations/ of second has more, left out: captions.json"));
    long image = 0;
    Map<Long, String> origin = new TreeMap<>();
    for (JsonNode entry : instances().get("images")) {
      assertEquals(++image, entry.get("id").asLong());
      String source = entry.at("/diorama/source").asString();
      String name = entry.get("file_name").asString();
      assertTrue(name.startsWith(source + "/"), name);
      Path original =
          temporary.resolve(source).resolve("images").resolve(name.substring(source.length() + 1));
      assertTrue(Files.isSameFile(original, out.resolve("images").resolve(name)));
      assertEquals("2013-11-14", entry.get("date_captured").asString());
      origin.put(image, name);
    }
    List<String> expected = new ArrayList<>();
    for (Path source : List.of(first, second)) {
      JsonNode coco = ForeignFolder.json(source.resolve("annotations/instances.json"));
      Map<Long, String> names = new TreeMap<>();
      for (JsonNode entry : coco.get("images")) {
        names.put(
            entry.get("id").asLong(),
            source.getFileName() + "/" + entry.get("file_name").asString());
      }
      for (JsonNode entry : coco.get("annotations")) {
        expected.add(names.get(entry.get("image_id").asLong()) + rest(entry));
      }
    }
    List<String> actual = new ArrayList<>();
    long id = 0;
    for (JsonNode entry : instances().get("annotations")) {
      assertEquals(++id, entry.get("id").asLong());
      actual.add(origin.get(entry.get("image_id").asLong()) + rest(entry));
    }
    assertEquals(expected, actual);
    assertEquals(Map.of("instances", (long) expected.size()), report.annotations());
  }

  private static String rest(JsonNode annotation) {
    return annotation.get("segmentation").toString()
        + annotation.get("area")
        + annotation.get("bbox")
        + annotation.get("iscrowd")
        + annotation.get("attributes");
  }

  @ParameterizedTest
  @EnumSource(Placing.class)
  void filesComeByLinkCopyOrMove(Placing placing) throws IOException {
    Path image = first.resolve("images/a.png");
    Path kept = Files.createLink(temporary.resolve("kept.png"), image);
    Merging.run(List.of(first, second), List.of(), out, placing);
    Path merged = out.resolve("images/first/a.png");
    assertEquals(placing != Placing.COPY, Files.isSameFile(kept, merged));
    assertEquals(-1, Files.mismatch(kept, merged));
    assertEquals(placing != Placing.MOVE, Files.exists(image));
    assertTrue(Files.exists(first.resolve("annotations/instances.json")));
    assertEquals(placing != Placing.MOVE, Files.exists(first.resolve("images")));
    assertTrue(Files.exists(out.resolve("_SUCCESS")));
  }

  @Test
  void partsAreJoinedByName() throws IOException {
    ForeignFolder split = new ForeignFolder(temporary.resolve("split"));
    split.category(3, "cat", "animal");
    split.image(1, "x.png");
    split.write("_train");
    split.image(1, "y.png");
    split.mask(1, 1, 3, ForeignFolder.masks().get(1), 0);
    split.write("_val");
    MergeReport report = Merging.run(List.of(split.root, first), List.of(), out, Placing.LINK);
    assertTrue(
        report
            .conflicts()
            .contains(
                "parts: [train, val] in split, none in first: joined by name; what is in none has"
                    + " files without one"),
        report.conflicts().toString());
    assertEquals(3, instances().get("images").size());
    JsonNode val = ForeignFolder.json(out.resolve("annotations/instances_val.json"));
    assertEquals("split/val/y.png", val.at("/images/0/file_name").asString());
    assertEquals(val.at("/images/0/id").asLong(), val.at("/annotations/0/image_id").asLong());
    assertTrue(Files.exists(out.resolve("images/split/val/y.png")));
  }

  @Test
  void foldersOfOneNameAreToldApart() throws IOException {
    Path twin = temporary.resolve("elsewhere/first");
    ForeignFolder.typical(twin).write("");
    Merging.run(List.of(first, twin), List.of(), out, Placing.LINK);
    assertEquals(List.of("first", "first_2"), DatasetFolder.names(out.resolve("images")));
  }

  /** What is wrong is found before anything is there; sources stay whole, even when moved. */
  @Test
  void aFailureLeavesNothing() throws IOException {
    ForeignFolder bad = new ForeignFolder(temporary.resolve("bad"));
    bad.category(1, "cat", "animal");
    bad.imageEntry(1, "../first/images/a.png");
    bad.write("");
    List<List<Path>> refused =
        List.of(
            List.of(first, bad.root),
            List.of(first, temporary.resolve("none")),
            List.of(first, first),
            List.of(first, temporary));
    for (List<Path> roots : refused) {
      assertThrows(
          DioramaException.class,
          () -> Merging.run(roots, List.of(), out, Placing.MOVE),
          roots.toString());
      assertFalse(Files.exists(out));
      assertFalse(Files.exists(temporary.resolve(".out.part")));
      assertTrue(Files.exists(first.resolve("images/a.png")));
    }
    Files.createDirectory(out);
    Files.writeString(out.resolve("mine"), "");
    DioramaException taken =
        assertThrows(
            DioramaException.class,
            () -> Merging.run(List.of(first, second), List.of(), out, Placing.LINK));
    assertEquals(ExitStatus.CANNOT_CREATE, taken.status());
    assertEquals(List.of("mine"), DatasetFolder.names(out));
  }
}
