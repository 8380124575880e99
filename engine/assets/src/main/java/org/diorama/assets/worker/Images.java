package org.diorama.assets.worker;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.lwjgl.stb.STBImage;
import org.lwjgl.system.MemoryUtil;

/** Finds and decodes the images that materials name. */
final class Images {
  /** Larger images are not decoded: four bytes a pixel must fit the child's memory. */
  private static final long MAX_PIXELS = 64L << 20;

  private final OpenedFiles files;
  private final List<byte[]> embedded;
  private final List<String> warnings;

  Images(OpenedFiles files, List<byte[]> embedded, List<String> warnings) {
    this.files = files;
    this.embedded = embedded;
    this.warnings = warnings;
  }

  /**
   * The decoded image; empty, with a warning, where it is missing or cannot be decoded.
   *
   * @param name {@code *3} is the fourth image inside the model file; otherwise a file beside it
   * @throws IOException where the name leads outside the model's folder
   */
  Optional<RgbaImage> load(String name) throws IOException {
    Optional<byte[]> encoded = name.startsWith("*") ? embedded(name) : file(name);
    if (encoded.isEmpty()) {
      warnings.add("image '" + name + "' is missing");
      return Optional.empty();
    }
    Optional<RgbaImage> image = decode(encoded.get());
    if (image.isEmpty()) {
      warnings.add("image '" + name + "' cannot be decoded");
    }
    return image;
  }

  private Optional<byte[]> embedded(String name) {
    int number = name.matches("\\*[0-9]{1,6}") ? Integer.parseInt(name.substring(1)) : -1;
    return number >= 0 && number < embedded.size()
        ? Optional.of(embedded.get(number))
        : Optional.empty();
  }

  /** Absolute paths come from somebody else's disk: only their last part means anything here. */
  private Optional<byte[]> file(String name) throws IOException {
    String path = name.replace('\\', '/');
    boolean absolute = path.startsWith("/") || path.matches("[A-Za-z]:.*");
    Optional<byte[]> found = absolute ? Optional.empty() : files.read(path);
    if (found.isEmpty() && path.contains("%")) {
      found = files.read(decodeUri(path));
    }
    String last = path.substring(path.lastIndexOf('/') + 1);
    return found.isEmpty() && !last.isEmpty() ? files.read(last) : found;
  }

  private static String decodeUri(String path) {
    try {
      return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return path;
    }
  }

  private static Optional<RgbaImage> decode(byte[] encoded) {
    ByteBuffer source = MemoryUtil.memAlloc(Math.max(1, encoded.length));
    try {
      source.put(encoded).flip();
      int[] width = new int[1];
      int[] height = new int[1];
      int[] channels = new int[1];
      if (!STBImage.stbi_info_from_memory(source, width, height, channels)
          || (long) width[0] * height[0] > MAX_PIXELS) {
        return Optional.empty();
      }
      ByteBuffer pixels = STBImage.stbi_load_from_memory(source, width, height, channels, 4);
      return pixels == null
          ? Optional.empty()
          : Optional.of(new RgbaImage(width[0], height[0], pixels));
    } finally {
      MemoryUtil.memFree(source);
    }
  }
}
