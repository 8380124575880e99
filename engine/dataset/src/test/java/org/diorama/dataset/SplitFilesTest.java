package org.diorama.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.PrimitiveIterator;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.diorama.core.scene.Category;
import org.diorama.dataset.format.Formats;
import org.diorama.dataset.json.StrictJson;
import org.diorama.dataset.layout.FrameSet;
import org.diorama.dataset.layout.Layout;
import org.diorama.dataset.record.FrameRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Every format has one file for each part, and every image is in exactly one, its frame's. */
class SplitFilesTest {
  private static final List<String> PARTS = List.of("train", "val", "test");

  private static final List<Category> CATEGORIES =
      List.of(
          new Category("box", 1, "thing", List.of("box")),
          new Category("ball", 7, "thing", List.of("ball")),
          new Category(
              "sky",
              9,
              "sky",
              List.of("sky"),
              Category.Form.STUFF,
              Category.Use.LABEL,
              Optional.empty()));

  @TempDir private Path root;

  @Test
  void everyFormatIsSplit() throws IOException {
    FrameSet all = FrameSet.of(0, 23);
    Runs.part(
        DyingOperations.immortal(),
        root,
        SyntheticFrames.structured().with(CATEGORIES),
        new DatasetRequest(all, all, Optional.of(Layout.FLAT), false, Formats.names()));
    DatasetFinish.run(root);
    SortedMap<String, String> due = new TreeMap<>();
    StoredDataset stored = StoredDataset.open(root);
    for (PrimitiveIterator.OfLong numbers = stored.committed().iterator(); numbers.hasNext(); ) {
      FrameRecord record = stored.record(numbers.nextLong());
      for (String camera : List.of("left", "right")) {
        due.put(
            "%08d_%s.png".formatted(record.number(), camera),
            record.frame().context().split().orElseThrow());
      }
    }
    assertEquals(2, new TreeSet<>(due.values()).size(), "two of three parts have frames");
    assertTrue(due.size() > 20, due.toString());
    for (String form : List.of("", "coco-polygon/", "coco-rle/")) {
      for (String kind : List.of("instances", "stuff", "panoptic")) {
        if (form.isEmpty() || !kind.equals("panoptic")) {
          assertEquals(due, parts(form + kind), form + kind);
        }
      }
    }
    for (String task : List.of("detect", "segment")) {
      assertEquals(due, files(task, "images", ".png"), task);
      assertEquals(due, files(task, "labels", ".txt"), task);
    }
    List<String> files = new ArrayList<>();
    for (String path : FolderContent.of(root.resolve("annotations")).keySet()) {
      if (path.endsWith(".json")) {
        files.add(path);
      }
    }
    assertEquals(PARTS.size() * 7, files.size(), files.toString());
  }

  /**
   * The part of each image, by the files of a kind; annotations name images of their file alone.
   */
  private SortedMap<String, String> parts(String kind) throws IOException {
    SortedMap<String, String> parts = new TreeMap<>();
    for (String part : PARTS) {
      JsonNode coco =
          StrictJson.instance()
              .readTree(
                  Files.readAllBytes(root.resolve("annotations/" + kind + "_" + part + ".json")));
      TreeSet<Long> ids = new TreeSet<>();
      for (JsonNode image : coco.get("images")) {
        ids.add(image.get("id").asLong());
        assertNull(parts.put(image.get("file_name").asString(), part), "twice: " + image);
        assertEquals(part, image.at("/diorama/split").asString());
      }
      for (JsonNode annotation : coco.get("annotations")) {
        assertTrue(ids.contains(annotation.get("image_id").asLong()), kind + " " + annotation);
      }
    }
    return parts;
  }

  private SortedMap<String, String> files(String task, String folder, String end)
      throws IOException {
    SortedMap<String, String> parts = new TreeMap<>();
    for (String part : PARTS) {
      Path of = root.resolve("yolo/" + task + "/" + folder + "/" + part);
      if (Files.isDirectory(of)) {
        try (Stream<Path> entries = Files.list(of)) {
          entries
              .map(entry -> entry.getFileName().toString())
              .filter(name -> name.endsWith(end))
              .forEach(name -> parts.put(name.replace(end, ".png"), part));
        }
      }
    }
    return parts;
  }
}
