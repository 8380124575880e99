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
 * silhouette of the one behind goes on beneath the other, what is in front lies nearer, unless the
 * one behind reaches farther there by its 3D box.
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

  /**
   * Places at which the front one is nearer, and at which it is farther and nothing of the one
   * behind may lie behind it: beside a visible part a surface may bend away, or another one of the
   * same thing begin.
   */
  private static int[] votes(ViewEvidence view, int[] ids, List<Integer> pair, Mask silhouette) {
    int width = view.camera().width();
    int height = view.camera().height();
    Optional<BoxAlongRay> box =
        view.coco()
            .annotation(pair.get(1))
            .flatMap(entry -> BoxAlongRay.of(view.camera(), entry.json()));
    int[] votes = new int[2];
    int[] spans = silhouette.spans();
    for (int i = 0; i < spans.length; i += 2) {
      for (int position = spans[i]; position < spans[i + 1]; position++) {
        int x = position / height;
        int pixel = position % height * width + x;
        if (ids[pixel] == pair.get(0)) {
          boolean behind = box.isPresent() && reachesBehind(view, box.get(), pixel);
          int[] sides = {
            x > 0 ? pixel - 1 : pixel,
            x + 1 < width ? pixel + 1 : pixel,
            pixel - width,
            pixel + width
          };
          for (int side : sides) {
            int vote = vote(view, ids, pixel, side, pair.get(1));
            votes[0] += vote > 0 ? 1 : 0;
            votes[1] += vote < 0 && !behind ? 1 : 0;
          }
        }
      }
    }
    return votes;
  }

  /** Whether what a box holds may go on behind what a pixel shows. */
  private static boolean reachesBehind(ViewEvidence view, BoxAlongRay box, int pixel) {
    return view.depths().isKnown(pixel)
        && box.farthest(pixel) >= view.depths().at(pixel) - view.depths().slack(pixel);
  }

  /** Above 0 where the one behind, beside the front one, lies farther; below 0 where nearer. */
  private static int vote(ViewEvidence view, int[] ids, int front, int other, int behind) {
    boolean touch = other >= 0 && other < ids.length && ids[other] == behind;
    if (!touch || !view.depths().isKnown(front) || !view.depths().isKnown(other)) {
      return 0;
    }
    double jump = view.depths().at(other) - view.depths().at(front);
    double bend = bend(view, ids, front) + bend(view, ids, other);
    return Math.abs(jump) > 2 * bend ? (int) Math.signum(jump) : 0;
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
