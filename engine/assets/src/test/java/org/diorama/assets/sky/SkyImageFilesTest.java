package org.diorama.assets.sky;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.diorama.assets.source.Sha256;
import org.diorama.core.files.ModelFolders;
import org.diorama.core.math.LinearColor;
import org.diorama.core.sky.image.Panorama;
import org.diorama.core.sky.image.SkyImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lwjgl.BufferUtils;
import org.lwjgl.PointerBuffer;
import org.lwjgl.stb.STBImage;
import org.lwjgl.util.tinyexr.EXRHeader;
import org.lwjgl.util.tinyexr.EXRImage;
import org.lwjgl.util.tinyexr.EXRVersion;
import org.lwjgl.util.tinyexr.TinyEXR;

class SkyImageFilesTest {
  @TempDir private Path folder;

  private SkyImage read(byte[] bytes) throws IOException {
    Files.write(folder.resolve("sky"), bytes);
    return new SkyImageFiles(ModelFolders.of(folder, List.of())).image("sky");
  }

  @Test
  void openExrInAllItsForms() throws IOException {
    for (ExrCompression compression : ExrCompression.values()) {
      for (ExrHeader.Sample sample :
          new ExrHeader.Sample[] {ExrHeader.Sample.HALF, ExrHeader.Sample.FLOAT}) {
        byte[] file = SkyFiles.exr(compression, sample);
        Panorama image = read(file).whole();
        String message = compression + " " + sample;
        float[][] other = tinyExr(file);
        for (int row = 0; row < SkyFiles.HEIGHT; row++) {
          for (int column = 0; column < SkyFiles.WIDTH; column++) {
            LinearColor pixel = image.pixel(column, row);
            int at = row * SkyFiles.WIDTH + column;
            assertEquals(SkyFiles.value(column, row, 0), pixel.red(), message);
            assertEquals(SkyFiles.value(column, row, 1), pixel.green(), message);
            assertEquals(SkyFiles.value(column, row, 2), pixel.blue(), message);
            assertEquals(other[3][at], pixel.red(), message);
            assertEquals(other[1][at], pixel.blue(), message);
          }
        }
        assertEquals(OptionalDouble.of(250), read(file).fact().unit());
      }
    }
  }

  /** Half a step of the mantissa more than stb, which takes cut values for whole ones. */
  @Test
  void radianceInAllItsForms() throws IOException {
    for (SkyFiles.Rows form : SkyFiles.Rows.values()) {
      byte[] file = SkyFiles.radiance(form);
      Panorama image = read(file).whole();
      // Of the other forms stb reads less: it loses plain rows of this width after the first.
      float[] other = form == SkyFiles.Rows.RUNS ? stb(file) : null;
      for (int row = 0; row < SkyFiles.HEIGHT; row++) {
        for (int column = 0; column < SkyFiles.WIDTH; column++) {
          byte[] rgbe = SkyFiles.rgbe(form == SkyFiles.Rows.OLD_RUNS ? column / 9 : column, row);
          double step = Math.scalb(1.0, (rgbe[3] & 0xff) - 136);
          String message = form + " " + column + ", " + row;
          LinearColor pixel = image.pixel(column, row);
          assertEquals(((rgbe[0] & 0xff) + 0.5) * step, pixel.red(), message);
          assertEquals(((rgbe[2] & 0xff) + 0.5) * step, pixel.blue(), message);
          if (other != null) {
            int at = 3 * (row * SkyFiles.WIDTH + column);
            assertEquals(other[at + 1] + 0.5 * step, pixel.green(), message);
          }
        }
      }
    }
  }

  @Test
  void aFileIsReadOnceAndItsHashIsItsContents() throws IOException {
    byte[] file = SkyFiles.radiance(SkyFiles.Rows.RUNS);
    byte[] longer = Arrays.copyOf(file, file.length + 10);
    Files.write(folder.resolve("sky"), longer);
    SkyImageFiles files = new SkyImageFiles(ModelFolders.of(folder, List.of()));
    assertSame(files.image("sky"), files.image("sky"));
    assertEquals(Sha256.of(longer), files.fact("sky").digest());
    assertTrue(files.fact("sky").unit().isEmpty());
  }

  /** Pixels of large images are means, so that all light stays. */
  @Test
  void largeImagesAreMadeSmaller() throws SkyImageException {
    SkyRows rows = new SkyRows(8192, 4096);
    float[] rgb = new float[3 * 8192];
    for (int row = 0; row < 4096; row++) {
      Arrays.fill(rgb, row % 2);
      rgb[0] = 4;
      rows.put(row, rgb);
    }
    Panorama image = rows.panorama();
    assertEquals(4096, image.width());
    assertEquals(new LinearColor(0.5, 0.5, 0.5), image.pixel(1, 0));
    assertEquals(new LinearColor(2.25, 0.5, 0.5), image.pixel(0, 0));
  }

  private static float[] stb(byte[] file) {
    int[] width = new int[1];
    int[] height = new int[1];
    int[] channels = new int[1];
    FloatBuffer pixels = STBImage.stbi_loadf_from_memory(direct(file), width, height, channels, 3);
    float[] values = new float[pixels.remaining()];
    pixels.get(0, values);
    STBImage.stbi_image_free(pixels);
    return values;
  }

  /** Channel by channel, in the file's order. */
  private static float[][] tinyExr(byte[] file) {
    ByteBuffer bytes = direct(file);
    PointerBuffer error = BufferUtils.createPointerBuffer(1);
    float[][] channels = new float[4][SkyFiles.WIDTH * SkyFiles.HEIGHT];
    try (EXRVersion version = EXRVersion.calloc();
        EXRHeader header = EXRHeader.calloc();
        EXRImage image = EXRImage.calloc()) {
      TinyEXR.InitEXRHeader(header);
      TinyEXR.InitEXRImage(image);
      assertEquals(0, TinyEXR.ParseEXRVersionFromMemory(version, bytes));
      assertEquals(0, TinyEXR.ParseEXRHeaderFromMemory(header, version, bytes, error));
      for (int k = 0; k < channels.length; k++) {
        header.requested_pixel_types().put(k, TinyEXR.TINYEXR_PIXELTYPE_FLOAT);
      }
      assertEquals(0, TinyEXR.LoadEXRImageFromMemory(image, header, bytes, error));
      for (int k = 0; k < channels.length; k++) {
        image.images().getFloatBuffer(k, channels[k].length).get(channels[k]);
      }
      TinyEXR.FreeEXRImage(image);
      TinyEXR.FreeEXRHeader(header);
    }
    return channels;
  }

  private static ByteBuffer direct(byte[] bytes) {
    return BufferUtils.createByteBuffer(bytes.length).put(bytes).flip();
  }
}
