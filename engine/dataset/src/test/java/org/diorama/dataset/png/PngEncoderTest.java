package org.diorama.dataset.png;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PngEncoderTest {
  private final PngEncoder encoder = new PngEncoder();

  @AfterEach
  void close() {
    encoder.close();
  }

  static Stream<Arguments> shapes() {
    List<int[]> sizes =
        List.of(
            new int[] {1, 1},
            new int[] {1, 7},
            new int[] {7, 1},
            new int[] {3, 5},
            new int[] {33, 2},
            new int[] {161, 121},
            new int[] {640, 60});
    List<Arguments> all = new ArrayList<>();
    for (int[] size : sizes) {
      for (PixelFormat format : PixelFormat.values()) {
        for (Filter filter : Filter.values()) {
          all.add(Arguments.of(size[0], size[1], format, filter));
        }
      }
    }
    return all.stream();
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void decodesToThePixelsItWasGiven(int width, int height, PixelFormat format, Filter filter)
      throws IOException {
    long seed = 31L * width + height;
    byte[] noise = new byte[width * height * format.bytesPerPixel()];
    new Random(seed).nextBytes(noise);
    assertArrayEquals(
        noise, decode(encode(width, height, format, filter, noise), format), "seed " + seed);
    byte[] ramp = new byte[noise.length];
    for (int i = 0; i < ramp.length; i++) {
      ramp[i] = (byte) (i / 3);
    }
    assertArrayEquals(ramp, decode(encode(width, height, format, filter, ramp), format));
  }

  @ParameterizedTest
  @MethodSource("filters")
  void keepsEveryValueOfSixteenBits(Filter filter) throws IOException {
    byte[] all = new byte[256 * 256 * 2];
    for (int value = 0; value < 65536; value++) {
      all[2 * value] = (byte) (value >>> 8);
      all[2 * value + 1] = (byte) value;
    }
    assertArrayEquals(
        all, decode(encode(256, 256, PixelFormat.GRAY_16, filter, all), PixelFormat.GRAY_16));
  }

  static Stream<Filter> filters() {
    return Stream.of(Filter.values());
  }

  @Test
  void chunksFollowTheStandard() throws IOException {
    byte[] noise = new byte[300 * 200 * 3];
    new Random(5).nextBytes(noise);
    ByteBuffer png = ByteBuffer.wrap(encode(300, 200, PixelFormat.RGB_8, Filter.SUB, noise));
    assertEquals(0x89504e470d0a1a0aL, png.getLong());
    List<String> types = new ArrayList<>();
    while (png.hasRemaining()) {
      int length = png.getInt();
      byte[] typeAndData = new byte[4 + length];
      png.get(typeAndData);
      CRC32 checksum = new CRC32();
      checksum.update(typeAndData);
      assertEquals((int) checksum.getValue(), png.getInt());
      types.add(new String(typeAndData, 0, 4, StandardCharsets.US_ASCII));
    }
    assertEquals("IHDR", types.get(0));
    assertEquals("IEND", types.get(types.size() - 1));
    assertTrue(types.stream().filter("IDAT"::equals).count() > 1, "noise fills several chunks");
    assertEquals(List.of("IDAT"), types.subList(1, types.size() - 1).stream().distinct().toList());
  }

  @Test
  void noiseCostsLittleMoreThanItsEntropy() throws IOException {
    Random random = new Random(6);
    byte[] noisy = new byte[300 * 200 * 3];
    for (int i = 0; i < noisy.length; i++) {
      noisy[i] = (byte) (128 + Math.round(random.nextGaussian() * 3));
    }
    // A difference of two such values has 4.1 bits: log2(3 sqrt(2) sqrt(2 pi e)).
    int bytes = encode(300, 200, PixelFormat.RGB_8, Filter.SUB, noisy).length;
    assertTrue(bytes < noisy.length * 4.25 / 8, bytes + " bytes");
    assertArrayEquals(
        noisy, decode(encode(300, 200, PixelFormat.RGB_8, Filter.SUB, noisy), PixelFormat.RGB_8));
  }

  @Test
  void bytesDependOnThePixelsAlone() throws IOException {
    byte[] first = new byte[64 * 48 * 3];
    byte[] second = new byte[100 * 30 * 2];
    new Random(1).nextBytes(first);
    new Random(2).nextBytes(second);
    byte[] fresh = encode(64, 48, PixelFormat.RGB_8, Filter.UP, first);
    encode(100, 30, PixelFormat.GRAY_16, Filter.SUB, second);
    assertArrayEquals(fresh, encode(64, 48, PixelFormat.RGB_8, Filter.UP, first));
  }

  @Test
  void refusesAnEmptyImage() {
    assertThrows(
        IllegalArgumentException.class,
        () -> encode(0, 4, PixelFormat.GRAY_8, Filter.UP, new byte[0]));
  }

  private byte[] encode(int width, int height, PixelFormat format, Filter filter, byte[] pixels)
      throws IOException {
    int stride = width * format.bytesPerPixel();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    encoder.encode(
        width,
        height,
        format,
        filter,
        (y, row) -> System.arraycopy(pixels, y * stride, row, 0, stride),
        out);
    return out.toByteArray();
  }

  private static byte[] decode(byte[] png, PixelFormat format) throws IOException {
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
    int samples =
        switch (format) {
          case RGB_8, RGB_16 -> 3;
          case RGBA_8 -> 4;
          case GRAY_8, GRAY_16 -> 1;
        };
    assertEquals(samples, image.getRaster().getNumBands());
    int[] values =
        image.getRaster().getPixels(0, 0, image.getWidth(), image.getHeight(), (int[]) null);
    boolean wide = format == PixelFormat.GRAY_16 || format == PixelFormat.RGB_16;
    byte[] bytes = new byte[values.length * (wide ? 2 : 1)];
    for (int i = 0; i < values.length; i++) {
      if (wide) {
        bytes[2 * i] = (byte) (values[i] >>> 8);
        bytes[2 * i + 1] = (byte) values[i];
      } else {
        bytes[i] = (byte) values[i];
      }
    }
    assertEquals(image.getWidth() * image.getHeight() * format.bytesPerPixel(), bytes.length);
    return bytes;
  }
}
