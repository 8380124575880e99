package org.diorama.cli.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.diorama.assets.sky.SkyImageFiles;
import org.diorama.core.files.ModelFolders;
import org.diorama.core.label.pixel.PixelRows;
import org.diorama.core.math.LinearColor;
import org.diorama.core.scene.FloatFiles;
import org.diorama.core.sky.image.Panorama;
import org.diorama.dataset.floats.FloatEncoder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What we write as OpenEXR is what our reader of skies, a program of its own, finds in it. */
class FloatFilesTest {
  @TempDir private Path folder;

  /** Heights with and without a short last block; noise does not shrink and stays unpacked. */
  @ParameterizedTest
  @ValueSource(ints = {16, 37, 40})
  void openExrIsReadBack(int height) throws IOException {
    int width = 2 * height;
    Random random = new Random(height);
    float[][] noise = new float[height][3 * width];
    for (float[] row : noise) {
      for (int i = 0; i < row.length; i++) {
        row[i] = Float.intBitsToFloat(0x3f000000 + random.nextInt(1 << 24));
      }
    }
    PixelRows smooth =
        (y, row) -> {
          for (int i = 0; i < 3 * width; i++) {
            row[i] = y / 8 + i % 3;
          }
        };
    PixelRows noisy = (y, row) -> System.arraycopy(noise[y], 0, row, 0, 3 * width);
    try (FloatEncoder encoder = FloatEncoder.of(FloatFiles.EXR)) {
      int file = 0;
      // One encoder for all, as a run has it.
      for (PixelRows rows : List.of(smooth, noisy, smooth)) {
        Path path = folder.resolve(file++ + ".exr");
        try (OutputStream out = Files.newOutputStream(path)) {
          encoder.encode(width, height, List.of("R", "G", "B"), rows, out);
        }
        assertHolds(rows, path, width, height);
      }
    }
  }

  private void assertHolds(PixelRows rows, Path path, int width, int height) {
    Panorama read =
        new SkyImageFiles(ModelFolders.of(folder, List.of()))
            .image(path.getFileName().toString())
            .whole();
    assertEquals(width, read.width());
    assertEquals(height, read.height());
    float[] row = new float[3 * width];
    for (int y = 0; y < height; y++) {
      rows.fill(y, row);
      for (int x = 0; x < width; x++) {
        LinearColor pixel = read.pixel(x, y);
        assertEquals(row[3 * x], (float) pixel.red());
        assertEquals(row[3 * x + 1], (float) pixel.green());
        assertEquals(row[3 * x + 2], (float) pixel.blue());
      }
    }
  }
}
