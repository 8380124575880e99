package org.diorama.assets.sky;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;
import org.diorama.core.files.ModelFolders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a file holds, reading it ends in an image or in a message. */
class HostileSkyTest {
  @TempDir private Path folder;

  private String problem(byte[] bytes) throws IOException {
    Files.write(folder.resolve("sky"), bytes);
    DioramaException e = assertThrows(DioramaException.class, () -> open("sky"));
    assertEquals(ExitStatus.BAD_INPUT, e.status());
    return e.getMessage();
  }

  private void open(String name) {
    new SkyImageFiles(ModelFolders.of(folder, List.of())).image(name);
  }

  private String radiance(String header, String size) throws IOException {
    return problem(("#?RADIANCE\n" + header + "\n" + size + "\n").getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void whatIsNoImage() throws IOException {
    String neither = "sky is neither a Radiance picture (.hdr) nor OpenEXR (.exr)";
    assertEquals(neither, problem(new byte[0]));
    assertEquals(neither, problem("GIF89a".getBytes(StandardCharsets.UTF_8)));
    assertEquals("sky is cut off: it ends in its header", problem("#?".getBytes()));
    assertEquals(
        "sky has the format 32-bit_rle_xyze, where 32-bit_rle_rgbe is read",
        radiance("FORMAT=32-bit_rle_xyze\n", "-Y 20 +X 40"));
    assertEquals(
        "sky has the size '+Y 20 +X 40', where '-Y HEIGHT +X WIDTH' is read",
        radiance("", "+Y 20 +X 40"));
    byte[] long0 = new byte[10_000];
    Arrays.fill(long0, (byte) 'x');
    System.arraycopy("#?".getBytes(), 0, long0, 0, 2);
    assertEquals("sky is damaged: a line of its header has no end", problem(long0));
  }

  @Test
  void sizes() throws IOException {
    assertEquals(
        "sky is 1000000 × 1000000 pixels; at most 16384 × 8192 are read",
        radiance("", "-Y 1000000 +X 1000000"));
    assertEquals("sky is 0 × 0 pixels: too small for a sky", radiance("", "-Y 0 +X 0"));
    assertEquals(
        "sky is 40 × 30 pixels, which is no whole sphere: an equirectangular image is twice as"
            + " wide as high",
        radiance("", "-Y 30 +X 40"));
    // Nothing is set aside for rows that are not there.
    assertEquals("sky is cut off: it ends in row 0 of 8192", radiance("", "-Y 8192 +X 16384"));
    byte[] exr = SkyFiles.exr(ExrCompression.ZIP, ExrHeader.Sample.HALF);
    int window = find(exr, "dataWindow\0box2i\0") + 17 + 4;
    byte[] wide = exr.clone();
    Arrays.fill(wide, window, window + 8, (byte) 0x80);
    Arrays.fill(wide, window + 8, window + 16, (byte) 0x7f);
    assertTrue(problem(wide).contains("at most 16384 × 8192 are read"), problem(wide));
  }

  @Test
  void formsThatAreNotRead() throws IOException {
    byte[] exr = SkyFiles.exr(ExrCompression.ZIP, ExrHeader.Sample.HALF);
    byte[] other = exr.clone();
    other[find(exr, "compression\0compression\0") + 24 + 4] = 9;
    assertEquals(
        "sky is compressed in a way (9) that is not read; save it with ZIP", problem(other));
    byte[] tiled = exr.clone();
    tiled[5] = 2;
    assertEquals("sky has tiles, parts or depths; save it as one scanline image", problem(tiled));
    byte[] gray = exr.clone();
    gray[find(exr, "chlist\0") + 7 + 4 + 2 * 18] = 'Y';
    assertEquals("sky has no channel G; R, G and B are read", problem(gray));
  }

  @Test
  void pixelsThatAreNoNumbers() throws IOException {
    byte[] exr = SkyFiles.exr(ExrCompression.NONE, ExrHeader.Sample.HALF);
    // The last sample is the red of the last pixel.
    exr[exr.length - 1] = 0x7c;
    exr[exr.length - 2] = 0;
    assertEquals("sky is damaged: pixel 39 of row 19 is Infinity", problem(exr));
    exr[exr.length - 2] = 1;
    assertEquals("sky is damaged: pixel 39 of row 19 is NaN", problem(exr));
    byte[] black = SkyFiles.radiance(SkyFiles.Rows.PLAIN);
    Arrays.fill(black, black.length - 4 * SkyFiles.WIDTH * SkyFiles.HEIGHT, black.length, (byte) 0);
    assertEquals("sky is black above its horizon", problem(black));
  }

  /** Every prefix is cut off, and no changed byte does more than spoil the picture. */
  @Test
  void cutAndChangedFiles() throws IOException {
    Random random = new Random(4);
    for (byte[] file :
        List.of(
            SkyFiles.radiance(SkyFiles.Rows.RUNS),
            SkyFiles.radiance(SkyFiles.Rows.OLD_RUNS),
            SkyFiles.exr(ExrCompression.RLE, ExrHeader.Sample.HALF),
            SkyFiles.exr(ExrCompression.ZIP, ExrHeader.Sample.FLOAT))) {
      for (int length = 4; length < file.length; length += 1 + file.length / 60) {
        String problem = problem(Arrays.copyOf(file, length));
        assertTrue(problem.startsWith("sky is cut off: it ends in "), problem);
      }
      for (int turn = 0; turn < 200; turn++) {
        byte[] changed = file.clone();
        int at = random.nextInt(turn % 2 == 0 ? changed.length : 420);
        changed[at] = (byte) random.nextInt();
        Files.write(folder.resolve("sky"), changed);
        try {
          open("sky");
        } catch (DioramaException e) {
          assertEquals(ExitStatus.BAD_INPUT, e.status(), "byte " + at + " of turn " + turn);
        }
      }
    }
  }

  @Test
  void placesOutside() throws IOException {
    Path inner = Files.createDirectory(folder.resolve("scene"));
    Files.write(folder.resolve("sky"), SkyFiles.radiance(SkyFiles.Rows.PLAIN));
    Files.createSymbolicLink(inner.resolve("link"), folder.resolve("sky"));
    SkyImageFiles files = new SkyImageFiles(ModelFolders.of(inner, List.of()));
    for (String name : List.of("../sky", "link")) {
      DioramaException e = assertThrows(DioramaException.class, () -> files.image(name));
      assertTrue(e.getMessage().contains("lies outside the scene's folder"), e.getMessage());
    }
    DioramaException e = assertThrows(DioramaException.class, () -> files.image("sly"));
    assertTrue(e.getMessage().startsWith("sly: no such image of a sky"), e.getMessage());
    new SkyImageFiles(ModelFolders.of(inner, List.of(folder))).image("../sky");
  }

  private static int find(byte[] bytes, String text) {
    int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf(text);
    assertTrue(at >= 0, text);
    return at;
  }
}
