package org.diorama.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;
import org.diorama.core.label.LabelAssets;
import org.diorama.core.random.FrameKey;
import org.diorama.core.sample.SampledFrame;
import org.diorama.core.scene.LabelRules;
import org.diorama.dataset.layout.FrameSet;
import org.diorama.dataset.layout.Kind;
import org.diorama.dataset.layout.Layout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a dataset becomes must not depend on the runs that made it. */
class DatasetRunsTest {
  private final SyntheticFrames frames = SyntheticFrames.small();
  @TempDir private Path temporary;

  @ParameterizedTest
  @EnumSource(Layout.class)
  void shardsInAnyOrderMakeWhatOneRunMakes(Layout layout) throws IOException {
    Path whole = temporary.resolve("whole");
    Runs.all(whole, frames, "990-1012", layout);
    Path shards = temporary.resolve("shards");
    FrameSet all = FrameSet.parse("990-1012");
    for (String own : List.of("1004-1012", "1000-1003", "990-999")) {
      DioramaException early =
          assertThrows(
              DioramaException.class,
              () -> {
                Runs.part(
                    DyingOperations.immortal(),
                    shards,
                    frames,
                    new DatasetRequest(all, FrameSet.parse(own), Optional.of(layout), false));
                DatasetFinish.run(shards);
                throw new DioramaException(ExitStatus.DONE, "finished");
              });
      assertEquals(own.startsWith("990") ? ExitStatus.DONE : ExitStatus.BAD_INPUT, early.status());
    }
    FolderContent.assertSame(FolderContent.of(whole), FolderContent.of(shards), "shards");
  }

  @ParameterizedTest
  @EnumSource(Layout.class)
  void aRigIsTheSameHoweverItsFramesCame(Layout layout) throws IOException {
    SyntheticFrames rig =
        new SyntheticFrames(9, 7, List.of("left", "mid-2", "right"), LabelRules.DEFAULT);
    Path whole = temporary.resolve("whole");
    FinishReport report = Runs.all(whole, rig, "996-1003", layout);
    assertEquals(8, report.frames());
    assertEquals(24, report.images());
    Path parts = temporary.resolve("parts");
    Runs.all(parts, rig, "1001-1003", layout);
    Runs.all(parts, rig, "996-1002", layout);
    FolderContent.assertSame(FolderContent.of(whole), FolderContent.of(parts), "parts");
    // One image of three is lost: the frame is.
    StoredDataset made = StoredDataset.open(parts);
    Files.delete(made.file(Kind.DEPTH, made.record(1002), "mid-2"));
    Files.deleteIfExists(parts.resolve("blocks/00001.json"));
    Files.delete(parts.resolve("_SUCCESS"));
    if (layout == Layout.FLAT) {
      try (Dataset dataset =
          Dataset.open(
              parts,
              rig.description(),
              Runs.SCENE,
              DatasetRequest.of(FrameSet.of(996, 1003)),
              LabelAssets.none())) {
        assertEquals("1002", dataset.remaining().toString());
      }
    }
    Runs.all(parts, rig, "996-1003", layout);
    FolderContent.assertSame(FolderContent.of(whole), FolderContent.of(parts), "mended");
  }

  /** Image ids count cameras, so a frame of others would take the ids of its neighbors. */
  @Test
  void aFrameOfOtherCamerasIsRefused() {
    Path root = temporary.resolve("out");
    SyntheticFrames rig = new SyntheticFrames(9, 7, List.of("left", "right"), LabelRules.DEFAULT);
    SyntheticFrames swapped =
        new SyntheticFrames(9, 7, List.of("right", "left"), LabelRules.DEFAULT);
    DatasetRequest request = DatasetRequest.of(FrameSet.of(0, 1));
    try (Dataset dataset =
        Dataset.open(root, rig.description(), Runs.SCENE, request, LabelAssets.none())) {
      for (SyntheticFrames other : List.of(swapped, frames)) {
        SampledFrame frame = other.sampled(0);
        DioramaException failure =
            assertThrows(
                DioramaException.class, () -> dataset.commit(frame, other.rendered(frame)));
        assertEquals(ExitStatus.BAD_INPUT, failure.status());
        assertTrue(failure.getMessage().contains("[left, right]"), failure.getMessage());
      }
      SampledFrame frame = rig.sampled(0);
      assertThrows(
          IllegalStateException.class,
          () -> dataset.commit(frame, frames.rendered(frames.sampled(0))),
          "an image is missing");
      assertFalse(Files.exists(root.resolve("images")));
    }
  }

  @Test
  void frameNumbersWithoutImageIdsAreRefused() {
    Path root = temporary.resolve("out");
    SyntheticFrames rig = new SyntheticFrames(9, 7, List.of("left", "right"), LabelRules.DEFAULT);
    long last = FrameKey.lastFrame(2);
    DatasetRequest request = DatasetRequest.of(FrameSet.of(last, last + 1));
    DioramaException failure =
        assertThrows(
            DioramaException.class,
            () -> Dataset.open(root, rig.description(), Runs.SCENE, request, LabelAssets.none()));
    assertEquals(ExitStatus.USAGE, failure.status());
    assertTrue(failure.getMessage().contains("end at " + last), failure.getMessage());
    assertFalse(Files.exists(root));
  }

  @ParameterizedTest
  @EnumSource(Layout.class)
  void aLongerRangeExtends(Layout layout) throws IOException {
    Path whole = temporary.resolve("whole");
    Runs.all(whole, frames, "995-1006", layout);
    Path extended = temporary.resolve("extended");
    Runs.all(extended, frames, "1000-1001", layout);
    Runs.all(extended, frames, "1000-1006", layout);
    FinishReport report = Runs.all(extended, frames, "995-999", layout);
    FolderContent.assertSame(FolderContent.of(whole), FolderContent.of(extended), "extended");
    assertEquals(10, report.frames());
    assertEquals(2, report.failed());
  }

  @ParameterizedTest
  @EnumSource(Layout.class)
  void theSameCommandAgainChangesNothing(Layout layout) throws IOException {
    Path root = temporary.resolve("out");
    FinishReport first = Runs.all(root, frames, "0-6", layout);
    SortedMap<String, String> before = FolderContent.of(root);
    Object time = Files.getLastModifiedTime(root.resolve("_SUCCESS"));
    assertEquals(first, Runs.all(root, frames, "0-6", layout));
    FolderContent.assertSame(before, FolderContent.of(root), "again");
    assertEquals(time, Files.getLastModifiedTime(root.resolve("_SUCCESS")));
  }

  @ParameterizedTest
  @EnumSource(Layout.class)
  void finishMendsTheDatasetsOwnFiles(Layout layout) throws IOException {
    Path root = temporary.resolve("out");
    FinishReport first = Runs.all(root, frames, "0-6", layout);
    assertTrue(Files.isRegularFile(Path.of(first.instances())), first.instances());
    SortedMap<String, String> before = FolderContent.of(root);
    for (String name : List.of("preview.jpg", "dataset.json", "ATTRIBUTION")) {
      Files.delete(root.resolve(name));
      assertEquals(first, DatasetFinish.run(root), name);
      FolderContent.assertSame(before, FolderContent.of(root), name);
    }
    Files.writeString(root.resolve("dataset.json"), "{");
    assertEquals(first, DatasetFinish.run(root));
    FolderContent.assertSame(before, FolderContent.of(root), "damaged manifest");
  }

  /** A block's own files are listed by the block, not by the manifest. */
  @Test
  void finishMendsTheFilesOfBlocks() throws IOException {
    Path root = temporary.resolve("out");
    FinishReport first = Runs.all(root, frames, "995-1004", Layout.BLOCKS);
    SortedMap<String, String> before = FolderContent.of(root);
    for (String name :
        List.of("annotations/instances/00000.json", "annotations/panoptic/00001.json")) {
      Files.delete(root.resolve(name));
      assertEquals(first, DatasetFinish.run(root), name);
      FolderContent.assertSame(before, FolderContent.of(root), name);
      Files.writeString(root.resolve(name), "{");
      assertEquals(first, DatasetFinish.run(root), name);
      FolderContent.assertSame(before, FolderContent.of(root), "torn " + name);
    }
    Files.delete(root.resolve("blocks/00001.json"));
    DioramaException gone = assertThrows(DioramaException.class, () -> DatasetFinish.run(root));
    assertTrue(gone.getMessage().contains("(1000-1004)"), gone.getMessage());
    Runs.all(root, frames, "995-1004", Layout.BLOCKS);
    FolderContent.assertSame(before, FolderContent.of(root), "made again");
    Files.delete(root.resolve("records/00000.jsonl.zst"));
    DioramaException packed = assertThrows(DioramaException.class, () -> DatasetFinish.run(root));
    assertEquals(ExitStatus.BAD_INPUT, packed.status());
    assertTrue(
        packed.getMessage().contains("00000.jsonl.zst: missing; remove blocks/00000.json"),
        packed.getMessage());
  }

  @ParameterizedTest
  @EnumSource(Layout.class)
  void forcedFramesAreMadeAgain(Layout layout) throws IOException {
    Path root = temporary.resolve("out");
    Runs.all(root, frames, "0-6", layout);
    SortedMap<String, String> before = FolderContent.of(root);
    FrameSet all = FrameSet.of(0, 6);
    DatasetRequest forced =
        new DatasetRequest(all, FrameSet.parse("2,3"), Optional.of(layout), true);
    try (Dataset dataset =
        Dataset.open(root, frames.description(), Runs.SCENE, forced, LabelAssets.none())) {
      assertEquals("2-3", dataset.remaining().toString());
    }
    assertFalse(Files.exists(root.resolve("_SUCCESS")));
    DioramaException missing = assertThrows(DioramaException.class, () -> DatasetFinish.run(root));
    assertTrue(
        missing.getMessage().contains("2 of 7 frames are missing (2-3)"), missing.getMessage());
    Runs.all(root, frames, "0-6", layout);
    FolderContent.assertSame(before, FolderContent.of(root), "forced");
  }

  @Test
  void aDamagedFrameIsMadeAgain() throws IOException {
    Path root = temporary.resolve("out");
    Runs.all(root, frames, "0-3", Layout.FLAT);
    SortedMap<String, String> before = FolderContent.of(root);
    Files.write(root.resolve("images/00000001.png"), new byte[4]);
    Files.delete(root.resolve("depth/00000002.png"));
    Files.writeString(root.resolve("records/00000003.json"), "{\"version\":1");
    DatasetRequest request = DatasetRequest.of(FrameSet.of(0, 3));
    try (Dataset dataset =
        Dataset.open(root, frames.description(), Runs.SCENE, request, LabelAssets.none())) {
      assertEquals("1-3", dataset.remaining().toString());
      assertEquals(3, dataset.notices().size());
      assertTrue(dataset.notices().get(0).contains("images/00000001.png has 4 bytes"));
    }
    Runs.all(root, frames, "0-3", Layout.FLAT);
    FolderContent.assertSame(before, FolderContent.of(root), "damaged");
  }

  @Test
  void damageAfterTheRunStopsFinish() throws IOException {
    Path root = temporary.resolve("out");
    Runs.part(DyingOperations.immortal(), root, frames, DatasetRequest.of(FrameSet.of(0, 3)));
    Files.write(root.resolve("semantic/00000002.png"), new byte[4]);
    DioramaException failure = assertThrows(DioramaException.class, () -> DatasetFinish.run(root));
    assertEquals(ExitStatus.BAD_INPUT, failure.status());
    assertTrue(failure.getMessage().contains("frame 2"), failure.getMessage());
    assertFalse(Files.exists(root.resolve(".staging")));
    assertFalse(Files.exists(root.resolve("_SUCCESS")));
  }

  @Test
  void anotherConfigurationIsRefusedWithItsKeys() {
    Path root = temporary.resolve("out");
    Runs.all(root, frames, "0-1", Layout.FLAT);
    SyntheticFrames others = new SyntheticFrames(10, 7, List.of(""), LabelRules.DEFAULT);
    DioramaException failure =
        assertThrows(DioramaException.class, () -> Runs.all(root, others, "0-1", Layout.FLAT));
    assertEquals(ExitStatus.OTHER_CONFIGURATION, failure.status());
    assertTrue(failure.getMessage().contains("scene.image.width: 9 -> 10"), failure.getMessage());
    assertFalse(failure.getMessage().contains("seed"), failure.getMessage());
  }

  @Test
  void theLayoutIsThatOfTheFirstRun() {
    Path root = temporary.resolve("out");
    Runs.all(root, frames, "0-1", Layout.BLOCKS);
    DatasetRequest silent = DatasetRequest.of(FrameSet.of(0, 2));
    try (Dataset dataset =
        Dataset.open(root, frames.description(), Runs.SCENE, silent, LabelAssets.none())) {
      assertEquals(Layout.BLOCKS, dataset.layout());
    }
    DioramaException failure =
        assertThrows(DioramaException.class, () -> Runs.all(root, frames, "0-2", Layout.FLAT));
    assertEquals(ExitStatus.OTHER_CONFIGURATION, failure.status());
    assertEquals(Layout.FLAT, Layout.forFrames(10_000));
    assertEquals(Layout.BLOCKS, Layout.forFrames(10_001));
  }

  @Test
  void blocksArePackedAndListed() throws IOException {
    Path root = temporary.resolve("out");
    Runs.all(root, frames, "998-1001", Layout.BLOCKS);
    SortedMap<String, String> files = FolderContent.of(root);
    for (String path :
        List.of(
            "images/00000/00000998.png",
            "annotations/panoptic/00001/00001001.png",
            "annotations/instances/00001.json",
            "annotations/panoptic/00000.json",
            "records/00000.jsonl.zst",
            "blocks/00001.json")) {
      assertTrue(files.containsKey(path), path + " in " + files.keySet());
    }
    assertFalse(files.containsKey("records/00000/00000998.json"));
    String manifest = Files.readString(root.resolve("dataset.json"));
    assertTrue(manifest.contains(files.get("blocks/00000.json")));
    assertFalse(manifest.contains("images/"), "blocks list their files themselves");
    String block = Files.readString(root.resolve("blocks/00001.json"));
    for (String path :
        List.of(
            "images/00001/00001001.png",
            "records/00001.jsonl.zst",
            "annotations/instances/00001.json")) {
      assertTrue(block.contains(files.get(path)), path);
    }
  }

  @Test
  void aFolderOfOtherThingsIsLeftAlone() throws IOException {
    Path root = temporary.resolve("photos");
    Files.createDirectories(root);
    Files.writeString(root.resolve("holiday.jpg"), "precious");
    DioramaException failure =
        assertThrows(DioramaException.class, () -> Runs.all(root, frames, "0", Layout.FLAT));
    assertEquals(ExitStatus.CANNOT_CREATE, failure.status());
    assertTrue(failure.getMessage().contains("holiday.jpg"), failure.getMessage());
    assertFalse(Files.exists(root.resolve("scene")));
  }

  @Test
  void finishNeedsADataset() {
    DioramaException failure =
        assertThrows(DioramaException.class, () -> DatasetFinish.run(temporary.resolve("none")));
    assertEquals(ExitStatus.BAD_INPUT, failure.status());
    assertFalse(Files.exists(temporary.resolve("none")));
  }

  @Test
  void aFrameThatCannotBeWrittenIsNotCommitted() {
    Path root = temporary.resolve("out");
    DatasetRequest request = DatasetRequest.of(FrameSet.of(0, 1));
    SyntheticFrames narrow = new SyntheticFrames(4, 4, List.of(""), LabelRules.DEFAULT);
    try (Dataset dataset =
        Dataset.open(root, frames.description(), Runs.SCENE, request, LabelAssets.none())) {
      SampledFrame frame = frames.sampled(0);
      // The planes of another frame: the table does not fit them.
      SampledFrame other = narrow.sampled(1);
      assertThrows(
          IllegalStateException.class, () -> dataset.commit(frame, narrow.rendered(other)));
      assertFalse(Files.exists(root.resolve("images/00000000.png")));
      dataset.commit(frame, frames.rendered(frame));
      assertTrue(Files.exists(root.resolve("records/00000000.json")));
    }
    assertFalse(Files.exists(root.resolve(".staging")));
  }

  @Test
  void crowdsAndWideCategories() throws IOException {
    LabelRules crowd = new LabelRules(100, 12, 0.2, LabelRules.Then.CROWD);
    SyntheticFrames crowded = new SyntheticFrames(9, 7, List.of(""), crowd);
    Path root = temporary.resolve("crowd");
    Runs.all(root, crowded, "0-9", Layout.FLAT);
    assertTrue(
        Files.readString(root.resolve("annotations/instances.json")).contains("\"iscrowd\":1"));
    assertTrue(
        Files.readString(root.resolve("dataset.json")).contains("\"depth_scale\" : 1.526"),
        "100 m in 65535 steps");
  }

  @Test
  void sceneFilesAreKept() throws IOException {
    Path root = temporary.resolve("out");
    Map<String, byte[]> files = Map.of("lib/road.yaml", new byte[] {1}, "a.yaml", new byte[] {2});
    DatasetRequest request = DatasetRequest.of(FrameSet.of(0, 0));
    SceneSource source = new SceneSource("a.yaml", List.of(), files);
    Dataset.open(root, frames.description(), source, request, LabelAssets.none()).close();
    assertEquals(
        Set.of("a.yaml", "lib/road.yaml"), StoredDataset.open(root).scene().files().keySet());
    assertEquals(1, Files.readAllBytes(root.resolve("scene/lib/road.yaml"))[0]);
    assertEquals(2, Files.readAllBytes(root.resolve("scene/a.yaml"))[0]);
  }
}
