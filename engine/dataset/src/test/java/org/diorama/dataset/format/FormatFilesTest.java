package org.diorama.dataset.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.diorama.dataset.files.DatasetFolder;
import org.diorama.dataset.files.DiskOperations;
import org.diorama.dataset.files.RecordedFile;
import org.diorama.dataset.files.Sha256;
import org.diorama.dataset.layout.Layout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A format's files appear together, or not at all. */
class FormatFilesTest {
  private static final byte[] TEXT = "text".getBytes(StandardCharsets.UTF_8);

  @TempDir private Path root;

  private DatasetFolder open() {
    return DatasetFolder.open(new DiskOperations(), root);
  }

  @Test
  void blocksHaveFilesOfTheirOwn() throws IOException {
    try (DatasetFolder folder = open()) {
      FormatFiles flat = new FormatFiles(folder, Layout.FLAT, OptionalLong.empty());
      assertEquals("annotations/instances_train.json", flat.annotation("instances_train"));
      FormatFiles block = new FormatFiles(folder, Layout.BLOCKS, OptionalLong.of(12));
      assertEquals("annotations/instances_train/00012.json", block.annotation("instances_train"));
      assertEquals(Layout.BLOCKS, block.layout());
    }
  }

  @Test
  void nothingIsThereBeforeAllIsPublished() throws IOException {
    try (DatasetFolder folder = open()) {
      FormatFiles files = new FormatFiles(folder, Layout.FLAT, OptionalLong.empty());
      OutputStream first = files.create("annotations/a.json");
      OutputStream second = files.create("annotations/b.json");
      first.write(TEXT);
      second.write(TEXT);
      assertFalse(Files.exists(root.resolve("annotations")));
      String digest = Sha256.of(TEXT);
      assertEquals(
          List.of(
              new RecordedFile("annotations/a.json", 4, digest),
              new RecordedFile("annotations/b.json", 4, digest)),
          files.publish());
      files.discard();
      assertEquals("text", Files.readString(root.resolve("annotations/b.json")));
    }
  }

  @Test
  void whatIsNotPublishedLeavesNothing() throws IOException {
    try (DatasetFolder folder = open()) {
      FormatFiles files = new FormatFiles(folder, Layout.FLAT, OptionalLong.empty());
      files.create("annotations/a.json").write(TEXT);
      files.scratch().output().write(TEXT);
      files.discard();
      assertFalse(Files.exists(root.resolve("annotations")));
      assertEquals(List.of(), DatasetFolder.filesBelow(root.resolve(".staging")));
    }
  }

  @Test
  void scratchComesBackAndIsNoFileOfTheDataset() throws IOException {
    try (DatasetFolder folder = open()) {
      FormatFiles files = new FormatFiles(folder, Layout.FLAT, OptionalLong.empty());
      ScratchFile scratch = files.scratch();
      byte[] much = new byte[100_000];
      much[99_999] = 7;
      scratch.output().write(much);
      ByteArrayOutputStream copy = new ByteArrayOutputStream();
      scratch.copyTo(copy);
      assertEquals(Sha256.of(much), Sha256.of(copy.toByteArray()));
      assertEquals(List.of(), files.publish());
      files.discard();
    }
    assertTrue(DatasetFolder.filesBelow(root).stream().allMatch(f -> f.endsWith(".lock")));
  }
}
