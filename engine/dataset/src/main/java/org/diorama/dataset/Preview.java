package org.diorama.dataset;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.diorama.core.scene.FloatFiles;
import org.diorama.dataset.files.DatasetFolder;
import org.diorama.dataset.files.RecordedFile;
import org.diorama.dataset.layout.FrameSet;
import org.diorama.dataset.layout.Kind;

/**
 * {@code preview.jpg}: a contact sheet of up to 16 images. Its frames are spread evenly over all of
 * them; the images of a rig stand side by side.
 */
final class Preview {
  static final String PATH = "preview.jpg";
  private static final int MOST = 16;

  /** Widest picture on the sheet in pixels. */
  private static final int CELL_WIDTH = 320;

  private static final float QUALITY = 0.9f;

  private Preview() {}

  /** Nothing where no frame is committed. */
  static List<RecordedFile> write(DatasetFolder folder, StoredDescription stored, FrameSet frames)
      throws IOException {
    if (frames.isEmpty()) {
      return List.of();
    }
    List<String> cameras = stored.description().cameras();
    int count = (int) Math.min(Math.max(1, MOST / cameras.size()), frames.size());
    List<BufferedImage> images = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      long frame = frames.at(i * frames.size() / count);
      for (String camera : cameras) {
        images.add(
            shrink(
                read(
                    folder.resolve(
                        Kind.IMAGE.path(stored.layout(), frame, camera, FloatFiles.NPY)))));
      }
    }
    return List.of(folder.write(PATH, jpeg(sheet(images, columns(count, cameras.size())))));
  }

  private static BufferedImage read(Path file) throws IOException {
    BufferedImage image = ImageIO.read(file.toFile());
    if (image == null) {
      throw new IOException(file + " is no image");
    }
    return image;
  }

  /** By the whole factor that makes the image no wider than a cell. */
  private static BufferedImage shrink(BufferedImage image) {
    return BlockAverage.shrink(image, (image.getWidth() + CELL_WIDTH - 1) / CELL_WIDTH);
  }

  /** About as many as there are rows, in whole frames. */
  private static int columns(int frames, int cameras) {
    return cameras * Math.max(1, (int) Math.ceil(Math.sqrt(frames * cameras) / cameras));
  }

  /** Each cell is as large as the largest image. */
  private static BufferedImage sheet(List<BufferedImage> images, int columns) {
    int rows = (images.size() + columns - 1) / columns;
    int width = images.stream().mapToInt(BufferedImage::getWidth).max().orElseThrow();
    int height = images.stream().mapToInt(BufferedImage::getHeight).max().orElseThrow();
    BufferedImage sheet =
        new BufferedImage(columns * width, rows * height, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < images.size(); i++) {
      BufferedImage image = images.get(i);
      int left = i % columns * width;
      int top = i / columns * height;
      for (int y = 0; y < image.getHeight(); y++) {
        for (int x = 0; x < image.getWidth(); x++) {
          sheet.setRGB(left + x, top + y, image.getRGB(x, y));
        }
      }
    }
    return sheet;
  }

  private static byte[] jpeg(BufferedImage image) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      ImageWriteParam parameters = writer.getDefaultWriteParam();
      parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      parameters.setCompressionQuality(QUALITY);
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, null), parameters);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
