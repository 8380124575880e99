package org.diorama.dataset.foreign;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Many small texts that grow in any order. What is appended is gathered up to a bound, then each
 * file is opened once for all that came for it: a file an image where its lines come together, and
 * few openings where they don't.
 */
final class GatheredTexts {
  /** About 16 MiB of text and what keeps it. */
  static final int ROOM = 1 << 24;

  /** What a text takes besides its letters. */
  private static final int EACH = 200;

  private final NewDataset dataset;
  private final int room;
  private final Map<String, StringBuilder> texts = new LinkedHashMap<>();
  private int gathered;

  /**
   * @param room letters to gather, see {@link #ROOM}
   */
  GatheredTexts(NewDataset dataset, int room) {
    this.dataset = dataset;
    this.room = room;
  }

  /**
   * @param path in the dataset, with slashes
   */
  void append(String path, CharSequence text) throws IOException {
    StringBuilder own = texts.get(path);
    if (own == null) {
      own = new StringBuilder();
      texts.put(path, own);
      gathered += EACH + path.length();
    }
    own.append(text);
    gathered += text.length();
    if (gathered >= room) {
      flush();
    }
  }

  /** Writes all that was gathered. */
  void flush() throws IOException {
    for (Map.Entry<String, StringBuilder> text : texts.entrySet()) {
      dataset.append(text.getKey(), text.getValue());
    }
    texts.clear();
    gathered = 0;
  }
}
