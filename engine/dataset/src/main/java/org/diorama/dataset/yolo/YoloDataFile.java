package org.diorama.dataset.yolo;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.diorama.dataset.json.StrictJson;

/**
 * {@code data.yaml}: where images are, and the names of classes. Paths are relative to its own
 * folder, so that the dataset can be moved.
 */
public final class YoloDataFile {
  public static final String NAME = "data.yaml";

  /** The folder of images where nothing is split. */
  public static final String WHOLE = "all";

  private YoloDataFile() {}

  /**
   * @param splits empty where nothing is split: training and validation then see the same images.
   *     Readers ask for both; where no split has such a name it is the first, and the last
   */
  public static byte[] text(List<String> splits, List<String> classes) {
    return text(splits, classes, List.of());
  }

  /** Points of every line: as many as the class with the most has. */
  public static int points(List<List<String>> points) {
    return points.stream().mapToInt(List::size).max().orElse(0);
  }

  /**
   * @param points names of the points of each class, three numbers each; empty for a task without.
   *     What changes places in a mirrored image is told where {@link MirroredPoints} knows it
   */
  public static byte[] text(List<String> splits, List<String> classes, List<List<String>> points) {
    StringBuilder text = new StringBuilder();
    if (splits.isEmpty()) {
      text.append("# Not split: validation sees the images of training.\n");
    }
    List<String> folders = splits.isEmpty() ? List.of(WHOLE) : splits;
    line(text, "train", splits.contains("train") ? "train" : folders.get(0));
    line(text, "val", splits.contains("val") ? "val" : folders.get(folders.size() - 1));
    for (String split : splits) {
      if (!split.equals("train") && !split.equals("val")) {
        line(text, split, split);
      }
    }
    if (points(points) > 0) {
      text.append("kpt_shape: [").append(points(points)).append(", 3]\n");
      MirroredPoints.of(points)
          .ifPresent(places -> text.append("flip_idx: ").append(places).append('\n'));
    }
    text.append("names:\n");
    for (int i = 0; i < classes.size(); i++) {
      String quoted = StrictJson.instance().writeValueAsString(classes.get(i));
      text.append("  ").append(i).append(": ").append(quoted).append('\n');
    }
    if (points(points) > 0) {
      text.append("kpt_names:\n");
      for (int i = 0; i < classes.size(); i++) {
        String names = StrictJson.instance().writeValueAsString(points.get(i));
        text.append("  ").append(i).append(": ").append(names).append('\n');
      }
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void line(StringBuilder text, String key, String folder) {
    text.append(key).append(": images/").append(folder).append('\n');
  }
}
