package org.diorama.dataset.verify.frame;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.diorama.dataset.verify.finding.Fault;
import org.diorama.dataset.verify.json.Json;
import org.diorama.dataset.verify.label.Segmentation;
import org.diorama.dataset.verify.read.FaultyFile;
import org.diorama.dataset.verify.read.Mask;
import tools.jackson.databind.JsonNode;

/**
 * Who hides whom in an image: the pairs are those of its annotations; none hides itself, and two
 * hide each other only where each annotation says so. What is seen within another's silhouette lies
 * before it there, at least. Where a 3D box says how far the one behind reaches, it reaches as far
 * as what is seen before it; nothing else tells of what is hidden.
 */
final class OrderCheck implements ViewCheck {
  @Override
  public String name() {
    return "who hides whom";
  }

  @Override
  public void check(ViewEvidence view, CheckReport report) {
    for (Map.Entry<String, JsonNode> image : view.coco().image().entrySet()) {
      JsonNode order = image.getValue().path("diorama").path("occlusion");
      boolean told =
          view.coco().annotations().stream()
              .anyMatch(entry -> entry.json().path("diorama").has("occlusion"));
      if (!order.isArray() && !told) {
        report.lacking("the annotator occlusion");
        continue;
      }
      report.examined(1);
      String fault =
          order.isArray() ? fault(view, order) : "the image has no order, its annotations have";
      if (!fault.isEmpty()) {
        report.findImage(Fault.OCCLUSION_ORDER_WRONG, image.getKey(), view.imageId(), fault);
      }
    }
  }

  private static String fault(ViewEvidence view, JsonNode order) {
    Set<List<Integer>> pairs = new HashSet<>();
    TreeSet<String> told = new TreeSet<>();
    for (JsonNode pair : order) {
      double[] three = Json.numbers(pair);
      if (three.length != 3 || three[0] == three[1] || !(three[2] > 0)) {
        return "the pair " + pair;
      }
      if (!pairs.add(List.of((int) three[0], (int) three[1]))) {
        return "the pair " + pair + " twice";
      }
      told.add("%d before %d: %d".formatted((int) three[0], (int) three[1], (int) three[2]));
    }
    TreeSet<String> due = new TreeSet<>();
    for (CocoImageEvidence.Entry entry : view.coco().annotations()) {
      for (JsonNode front : entry.json().path("diorama").path("occlusion")) {
        long seen = front.path("pixels").asLong(-1);
        if (!(front.path("before").asLong(-1) >= seen)) {
          return "%d is seen at %d pixels of the silhouette of %d, and before it at %s"
              .formatted(
                  front.path("instance_id").asInt(-1),
                  seen,
                  entry.instance(),
                  front.path("before"));
        }
        due.add(
            "%d before %d: %d"
                .formatted(
                    front.path("instance_id").asInt(-1),
                    entry.instance(),
                    front.path("before").asInt(-1)));
      }
    }
    if (!told.equals(due)) {
      return "the image has " + told + ", its annotations " + due;
    }
    return depths(view, pairs);
  }

  private static String depths(ViewEvidence view, Set<List<Integer>> pairs) {
    if (!view.has(Plane.INSTANCE) || view.depths().isEmpty()) {
      return "";
    }
    for (List<Integer> pair : pairs) {
      Optional<BoxAlongRay> box =
          view.coco()
              .annotation(pair.get(1))
              .flatMap(entry -> BoxAlongRay.of(view.camera(), entry.json()));
      Optional<Mask> silhouette = silhouette(view, pair.get(1));
      if (box.isPresent() && silhouette.isPresent()) {
        String fault = depths(view, pair, silhouette.get(), box.get());
        if (!fault.isEmpty()) {
          return fault;
        }
      }
    }
    return "";
  }

  private static Optional<Mask> silhouette(ViewEvidence view, int instance) {
    return view.coco()
        .annotation(instance)
        .map(entry -> entry.json().path("diorama").path("amodal_mask"))
        .filter(JsonNode::isObject)
        .flatMap(
            mask -> {
              try {
                return Optional.of(
                    Segmentation.decode(mask, view.camera().width(), view.camera().height()));
              } catch (FaultyFile e) {
                // The check of amodal masks tells.
                return Optional.empty();
              }
            });
  }

  /** A place where the one in front is seen, farther away than all of the one behind. */
  private static String depths(
      ViewEvidence view, List<Integer> pair, Mask silhouette, BoxAlongRay box) {
    int width = view.camera().width();
    int height = view.camera().height();
    int[] ids = view.values(Plane.INSTANCE);
    int[] spans = silhouette.spans();
    for (int i = 0; i < spans.length; i += 2) {
      for (int position = spans[i]; position < spans[i + 1]; position++) {
        int pixel = position % height * width + position / height;
        if (ids[pixel] == pair.get(0)
            && view.depths().isKnown(pixel)
            && SeenPlane.isAt(view, pixel)
            && box.farthest(pixel) < view.depths().at(pixel) - view.depths().slack(pixel)) {
          return "%d lies before %d, and at column %d row %d farther than that reaches"
              .formatted(pair.get(0), pair.get(1), pixel % width, pixel / width);
        }
      }
    }
    return "";
  }
}
