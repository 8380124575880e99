package org.diorama.dataset.floats;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The head of an OpenEXR file of rows packed by ZIP, with what every file must say. */
final class ExrHeader {
  private static final int MAGIC = 20000630;
  private static final int VERSION = 2;
  private static final int ZIP = 3;
  private static final int FLOAT = 2;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  private ExrHeader() {}

  /**
   * @param channels names of channels of full floats, sorted
   */
  static byte[] of(int width, int height, List<String> channels) {
    ExrHeader header = new ExrHeader();
    header.word(MAGIC);
    header.word(VERSION);
    ExrHeader list = new ExrHeader();
    for (String channel : channels) {
      list.text(channel);
      list.word(FLOAT);
      // Perceived linearly or not means nothing for floats.
      list.word(0);
      list.word(1);
      list.word(1);
    }
    list.bytes.write(0);
    header.attribute("channels", "chlist", list);
    header.attribute("compression", "compression", single(ZIP));
    ExrHeader window = words(0, 0, width - 1, height - 1);
    header.attribute("dataWindow", "box2i", window);
    header.attribute("displayWindow", "box2i", window);
    header.attribute("lineOrder", "lineOrder", single(0));
    header.attribute("pixelAspectRatio", "float", words(Float.floatToIntBits(1)));
    header.attribute("screenWindowCenter", "v2f", words(0, 0));
    header.attribute("screenWindowWidth", "float", words(Float.floatToIntBits(1)));
    header.bytes.write(0);
    return header.bytes.toByteArray();
  }

  private static ExrHeader single(int value) {
    ExrHeader content = new ExrHeader();
    content.bytes.write(value);
    return content;
  }

  private static ExrHeader words(int... values) {
    ExrHeader content = new ExrHeader();
    for (int value : values) {
      content.word(value);
    }
    return content;
  }

  private void attribute(String name, String type, ExrHeader content) {
    text(name);
    text(type);
    word(content.bytes.size());
    bytes.writeBytes(content.bytes.toByteArray());
  }

  private void text(String text) {
    bytes.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    bytes.write(0);
  }

  /** Little-endian. */
  private void word(int value) {
    for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
      bytes.write(value >>> shift);
    }
  }
}
