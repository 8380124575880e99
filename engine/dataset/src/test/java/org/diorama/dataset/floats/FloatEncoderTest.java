package org.diorama.dataset.floats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.diorama.core.label.pixel.PixelRows;
import org.diorama.core.scene.FloatFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FloatEncoderTest {
  private static final PixelRows COUNTED =
      (y, row) -> {
        for (int i = 0; i < 6; i++) {
          row[i] = 10 * y + i + 0.5f;
        }
      };

  private static byte[] encode(FloatEncoder encoder, int width, List<String> channels)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    encoder.encode(width, 2, channels, COUNTED, out);
    return out.toByteArray();
  }

  /** The head is the one that NumPy 2.4 writes itself. */
  @Test
  void npyIsHeadAndNumbersInOrder() throws IOException {
    byte[] file = encode(FloatEncoder.of(FloatFiles.NPY), 3, List.of("u", "v"));
    String head = "{'descr': '<f4', 'fortran_order': False, 'shape': (2, 3, 2), }";
    String padded = head + " ".repeat(128 - 10 - head.length() - 1) + "\n";
    assertArrayEquals(
        new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, 118, 0}, Arrays.copyOf(file, 10));
    assertEquals(padded, new String(file, 10, 118, StandardCharsets.US_ASCII));
    ByteBuffer numbers = ByteBuffer.wrap(file, 128, 48).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < 12; i++) {
      assertEquals(10 * (i / 6) + i % 6 + 0.5f, numbers.getFloat());
    }
    assertEquals(128 + 48, file.length);
  }

  @Test
  void headsOfOtherShapes() {
    assertEquals(
        "{'descr': '<u2', 'fortran_order': False, 'shape': (7,), }",
        new String(NpyHeader.of("<u2", 7), 10, 118, StandardCharsets.US_ASCII).strip());
    byte[] one = NpyHeader.of("<f4", 480, 640);
    assertEquals(0, one.length % 64);
    assertEquals(
        "{'descr': '<f4', 'fortran_order': False, 'shape': (480, 640), }",
        new String(one, 10, one.length - 10, StandardCharsets.US_ASCII).strip());
  }

  /** Whatever the encoder wrote before: the same pixels, the same bytes. */
  @ParameterizedTest
  @EnumSource(FloatFiles.class)
  void theSamePixelsGiveTheSameBytes(FloatFiles form) throws IOException {
    try (FloatEncoder encoder = FloatEncoder.of(form);
        FloatEncoder fresh = FloatEncoder.of(form)) {
      byte[] first = encode(encoder, 3, List.of("u", "v"));
      encode(encoder, 6, List.of("Z"));
      assertArrayEquals(first, encode(encoder, 3, List.of("u", "v")));
      assertArrayEquals(
          encode(fresh, 2, List.of("N.X", "N.Y", "N.Z")),
          encode(encoder, 2, List.of("N.X", "N.Y", "N.Z")));
    }
  }

  /** OpenEXR lists channels by name, whatever their order in a pixel. */
  @Test
  void exrSortsChannels() throws IOException {
    try (FloatEncoder encoder = FloatEncoder.of(FloatFiles.EXR)) {
      Random random = new Random(7);
      float[] noise = new float[12];
      for (int i = 0; i < noise.length; i++) {
        noise[i] = random.nextFloat();
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      encoder.encode(
          3, 2, List.of("v", "u"), (y, row) -> System.arraycopy(noise, 6 * y, row, 0, 6), out);
      String file = out.toString(StandardCharsets.ISO_8859_1);
      assertEquals(file.indexOf("chlist\0") + 7 + 4, file.indexOf("u\0\2\0\0\0"));
      assertEquals(file.indexOf("u\0\2\0\0\0") + 18, file.indexOf("v\0\2\0\0\0"));
      // Noise does not shrink: the two rows as they are, each channel for itself.
      ByteBuffer rows =
          ByteBuffer.wrap(file.getBytes(StandardCharsets.ISO_8859_1), file.length() - 48, 48)
              .order(ByteOrder.LITTLE_ENDIAN);
      for (int y = 0; y < 2; y++) {
        for (int channel = 1; channel >= 0; channel--) {
          for (int x = 0; x < 3; x++) {
            assertEquals(noise[6 * y + 2 * x + channel], rows.getFloat());
          }
        }
      }
    }
  }
}
