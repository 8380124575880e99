package org.diorama.dataset.verify.read;

/**
 * A decoded image of floats.
 *
 * @param channels of a pixel
 * @param values row by row from the top, pixel by pixel, channel by channel; not copied
 */
public record FloatImage(int width, int height, int channels, float[] values) {
  public float at(int pixel, int channel) {
    return values[pixel * channels + channel];
  }
}
