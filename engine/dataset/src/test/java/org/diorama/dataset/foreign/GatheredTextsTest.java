package org.diorama.dataset.foreign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that grow by turns are whole, whatever fits into memory. */
class GatheredTextsTest {
  @TempDir private Path temporary;

  @ParameterizedTest
  @ValueSource(ints = {1, 700, 1 << 20})
  void textsThatGrowByTurnsAreWhole(int room) throws IOException {
    try (NewDataset dataset = NewDataset.begin(temporary.resolve("out"), Placing.LINK)) {
      GatheredTexts texts = new GatheredTexts(dataset, room);
      StringBuilder due = new StringBuilder();
      for (int i = 0; i < 50; i++) {
        due.append(i).append(" é\n");
        for (String name : new String[] {"a", "b/c", "b/d"}) {
          texts.append(name, i + " é\n");
        }
      }
      texts.flush();
      for (String name : new String[] {"a", "b/c", "b/d"}) {
        assertEquals(due.toString(), Files.readString(dataset.resolve(name)), name);
      }
    }
  }

  /** Nothing is written before there is no more room: a file is opened once for all its lines. */
  @Test
  void linesAreGathered() throws IOException {
    try (NewDataset dataset = NewDataset.begin(temporary.resolve("out"), Placing.LINK)) {
      GatheredTexts texts = new GatheredTexts(dataset, 1000);
      texts.append("a", "x".repeat(300));
      texts.append("a", "x".repeat(300));
      assertFalse(Files.exists(dataset.resolve("a")));
      texts.append("a", "x".repeat(300));
      assertEquals(900, Files.size(dataset.resolve("a")));
      texts.append("a", "y");
      assertTrue(Files.size(dataset.resolve("a")) == 900);
      texts.flush();
      assertEquals(901, Files.size(dataset.resolve("a")));
    }
  }
}
