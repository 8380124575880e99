package org.diorama.core.sky.image;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;
import org.diorama.core.math.LinearColor;
import org.diorama.core.math.Rotations;
import org.diorama.core.math.Vec3;
import org.diorama.core.sky.SkyBody;
import org.diorama.core.sky.air.Sunlight;

/**
 * Takes the sun out of an image of a sky, so that it can cast a shadow: the brightest pixel above
 * the horizon and all around it that are {@link #BRIGHTER} times as bright as the sky beside. What
 * they have more than that sky is the sun's light; they take the sky's color. So no light is lost.
 * Where the bright region is wide, as a window or a softbox is, or gives little of the light, there
 * is no sun.
 */
final class SunFinder {
  /**
   * Radians around the middle of the brightest pixels that a sun and what a lens makes of it lie
   * within.
   */
  private static final double WIDEST = Rotations.radians(5);

  /** Radians up to which the sky beside it is measured. */
  private static final double BESIDE = Rotations.radians(10);

  private static final double BRIGHTER = 4;

  /** Of what falls on a level surface. */
  private static final double LEAST_SHARE = 0.03;

  private final Panorama image;
  private final boolean[][] taken;
  private int peakColumn;
  private int peakRow;
  private Vec3 center;

  /** The sun, and the image without it. */
  record Split(Optional<SkyBody> sun, Panorama rest) {}

  private SunFinder(Panorama image) {
    this.image = image;
    this.taken = new boolean[image.height()][];
  }

  static Split split(Panorama image) {
    SunFinder finder = new SunFinder(image);
    finder.findPeak();
    finder.findCenter();
    LinearColor beside = finder.beside();
    Optional<SkyBody> sun =
        finder.take(BRIGHTER * beside.luminance()) ? finder.sun(beside) : Optional.empty();
    return new Split(sun, sun.isPresent() ? image.painted(finder.taken, beside) : image);
  }

  private void findPeak() {
    double brightest = -1;
    for (int row = 0; row < image.height() / 2; row++) {
      for (int column = 0; column < image.width(); column++) {
        if (image.luminance(column, row) > brightest) {
          brightest = image.luminance(column, row);
          peakColumn = column;
          peakRow = row;
        }
      }
    }
  }

  /** The middle of what is about as bright around: many are where a picture is burnt. */
  private void findCenter() {
    center = image.direction(peakColumn, peakRow);
    double least = image.luminance(peakColumn, peakRow) / 2;
    Vec3[] sum = {Vec3.ZERO};
    around(
        0,
        BESIDE,
        (column, row, direction) -> {
          if (image.luminance(column, row) >= least) {
            sum[0] = sum[0].plus(direction.times(image.solidAngle(row)));
          }
        });
    center = sum[0].normalize();
  }

  /** What to do with each pixel near the center. */
  private interface Visitor {
    void visit(int column, int row, Vec3 direction);
  }

  /** Visits pixels between two angles from the center, row by row. */
  private void around(double from, double to, Visitor visitor) {
    Vec3 middle = center;
    double nearest = from == 0 ? 2 : StrictMath.cos(from);
    double farthest = StrictMath.cos(to);
    int middleRow = (int) ((90 - Rotations.elevation(middle)) / 180 * image.height());
    int rows = (int) Math.ceil(to / image.pixel()) + 1;
    for (int row = Math.max(0, middleRow - rows);
        row <= Math.min(image.height() - 1, middleRow + rows);
        row++) {
      for (int column = 0; column < image.width(); column++) {
        Vec3 direction = image.direction(column, row);
        double cosine = direction.dot(middle);
        if (cosine <= nearest && cosine >= farthest) {
          visitor.visit(column, row, direction);
        }
      }
    }
  }

  /** Mean color of the darker half of the ring around: buildings' edges and flares are brighter. */
  private LinearColor beside() {
    double[][] ring = new double[1][0];
    int[] count = new int[1];
    around(
        WIDEST,
        BESIDE,
        (column, row, direction) -> {
          if (count[0] == ring[0].length) {
            ring[0] = Arrays.copyOf(ring[0], Math.max(64, 2 * count[0]));
          }
          ring[0][count[0]++] = image.luminance(column, row);
        });
    if (count[0] == 0) {
      return LinearColor.BLACK;
    }
    double[] sorted = Arrays.copyOf(ring[0], count[0]);
    Arrays.sort(sorted);
    double median = sorted[count[0] / 2];
    double[] sum = new double[4];
    around(
        WIDEST,
        BESIDE,
        (column, row, direction) -> {
          if (image.luminance(column, row) <= median) {
            LinearColor color = image.pixel(column, row);
            sum[0] += color.red();
            sum[1] += color.green();
            sum[2] += color.blue();
            sum[3]++;
          }
        });
    return new LinearColor(sum[0], sum[1], sum[2]).times(1 / sum[3]);
  }

  /**
   * Marks the bright pixels that hang together with the brightest.
   *
   * @return whether they end before {@link #WIDEST}
   */
  private boolean take(double above) {
    if (image.luminance(peakColumn, peakRow) <= above) {
      return false;
    }
    double farthest = StrictMath.cos(WIDEST);
    Deque<int[]> open = new ArrayDeque<>();
    open.add(new int[] {peakColumn, peakRow});
    mark(peakColumn, peakRow);
    while (!open.isEmpty()) {
      int[] here = open.poll();
      if (image.direction(here[0], here[1]).dot(center) < farthest) {
        return false;
      }
      for (int row = Math.max(0, here[1] - 1);
          row <= Math.min(image.height() - 1, here[1] + 1);
          row++) {
        for (int step = -1; step <= 1; step++) {
          int column = Math.floorMod(here[0] + step, image.width());
          if (image.luminance(column, row) > above && mark(column, row)) {
            open.add(new int[] {column, row});
          }
        }
      }
    }
    return true;
  }

  /** False where it was marked before. */
  private boolean mark(int column, int row) {
    if (taken[row] == null) {
      taken[row] = new boolean[image.width()];
    }
    boolean fresh = !taken[row][column];
    taken[row][column] = true;
    return fresh;
  }

  /**
   * The marked pixels as a disk: as wide as one that is evenly bright and has the same mean square
   * of luminance, but no narrower than the true sun, whose pixels are wider than it is.
   */
  private Optional<SkyBody> sun(LinearColor beside) {
    LinearColor light = LinearColor.BLACK;
    Vec3 sum = Vec3.ZERO;
    double squares = 0;
    for (int row = 0; row < taken.length; row++) {
      for (int column = 0; taken[row] != null && column < image.width(); column++) {
        if (taken[row][column]) {
          double angle = image.solidAngle(row);
          LinearColor more = image.pixel(column, row).plus(beside.times(-1));
          light = light.plus(more.times(angle));
          sum = sum.plus(image.direction(column, row).times(more.luminance() * angle));
          squares += more.luminance() * more.luminance() * angle;
        }
      }
    }
    double lux = light.luminance();
    Vec3 towards = sum.normalize();
    if (towards.z() <= 0 || lux * towards.z() < LEAST_SHARE * image.illuminance().luminance()) {
      return Optional.empty();
    }
    double diameter = 2 * Math.sqrt(lux * lux / squares / StrictMath.PI);
    LinearColor positive =
        new LinearColor(
            Math.max(0, light.red()), Math.max(0, light.green()), Math.max(0, light.blue()));
    return Optional.of(
        new SkyBody(
            towards, positive, Math.max(Rotations.radians(Sunlight.ANGULAR_DIAMETER), diameter)));
  }
}
