package org.diorama.cli.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * Ultralytics' rules: {@code check_det_dataset}, {@code img2label_paths}, {@code
 * verify_image_label} ({@code ultralytics/data/utils.py}) and the length of {@code flip_idx}.
 */
public final class Ultralytics {
  private static final Set<String> IMAGES = Set.of("bmp", "jpeg", "jpg", "png", "tif", "webp");
  private static final double TOLERANCE = 0.01;

  private final Map<?, ?> data;
  private final int classes;
  private final int columns;

  private Ultralytics(Map<?, ?> data) throws Loaded.Refused {
    this.data = data;
    for (String key : List.of("train", "val")) {
      if (data.get(key) == null) {
        throw new Loaded.Refused("'" + key + ":' key missing");
      }
    }
    classes = classes(data.get("names"));
    if (data.get("kpt_shape") instanceof List<?> shape) {
      columns = 5 + (int) shape.get(0) * (int) shape.get(1);
      if (data.get("flip_idx") instanceof List<?> flip && flip.size() != (int) shape.get(0)) {
        throw new Loaded.Refused("flip_idx length must be equal to kpt_shape[0]");
      }
    } else {
      columns = 0;
    }
  }

  private static int classes(Object names) throws Loaded.Refused {
    if (names instanceof List<?> list) {
      return list.size();
    }
    if (names instanceof Map<?, ?> map) {
      for (Object index : map.keySet()) {
        if ((int) index >= map.size()) {
          throw new Loaded.Refused(map.size() + "-class dataset requires class indices 0-…");
        }
      }
      return map.size();
    }
    throw new Loaded.Refused("either 'names' or 'nc' are required in all data YAMLs");
  }

  /**
   * @param part a key of the data file
   * @return images, labels, and labels that are dropped as duplicates; a file of labels with a
   *     fault is refused, which Ultralytics tells in its log and leaves out
   */
  public static Loaded load(Path dataFile, String part) throws IOException, Loaded.Refused {
    Object read =
        new Load(LoadSettings.builder().build()).loadFromString(Files.readString(dataFile));
    return new Ultralytics((Map<?, ?>) read).part(dataFile, part);
  }

  private Loaded part(Path dataFile, String part) throws IOException, Loaded.Refused {
    int images = 0;
    int labels = 0;
    int duplicates = 0;
    Path folder = dataFile.resolveSibling(data.get(part).toString());
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder)) {
      files =
          all.filter(file -> IMAGES.contains(file.toString().replaceFirst(".*\\.", "")))
              .sorted()
              .toList();
    }
    for (Path image : files) {
      var pixels = ImageIO.read(image.toFile());
      if (pixels.getWidth() < 10 || pixels.getHeight() < 10) {
        throw new Loaded.Refused(image + ": image size <10 pixels");
      }
      images++;
      Path file = labels(image);
      if (Files.isRegularFile(file)) {
        List<double[]> rows = rows(file);
        Set<String> distinct = new HashSet<>();
        rows.forEach(row -> distinct.add(Arrays.toString(row)));
        labels += distinct.size();
        duplicates += rows.size() - distinct.size();
      }
    }
    return new Loaded(images, labels, duplicates);
  }

  /** The last {@code /images/} of a path made {@code /labels/}, and its end {@code .txt}. */
  static Path labels(Path image) {
    String path = image.toString();
    int at = path.lastIndexOf("/images/");
    String moved = at < 0 ? path : path.substring(0, at) + "/labels/" + path.substring(at + 8);
    return Path.of(moved.substring(0, moved.lastIndexOf('.')) + ".txt");
  }

  /** Rows as they are compared: of polygons their class and box. */
  private List<double[]> rows(Path file) throws IOException, Loaded.Refused {
    List<double[]> rows = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      if (!line.isBlank()) {
        rows.add(
            Arrays.stream(line.strip().split("\\s+")).mapToDouble(Double::parseDouble).toArray());
      }
    }
    boolean polygons = columns == 0 && rows.stream().anyMatch(row -> row.length > 6);
    List<double[]> compared = new ArrayList<>();
    for (double[] row : rows) {
      if (polygons && row.length % 2 == 0) {
        throw new Loaded.Refused(file + ": cannot reshape array of size " + (row.length - 1));
      }
      double[] boxed = polygons ? boxed(row) : row;
      int due = columns == 0 ? 5 : columns;
      if (boxed.length != due) {
        throw new Loaded.Refused(file + ": labels require " + due + " columns each");
      }
      check(file, boxed);
      compared.add(boxed);
    }
    return compared;
  }

  private static double[] boxed(double[] row) {
    double left = 2;
    double top = 2;
    double right = -1;
    double bottom = -1;
    for (int i = 1; i < row.length; i += 2) {
      left = Math.min(left, row[i]);
      right = Math.max(right, row[i]);
      top = Math.min(top, row[i + 1]);
      bottom = Math.max(bottom, row[i + 1]);
    }
    return new double[] {
      row[0], (left + right) / 2, (top + bottom) / 2, right - left, bottom - top
    };
  }

  private void check(Path file, double[] row) throws Loaded.Refused {
    for (int i = 1; i < row.length; i++) {
      boolean flag = columns > 0 && i > 4 && (i - 5) % 3 == 2;
      boolean coordinate = columns == 0 || i > 4;
      if (coordinate && !flag && row[i] > 1 + TOLERANCE) {
        throw new Loaded.Refused(file + ": non-normalized or out of bounds coordinates " + row[i]);
      }
    }
    if (Arrays.stream(row).min().orElse(0) < -TOLERANCE) {
      throw new Loaded.Refused(file + ": negative class labels or coordinate");
    }
    if (row[0] >= classes) {
      throw new Loaded.Refused(
          file + ": Label class " + (int) row[0] + " exceeds dataset class count " + classes);
    }
  }
}
