package org.diorama.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.diorama.core.label.LabelAssets;
import org.diorama.core.sample.SampledFrame;
import org.diorama.dataset.files.DatasetFolder;
import org.diorama.dataset.layout.FrameSet;
import org.diorama.dataset.layout.Layout;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SeveralWritersTest {
  private static final String WANTED = "0-4";

  private final SyntheticFrames frames = SyntheticFrames.small();
  private SortedMap<String, String> expected;
  @TempDir private Path temporary;

  @BeforeEach
  void renderAlone() throws IOException {
    Path alone = temporary.resolve("alone");
    Runs.all(alone, frames, WANTED, Layout.FLAT);
    expected = FolderContent.of(alone);
  }

  /** Frame by frame in turn: each has the other's frames half done while it commits. */
  @Test
  void twoProcessesWithTheSameFramesDoNoDamage() throws Exception {
    Path root = temporary.resolve("shared");
    Process first = WriterProcess.start(root, WANTED);
    Process second = WriterProcess.start(root, WANTED);
    try {
      for (int i = 0; i < 5; i++) {
        go(first);
        go(second);
      }
      assertTrue(first.waitFor(300, TimeUnit.SECONDS) && second.waitFor(300, TimeUnit.SECONDS));
      assertEquals(0, first.exitValue());
      assertEquals(0, second.exitValue());
    } finally {
      first.destroyForcibly();
      second.destroyForcibly();
    }
    FolderContent.assertSame(expected, FolderContent.of(root), "two processes");
  }

  @Test
  void aKilledProcessIsSweptByTheNextButNotALiveOne() throws Exception {
    Path root = temporary.resolve("killed");
    Process live = WriterProcess.start(root, WANTED);
    Process killed = WriterProcess.start(root, WANTED);
    try {
      BufferedReader said =
          new BufferedReader(
              new InputStreamReader(killed.getInputStream(), StandardCharsets.UTF_8));
      BufferedReader liveSaid =
          new BufferedReader(new InputStreamReader(live.getInputStream(), StandardCharsets.UTF_8));
      go(killed);
      go(live);
      said.readLine();
      liveSaid.readLine();
      assertEquals(2, DatasetFolder.entries(root.resolve(".staging")).size());
      killed.destroyForcibly().waitFor();
      for (Path slot : DatasetFolder.entries(root.resolve(".staging"))) {
        Files.writeString(slot.resolve("half"), "written");
      }
      FrameSet all = FrameSet.parse(WANTED);
      Runs.part(
          DyingOperations.immortal(),
          root,
          frames,
          new DatasetRequest(all, all, Optional.empty(), false));
      List<Path> slots = DatasetFolder.entries(root.resolve(".staging"));
      assertEquals(1, slots.size(), "the live process keeps its slot");
      assertTrue(Files.exists(slots.get(0).resolve("half")), "and what it staged");
      live.destroyForcibly().waitFor();
    } finally {
      live.destroyForcibly();
      killed.destroyForcibly();
    }
    DatasetFinish.run(root);
    assertFalse(Files.exists(root.resolve(".staging")));
    FolderContent.assertSame(expected, FolderContent.of(root), "after a kill");
  }

  @ParameterizedTest
  @EnumSource(Layout.class)
  void manyThreadsCommitIntoOneDataset(Layout layout) throws Exception {
    Path alone = temporary.resolve("serial");
    Runs.all(alone, frames, "980-1003x2", layout);
    Path root = temporary.resolve("parallel");
    ExecutorService threads = Executors.newFixedThreadPool(4);
    FrameSet all = FrameSet.parse("980-1003x2");
    try (Dataset dataset =
        Dataset.open(
            root,
            frames.description(),
            Runs.SCENE,
            new DatasetRequest(all, all, Optional.of(layout), false),
            LabelAssets.none())) {
      List<Future<?>> commits = new ArrayList<>();
      all.iterator()
          .forEachRemaining(
              (long number) -> {
                SampledFrame frame = frames.sampled(number);
                commits.add(threads.submit(() -> dataset.commit(frame, frames.rendered(frame))));
              });
      for (Future<?> commit : commits) {
        commit.get();
      }
    } finally {
      threads.shutdown();
    }
    DatasetFinish.run(root);
    FolderContent.assertSame(FolderContent.of(alone), FolderContent.of(root), "threads");
  }

  private static void go(Process process) throws IOException {
    OutputStream in = process.getOutputStream();
    in.write('\n');
    in.flush();
  }
}
