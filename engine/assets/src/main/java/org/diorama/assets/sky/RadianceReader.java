package org.diorama.assets.sky;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Radiance pictures: a header of lines, then rows of three mantissas with one exponent, plain or in
 * runs. Ward, Real Pixels (Graphics Gems II, 1991); the format of runs is that of Radiance's {@code
 * color.c}.
 */
final class RadianceReader {
  static final String MAGIC = "#?";

  private static final int LONGEST_LINE = 4096;
  private static final int MOST_LINES = 1000;
  private static final Pattern SIZE = Pattern.compile("-Y (\\d{1,9}) \\+X (\\d{1,9})");

  private final InputStream in;

  private RadianceReader(InputStream in) {
    this.in = in;
  }

  /**
   * @param in after the magic; buffered
   * @return without a unit: pictures seldom keep the one of the format
   * @throws SkyImageException where it is damaged, or of a form that is not read
   */
  static SkyRows.Read read(InputStream in) throws IOException {
    return new SkyRows.Read(new RadianceReader(in).read().panorama(), OptionalDouble.empty());
  }

  private SkyRows read() throws IOException {
    header();
    String line = line();
    Matcher size = SIZE.matcher(line);
    if (!size.matches()) {
      throw new SkyImageException(
          "has the size '" + printable(line) + "', where '-Y HEIGHT +X WIDTH' is read");
    }
    SkyRows rows = new SkyRows(Long.parseLong(size.group(2)), Long.parseLong(size.group(1)));
    byte[] packed = new byte[4 * rows.width()];
    float[] rgb = new float[3 * rows.width()];
    for (int row = 0; row < rows.height(); row++) {
      try {
        row(packed);
      } catch (EOFException e) {
        throw new SkyImageException("is cut off: it ends in row " + row + " of " + rows.height());
      }
      unpack(packed, rgb);
      rows.put(row, rgb);
    }
    return rows;
  }

  /** Lines up to an empty one. What they say of exposure scales all pixels alike. */
  private void header() throws IOException {
    line();
    for (int k = 0; k < MOST_LINES; k++) {
      String line = line().strip();
      if (line.isEmpty()) {
        return;
      }
      if (line.startsWith("FORMAT=") && !line.equals("FORMAT=32-bit_rle_rgbe")) {
        throw new SkyImageException(
            "has the format " + printable(line.substring(7)) + ", where 32-bit_rle_rgbe is read");
      }
    }
    throw new SkyImageException("is damaged: its header has no end");
  }

  private String line() throws IOException {
    byte[] bytes = new byte[LONGEST_LINE];
    for (int length = 0; length < LONGEST_LINE; length++) {
      int next = in.read();
      if (next < 0) {
        throw new SkyImageException("is cut off: it ends in its header");
      }
      if (next == '\n') {
        return new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
      }
      bytes[length] = (byte) next;
    }
    throw new SkyImageException("is damaged: a line of its header has no end");
  }

  private static String printable(String text) {
    return text.substring(0, Math.min(40, text.length())).replaceAll("[^ -~]", "?");
  }

  private void row(byte[] packed) throws IOException {
    int width = packed.length / 4;
    byte[] first = new byte[4];
    fill(first, 0, 4);
    boolean inRuns =
        first[0] == 2 && first[1] == 2 && first[2] >= 0 && width >= 8 && width < 0x8000;
    if (!inRuns) {
      plain(first, packed);
      return;
    }
    if (((first[2] & 0xff) << 8 | first[3] & 0xff) != width) {
      throw new SkyImageException("is damaged: a row has another width than the image");
    }
    for (int channel = 0; channel < 4; channel++) {
      runs(packed, channel);
    }
  }

  private void runs(byte[] packed, int channel) throws IOException {
    int width = packed.length / 4;
    int at = 0;
    while (at < width) {
      int count = next();
      boolean same = count > 128;
      int length = same ? count - 128 : count;
      if (length == 0 || length > width - at) {
        throw new SkyImageException("is damaged: a run is longer than its row");
      }
      int value = same ? next() : 0;
      for (int k = 0; k < length; k++) {
        packed[4 * at++ + channel] = (byte) (same ? value : next());
      }
    }
  }

  /** Pixel by pixel; 1, 1, 1, n repeats the one before, n grows by a byte with each in a row. */
  private void plain(byte[] first, byte[] packed) throws IOException {
    byte[] pixel = first;
    int shift = 0;
    int at = 0;
    while (true) {
      if (pixel[0] == 1 && pixel[1] == 1 && pixel[2] == 1) {
        long count = (pixel[3] & 0xffL) << shift;
        if (at == 0 || count > packed.length / 4 - at || shift > 16) {
          throw new SkyImageException("is damaged: a run is longer than its row");
        }
        for (long k = 0; k < count; k++, at++) {
          System.arraycopy(packed, 4 * (at - 1), packed, 4 * at, 4);
        }
        shift += 8;
      } else {
        System.arraycopy(pixel, 0, packed, 4 * at++, 4);
        shift = 0;
      }
      if (at == packed.length / 4) {
        return;
      }
      fill(pixel, 0, 4);
    }
  }

  private int next() throws IOException {
    int value = in.read();
    if (value < 0) {
      throw new EOFException();
    }
    return value;
  }

  private void fill(byte[] bytes, int from, int count) throws IOException {
    if (in.readNBytes(bytes, from, count) < count) {
      throw new EOFException();
    }
  }

  /** Mantissas were cut, not rounded: half a step is their mean error. */
  private static void unpack(byte[] packed, float[] rgb) {
    for (int at = 0; at < packed.length / 4; at++) {
      int exponent = packed[4 * at + 3] & 0xff;
      for (int channel = 0; channel < 3; channel++) {
        float mantissa = (packed[4 * at + channel] & 0xff) + 0.5f;
        rgb[3 * at + channel] = exponent == 0 ? 0 : Math.scalb(mantissa, exponent - 136);
      }
    }
  }
}
