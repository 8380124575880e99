package org.diorama.assets.worker;

import java.nio.ByteBuffer;
import org.lwjgl.stb.STBImageResize;
import org.lwjgl.system.MemoryUtil;

/** An image in native memory: RGBA, 8 bits each, row 0 the top. Whoever holds it closes it. */
record RgbaImage(int width, int height, ByteBuffer pixels) implements AutoCloseable {

  static RgbaImage white(int width, int height) {
    ByteBuffer pixels = MemoryUtil.memAlloc(4 * width * height);
    MemoryUtil.memSet(pixels, 255);
    return new RgbaImage(width, height, pixels);
  }

  int alpha(int pixel) {
    return pixels.get(4 * pixel + 3) & 0xff;
  }

  void setAlpha(int pixel, int alpha) {
    pixels.put(4 * pixel + 3, (byte) alpha);
  }

  int pixelCount() {
    return width * height;
  }

  boolean hasAlpha() {
    for (int pixel = 0; pixel < pixelCount(); pixel++) {
      if (alpha(pixel) < 255) {
        return true;
      }
    }
    return false;
  }

  int red(int pixel) {
    return pixels.get(4 * pixel) & 0xff;
  }

  /**
   * @param srgb whether color is filtered in linear light, weighted with alpha
   * @param filter one of {@code STBIR_FILTER_*}
   */
  RgbaImage resize(int newWidth, int newHeight, boolean srgb, int filter) {
    ByteBuffer target = MemoryUtil.memAlloc(4 * newWidth * newHeight);
    ByteBuffer done =
        STBImageResize.stbir_resize(
            pixels,
            width,
            height,
            0,
            target,
            newWidth,
            newHeight,
            0,
            srgb ? STBImageResize.STBIR_RGBA : STBImageResize.STBIR_RGBA_NO_AW,
            srgb ? STBImageResize.STBIR_TYPE_UINT8_SRGB : STBImageResize.STBIR_TYPE_UINT8,
            STBImageResize.STBIR_EDGE_WRAP,
            filter);
    if (done == null) {
      MemoryUtil.memFree(target);
      throw new OutOfMemoryError("an image of " + newWidth + " x " + newHeight);
    }
    return new RgbaImage(newWidth, newHeight, target);
  }

  byte[] toBytes() {
    byte[] bytes = new byte[4 * width * height];
    pixels.get(0, bytes);
    return bytes;
  }

  @Override
  public void close() {
    MemoryUtil.memFree(pixels);
  }
}
