package org.diorama.dataset.verify.frame;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.diorama.dataset.verify.json.Json;
import org.diorama.dataset.verify.read.FaultyFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Named points and the bones between them, by category, as the configuration has them. */
final class SkeletonFacts {
  private final Map<Long, String> texts = new TreeMap<>();
  private final boolean known;

  private SkeletonFacts(JsonNode keypoints, boolean known) {
    this.known = known;
    for (JsonNode category : keypoints) {
      List<String> points = names(category.at("/skeleton/points"));
      List<String> bones = new ArrayList<>();
      for (JsonNode bone : category.at("/skeleton/bones")) {
        // COCO counts points from 1.
        int from = points.indexOf(bone.path("from").asString("")) + 1;
        int to = points.indexOf(bone.path("to").asString("")) + 1;
        bones.add("[" + from + "," + to + "]");
      }
      texts.put(category.path("category_id").asLong(-1), text(points, bones));
    }
  }

  /** Nothing is known where the configuration cannot be read, which is told elsewhere. */
  static SkeletonFacts of(Path root) throws IOException {
    try {
      JsonNode configuration = Json.read(root.resolve("scene/configuration.json"));
      return new SkeletonFacts(configuration.at("/description/keypoints"), true);
    } catch (FaultyFile e) {
      return new SkeletonFacts(MissingNode.getInstance(), false);
    }
  }

  private static List<String> names(JsonNode array) {
    return array.valueStream().map(name -> name.asString("")).toList();
  }

  private static String text(List<String> points, List<String> bones) {
    return "points " + points + ", skeleton " + bones;
  }

  /** What is wrong with a category of a file of points; absent where nothing is. */
  Optional<String> fault(JsonNode category) {
    String is =
        text(
            names(category.path("keypoints")),
            category.path("skeleton").valueStream().map(JsonNode::toString).toList());
    String due = texts.getOrDefault(category.path("id").asLong(-1), "none");
    return !known || is.equals(due)
        ? Optional.empty()
        : Optional.of(
            "category %s has %s; the configuration's are %s"
                .formatted(category.path("id"), is, due));
  }
}
