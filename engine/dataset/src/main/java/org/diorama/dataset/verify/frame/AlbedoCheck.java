package org.diorama.dataset.verify.frame;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.diorama.dataset.verify.finding.Fault;
import org.diorama.dataset.verify.json.Json;
import org.diorama.dataset.verify.read.PngImage;
import tools.jackson.databind.JsonNode;

/**
 * Albedo: opaque, none where nothing is seen, and of shapes of one plain color that color, whatever
 * light and weather.
 */
final class AlbedoCheck implements FrameCheck {
  private static final String FOLDER = "albedo";

  /** Assets that have no color of their own. */
  private static final String PLAIN = "primitive/";

  private final Path root;

  AlbedoCheck(Path root) {
    this.root = root;
  }

  @Override
  public String name() {
    return "albedo";
  }

  @Override
  public void check(FrameEvidence frame, CheckReport report) {
    Map<Integer, int[]> colors = colors(frame);
    for (ViewEvidence view : frame.views()) {
      AnnotatorFiles files = new AnnotatorFiles(root, view, report);
      Optional<PngImage> image = files.whole(FOLDER, 3, 8);
      if (image.isEmpty() || !view.has(Plane.INSTANCE)) {
        report.lacking("the annotator albedo");
        continue;
      }
      int[] ids = view.values(Plane.INSTANCE);
      report.examined(ids.length);
      for (int i = 0; i < ids.length; i++) {
        int[] due = ids[i] == 0 ? new int[3] : colors.get(ids[i]);
        if (due != null && !isNear(image.get(), i, due, ids[i] == 0 ? 0 : 1)) {
          files.find(
              Fault.ALBEDO_WRONG,
              FOLDER,
              i,
              ids[i] == 0
                  ? "has a color and no surface"
                  : "is none of instance %d, whose color is %d, %d, %d"
                      .formatted(ids[i], due[0], due[1], due[2]));
          break;
        }
      }
    }
  }

  private static boolean isNear(PngImage image, int pixel, int[] due, int slack) {
    for (int channel = 0; channel < 3; channel++) {
      if (Math.abs(image.at(pixel, channel) - due[channel]) > slack) {
        return false;
      }
    }
    return true;
  }

  /** Of instances that the record gives one color. */
  private static Map<Integer, int[]> colors(FrameEvidence frame) {
    Map<Integer, int[]> colors = new HashMap<>();
    for (JsonNode node : frame.nodes()) {
      JsonNode material = node.path("material");
      double[] linear = Json.numbers(material.path("base_color"));
      boolean plain =
          node.path("asset_id").asString("").startsWith(PLAIN)
              && linear.length == 3
              && material.path("surface").isNull()
              && material.path("parts").isEmpty();
      int[] color = plain ? encoded(linear) : new int[0];
      colors.merge(node.path("instance_id").asInt(-1), color, (one, other) -> new int[0]);
    }
    colors.values().removeIf(color -> color.length == 0);
    return colors;
  }

  private static int[] encoded(double[] linear) {
    int[] color = new int[3];
    for (int channel = 0; channel < 3; channel++) {
      color[channel] = (int) Math.round(255 * srgb(linear[channel]));
    }
    return color;
  }

  /** IEC 61966-2-1, from linear light to code, both [0, 1]. */
  private static double srgb(double linear) {
    return linear <= 0.0031308 ? 12.92 * linear : 1.055 * Math.pow(linear, 1 / 2.4) - 0.055;
  }
}
