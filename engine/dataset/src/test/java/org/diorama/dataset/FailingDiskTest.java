package org.diorama.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import javax.imageio.ImageIO;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;
import org.diorama.core.scene.LabelRules;
import org.diorama.dataset.files.DiskOperations;
import org.diorama.dataset.files.FileOperations;
import org.diorama.dataset.layout.Layout;
import org.diorama.dataset.record.FrameRecord;
import org.diorama.dataset.record.FrameRecords;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FailingDiskTest {
  private final SyntheticFrames frames = SyntheticFrames.small();
  @TempDir private Path temporary;

  @ParameterizedTest
  @EnumSource(Layout.class)
  void aDiskThatFillsUpAtAnyByteLeavesNothingHalfWritten(Layout layout) throws IOException {
    Path roomy = temporary.resolve("roomy");
    Runs.all(roomy, frames, "999-1000", layout);
    SortedMap<String, String> expected = FolderContent.of(roomy);
    int failures = 0;
    for (long room = 0; ; room += 389) {
      Path root = temporary.resolve("room" + room);
      DioramaException failure = runsOut(new FullDisk(room), root, layout);
      if (failure == null) {
        break;
      }
      failures++;
      assertEquals(ExitStatus.INPUT_OUTPUT, failure.status(), failure.getMessage());
      assertTrue(failure.getMessage().startsWith("disk full while writing "), failure.getMessage());
      requireWholeFiles(root, room);
      if (room % (389 * 4) == 0) {
        Runs.all(root, frames, "999-1000", layout);
        FolderContent.assertSame(expected, FolderContent.of(root), "room for " + room);
      }
    }
    assertTrue(failures > 20, failures + " failures");
  }

  private DioramaException runsOut(FileOperations operations, Path root, Layout layout) {
    try {
      Runs.all(operations, root, frames, "999-1000", layout);
      return null;
    } catch (DioramaException failure) {
      return failure;
    }
  }

  private static void requireWholeFiles(Path root, long room) throws IOException {
    assertFalse(Files.exists(root.resolve(".staging")), "room for " + room);
    for (String path : FolderContent.of(root).keySet()) {
      Path file = root.resolve(path);
      if (path.endsWith(".png")) {
        assertEquals(9, ImageIO.read(file.toFile()).getWidth(), path);
      } else if (path.startsWith("records/") && path.endsWith(".json")) {
        assertEquals(FrameRecord.VERSION, FrameRecords.read(file).version());
      } else {
        assertTrue(path.equals(".lock") || Files.size(file) > 0, path);
      }
    }
  }

  @Test
  void aFullFileSystemIsReported() throws Exception {
    Path mount = Files.createDirectory(temporary.resolve("small"));
    int mounted = run("mount", "-t", "tmpfs", "-o", "size=512k", "tmpfs", mount.toString());
    Assumptions.assumeTrue(
        mounted == 0,
        "NOT CHECKED: this user may not mount a small file system; FullDisk stands in for it");
    try {
      SyntheticFrames large = new SyntheticFrames(160, 120, List.of(""), LabelRules.DEFAULT);
      Path root = mount.resolve("out");
      DioramaException failure =
          assertThrows(
              DioramaException.class,
              () -> Runs.all(new DiskOperations(), root, large, "0-40", Layout.FLAT));
      assertEquals(ExitStatus.INPUT_OUTPUT, failure.status());
      assertTrue(failure.getMessage().startsWith("disk full while writing " + root));
      assertFalse(Files.exists(root.resolve(".staging")));
      long frame = 0;
      for (String path : FolderContent.of(root).keySet()) {
        if (path.startsWith("records/")) {
          frame = Math.max(frame, FrameRecords.read(root.resolve(path)).number());
        }
      }
      assertTrue(frame > 0, "some frames fit");
      assertEquals(
          0, run("mount", "-o", "remount,size=64m", mount.toString()), "room for the rest");
      Runs.all(root, large, "0-40", Layout.FLAT);
      Path elsewhere = temporary.resolve("roomy");
      Runs.all(elsewhere, large, "0-40", Layout.FLAT);
      FolderContent.assertSame(FolderContent.of(elsewhere), FolderContent.of(root), "resumed");
    } finally {
      assertEquals(0, run("umount", mount.toString()));
    }
  }

  private static int run(String... command) throws IOException, InterruptedException {
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }

  @Test
  void anOrdinaryFileInTheWayIsNamed() throws IOException {
    Path file = Files.writeString(temporary.resolve("notes.txt"), "mine");
    for (Path root : new Path[] {file, file.resolve("out"), file.resolve("a/b/out")}) {
      DioramaException failure = runsOut(new DiskOperations(), root, Layout.FLAT);
      assertEquals(ExitStatus.CANNOT_CREATE, failure.status(), failure.getMessage());
      assertTrue(failure.getMessage().contains("notes.txt"), failure.getMessage());
      assertFalse(failure.getMessage().contains("\n"), failure.getMessage());
      assertEquals("mine", Files.readString(file));
    }
    assertNull(runsOut(new DiskOperations(), temporary.resolve("deep/er/out"), Layout.FLAT));
  }

  @Test
  void aReadOnlyFileSystemIsReported() throws Exception {
    Path mount = Files.createDirectory(temporary.resolve("fixed"));
    int mounted = run("mount", "-t", "tmpfs", "-o", "ro,size=64k", "tmpfs", mount.toString());
    Assumptions.assumeTrue(mounted == 0, "NOT CHECKED: this user may not mount a file system");
    try {
      DioramaException failure = runsOut(new DiskOperations(), mount.resolve("out"), Layout.FLAT);
      assertEquals(ExitStatus.CANNOT_CREATE, failure.status(), failure.getMessage());
      assertTrue(failure.getMessage().contains("read-only"), failure.getMessage());
    } finally {
      assertEquals(0, run("umount", mount.toString()));
    }
  }
}
