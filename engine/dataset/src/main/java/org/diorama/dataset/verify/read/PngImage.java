package org.diorama.dataset.verify.read;

import java.nio.ByteBuffer;
import org.diorama.dataset.verify.finding.Fault;

/**
 * A decoded PNG.
 *
 * @param channels 1 gray, 3 red, green, blue, 4 with alpha
 * @param bitDepth 8 or 16
 * @param samples row by row, pixel by pixel, channel by channel; two bytes each, the most
 *     significant first, where the depth is 16; not copied
 */
public record PngImage(int width, int height, int channels, int bitDepth, byte[] samples) {

  /** The first channel of each pixel, row by row. */
  public int[] gray() {
    int bytes = channels * bitDepth / 8;
    int[] values = new int[width * height];
    ByteBuffer buffer = ByteBuffer.wrap(samples);
    for (int i = 0; i < values.length; i++) {
      values[i] =
          bitDepth == 16
              ? Short.toUnsignedInt(buffer.getShort(i * bytes))
              : Byte.toUnsignedInt(samples[i * bytes]);
    }
    return values;
  }

  /**
   * @throws FaultyFile PNG_FORMAT where it has other channels or bits
   */
  public void requireForm(int channels, int bits) throws FaultyFile {
    if (this.channels != channels || bitDepth != bits) {
      throw new FaultyFile(
          Fault.PNG_FORMAT,
          "%d channels of %d bits, due are %d of %d"
              .formatted(this.channels, bitDepth, channels, bits));
    }
  }

  /** One sample. */
  public int at(int pixel, int channel) {
    int place = (pixel * channels + channel) * bitDepth / 8;
    int first = Byte.toUnsignedInt(samples[place]);
    return bitDepth == 16 ? first << 8 | Byte.toUnsignedInt(samples[place + 1]) : first;
  }

  /** Red + 256 green + 65536 blue of each pixel, row by row: COCO's panoptic ids. */
  public int[] colorIds() {
    int[] ids = new int[width * height];
    for (int i = 0; i < ids.length; i++) {
      int at = i * channels;
      ids[i] =
          Byte.toUnsignedInt(samples[at])
              + 256 * Byte.toUnsignedInt(samples[at + 1])
              + 65536 * Byte.toUnsignedInt(samples[at + 2]);
    }
    return ids;
  }
}
