package org.diorama.assets.sky;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.Deflater;

/** Writes small images of skies in every form that is read. */
final class SkyFiles {
  static final int WIDTH = 40;
  static final int HEIGHT = 20;

  private SkyFiles() {}

  /** A value for each pixel and channel, from dark to bright, in the file's row order. */
  static float value(int column, int row, int channel) {
    return (float) Math.scalb(1 + (column * 7 + row * 3 + channel * 5) % 16 / 16.0, row % 12 - 4);
  }

  /** How rows of a Radiance picture are packed. */
  enum Rows {
    PLAIN,
    RUNS,
    OLD_RUNS
  }

  static byte[] radiance(Rows form) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    text(out, "#?RADIANCE\n# by a test\nFORMAT=32-bit_rle_rgbe\nEXPOSURE=1.0\n\n");
    text(out, "-Y " + HEIGHT + " +X " + WIDTH + "\n");
    for (int row = 0; row < HEIGHT; row++) {
      byte[][] pixels = new byte[WIDTH][];
      for (int column = 0; column < WIDTH; column++) {
        // Old runs need some that are alike.
        pixels[column] = rgbe(form == Rows.OLD_RUNS ? column / 9 : column, row);
      }
      row(out, form, pixels);
    }
    return out.toByteArray();
  }

  private static void row(ByteArrayOutputStream out, Rows form, byte[][] pixels) {
    if (form == Rows.RUNS) {
      out.writeBytes(new byte[] {2, 2, 0, WIDTH});
      for (int channel = 0; channel < 4; channel++) {
        // A run of two, one of the rest byte by byte.
        out.write(130);
        out.write(pixels[0][channel]);
        out.write(WIDTH - 2);
        for (int column = 2; column < WIDTH; column++) {
          out.write(pixels[column][channel]);
        }
      }
      return;
    }
    for (int column = 0; column < WIDTH; column++) {
      if (form == Rows.OLD_RUNS && column % 9 == 1) {
        int count = Math.min(8, WIDTH - column);
        out.writeBytes(new byte[] {1, 1, 1, (byte) count});
        column += count - 1;
      } else {
        out.writeBytes(pixels[column]);
      }
    }
  }

  /** In runs, the second pixel is like the first. */
  static byte[] rgbe(int column, int row) {
    int shown = Math.max(1, column);
    float largest = 0;
    for (int channel = 0; channel < 3; channel++) {
      largest = Math.max(largest, value(shown, row, channel));
    }
    int exponent = Math.getExponent(largest) + 1;
    byte[] pixel = new byte[4];
    for (int channel = 0; channel < 3; channel++) {
      pixel[channel] = (byte) Math.scalb(value(shown, row, channel), 8 - exponent);
    }
    pixel[3] = (byte) (exponent + 128);
    return pixel;
  }

  /** An OpenEXR image of A, B, G, R, with a sample of another kind in A. */
  static byte[] exr(ExrCompression compression, ExrHeader.Sample sample) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(words(ExrReader.MAGIC, 2));
    ByteArrayOutputStream channels = new ByteArrayOutputStream();
    for (String name : List.of("A", "B", "G", "R")) {
      text(channels, name + "\0");
      channels.writeBytes(words(kind(name, sample).ordinal(), 0, 1, 1));
    }
    channels.write(0);
    attribute(out, "channels", "chlist", channels.toByteArray());
    attribute(out, "compression", "compression", new byte[] {(byte) compression.ordinal()});
    byte[] window = words(3, -7, 3 + WIDTH - 1, -7 + HEIGHT - 1);
    attribute(out, "dataWindow", "box2i", window);
    attribute(out, "displayWindow", "box2i", window);
    attribute(out, "lineOrder", "lineOrder", new byte[1]);
    attribute(out, "pixelAspectRatio", "float", words(Float.floatToIntBits(1)));
    attribute(out, "screenWindowCenter", "v2f", words(0, 0));
    attribute(out, "screenWindowWidth", "float", words(Float.floatToIntBits(1)));
    attribute(out, "whiteLuminance", "float", words(Float.floatToIntBits(250)));
    out.write(0);
    ByteArrayOutputStream blocks = new ByteArrayOutputStream();
    int count = (HEIGHT + compression.rows() - 1) / compression.rows();
    ByteBuffer table = ByteBuffer.allocate(8 * count).order(ByteOrder.LITTLE_ENDIAN);
    for (int first = 0; first < HEIGHT; first += compression.rows()) {
      table.putLong(out.size() + table.capacity() + blocks.size());
      byte[] whole = block(first, Math.min(HEIGHT, first + compression.rows()), sample);
      byte[] packed = packed(compression, whole);
      byte[] kept = packed.length < whole.length ? packed : whole;
      blocks.writeBytes(words(first - 7, kept.length));
      blocks.writeBytes(kept);
    }
    out.writeBytes(table.array());
    out.writeBytes(blocks.toByteArray());
    return out.toByteArray();
  }

  private static ExrHeader.Sample kind(String name, ExrHeader.Sample sample) {
    return name.equals("A") ? ExrHeader.Sample.FLOAT : sample;
  }

  private static byte[] block(int first, int end, ExrHeader.Sample sample) {
    ByteBuffer block = ByteBuffer.allocate(16 * WIDTH * (end - first));
    block.order(ByteOrder.LITTLE_ENDIAN);
    for (int row = first; row < end; row++) {
      for (String name : List.of("A", "B", "G", "R")) {
        for (int column = 0; column < WIDTH; column++) {
          float value = name.equals("A") ? 1 : value(column, row, "RGB".indexOf(name));
          if (kind(name, sample) == ExrHeader.Sample.HALF) {
            // All values are 1.xxxx times a power of two: exact in eleven bits.
            int exponent = Math.getExponent(value) + 15;
            block.putShort((short) (exponent << 10 | Float.floatToIntBits(value) >> 13 & 0x3ff));
          } else {
            block.putFloat(value);
          }
        }
      }
    }
    byte[] bytes = new byte[block.position()];
    block.flip().get(bytes);
    return bytes;
  }

  private static byte[] packed(ExrCompression compression, byte[] whole) {
    if (compression == ExrCompression.NONE) {
      return whole;
    }
    byte[] split = new byte[whole.length];
    for (int k = 0; k < whole.length; k++) {
      split[k % 2 * ((whole.length + 1) / 2) + k / 2] = whole[k];
    }
    byte[] differences = split.clone();
    for (int k = 1; k < split.length; k++) {
      differences[k] = (byte) (split[k] - split[k - 1] + 128);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    if (compression == ExrCompression.RLE) {
      for (int k = 0; k < differences.length; ) {
        int same = 1;
        while (same < 128
            && k + same < differences.length
            && differences[k + same] == differences[k]) {
          same++;
        }
        // Short ones as a text of one byte, so that both forms occur.
        out.write(same > 2 ? same - 1 : -1);
        out.write(differences[k]);
        k += same > 2 ? same : 1;
      }
      return out.toByteArray();
    }
    Deflater deflater = new Deflater();
    deflater.setInput(differences);
    deflater.finish();
    byte[] buffer = new byte[differences.length + 100];
    out.write(buffer, 0, deflater.deflate(buffer));
    deflater.end();
    return out.toByteArray();
  }

  private static void attribute(ByteArrayOutputStream out, String name, String type, byte[] value) {
    text(out, name + "\0" + type + "\0");
    out.writeBytes(words(value.length));
    out.writeBytes(value);
  }

  private static byte[] words(int... words) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * words.length).order(ByteOrder.LITTLE_ENDIAN);
    for (int word : words) {
      bytes.putInt(word);
    }
    return bytes.array();
  }

  private static void text(ByteArrayOutputStream out, String text) {
    out.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
  }
}
