package org.diorama.dataset.verify.frame;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.diorama.dataset.verify.finding.Fault;
import org.diorama.dataset.verify.read.PngImage;
import tools.jackson.databind.JsonNode;

/**
 * The color image is the one that the labels were made of: at the pixels of each id of the instance
 * image its values add up to what the record has, to the last one. So images that frames or cameras
 * exchanged are found, and mirrored, shifted or brightened ones, and those with red for blue.
 */
final class ColorCheck {
  static final String NAME = "colors of instances";

  /** Version of records that have the sums. */
  private static final int WITH_COLORS = 11;

  /** The frame without images that are not its own, so that nothing else is blamed for them. */
  FrameEvidence sound(FrameEvidence frame, CheckReport report) {
    return frame.with(view -> isSound(frame, view, report) ? view : view.without(Plane.IMAGE));
  }

  private static boolean isSound(FrameEvidence frame, ViewEvidence view, CheckReport report) {
    if (!view.has(Plane.IMAGE) || !view.has(Plane.INSTANCE)) {
      report.lacking("sound color and instance images");
      return true;
    }
    if (frame.isBefore(WITH_COLORS)) {
      report.lacking("a record that has them");
      return true;
    }
    report.examined((long) view.camera().width() * view.camera().height());
    JsonNode colors = frame.record().path("views").path(view.index()).path("colors");
    String fault = difference(due(colors), sums(view));
    if (!fault.isEmpty()) {
      report.findImage(Fault.COLOR_WRONG, Plane.IMAGE.path(view.fileName()), view.imageId(), fault);
    }
    return fault.isEmpty();
  }

  private static Map<Integer, long[]> due(JsonNode colors) {
    Map<Integer, long[]> due = new TreeMap<>();
    for (JsonNode color : colors) {
      due.put(
          color.path("instance_id").asInt(-1),
          new long[] {
            color.path("red").asLong(-1),
            color.path("green").asLong(-1),
            color.path("blue").asLong(-1)
          });
    }
    return due;
  }

  private static Map<Integer, long[]> sums(ViewEvidence view) {
    PngImage image = view.planes().get(Plane.IMAGE);
    int[] ids = view.values(Plane.INSTANCE);
    Map<Integer, long[]> sums = new TreeMap<>();
    long[] sum = new long[3];
    for (int i = 0; i < ids.length; i++) {
      if (i == 0 || ids[i] != ids[i - 1]) {
        sum = sums.computeIfAbsent(ids[i], id -> new long[3]);
      }
      for (int channel = 0; channel < 3; channel++) {
        sum[channel] += image.at(i, channel);
      }
    }
    return sums;
  }

  /** Empty where there is none. Ids that the image lacks are told elsewhere. */
  private static String difference(Map<Integer, long[]> due, Map<Integer, long[]> sums) {
    for (Map.Entry<Integer, long[]> sum : sums.entrySet()) {
      long[] own = due.getOrDefault(sum.getKey(), new long[0]);
      if (!Arrays.equals(own, sum.getValue())) {
        return "at the pixels of instance %d red, green and blue add up to %s, in the record to %s"
            .formatted(sum.getKey(), Arrays.toString(sum.getValue()), Arrays.toString(own));
      }
    }
    return "";
  }
}
