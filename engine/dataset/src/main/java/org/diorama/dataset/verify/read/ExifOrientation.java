package org.diorama.dataset.verify.read;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * How a JPEG file is to be turned before it is shown: the orientation of its Exif segment (CIPA
 * DC-008, Exif 2.3, tag 0x0112).
 */
public final class ExifOrientation {
  /** As it is stored. */
  public static final int UPRIGHT = 1;

  private static final int MOST = 8;
  private static final int FIRST_THAT_SWAPS_SIDES = 5;
  private static final int JPEG = 0xffd8;
  private static final int APP1 = 0xffe1;
  private static final int START_OF_SCAN = 0xffda;
  private static final int TAG = 0x0112;
  private static final int SHORT = 3;
  private static final String MARK = "Exif\0\0";

  private ExifOrientation() {}

  /** From 1 to 8; 1 where the file says nothing of it, nothing sound, or is no JPEG. */
  public static int of(Path file) throws IOException {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 512))) {
      if (in.readUnsignedShort() != JPEG) {
        return UPRIGHT;
      }
      for (int marker = in.readUnsignedShort();
          marker >>> 8 == 0xff && marker != START_OF_SCAN;
          marker = in.readUnsignedShort()) {
        int length = in.readUnsignedShort() - 2;
        if (length < 0) {
          return UPRIGHT;
        }
        byte[] segment = marker == APP1 ? in.readNBytes(length) : new byte[0];
        if (marker != APP1) {
          in.skipNBytes(length);
        } else if (new String(segment, StandardCharsets.ISO_8859_1).startsWith(MARK)) {
          return of(ByteBuffer.wrap(Arrays.copyOfRange(segment, MARK.length(), segment.length)));
        }
      }
      return UPRIGHT;
    } catch (EOFException e) {
      return UPRIGHT;
    }
  }

  /** Whether an image that is turned so has its width for its height. */
  public static boolean swapsSides(int orientation) {
    return orientation >= FIRST_THAT_SWAPS_SIDES;
  }

  /** In the first directory of a TIFF stream, from the buffer's place 0 on. */
  static int of(ByteBuffer tiff) {
    try {
      tiff.order(tiff.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
      tiff.position(tiff.getInt(4));
      for (int left = Short.toUnsignedInt(tiff.getShort()); left > 0; left--) {
        ByteBuffer entry = tiff.slice().order(tiff.order()).limit(12);
        if (entry.getShort() == TAG && entry.getShort() == SHORT) {
          int orientation = entry.getShort(8);
          return orientation >= UPRIGHT && orientation <= MOST ? orientation : UPRIGHT;
        }
        tiff.position(tiff.position() + 12);
      }
    } catch (IllegalArgumentException | IndexOutOfBoundsException | BufferUnderflowException e) {
      return UPRIGHT;
    }
    return UPRIGHT;
  }
}
