package org.diorama.assets.sky;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What the header of an OpenEXR file says: OpenEXR File Layout, version 2 (Academy Software
 * Foundation).
 *
 * @param channels in the order of each row
 * @param whiteLuminance cd/m² of a pixel of ones, where the file says so
 */
record ExrHeader(
    List<Channel> channels,
    ExrCompression compression,
    Window window,
    OptionalDouble whiteLuminance) {
  private static final int MOST_CHANNELS = 64;

  /** CIE x, y of Rec.709's red, green, blue and D65. */
  private static final double[] REC_709 = {0.64, 0.33, 0.3, 0.6, 0.15, 0.06, 0.3127, 0.329};

  /**
   * @param bytes of a sample
   */
  record Channel(String name, Sample sample) {
    int bytes() {
      return sample == Sample.HALF ? 2 : 4;
    }
  }

  enum Sample {
    UINT,
    HALF,
    FLOAT
  }

  /** Corners of the pixels, both included. */
  record Window(int left, int top, int right, int bottom) {
    long width() {
      return (long) right - left + 1;
    }

    long height() {
      return (long) bottom - top + 1;
    }
  }

  /** Bytes of one row, all channels. */
  long rowBytes() {
    return channels.stream().mapToLong(channel -> channel.bytes() * window.width()).sum();
  }

  /**
   * @param in after magic and version
   * @throws SkyImageException where it is damaged, or of a form that is not read
   */
  static ExrHeader read(ExrInput in) throws IOException {
    Map<String, ByteBuffer> attributes = new LinkedHashMap<>();
    for (String name = in.name(); !name.isEmpty(); name = in.name()) {
      in.name();
      attributes.put(name, ByteBuffer.wrap(in.attribute()).order(ByteOrder.LITTLE_ENDIAN));
    }
    ByteBuffer type = attributes.get("type");
    if (type != null && !text(type).equals("scanlineimage")) {
      throw new SkyImageException("has no rows of pixels; save it as a scanline image");
    }
    requireRec709(attributes.get("chromaticities"));
    ByteBuffer compression = attribute(attributes, "compression", 1);
    ByteBuffer window = attribute(attributes, "dataWindow", 16);
    ByteBuffer white = attributes.get("whiteLuminance");
    return new ExrHeader(
        channels(attribute(attributes, "channels", 1)),
        ExrCompression.of(compression.get(0)),
        new Window(window.getInt(0), window.getInt(4), window.getInt(8), window.getInt(12)),
        white == null || white.capacity() < 4 || !(white.getFloat(0) > 0)
            ? OptionalDouble.empty()
            : OptionalDouble.of(white.getFloat(0)));
  }

  private static ByteBuffer attribute(Map<String, ByteBuffer> attributes, String name, int bytes)
      throws SkyImageException {
    ByteBuffer value = attributes.get(name);
    if (value == null || value.capacity() < bytes) {
      throw new SkyImageException("is damaged: its header has no " + name);
    }
    return value;
  }

  private static String text(ByteBuffer bytes) {
    return StandardCharsets.ISO_8859_1.decode(bytes.duplicate()).toString();
  }

  private static void requireRec709(ByteBuffer chromaticities) throws SkyImageException {
    for (int k = 0; k < REC_709.length && chromaticities != null; k++) {
      if (chromaticities.capacity() < 32
          || !(Math.abs(chromaticities.getFloat(4 * k) - REC_709[k]) < 0.01)) {
        throw new SkyImageException("has other primaries than Rec.709; convert it");
      }
    }
  }

  private static List<Channel> channels(ByteBuffer list) throws SkyImageException {
    List<Channel> channels = new ArrayList<>();
    String text = text(list);
    int at = 0;
    while (at < list.capacity() && list.get(at) != 0) {
      int end = text.indexOf('\0', at);
      if (end < 0 || end + 17 > list.capacity() || channels.size() == MOST_CHANNELS) {
        throw new SkyImageException("is damaged: its list of channels is malformed");
      }
      int sample = list.getInt(end + 1);
      if (sample < 0 || sample >= Sample.values().length) {
        throw new SkyImageException("is damaged: a channel has the unknown kind " + sample);
      }
      if (list.getInt(end + 9) != 1 || list.getInt(end + 13) != 1) {
        throw new SkyImageException("has channels of fewer pixels than the image; convert it");
      }
      channels.add(new Channel(text.substring(at, end), Sample.values()[sample]));
      at = end + 17;
    }
    for (String name : List.of("R", "G", "B")) {
      if (channels.stream().noneMatch(channel -> channel.name().equals(name))) {
        throw new SkyImageException("has no channel " + name + "; R, G and B are read");
      }
    }
    return List.copyOf(channels);
  }
}
