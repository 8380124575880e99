package org.diorama.dataset.verify.read;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Width and height of an image file, from its header alone: PNG, and JPEG by its frame header
 * (ITU-T T.81, annex B).
 */
public record ImageSize(int width, int height) {
  private static final int PNG = 0x89504e47;
  private static final int JPEG = 0xffd8;
  private static final int START_OF_SCAN = 0xda;

  /** Absent where the file is of another kind, or ends too early. */
  public static Optional<ImageSize> of(Path file) throws IOException {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 512))) {
      int first = in.readInt();
      if (first == PNG) {
        in.skipNBytes(12);
        return Optional.of(new ImageSize(in.readInt(), in.readInt()));
      }
      return first >>> 16 == JPEG ? jpeg(in, first & 0xffff) : Optional.empty();
    } catch (EOFException e) {
      return Optional.empty();
    }
  }

  private static Optional<ImageSize> jpeg(DataInputStream in, int firstMarker) throws IOException {
    int marker = firstMarker;
    while (marker >>> 8 == 0xff) {
      int code = marker & 0xff;
      if (code == 0xff) {
        marker = 0xff00 | in.readUnsignedByte();
        continue;
      }
      boolean frame = code >= 0xc0 && code <= 0xcf && code != 0xc4 && code != 0xc8 && code != 0xcc;
      int length = in.readUnsignedShort();
      if (frame) {
        in.readUnsignedByte();
        int height = in.readUnsignedShort();
        return Optional.of(new ImageSize(in.readUnsignedShort(), height));
      }
      if (code == START_OF_SCAN || length < 2) {
        return Optional.empty();
      }
      in.skipNBytes(length - 2);
      marker = in.readUnsignedShort();
    }
    return Optional.empty();
  }
}
