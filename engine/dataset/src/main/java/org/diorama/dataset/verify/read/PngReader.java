package org.diorama.dataset.verify.read;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.diorama.dataset.verify.finding.Fault;

/**
 * Reads PNGs strictly: every checksum, every length, nothing missing and nothing left over, which
 * common readers pass over (W3C, Portable Network Graphics, third edition, 2025). The size is known
 * before anything is decoded. Gray, RGB and RGBA of 8 and 16 bits without interlacing.
 */
public final class PngReader {
  private static final long SIGNATURE = 0x89504e470d0a1a0aL;
  private static final int IHDR = 0x49484452;
  private static final int IDAT = 0x49444154;
  private static final int IEND = 0x49454e44;
  private static final int TRNS = 0x74524e53;
  private static final int EXIF = 0x65584966;
  private static final int HEADER_BYTES = 13;

  private final ByteBuffer file;
  private int width;
  private int height;
  private int bitDepth;
  private int channels;

  private PngReader(byte[] bytes) {
    file = ByteBuffer.wrap(bytes);
  }

  /**
   * Decodes an image of a known size.
   *
   * @throws FaultyFile PNG_TRUNCATED, PNG_DAMAGED, PNG_FORMAT, or IMAGE_SIZE where the header tells
   *     another size
   */
  public static PngImage read(byte[] bytes, int width, int height) throws FaultyFile {
    PngReader reader = new PngReader(bytes);
    reader.header();
    if (reader.width != width || reader.height != height) {
      throw new FaultyFile(
          Fault.IMAGE_SIZE,
          "the file is %d x %d pixels, its label %d x %d"
              .formatted(reader.width, reader.height, width, height));
    }
    return reader.pixels();
  }

  private void header() throws FaultyFile {
    if (file.remaining() < 8 || file.getLong() != SIGNATURE) {
      throw new FaultyFile(Fault.PNG_DAMAGED, "it does not begin like a PNG");
    }
    ByteBuffer header = chunk(IHDR);
    if (header == null || header.remaining() != HEADER_BYTES) {
      throw new FaultyFile(Fault.PNG_DAMAGED, "its first chunk is no header");
    }
    width = header.getInt();
    height = header.getInt();
    bitDepth = header.get();
    int colorType = header.get();
    channels =
        switch (colorType) {
          case 0 -> 1;
          case 2 -> 3;
          case 6 -> 4;
          default -> 0;
        };
    boolean plain = header.get() == 0 && header.get() == 0 && header.get() == 0;
    if (width < 1 || height < 1) {
      throw new FaultyFile(Fault.PNG_DAMAGED, "a size of " + width + " x " + height);
    }
    if (channels == 0 || bitDepth != 8 && bitDepth != 16 || !plain) {
      throw new FaultyFile(
          Fault.PNG_FORMAT,
          "color type %d with %d bits%s: no format of a label"
              .formatted(colorType, bitDepth, plain ? "" : ", interlaced"));
    }
  }

  /**
   * Reads the next chunk, checksum included.
   *
   * @param wanted type that it must have, or 0 for any; a chunk of another type is null
   */
  private ByteBuffer chunk(int wanted) throws FaultyFile {
    if (file.remaining() < 12) {
      throw new FaultyFile(Fault.PNG_TRUNCATED, "it ends without its last chunk");
    }
    int start = file.position();
    int length = file.getInt();
    int type = file.getInt();
    if (length < 0) {
      throw new FaultyFile(Fault.PNG_DAMAGED, "a chunk of " + length + " bytes");
    }
    if (file.remaining() - 4 < length) {
      throw new FaultyFile(Fault.PNG_TRUNCATED, "it ends within its chunk " + name(type));
    }
    CRC32 checksum = new CRC32();
    checksum.update(file.array(), start + 4, 4 + length);
    ByteBuffer content = file.slice(start + 8, length);
    file.position(start + 8 + length);
    if (file.getInt() != (int) checksum.getValue()) {
      throw new FaultyFile(Fault.PNG_DAMAGED, "the checksum of its chunk " + name(type) + " fails");
    }
    return wanted == 0 || wanted == type ? content : null;
  }

  private static String name(int type) {
    return new String(ByteBuffer.allocate(4).putInt(type).array(), StandardCharsets.ISO_8859_1);
  }

  private PngImage pixels() throws FaultyFile {
    long rowBytes = (long) width * channels * bitDepth / 8;
    long size = (rowBytes + 1) * height;
    if (size > Integer.MAX_VALUE - 16) {
      throw new FaultyFile(
          Fault.PNG_FORMAT, "%d x %d pixels are too many".formatted(width, height));
    }
    byte[] filtered = new byte[(int) size];
    Inflater inflater = new Inflater();
    try {
      inflate(inflater, filtered);
    } catch (DataFormatException e) {
      throw new FaultyFile(Fault.PNG_DAMAGED, "its pixels do not unpack: " + e.getMessage());
    } finally {
      inflater.end();
    }
    return new PngImage(width, height, channels, bitDepth, unfiltered(filtered, (int) rowBytes));
  }

  private void inflate(Inflater inflater, byte[] filtered) throws FaultyFile, DataFormatException {
    int filled = 0;
    boolean begun = false;
    boolean over = false;
    byte[] surplus = new byte[1];
    while (true) {
      int type = file.remaining() < 8 ? 0 : file.getInt(file.position() + 4);
      ByteBuffer content = chunk(0);
      if (type == IEND) {
        break;
      }
      if (type != IDAT) {
        requireHarmless(type, content);
        over = begun;
        continue;
      }
      if (over || inflater.finished() && content.hasRemaining()) {
        throw new FaultyFile(Fault.PNG_DAMAGED, "pixels after the end of pixels");
      }
      begun = true;
      inflater.setInput(content);
      while (!inflater.finished() && !inflater.needsInput()) {
        int count =
            filled < filtered.length
                ? inflater.inflate(filtered, filled, filtered.length - filled)
                : inflater.inflate(surplus);
        if (count == 0 && inflater.needsDictionary()) {
          throw new FaultyFile(Fault.PNG_DAMAGED, "its pixels need a dictionary");
        }
        filled += count;
        if (filled > filtered.length) {
          throw new FaultyFile(Fault.PNG_DAMAGED, "it holds more pixels than its size");
        }
      }
      if (inflater.getRemaining() > 0) {
        throw new FaultyFile(Fault.PNG_DAMAGED, "bytes follow its pixels");
      }
    }
    if (filled < filtered.length || !inflater.finished()) {
      throw new FaultyFile(Fault.PNG_DAMAGED, "it holds fewer pixels than its size");
    }
    if (file.hasRemaining()) {
      throw new FaultyFile(Fault.PNG_DAMAGED, file.remaining() + " bytes follow its last chunk");
    }
  }

  /** Refuses what makes some loaders see other pixels than these. */
  private static void requireHarmless(int type, ByteBuffer content) throws FaultyFile {
    if (type == TRNS) {
      throw new FaultyFile(
          Fault.PNG_FORMAT, "a color of it is transparent: some loaders add alpha");
    }
    if (type == EXIF && ExifOrientation.of(content) != ExifOrientation.UPRIGHT) {
      throw new FaultyFile(Fault.IMAGE_TURNED, "its Exif turns it, and its labels are not turned");
    }
  }

  /** Undoes the filters of the specification's chapter 9, row by row. */
  private byte[] unfiltered(byte[] filtered, int rowBytes) throws FaultyFile {
    int step = channels * bitDepth / 8;
    byte[] rows = new byte[rowBytes * height];
    for (int y = 0; y < height; y++) {
      int from = y * (rowBytes + 1);
      int to = y * rowBytes;
      int filter = filtered[from];
      if (filter < 0 || filter > 4) {
        throw new FaultyFile(Fault.PNG_DAMAGED, "row " + y + " has the filter " + filter);
      }
      for (int i = 0; i < rowBytes; i++) {
        int left = i < step ? 0 : Byte.toUnsignedInt(rows[to + i - step]);
        int up = y == 0 ? 0 : Byte.toUnsignedInt(rows[to + i - rowBytes]);
        int corner = i < step || y == 0 ? 0 : Byte.toUnsignedInt(rows[to + i - rowBytes - step]);
        int guess =
            switch (filter) {
              case 1 -> left;
              case 2 -> up;
              case 3 -> (left + up) / 2;
              case 4 -> nearest(left, up, corner);
              default -> 0;
            };
        rows[to + i] = (byte) (filtered[from + 1 + i] + guess);
      }
    }
    return rows;
  }

  /** Paeth's predictor: whichever of the three is nearest to left + up - corner. */
  private static int nearest(int left, int up, int corner) {
    int estimate = left + up - corner;
    int toLeft = Math.abs(estimate - left);
    int toUp = Math.abs(estimate - up);
    int toCorner = Math.abs(estimate - corner);
    if (toLeft <= toUp && toLeft <= toCorner) {
      return left;
    }
    return toUp <= toCorner ? up : corner;
  }
}
