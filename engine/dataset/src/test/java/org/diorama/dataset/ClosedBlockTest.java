package org.diorama.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;
import org.diorama.dataset.files.RecordedFile;
import org.diorama.dataset.json.StrictJson;
import org.diorama.dataset.layout.FrameSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClosedBlockTest {
  private static final RecordedFile IMAGE = new RecordedFile("images/00012/a.png", 5, "ab");
  private static final RecordedFile PACKED = new RecordedFile("records/00012.jsonl.zst", 7, "cd");

  private static final SortedSet<String> FORMATS = new TreeSet<>(List.of("yolo", "coco"));

  @TempDir private Path folder;

  private Path write(FrameSet frames) throws IOException {
    Path file = folder.resolve("00012.json");
    ClosedBlock block =
        ClosedBlock.of(12, frames, Tally.NONE, FORMATS, List.of(IMAGE), List.of(PACKED));
    return Files.write(file, StrictJson.line(block));
  }

  @Test
  void theHeadHasTheBlocksOwnFilesAndTheListAll() throws IOException {
    Path file = write(FrameSet.parse("12000-12003,12007"));
    ClosedBlock.Head head = ClosedBlock.readHead(file, 12);
    assertEquals("12000-12003,12007", head.frameSet().toString());
    assertEquals(List.of(PACKED), head.own());
    assertEquals(Tally.NONE, head.tally());
    assertEquals(FORMATS, head.formats());
    ClosedBlock whole =
        StrictJson.instance().readValue(Files.readAllBytes(file), ClosedBlock.class);
    assertEquals(List.of(IMAGE, PACKED), whole.files());
    assertEquals(12, Blocks.block(new RecordedFile(Blocks.closingPath(12), 1, "")));
    assertEquals(123_456, Blocks.block(new RecordedFile(Blocks.closingPath(123_456), 1, "")));
  }

  /** Runs ask every block for its head: what follows may be as long as it likes, or cut. */
  @Test
  void whatFollowsTheHeadIsNotRead() throws IOException {
    Path file = write(FrameSet.of(12_000, 12_999));
    String text = Files.readString(file);
    Files.writeString(file, text.substring(0, text.indexOf("\"files\":[") + 20));
    assertEquals(1000, ClosedBlock.readHead(file, 12).frameSet().size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"version\":3|\"version\":1|not the closing of block 12",
        "\"block\":12|\"block\":13|not the closing of block 12",
        "\"12000-12999\"|\"\"|not the closing of block 12",
        "\"12000-12999\"|\"x\"|not the closing of block 12",
        "\"head\":|\"tail\":|not the closing of block 12",
        "\"own\":|\"owner\":|not a closed block",
        "\"bytes\":7|\"bytes\":\"7\"|not a closed block"
      })
  void damageIsNamed(String piece, String replacement, String said) throws IOException {
    Path file = write(FrameSet.of(12_000, 12_999));
    String text = Files.readString(file);
    assertTrue(text.contains(piece), text);
    Files.writeString(file, text.replace(piece, replacement));
    DioramaException failure =
        assertThrows(DioramaException.class, () -> ClosedBlock.readHead(file, 12));
    assertEquals(ExitStatus.BAD_INPUT, failure.status());
    assertTrue(failure.getMessage().startsWith(file.toString()), failure.getMessage());
    assertTrue(failure.getMessage().contains(said), failure.getMessage());
  }

  /** Every prefix of a head is refused, none is taken for a block without frames. */
  @Test
  void aCutHeadIsRefused() throws IOException {
    Path file = write(FrameSet.of(12_000, 12_001));
    byte[] whole = Files.readAllBytes(file);
    int end = Files.readString(file).indexOf(",\"files\":");
    List<Integer> taken = new ArrayList<>();
    for (int length = 0; length < end; length++) {
      Files.write(file, Arrays.copyOf(whole, length));
      try {
        ClosedBlock.readHead(file, 12);
        taken.add(length);
      } catch (DioramaException e) {
        assertEquals(ExitStatus.BAD_INPUT, e.status());
      }
    }
    assertEquals(List.of(), taken);
  }
}
