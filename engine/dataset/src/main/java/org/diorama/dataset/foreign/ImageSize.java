package org.diorama.dataset.foreign;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** Width and height of an image file, from its head: its pixels are not decoded. */
final class ImageSize {
  private static final Set<String> KNOWN =
      Set.of("png", "jpg", "jpeg", "bmp", "gif", "tif", "tiff", "webp");

  /** What trainers take for images, too, and this can't read. */
  private static final Set<String> OTHERS = Set.of("dng", "mpo", "pfm", "heic", "avif", "jp2");

  private static final int WEBP_HEAD = 30;

  private ImageSize() {}

  /** Whether a file is an image that this can read, by its name. */
  static boolean isKnown(Path file) {
    return KNOWN.contains(extension(file));
  }

  /** Whether a file is an image of another kind, by its name. */
  static boolean isOther(Path file) {
    return OTHERS.contains(extension(file));
  }

  private static String extension(Path file) {
    String name = file.getFileName().toString();
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }

  /**
   * @throws org.diorama.core.DioramaException BAD_INPUT where it is no image
   */
  static int[] of(Path file) throws IOException {
    Optional<int[]> webp = webp(file);
    if (webp.isPresent()) {
      return webp.get();
    }
    try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        throw ForeignEntry.bad(file, "is no image");
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(in);
        return new int[] {reader.getWidth(0), reader.getHeight(0)};
      } catch (IOException e) {
        throw ForeignEntry.bad(file, "is a damaged image: " + e.getMessage());
      } finally {
        reader.dispose();
      }
    }
  }

  /** By the head of its first chunk (RFC 9649); absent where the file is no WebP. */
  private static Optional<int[]> webp(Path file) throws IOException {
    byte[] head;
    try (InputStream in = Files.newInputStream(file)) {
      head = in.readNBytes(WEBP_HEAD);
    }
    if (head.length < WEBP_HEAD || !text(head, 0).equals("RIFF") || !text(head, 8).equals("WEBP")) {
      return Optional.empty();
    }
    return switch (text(head, 12)) {
      case "VP8 " -> Optional.of(new int[] {bits(head, 26, 14, 0), bits(head, 28, 14, 0)});
      case "VP8L" -> Optional.of(new int[] {1 + bits(head, 21, 14, 0), 1 + bits(head, 22, 14, 6)});
      case "VP8X" -> Optional.of(new int[] {1 + bits(head, 24, 24, 0), 1 + bits(head, 27, 24, 0)});
      default -> Optional.empty();
    };
  }

  private static String text(byte[] head, int at) {
    return new String(head, at, 4, StandardCharsets.ISO_8859_1);
  }

  /** A whole number, least byte first. */
  private static int bits(byte[] head, int at, int count, int shift) {
    int value = 0;
    for (int i = 0; 8 * i < shift + count; i++) {
      value |= (head[at + i] & 0xff) << 8 * i;
    }
    return value >>> shift & (1 << count) - 1;
  }
}
