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
import java.util.TreeMap;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;
import org.diorama.core.label.LabelAssets;
import org.diorama.dataset.files.DatasetFolder;
import org.diorama.dataset.files.DiskOperations;
import org.diorama.dataset.layout.FrameSet;
import org.diorama.dataset.layout.Layout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FailureLogTest {
  @TempDir private Path root;

  private Path file() {
    return root.resolve("failed.jsonl");
  }

  private void add(long frame, String cause) throws IOException {
    try (DatasetFolder folder = DatasetFolder.open(new DiskOperations(), root)) {
      new FailureLog(folder).add(new FailedFrame(frame, cause));
    }
  }

  @Test
  void linesComeByRisingNumberHoweverTheyWereAdded() throws IOException {
    add(20, "b");
    add(3, "a \"quoted\"\ncause");
    add(100, "c");
    assertEquals(
        """
        {"frame":3,"cause":"a \\"quoted\\"\\ncause"}
        {"frame":20,"cause":"b"}
        {"frame":100,"cause":"c"}
        """,
        Files.readString(file()));
    assertEquals("3,20,100", FailureLog.frames(FailureLog.read(root)).toString());
  }

  /** A frame that fails again has one line, with its latest cause. */
  @Test
  void aFrameHasOneLine() throws IOException {
    add(3, "first");
    add(3, "second");
    assertEquals("{\"frame\":3,\"cause\":\"second\"}\n", Files.readString(file()));
  }

  @Test
  void withoutFailuresThereIsNoFile() throws IOException {
    assertEquals(new TreeMap<>(), FailureLog.read(root));
    add(3, "a");
    try (DatasetFolder folder = DatasetFolder.open(new DiskOperations(), root)) {
      new FailureLog(folder).write(List.of());
      assertFalse(Files.exists(file()));
      new FailureLog(folder).write(List.of());
    }
    assertEquals(new TreeMap<>(), FailureLog.read(root));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"frame\":1}",
        "{\"frame\":\"1\",\"cause\":\"x\"}",
        "{\"frame\":1,\"cause\":\"x\",\"host\":\"y\"}",
        "{\"frame\":1,\"cause\":\"x\"",
        "",
        "frame 1"
      })
  void aLineThatIsNoneIsNamed(String line) throws IOException {
    Files.writeString(file(), "{\"frame\":0,\"cause\":\"x\"}\n" + line + "\n");
    DioramaException failure =
        assertThrows(DioramaException.class, () -> FailureLog.read(root), line);
    assertEquals(ExitStatus.BAD_INPUT, failure.status());
    assertTrue(failure.getMessage().contains("failed.jsonl:2"), failure.getMessage());
    assertTrue(failure.getMessage().contains("remove the line"), failure.getMessage());
  }

  /** A frame that comes after all is no failure any more. */
  @Test
  void aForcedFrameLeavesTheLog() throws IOException {
    SyntheticFrames frames = SyntheticFrames.small();
    Runs.all(root, frames, "4-6", Layout.FLAT);
    assertTrue(Files.exists(file()));
    DatasetRequest forced =
        new DatasetRequest(FrameSet.of(5, 5), FrameSet.of(5, 5), Optional.empty(), true);
    try (Dataset dataset =
        Dataset.open(root, frames.description(), Runs.SCENE, forced, LabelAssets.none())) {
      dataset.commit(frames.sampled(5), frames.rendered(frames.sampled(5)));
    }
    assertEquals(0, DatasetFinish.run(root).failed());
    assertFalse(Files.exists(file()));
  }
}
