package org.diorama.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.diorama.dataset.files.DatasetFolder;
import org.diorama.dataset.files.DiskOperations;
import org.diorama.dataset.layout.FrameSet;
import org.diorama.dataset.layout.Layout;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A rig's frame has ten images and a record: each of them is missed. */
class RecordScanTest {
  private final SyntheticFrames frames = SyntheticFrames.structured();
  @TempDir private Path root;

  @BeforeEach
  void render() {
    Runs.part(DyingOperations.immortal(), root, frames, DatasetRequest.of(FrameSet.of(0, 2)));
  }

  private Optional<String> fault(long frame) throws IOException {
    try (DatasetFolder folder = DatasetFolder.open(new DiskOperations(), root)) {
      return RecordScan.look(folder, Layout.FLAT, frame).fault();
    }
  }

  @Test
  void everyFileOfEveryCameraIsMissed() throws IOException {
    assertEquals("0-2", RecordScan.numbers(root.resolve("records")).toString());
    assertEquals(Optional.empty(), fault(1));
    int files = 0;
    for (Path file : DatasetFolder.filesBelow(root)) {
      String path = root.relativize(file).toString();
      if (!path.contains("00000001_")) {
        continue;
      }
      files++;
      byte[] content = Files.readAllBytes(file);
      Files.delete(file);
      assertEquals(Optional.of(path + " is missing"), fault(1));
      Files.write(file, new byte[content.length + 1]);
      assertEquals(
          Optional.of(path + " has " + (content.length + 1) + " bytes, not " + content.length),
          fault(1));
      Files.write(file, content);
      assertEquals(Optional.empty(), fault(1));
    }
    assertEquals(10, files);
  }

  @Test
  void aRecordInAnothersPlaceIsNoticed() throws IOException {
    Path record = root.resolve("records/00000001.json");
    Files.copy(root.resolve("records/00000002.json"), root.resolve("records/00000007.json"));
    assertEquals(Optional.of("its record is that of frame 2"), fault(7));
    Files.writeString(record, "{}");
    assertTrue(fault(1).orElseThrow().contains("not a frame record"), fault(1).toString());
    Files.delete(record);
    assertTrue(fault(1).orElseThrow().contains("no such record"), fault(1).toString());
  }
}
