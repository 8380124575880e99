package org.diorama.dataset.verify.foreign;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diorama.dataset.verify.finding.Fault;

/**
 * What the four numbers of all boxes of a file may mean, by where they would lie in their images:
 * boxes without masks tell no more. Several threads may add boxes.
 */
final class BoxReadings {
  /** So few boxes fit by chance. */
  private static final int FEWEST = 10;

  /** Tools differ by up to a pixel. */
  private static final double TOOLS = 1;

  private static final Map<Fault, Reading> READINGS =
      Map.of(
          Fault.BOX_CORNERS,
          box -> new double[] {box[0], box[1], box[2], box[3]},
          Fault.BOX_CENTERED,
          box ->
              new double[] {
                box[0] - box[2] / 2, box[1] - box[3] / 2, box[0] + box[2] / 2, box[1] + box[3] / 2
              },
          Fault.BOX_SWAPPED,
          box -> new double[] {box[1], box[0], box[1] + box[3], box[0] + box[2]});

  private final Map<Fault, Long> fitting = new EnumMap<>(Fault.class);
  private long boxes;
  private long outside;

  /** Left, top, right and bottom of a box that was written in a way. */
  @FunctionalInterface
  private interface Reading {
    double[] edges(double[] box);
  }

  /**
   * @param box of a width and a height above 0, in an image of a known size
   */
  synchronized void add(double[] box, ForeignImage image) {
    boxes++;
    if (!isInside(new double[] {box[0], box[1], box[0] + box[2], box[1] + box[3]}, image)) {
      outside++;
    }
    READINGS.forEach(
        (fault, reading) -> {
          if (isInside(reading.edges(box), image)) {
            fitting.merge(fault, 1L, Long::sum);
          }
        });
  }

  private static boolean isInside(double[] edges, ForeignImage image) {
    return edges[0] >= -TOOLS
        && edges[1] >= -TOOLS
        && edges[2] > edges[0]
        && edges[3] > edges[1]
        && edges[2] <= image.width() + TOOLS
        && edges[3] <= image.height() + TOOLS;
  }

  /** The one reading that all boxes allow, where as they stand some reach out of their images. */
  synchronized Optional<Fault> cause() {
    List<Fault> all = new ArrayList<>();
    fitting.forEach(
        (fault, count) -> {
          if (count == boxes) {
            all.add(fault);
          }
        });
    return outside > 0 && boxes >= FEWEST && all.size() == 1
        ? Optional.of(all.get(0))
        : Optional.empty();
  }

  /** How many boxes reach out of their images as they stand, and of how many. */
  synchronized String text() {
    return "%d of %d boxes reach out of their images as they stand, none does when read so"
        .formatted(outside, boxes);
  }
}
