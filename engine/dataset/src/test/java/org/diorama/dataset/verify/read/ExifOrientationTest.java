package org.diorama.dataset.verify.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Orientations of photographs, in both orders of bytes, and files that only look like them. */
public class ExifOrientationTest {
  @TempDir private Path folder;

  private static byte[] image(String form) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(12, 9, BufferedImage.TYPE_INT_RGB), form, out);
    return out.toByteArray();
  }

  /** A photograph with an Exif segment after its first marker, as cameras write it. */
  public static byte[] turned(byte[] jpeg, int orientation, ByteOrder order) {
    ByteBuffer exif = ByteBuffer.allocate(48).order(ByteOrder.BIG_ENDIAN);
    exif.putShort((short) 0xffe1).putShort((short) 46);
    exif.put("Exif\0\0".getBytes(StandardCharsets.ISO_8859_1));
    exif.order(order).putShort((short) (order == ByteOrder.BIG_ENDIAN ? 0x4d4d : 0x4949));
    exif.putShort((short) 42).putInt(8).putShort((short) 2);
    exif.putShort((short) 0x0100).putShort((short) 4).putInt(1).putInt(12);
    exif.putShort((short) 0x0112).putShort((short) 3).putInt(1);
    exif.putShort((short) orientation).putShort((short) 0);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(jpeg, 0, 2);
    out.writeBytes(exif.array());
    out.write(jpeg, 2, jpeg.length - 2);
    return out.toByteArray();
  }

  private int of(byte[] file) throws IOException {
    return ExifOrientation.of(Files.write(folder.resolve("image"), file));
  }

  @Test
  void eachIsReadInBothOrders() throws IOException {
    byte[] jpeg = image("jpg");
    for (ByteOrder order : List.of(ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN)) {
      for (int orientation = 1; orientation <= 8; orientation++) {
        byte[] turned = turned(jpeg, orientation, order);
        assertEquals(orientation, of(turned), order.toString());
        assertEquals(new ImageSize(12, 9), ImageSize.of(folder.resolve("image")).orElseThrow());
      }
    }
    assertTrue(ExifOrientation.swapsSides(5) && ExifOrientation.swapsSides(8));
    assertFalse(ExifOrientation.swapsSides(4));
  }

  @Test
  void whatSaysNothingSoundIsUpright() throws IOException {
    byte[] jpeg = image("jpg");
    byte[] turned = turned(jpeg, 6, ByteOrder.LITTLE_ENDIAN);
    assertEquals(1, of(jpeg));
    assertEquals(1, of(image("png")));
    assertEquals(1, of(new byte[0]));
    assertEquals(1, of(turned(jpeg, 0, ByteOrder.BIG_ENDIAN)));
    assertEquals(1, of(turned(jpeg, 9, ByteOrder.BIG_ENDIAN)));
    for (int length = 0; length < 46; length++) {
      assertEquals(1, of(Arrays.copyOf(turned, length)), "cut to " + length);
    }
    byte[] far = turned.clone();
    Arrays.fill(far, 16, 20, (byte) 0x7f);
    assertEquals(1, of(far), "a directory beyond the end");
    Arrays.fill(far, 16, 20, (byte) 0xff);
    assertEquals(1, of(far), "a directory before the beginning");
  }
}
