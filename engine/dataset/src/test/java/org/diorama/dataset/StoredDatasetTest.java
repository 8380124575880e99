package org.diorama.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;
import org.diorama.dataset.layout.FrameSet;
import org.diorama.dataset.layout.Kind;
import org.diorama.dataset.layout.Layout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StoredDatasetTest {
  private final SyntheticFrames frames = SyntheticFrames.small();

  /** What any run asked for, after a run of the first two frames. */
  private static final String REQUESTED =
      """
      {"frames":"0-1","annotators":["depth","instance","semantic","panoptic","contrast"]}
      """;

  @TempDir private Path temporary;

  @ParameterizedTest
  @EnumSource(Layout.class)
  void readsWhatIsCommitted(Layout layout) {
    Path root = temporary.resolve("out");
    FrameSet all = FrameSet.parse("998-1006");
    DatasetRequest request =
        new DatasetRequest(all, FrameSet.parse("998-1006x2"), Optional.of(layout), false);
    Runs.part(DyingOperations.immortal(), root, frames, request);
    StoredDataset unfinished = StoredDataset.open(root);
    assertEquals(FrameSet.parse("998-1006x2"), unfinished.committed());
    Runs.all(root, frames, "998-1006", layout);
    StoredDataset dataset = StoredDataset.open(root);
    assertEquals("998-1004,1006", dataset.committed().toString());
    assertEquals(frames.description(), dataset.description());
    for (long frame : new long[] {998, 999, 1000, 1006}) {
      assertEquals(frames.sampled(frame), dataset.record(frame).frame());
      assertTrue(Files.exists(dataset.file(Kind.DEPTH, dataset.record(frame), "")));
    }
    List<Long> read = new ArrayList<>();
    dataset.records(record -> read.add(record.number()));
    assertEquals(List.of(998L, 999L, 1000L, 1001L, 1002L, 1003L, 1004L, 1006L), read, "each once");
    DioramaException failure = assertThrows(DioramaException.class, () -> dataset.record(1005));
    assertEquals(ExitStatus.BAD_INPUT, failure.status());
  }

  @Test
  void refusesWhatIsNoDataset() {
    assertFalse(StoredDataset.isAt(temporary));
    DioramaException failure =
        assertThrows(DioramaException.class, () -> StoredDataset.open(temporary));
    assertEquals(ExitStatus.BAD_INPUT, failure.status());
  }

  @Test
  void refusesDamagedFiles() throws IOException {
    Path root = temporary.resolve("out");
    Runs.all(root, frames, "0-1", Layout.BLOCKS);
    Path block = root.resolve("blocks/00000.json");
    String whole = Files.readString(block);
    for (String damaged :
        new String[] {
          "",
          "{}",
          "[]",
          "{\"head\":3",
          whole.replace("\"block\":0", "\"block\":1"),
          whole.replace("\"0-1\"", "\"0x-1\"")
        }) {
      Files.writeString(block, damaged);
      DioramaException failure =
          assertThrows(DioramaException.class, () -> StoredDataset.open(root).committed());
      assertEquals(ExitStatus.BAD_INPUT, failure.status(), damaged);
      assertTrue(failure.getMessage().startsWith(block.toString()), failure.getMessage());
    }
    Path configuration = root.resolve("scene/configuration.json");
    Files.writeString(
        configuration, Files.readString(configuration).replace("\"seed\"", "\"sead\""));
    DioramaException failure = assertThrows(DioramaException.class, () -> StoredDataset.open(root));
    assertEquals(ExitStatus.BAD_INPUT, failure.status());
    assertTrue(failure.getMessage().contains("(in description.se"), failure.getMessage());
  }

  @Test
  void damagedPackedRecordsAreNamed() throws IOException {
    Path root = temporary.resolve("out");
    Runs.all(root, frames, "0-1", Layout.BLOCKS);
    SortedMap<String, String> before = FolderContent.of(root);
    Path packed = root.resolve("records/00000.jsonl.zst");
    byte[] whole = Files.readAllBytes(packed);
    for (byte[] damaged : List.of(new byte[] {1, 2, 3}, Arrays.copyOf(whole, whole.length - 9))) {
      Files.write(packed, damaged);
      DioramaException reading =
          assertThrows(DioramaException.class, () -> StoredDataset.open(root).record(1));
      DioramaException extending =
          assertThrows(DioramaException.class, () -> Runs.all(root, frames, "0-2", Layout.BLOCKS));
      for (DioramaException failure : List.of(reading, extending)) {
        assertEquals(ExitStatus.BAD_INPUT, failure.status());
        assertTrue(failure.getMessage().startsWith(packed.toString()), failure.getMessage());
      }
    }
    // The advice helps.
    Files.delete(root.resolve("blocks/00000.json"));
    Files.deleteIfExists(root.resolve("_SUCCESS"));
    Files.writeString(root.resolve("scene/requested.json"), REQUESTED);
    Runs.all(root, frames, "0-1", Layout.BLOCKS);
    FolderContent.assertSame(before, FolderContent.of(root), "made again");
  }

  @ParameterizedTest
  @EnumSource(Layout.class)
  void strangersAmongTheRecordsAreOverlooked(Layout layout) throws IOException {
    Path root = temporary.resolve("out");
    Runs.all(root, frames, "0-1", layout);
    for (String name : List.of("notes.txt", ".DS_Store", "99999999999999999999.json", "7.json")) {
      Files.writeString(root.resolve("records").resolve(name), "x");
    }
    assertEquals("0-1", StoredDataset.open(root).committed().toString());
    assertEquals(3, Runs.all(root, frames, "0-2", layout).frames());
  }

  @Test
  void refusesDamagedLists() throws IOException {
    Path root = temporary.resolve("out");
    Runs.all(root, frames, "0-1", Layout.FLAT);
    Files.delete(root.resolve("_SUCCESS"));
    for (String text :
        new String[] {
          REQUESTED.replace("0-1", "1-"),
          REQUESTED.replace("\"0-1\"", "7"),
          REQUESTED.replace("depth", "death"),
          "x",
          ""
        }) {
      Files.writeString(root.resolve("scene/requested.json"), text);
      DioramaException failure =
          assertThrows(DioramaException.class, () -> DatasetFinish.run(root), text);
      assertEquals(ExitStatus.BAD_INPUT, failure.status());
      assertTrue(failure.getMessage().contains("requested.json"), failure.getMessage());
    }
    Files.writeString(root.resolve("scene/requested.json"), REQUESTED);
    Files.writeString(root.resolve("failed.jsonl"), "{\"frame\":1,\"cause\":\"x\"}\n{\"fra");
    DioramaException failure = assertThrows(DioramaException.class, () -> DatasetFinish.run(root));
    assertEquals(ExitStatus.BAD_INPUT, failure.status());
    assertTrue(failure.getMessage().contains("failed.jsonl:2"), failure.getMessage());
  }
}
