package org.diorama.dataset.verify.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;
import org.diorama.dataset.png.Filter;
import org.diorama.dataset.png.PixelFormat;
import org.diorama.dataset.png.PngEncoder;
import org.diorama.dataset.verify.finding.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Images of two other writers come back; every damage is told by its name. */
class PngReaderTest {
  private static final int WIDTH = 23;
  private static final int HEIGHT = 17;

  /** The JDK's writer takes every filter. */
  @ParameterizedTest
  @ValueSource(
      ints = {
        BufferedImage.TYPE_BYTE_GRAY,
        BufferedImage.TYPE_USHORT_GRAY,
        BufferedImage.TYPE_INT_RGB
      })
  void imagesOfTheJdkComeBack(int type) throws IOException, FaultyFile {
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, type);
    Random random = new Random(7);
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        for (int band = 0; band < image.getRaster().getNumBands(); band++) {
          int smooth = y < 9 ? 3 * x + 5 * y : random.nextInt(256);
          image.getRaster().setSample(x, y, band, smooth + band);
        }
      }
    }
    PngImage read = PngReader.read(png(image), WIDTH, HEIGHT);
    int[] values = read.channels() == 1 ? read.gray() : read.colorIds();
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        int due = 0;
        for (int band = read.channels() - 1; band >= 0; band--) {
          due = 256 * due + image.getRaster().getSample(x, y, band);
        }
        assertEquals(due, values[y * WIDTH + x]);
      }
    }
  }

  private static byte[] png(BufferedImage image) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, "png", out);
    return out.toByteArray();
  }

  @ParameterizedTest
  @EnumSource(PixelFormat.class)
  void imagesOfOurWriterComeBack(PixelFormat format) throws IOException, FaultyFile {
    byte[] rows = new byte[WIDTH * HEIGHT * format.bytesPerPixel()];
    new Random(8).nextBytes(rows);
    int rowBytes = WIDTH * format.bytesPerPixel();
    for (Filter filter : Filter.values()) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      try (PngEncoder encoder = new PngEncoder()) {
        encoder.encode(
            WIDTH,
            HEIGHT,
            format,
            filter,
            (y, row) -> System.arraycopy(rows, y * rowBytes, row, 0, rowBytes),
            out);
      }
      assertEquals(
          -1, Arrays.mismatch(rows, PngReader.read(out.toByteArray(), WIDTH, HEIGHT).samples()));
    }
  }

  /** Whatever bit flips: an error with a name, or the very same image; nothing else. */
  @Test
  void noDamagePassesInSilence() throws IOException, FaultyFile {
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_USHORT_GRAY);
    image.getRaster().setSample(3, 4, 0, 4711);
    byte[] whole = png(image);
    for (int at = 0; at < whole.length; at++) {
      byte[] damaged = whole.clone();
      damaged[at] ^= 1;
      assertThrows(FaultyFile.class, () -> PngReader.read(damaged, WIDTH, HEIGHT), "byte " + at);
      byte[] cut = Arrays.copyOf(whole, at);
      assertThrows(FaultyFile.class, () -> PngReader.read(cut, WIDTH, HEIGHT), at + " bytes");
    }
    byte[] longer = Arrays.copyOf(whole, whole.length + 1);
    assertEquals(Fault.PNG_DAMAGED, fault(longer));
  }

  @Test
  void whatImageIoReadsIsNamed() throws IOException {
    byte[] whole = png(new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB));
    byte[] checksum = whole.clone();
    checksum[whole.length - 14] ^= 1;
    byte[] cut = Arrays.copyOf(whole, whole.length - 12);
    for (byte[] damaged : new byte[][] {checksum, cut}) {
      assertNotNull(ImageIO.read(new ByteArrayInputStream(damaged)));
    }
    assertEquals(Fault.PNG_DAMAGED, fault(checksum));
    assertEquals(Fault.PNG_TRUNCATED, fault(cut));
  }

  /** The size is looked at before anything is unpacked. */
  @Test
  void anotherSizeIsNamed() throws IOException {
    byte[] png = png(new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB));
    FaultyFile fault = assertThrows(FaultyFile.class, () -> PngReader.read(png, WIDTH, 18));
    assertEquals(Fault.IMAGE_SIZE, fault.fault());
    assertEquals("the file is 23 x 17 pixels, its label 23 x 18", fault.getMessage());
    byte[] palette = png(new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_INDEXED));
    assertEquals(Fault.PNG_FORMAT, fault(palette));
  }

  private static Fault fault(byte[] png) {
    return assertThrows(FaultyFile.class, () -> PngReader.read(png, WIDTH, HEIGHT)).fault();
  }
}
