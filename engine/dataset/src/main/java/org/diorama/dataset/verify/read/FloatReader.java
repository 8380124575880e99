package org.diorama.dataset.verify.read;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.diorama.dataset.verify.finding.Fault;

/**
 * Reads images of floats: NumPy's array files of little-endian floats in C order (NEP 1), and
 * OpenEXR images of rows in one part, whose channels are full floats, packed by ZIP or not at all.
 */
public final class FloatReader {
  private static final int NPY_FIXED = 10;
  private static final int EXR_MAGIC = 20000630;
  private static final int EXR_FLOAT = 2;
  private static final int EXR_ZIP = 3;
  private static final Pattern NPY_HEAD =
      Pattern.compile(
          "\\{'descr': '<f4', 'fortran_order': False, 'shape': \\((\\d+), (\\d+)(?:, (\\d+))?\\), *\\}");

  private FloatReader() {}

  /**
   * Reads a file by what its first bytes say.
   *
   * @param channels names of an EXR file's channels in the order that is wanted; their number is
   *     that of an array's last axis
   * @throws FaultyFile where it is no such image, or of another size
   */
  public static FloatImage read(byte[] file, int width, int height, List<String> channels)
      throws FaultyFile {
    FloatImage image;
    try {
      image =
          file.length > 0 && file[0] == (byte) 0x93
              ? npy(file, width, height)
              : exr(file, width, height, channels);
    } catch (BufferUnderflowException
        | IndexOutOfBoundsException
        | IllegalArgumentException
        | NegativeArraySizeException e) {
      throw faulty("it ends early, or its header is damaged");
    }
    if (image.channels() != channels.size()) {
      throw faulty(image.channels() + " numbers a pixel, due are " + channels.size());
    }
    for (float value : image.values()) {
      if (!Float.isFinite(value)) {
        throw faulty("it holds " + value);
      }
    }
    return image;
  }

  /** Before room is made for as many pixels as a head says. */
  private static void requireSize(int width, int height, int dueWidth, int dueHeight)
      throws FaultyFile {
    if (width != dueWidth || height != dueHeight) {
      throw new FaultyFile(
          Fault.IMAGE_SIZE,
          "the file is %d x %d pixels, its label %d x %d"
              .formatted(width, height, dueWidth, dueHeight));
    }
  }

  private static FloatImage npy(byte[] file, int dueWidth, int dueHeight) throws FaultyFile {
    ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    int head = Short.toUnsignedInt(bytes.getShort(NPY_FIXED - 2));
    String text =
        new String(
            Arrays.copyOfRange(file, NPY_FIXED, NPY_FIXED + head), StandardCharsets.US_ASCII);
    Matcher matcher = NPY_HEAD.matcher(text.strip());
    if (!matcher.matches()) {
      throw faulty("its head is " + text.strip());
    }
    int height = Integer.parseInt(matcher.group(1));
    int width = Integer.parseInt(matcher.group(2));
    int channels = matcher.group(3) == null ? 1 : Integer.parseInt(matcher.group(3));
    requireSize(width, height, dueWidth, dueHeight);
    if (file.length - NPY_FIXED - head != (long) Float.BYTES * width * height * channels) {
      throw faulty("it has %d bytes after its head".formatted(file.length - NPY_FIXED - head));
    }
    float[] values = new float[width * height * channels];
    bytes
        .position(NPY_FIXED + head)
        .slice()
        .order(ByteOrder.LITTLE_ENDIAN)
        .asFloatBuffer()
        .get(values);
    return new FloatImage(width, height, channels, values);
  }

  private static FloatImage exr(byte[] file, int dueWidth, int dueHeight, List<String> wanted)
      throws FaultyFile {
    ByteBuffer in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    if (in.getInt() != EXR_MAGIC || in.getInt() != 2) {
      throw faulty("it is neither a NumPy array nor an OpenEXR image of rows");
    }
    List<String> channels = new ArrayList<>();
    int compression = -1;
    int width = 0;
    int height = 0;
    for (String name = text(in); !name.isEmpty(); name = text(in)) {
      text(in);
      int size = in.getInt();
      ByteBuffer value = in.slice(in.position(), size).order(ByteOrder.LITTLE_ENDIAN);
      in.position(in.position() + size);
      if (name.equals("channels")) {
        channels = channels(value);
      } else if (name.equals("compression")) {
        compression = value.get();
      } else if (name.equals("dataWindow")) {
        int left = value.getInt();
        int top = value.getInt();
        width = value.getInt() - left + 1;
        height = value.getInt() - top + 1;
      }
    }
    if (compression != 0 && compression != EXR_ZIP || !channels.containsAll(wanted)) {
      throw faulty("channels %s, compression %d".formatted(channels, compression));
    }
    requireSize(width, height, dueWidth, dueHeight);
    int rows = compression == EXR_ZIP ? 16 : 1;
    int blocks = (height + rows - 1) / rows;
    in.position(in.position() + Long.BYTES * blocks);
    float[] values = new float[width * height * wanted.size()];
    for (int block = 0; block < blocks; block++) {
      int first = in.getInt();
      int size = in.getInt();
      if (size > in.remaining()) {
        throw faulty("it ends early");
      }
      byte[] packed = new byte[size];
      in.get(packed);
      int count = Math.min(rows, height - first);
      int whole = count * width * channels.size() * Float.BYTES;
      ByteBuffer plain =
          ByteBuffer.wrap(packed.length == whole ? packed : ExrZip.unpack(packed, whole))
              .order(ByteOrder.LITTLE_ENDIAN);
      for (int y = first; y < first + count; y++) {
        for (String channel : channels) {
          int place = wanted.indexOf(channel);
          for (int x = 0; x < width; x++) {
            float sample = plain.getFloat();
            if (place >= 0) {
              values[(y * width + x) * wanted.size() + place] = sample;
            }
          }
        }
      }
    }
    return new FloatImage(width, height, wanted.size(), values);
  }

  private static List<String> channels(ByteBuffer list) throws FaultyFile {
    List<String> channels = new ArrayList<>();
    for (String name = text(list); !name.isEmpty(); name = text(list)) {
      if (list.getInt() != EXR_FLOAT) {
        throw faulty("channel " + name + " is not of full floats");
      }
      list.position(list.position() + 3 * Integer.BYTES);
      channels.add(name);
    }
    return channels;
  }

  private static String text(ByteBuffer in) {
    StringBuilder text = new StringBuilder();
    for (byte next = in.get(); next != 0; next = in.get()) {
      text.append((char) next);
    }
    return text.toString();
  }

  static FaultyFile faulty(String detail) {
    return new FaultyFile(Fault.FLOATS_DAMAGED, detail);
  }
}
