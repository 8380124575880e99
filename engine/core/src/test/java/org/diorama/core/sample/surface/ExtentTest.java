package org.diorama.core.sample.surface;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.diorama.core.asset.SupportRegion;
import org.diorama.core.math.Vec3;
import org.diorama.core.random.RandomStream;
import org.diorama.core.random.Statistics;
import org.diorama.core.random.StreamPath;
import org.junit.jupiter.api.Test;

/** Regions of surfaces on which things are scattered. */
class ExtentTest {
  private static final int DRAWS = 100_000;
  private static final StreamPath PATH = StreamPath.of("surface");

  /** Three unit squares around a corner that lies outside. */
  private static final PolygonExtent ANGLE =
      new PolygonExtent(
          Stream.of("00", "20", "21", "11", "12", "02")
              .map(at -> new Vec3(at.charAt(0) - '0', at.charAt(1) - '0', 0))
              .toList());

  /** Three by two cells of 0.5 by 1, one of them not free, of an asset that is scaled. */
  private static final RasterExtent RASTER =
      new RasterExtent(
          new SupportRegion(-1, 2, 0.5, 1, 3, new double[] {9, 9, 9, 9, 0, 9}),
          new Vec3(2, 0.5, 1));

  @Test
  void polygonsAreEvenByArea() {
    assertEquals(3, ANGLE.area(), 1e-12);
    // Quarters of the squares.
    double[] even = new double[12];
    Arrays.fill(even, 1 / 12.0);
    Statistics.assertChiSquare(count(ANGLE::draw, 12, ExtentTest::quarter), even);
    // Two arms that overlap, each drawn evenly: their common square comes twice as often.
    assertThrows(
        AssertionError.class,
        () ->
            Statistics.assertChiSquare(
                count(
                    stream ->
                        stream.uniform() < 0.5
                            ? new Vec3(2 * stream.uniform(), stream.uniform(), 0)
                            : new Vec3(stream.uniform(), 2 * stream.uniform(), 0),
                    12,
                    ExtentTest::quarter),
                even));
  }

  private static int quarter(Vec3 point) {
    int square = point.y() >= 1 ? 2 : point.x() >= 1 ? 1 : 0;
    return 4 * square + (int) (point.x() * 2 % 2) + 2 * (int) (point.y() * 2 % 2);
  }

  @Test
  void foundSurfacesAreEvenByAreaAndKeepOffWhatIsTaken() {
    assertEquals(2.5, RASTER.area(), 1e-12);
    long[] counts = count(RASTER::draw, 6, ExtentTest::cell);
    assertEquals(0, counts[4], "the taken cell");
    double[] even = new double[5];
    Arrays.fill(even, 0.2);
    Statistics.assertChiSquare(
        new long[] {counts[0], counts[1], counts[2], counts[3], counts[5]}, even);
    // Within a cell, too.
    double[] across =
        IntStream.range(0, DRAWS).mapToDouble(i -> (RASTER.draw(stream(i)).x() + 2) % 1).toArray();
    Statistics.assertKolmogorov(across, x -> x);
  }

  private static int cell(Vec3 point) {
    return (int) Math.floor(point.x() + 2) + 3 * (int) Math.floor((point.y() - 1) / 0.5);
  }

  @Test
  void aFootprintMustLieInsideWithAllItsArea() {
    assertTrue(ANGLE.covers(square(0.5, 0.5, 0.5)));
    assertTrue(ANGLE.covers(square(1.5, 0.5, 0.5)));
    assertFalse(ANGLE.covers(square(1.5, 0.5, 0.51)), "over a border");
    assertFalse(ANGLE.covers(square(1, 1, 0.1)), "over the corner that points inwards");
    // All corners inside, the notch between them: no corner tells.
    assertFalse(
        ANGLE.covers(
            List.of(
                new Vec3(1.9, 0.1, 0),
                new Vec3(2, 0.2, 0),
                new Vec3(0.2, 2, 0),
                new Vec3(0.1, 1.9, 0))));
    assertFalse(RASTER.covers(square(-0.5, 1.75, 0.2)), "on the taken cell");
    assertTrue(RASTER.covers(square(-1.5, 1.25, 0.2)));
  }

  /** Counter-clockwise. */
  private static List<Vec3> square(double x, double y, double half) {
    return List.of(
        new Vec3(x - half, y - half, 0),
        new Vec3(x + half, y - half, 0),
        new Vec3(x + half, y + half, 0),
        new Vec3(x - half, y + half, 0));
  }

  private static long[] count(
      Function<RandomStream, Vec3> sampler, int cells, Function<Vec3, Integer> cell) {
    long[] counts = new long[cells];
    for (int i = 0; i < DRAWS; i++) {
      counts[cell.apply(sampler.apply(stream(i)))]++;
    }
    return counts;
  }

  private static RandomStream stream(long instance) {
    return new RandomStream(17, PATH, 0, instance);
  }
}
