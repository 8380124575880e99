package org.diorama.benchmarks;

import java.awt.image.BufferedImage;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.diorama.dataset.coco.RunLengths;

/**
 * A COCO dataset of as many annotations as one likes, in a folder of its own that goes with it. Its
 * images show a grid of a hundred discs, and are second names of one file.
 */
final class DiscDataset implements AutoCloseable {
  private static final int WIDTH = 640;
  private static final int HEIGHT = 480;

  /** Discs of a row, and rows of them. */
  private static final int GRID = 10;

  private static final int RADIUS = 20;

  private final Path folder;
  private final int images;

  private DiscDataset(Path folder, int images) {
    this.folder = folder;
    this.images = images;
  }

  /** Writes one below the folder of temporary files. */
  static DiscDataset write(int images) throws IOException {
    DiscDataset dataset = new DiscDataset(Files.createTempDirectory("discs"), images);
    try {
      dataset.writeImages();
      dataset.writeAnnotations();
    } catch (IOException | RuntimeException failure) {
      dataset.close();
      throw failure;
    }
    return dataset;
  }

  /** Room for more files, which goes with the dataset. */
  Path folder() {
    return folder;
  }

  Path root() {
    return folder.resolve("discs");
  }

  Path instances() {
    return root().resolve("annotations/instances.json");
  }

  private void writeImages() throws IOException {
    Files.createDirectories(root().resolve("images"));
    Path one = folder.resolve("one.png");
    BufferedImage black = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
    ImageIO.write(black, "png", one.toFile());
    for (int image = 1; image <= images; image++) {
      Files.createLink(root().resolve("images/" + image + ".png"), one);
    }
  }

  private void writeAnnotations() throws IOException {
    Files.createDirectories(instances().getParent());
    List<String> discs = discs();
    try (BufferedWriter out = Files.newBufferedWriter(instances())) {
      out.write("{\"categories\":[{\"id\":1,\"name\":\"disc\"}],\n\"images\":[");
      for (int image = 1; image <= images; image++) {
        out.write(separator(image));
        out.write(
            "{\"id\":%d,\"width\":%d,\"height\":%d,\"file_name\":\"%d.png\"}"
                .formatted(image, WIDTH, HEIGHT, image));
      }
      out.write("],\n\"annotations\":[");
      int id = 1;
      for (int image = 1; image <= images; image++) {
        for (String disc : discs) {
          out.write(separator(id));
          out.write("{\"id\":" + id++ + ",\"image_id\":" + image + disc);
        }
      }
      out.write("]}\n");
    }
  }

  private static String separator(int number) {
    return number == 1 ? "\n" : ",\n";
  }

  /** What the annotations of every image have in common. */
  private static List<String> discs() {
    return Stream.iterate(0, place -> place + 1).limit(GRID * GRID).map(DiscDataset::disc).toList();
  }

  private static String disc(int place) {
    int centerX = WIDTH / GRID * (place % GRID) + WIDTH / GRID / 2;
    int centerY = HEIGHT / GRID * (place / GRID) + HEIGHT / GRID / 2;
    int[] counts = new int[4 * RADIUS + 1];
    int position = 0;
    for (int i = 0; i < 2 * RADIUS; i++) {
      double off = i + 0.5 - RADIUS;
      int half = (int) Math.round(Math.sqrt(RADIUS * RADIUS - off * off));
      int start = (centerX - RADIUS + i) * HEIGHT + centerY - half;
      counts[2 * i] = start - position;
      counts[2 * i + 1] = 2 * half;
      position = start + 2 * half;
    }
    counts[4 * RADIUS] = WIDTH * HEIGHT - position;
    RunLengths mask = new RunLengths(WIDTH, HEIGHT, counts);
    return ",\"category_id\":1,\"iscrowd\":0,\"area\":%d,\"bbox\":[%d,%d,%d,%d],"
            .formatted(mask.area(), centerX - RADIUS, centerY - RADIUS, 2 * RADIUS, 2 * RADIUS)
        + "\"segmentation\":{\"size\":[%d,%d],\"counts\":\"%s\"}}"
            .formatted(HEIGHT, WIDTH, mask.text().replace("\\", "\\\\"));
  }

  @Override
  public void close() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(DiscDataset::delete);
    }
  }

  private static void delete(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
