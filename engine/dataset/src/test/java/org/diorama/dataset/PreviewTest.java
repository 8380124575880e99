package org.diorama.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.diorama.core.scene.FloatFiles;
import org.diorama.core.scene.LabelRules;
import org.diorama.dataset.files.DatasetFolder;
import org.diorama.dataset.files.DiskOperations;
import org.diorama.dataset.layout.FrameSet;
import org.diorama.dataset.layout.Kind;
import org.diorama.dataset.layout.Layout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Images of one color each: the sheet tells which image went where. */
class PreviewTest {
  private static final int TOLERANCE = 3;

  @TempDir private Path temporary;

  private static int gray(long frame, int camera) {
    return (int) (40 + 7 * (frame % 20) + 3 * camera);
  }

  private static byte[] image(int width, int height, int gray) throws IOException {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < width * height; i++) {
      image.setRGB(i % width, i / width, gray * 0x010101);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(image, "png", bytes);
    return bytes.toByteArray();
  }

  /** Writes the sheet of frames whose images are so wide and half as high. */
  private BufferedImage sheet(List<String> cameras, FrameSet frames, int width) throws IOException {
    SyntheticFrames synthetic = new SyntheticFrames(9, 7, cameras, LabelRules.DEFAULT);
    StoredDescription stored =
        new StoredDescription(
            StoredDescription.VERSION, Layout.FLAT, Runs.SCENE.stored(), synthetic.description());
    try (DatasetFolder folder = DatasetFolder.open(new DiskOperations(), temporary)) {
      for (var numbers = frames.iterator(); numbers.hasNext(); ) {
        long frame = numbers.nextLong();
        for (int camera = 0; camera < cameras.size(); camera++) {
          folder.write(
              Kind.IMAGE.path(Layout.FLAT, frame, cameras.get(camera), FloatFiles.NPY),
              image(width, width / 2, gray(frame, camera)));
        }
      }
      assertEquals(1, Preview.write(folder, stored, frames).size());
    }
    return ImageIO.read(temporary.resolve(Preview.PATH).toFile());
  }

  private static void assertCell(BufferedImage sheet, int x, int y, int gray, String what) {
    int actual = sheet.getRGB(x, y) & 0xff;
    assertTrue(Math.abs(actual - gray) <= TOLERANCE, what + ": " + actual + ", not " + gray);
  }

  @ParameterizedTest
  @CsvSource({"1,1,1", "2,2,1", "3,2,2", "5,3,2", "12,4,3", "16,4,4"})
  void framesFillRowsInTheirOrder(int count, int columns, int rows) throws IOException {
    BufferedImage sheet = sheet(List.of(""), FrameSet.of(0, count - 1), 16);
    assertEquals(16 * columns, sheet.getWidth());
    assertEquals(8 * rows, sheet.getHeight());
    for (int i = 0; i < count; i++) {
      assertCell(sheet, i % columns * 16 + 8, i / columns * 8 + 4, gray(i, 0), i + " of " + count);
    }
  }

  /** Forty frames: sixteen of them, from the first on, evenly. */
  @Test
  void manyFramesAreSampledEvenly() throws IOException {
    BufferedImage sheet = sheet(List.of(""), FrameSet.of(100, 139), 16);
    for (int i = 0; i < 16; i++) {
      assertCell(sheet, i % 4 * 16 + 8, i / 4 * 8 + 4, gray(100 + i * 40 / 16, 0), "cell " + i);
    }
  }

  @ParameterizedTest
  @CsvSource({"2, 8, 4", "3, 5, 6", "5, 3, 5", "16, 1, 16", "20, 1, 20"})
  void theImagesOfARigStandSideBySide(int cameras, int shown, int columns) throws IOException {
    List<String> names = IntStream.range(0, cameras).mapToObj(i -> "camera" + i).toList();
    BufferedImage sheet = sheet(names, FrameSet.of(0, 9), 16);
    int rows = (shown * cameras + columns - 1) / columns;
    assertEquals(16 * columns, sheet.getWidth());
    assertEquals(8 * rows, sheet.getHeight());
    for (int i = 0; i < shown * cameras; i++) {
      long frame = i / cameras * 10L / shown;
      assertCell(
          sheet, i % columns * 16 + 8, i / columns * 8 + 4, gray(frame, i % cameras), "image " + i);
    }
  }

  @Test
  void wideImagesAreShrunkByAWholeFactor() throws IOException {
    BufferedImage sheet = sheet(List.of(""), FrameSet.of(0, 0), 1000);
    assertEquals(250, sheet.getWidth());
    assertEquals(125, sheet.getHeight());
  }

  @Test
  void withoutAFrameThereIsNoSheet() throws IOException {
    StoredDescription stored =
        new StoredDescription(
            StoredDescription.VERSION,
            Layout.FLAT,
            Runs.SCENE.stored(),
            SyntheticFrames.small().description());
    try (DatasetFolder folder = DatasetFolder.open(new DiskOperations(), temporary)) {
      assertEquals(List.of(), Preview.write(folder, stored, FrameSet.EMPTY));
      assertFalse(Files.exists(temporary.resolve(Preview.PATH)));
      folder.write("images/00000000.png", new byte[] {1, 2, 3});
      assertThrows(
          IOException.class, () -> Preview.write(folder, stored, FrameSet.of(0, 0)), "no image");
    }
  }
}
