package org.diorama.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import org.diorama.core.DioramaException;
import org.diorama.dataset.files.Sha256;
import org.diorama.dataset.json.StrictJson;
import org.diorama.dataset.layout.FrameSet;
import org.diorama.dataset.layout.Layout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Formats side by side: at once, or added to frames that are there. */
class AddedFormatsTest {
  private static final String FRAMES = "998-1001";
  private static final String[] ALL = {"coco", "coco-polygon", "coco-rle", "yolo"};

  private final SyntheticFrames frames = SyntheticFrames.structured();
  @TempDir private Path temporary;

  private static void run(
      DyingOperations operations,
      Path root,
      SyntheticFrames frames,
      FrameSet all,
      Layout layout,
      String... formats) {
    Runs.part(
        operations,
        root,
        frames,
        new DatasetRequest(all, all, Optional.of(layout), false, new TreeSet<>(List.of(formats))));
    DatasetFinish.run(operations, root);
  }

  private void run(Path root, Layout layout, String... formats) {
    FrameSet all = FrameSet.parse(FRAMES);
    run(DyingOperations.immortal(), root, frames, all, layout, formats);
  }

  private SortedMap<String, String> atOnce(Layout layout) throws IOException {
    Path root = temporary.resolve("at_once");
    run(root, layout, ALL);
    return FolderContent.of(root);
  }

  @ParameterizedTest
  @EnumSource(Layout.class)
  void addingOneIsAsIfItHadBeenThereFromTheStart(Layout layout) throws IOException {
    Path root = temporary.resolve("later");
    run(root, layout);
    SortedMap<String, String> before = FolderContent.of(root);
    run(root, layout, "coco-rle");
    run(root, layout, "coco-polygon", "yolo");
    SortedMap<String, String> after = FolderContent.of(root);
    FolderContent.assertSame(atOnce(layout), after, "added one by one");
    for (String path : before.keySet()) {
      if (!path.matches("dataset.json|_SUCCESS|blocks/.*")) {
        assertEquals(before.get(path), after.get(path), path + " is as it was");
      }
    }
    run(root, layout);
    FolderContent.assertSame(after, FolderContent.of(root), "they stay without being named");
  }

  /** A run that dies while it adds a format is made good by the next one. */
  @ParameterizedTest
  @EnumSource(Layout.class)
  void addingSurvivesDeathAtEveryStep(Layout layout) throws IOException {
    FrameSet one = FrameSet.of(7, 7);
    SyntheticFrames small = SyntheticFrames.small();
    Path undisturbed = temporary.resolve("undisturbed");
    run(DyingOperations.immortal(), undisturbed, small, one, layout, ALL);
    SortedMap<String, String> expected = FolderContent.of(undisturbed);
    boolean died = true;
    for (int steps = 1; died; steps += 1 + steps / 3) {
      Path root = temporary.resolve("dies_at_" + steps);
      run(DyingOperations.immortal(), root, small, one, layout);
      died = false;
      try {
        run(new DyingOperations(steps), root, small, one, layout, ALL);
      } catch (DyingOperations.Death death) {
        died = true;
      }
      run(DyingOperations.immortal(), root, small, one, layout, ALL);
      FolderContent.assertSame(expected, FolderContent.of(root), "died at " + steps);
    }
  }

  @Test
  void theManifestListsFormatsAndTheirFiles() throws IOException {
    Path root = temporary.resolve("set");
    run(root, Layout.FLAT, ALL);
    JsonNode manifest = json(root.resolve("dataset.json"));
    assertEquals(
        "[\"coco\",\"coco-polygon\",\"coco-rle\",\"yolo\"]", manifest.get("formats").toString());
    int listed = 0;
    for (JsonNode file : manifest.get("files")) {
      String path = file.get("path").asString();
      listed += path.startsWith("annotations/coco-") ? 1 : 0;
      assertEquals(Sha256.of(root.resolve(path)), file.get("sha256").asString(), path);
    }
    assertEquals(2 * 3, listed, "two formats, three splits");
  }

  @Test
  void onlyWhatIsAskedForIsWritten() throws IOException {
    Path root = temporary.resolve("set");
    run(root, Layout.FLAT, "coco-rle");
    assertTrue(Files.exists(root.resolve("annotations/coco-rle/instances_train.json")));
    assertFalse(Files.exists(root.resolve("annotations/instances_train.json")));
    assertEquals(
        root.resolve("annotations/coco-rle/instances_train.json").toString(),
        DatasetFinish.run(root).instances());
    assertEquals(
        Set.of("synthetic.yaml"),
        StoredDataset.open(root).scene().files().keySet(),
        "of the author");
  }

  @Test
  void allButTheMaskIsTheSameInEveryForm() throws IOException {
    Path root = temporary.resolve("set");
    run(root, Layout.FLAT, ALL);
    for (String split : List.of("train", "val", "test")) {
      String name = "instances_" + split + ".json";
      JsonNode coco = json(root.resolve("annotations/" + name));
      assertEquals(!split.equals("train"), coco.get("images").isEmpty());
      for (String format : List.of("coco-polygon", "coco-rle")) {
        JsonNode other = json(root.resolve("annotations/" + format + "/" + name));
        assertEquals(withoutMasks(coco), withoutMasks(other));
      }
    }
  }

  private static String withoutMasks(JsonNode coco) {
    return coco.toString().replaceAll("\"segmentation\":(\\{[^}]*\\}|\\[\\[.*?\\]\\])", "");
  }

  @Test
  void aListOfFormatsThatIsNoneIsRefused() throws IOException {
    Path root = temporary.resolve("set");
    run(root, Layout.FLAT);
    for (String text : List.of("{\"formats\":[]}", "{\"formats\":[\"voc\"]}", "{", "{}")) {
      Files.writeString(root.resolve(RequestedFormats.PATH), text);
      DioramaException refused =
          assertThrows(DioramaException.class, () -> run(root, Layout.FLAT, "coco-rle"), text);
      assertTrue(refused.getMessage().contains("formats.json"), refused.getMessage());
    }
  }

  private static JsonNode json(Path file) throws IOException {
    return StrictJson.instance().readTree(Files.readAllBytes(file));
  }
}
