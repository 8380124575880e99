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
 * hide each other only where each annotation says so. Where masks touch at a jump of depth, and the
 * silhouette of the one behind goes on beneath the other, what is in front lies nearer.
 */
final class OrderCheck implements ViewCheck {
  /** Touching pixels of a pair from which their depths decide. */
  private static final int FEWEST = 3;

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
    int[] ids = view.values(Plane.INSTANCE);
    for (List<Integer> pair : pairs) {
      Optional<Mask> silhouette = silhouette(view, pair.get(1));
      int[] votes = silhouette.isPresent() ? votes(view, ids, pair, silhouette.get()) : new int[2];
      if (votes[0] + votes[1] >= FEWEST && votes[1] > votes[0]) {
        return "%d lies before %d, and farther at %d of %d places where they touch"
            .formatted(pair.get(0), pair.get(1), votes[1], votes[0] + votes[1]);
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

  /** Places at which the front one is nearer, and at which it is farther. */
  private static int[] votes(ViewEvidence view, int[] ids, List<Integer> pair, Mask silhouette) {
    int width = view.camera().width();
    int height = view.camera().height();
    int[] votes = new int[2];
    int[] spans = silhouette.spans();
    for (int i = 0; i < spans.length; i += 2) {
      for (int position = spans[i]; position < spans[i + 1]; position++) {
        int x = position / height;
        int pixel = position % height * width + x;
        if (ids[pixel] == pair.get(0)) {
          vote(view, ids, pixel, x > 0 ? pixel - 1 : pixel, pair.get(1), votes);
          vote(view, ids, pixel, x + 1 < width ? pixel + 1 : pixel, pair.get(1), votes);
          vote(view, ids, pixel, pixel - width, pair.get(1), votes);
          vote(view, ids, pixel, pixel + width, pair.get(1), votes);
        }
      }
    }
    return votes;
  }

  private static void vote(
      ViewEvidence view, int[] ids, int front, int other, int behind, int[] votes) {
    boolean touch = other >= 0 && other < ids.length && ids[other] == behind;
    if (touch && view.depths().isKnown(front) && view.depths().isKnown(other)) {
      double jump = view.depths().at(other) - view.depths().at(front);
      double bend = bend(view, ids, front) + bend(view, ids, other);
      votes[jump > 0 ? 0 : 1] += Math.abs(jump) > 2 * bend ? 1 : 0;
    }
  }

  /** By how much the depth of one instance changes beside a pixel, meters. */
  private static double bend(ViewEvidence view, int[] ids, int pixel) {
    int width = view.camera().width();
    double bend = view.depths().slack(pixel) + 1e-3 * view.depths().at(pixel);
    for (int offset : new int[] {-1, 1, -width, width}) {
      int other = pixel + offset;
      boolean inside =
          other >= 0
              && other < ids.length
              && (Math.abs(offset) != 1 || other / width == pixel / width);
      if (inside && ids[other] == ids[pixel] && view.depths().isKnown(other)) {
        bend = Math.max(bend, Math.abs(view.depths().at(other) - view.depths().at(pixel)));
      }
    }
    return bend;
  }
}
