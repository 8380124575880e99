package org.diorama.dataset.verify.read;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.diorama.dataset.verify.finding.Fault;

/**
 * An image of floating point numbers from NumPy's array file (NumPy Enhancement Proposal 1):
 * little-endian, four bytes each, in C order.
 *
 * @param channels numbers of a pixel
 * @param values row by row, pixel by pixel
 */
public record NpyImage(int width, int height, int channels, float[] values) {
  private static final long MAGIC = 0x934e554d50590100L;
  private static final Pattern HEAD =
      Pattern.compile(
          "\\{'descr': '<f4', 'fortran_order': False, 'shape': \\((\\d+), (\\d+)(?:, (\\d+))?\\), \\}"
              + " *\\n");

  /**
   * Reads an image of a known size.
   *
   * @throws FaultyFile NPY_DAMAGED, or IMAGE_SIZE where it has another size
   */
  public static NpyImage read(byte[] bytes, int width, int height) throws FaultyFile {
    ByteBuffer file = ByteBuffer.wrap(bytes);
    if (bytes.length < 10 || file.getLong() != MAGIC) {
      throw new FaultyFile(Fault.NPY_DAMAGED, "it does not begin like an array of NumPy");
    }
    file.order(ByteOrder.LITTLE_ENDIAN);
    int length = Short.toUnsignedInt(file.getShort());
    String head =
        new String(bytes, 10, Math.min(length, bytes.length - 10), StandardCharsets.ISO_8859_1);
    Matcher shape = HEAD.matcher(head);
    if (!shape.matches()) {
      throw new FaultyFile(Fault.NPY_DAMAGED, "its head is " + head.strip());
    }
    int channels = shape.group(3) == null ? 1 : Integer.parseInt(shape.group(3));
    if (Integer.parseInt(shape.group(1)) != height || Integer.parseInt(shape.group(2)) != width) {
      throw new FaultyFile(
          Fault.IMAGE_SIZE,
          "the file is %s x %s pixels, its label %d x %d"
              .formatted(shape.group(2), shape.group(1), width, height));
    }
    file.position(10 + length);
    float[] values = new float[width * height * channels];
    if (file.remaining() != 4 * values.length) {
      throw new FaultyFile(
          Fault.NPY_DAMAGED, file.remaining() + " bytes for " + values.length + " numbers");
    }
    file.asFloatBuffer().get(values);
    for (float value : values) {
      if (!Float.isFinite(value)) {
        throw new FaultyFile(Fault.NPY_DAMAGED, "it holds " + value);
      }
    }
    return new NpyImage(width, height, channels, values);
  }
}
