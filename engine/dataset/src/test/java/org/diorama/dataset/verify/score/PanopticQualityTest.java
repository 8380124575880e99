package org.diorama.dataset.verify.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.diorama.dataset.verify.score.PanopticQuality.Image;
import org.diorama.dataset.verify.score.PanopticQuality.Segment;
import org.junit.jupiter.api.Test;

/** Small cases by hand. */
class PanopticQualityTest {
  private static final Segment CAR = new Segment(1, false);
  private static final Segment CARS = new Segment(1, true);
  private static final Segment ROAD = new Segment(2, false);

  private static double quality(Image truth, Image guess) {
    PanopticQuality quality = new PanopticQuality();
    quality.add(truth, guess);
    return quality.value();
  }

  private static Image image(Map<Integer, Segment> segments, int... ids) {
    return new Image(ids, segments);
  }

  @Test
  void itselfIsWhole() {
    Image image = image(Map.of(7, CAR, 9, ROAD, 4, CARS), 7, 7, 9, 9, 0, 0, 4, 4);
    assertEquals(1, quality(image, image));
  }

  /** Cars: 3 of 4 pixels, so 3/4 of one match. Roads: the other pixel is too much: 2/3. */
  @Test
  void overlapsAreAveragedOverCategories() {
    Image truth = image(Map.of(1, CAR, 2, ROAD), 1, 1, 1, 1, 2, 2);
    Image guess = image(Map.of(5, CAR, 6, ROAD), 5, 5, 5, 6, 6, 6);
    assertEquals((3 / 4.0 + 2 / 3.0) / 2, quality(truth, guess), 1e-15);
  }

  /** Half of the union is no match: a miss and a false segment. */
  @Test
  void halfIsNoMatch() {
    Image truth = image(Map.of(1, CAR), 1, 1, 3, 3);
    assertEquals(0, quality(truth, image(Map.of(5, CAR), 5, 5, 5, 5)));
  }

  /** Pixels that the truth leaves void are no part of the union. */
  @Test
  void voidCountsForNothing() {
    Image truth = image(Map.of(1, CAR), 1, 1, 0, 0, 0);
    assertEquals(1, quality(truth, image(Map.of(5, CAR), 5, 5, 5, 5, 0)));
    Image two = image(Map.of(5, CAR, 6, CAR), 5, 5, 6, 6, 6);
    assertEquals(1, quality(truth, two));
  }

  /** A segment on a crowd is neither found nor false; one of another category is. */
  @Test
  void crowdsCountForNothing() {
    Image truth = image(Map.of(1, CAR, 2, CARS), 1, 1, 2, 2);
    assertEquals(1, quality(truth, image(Map.of(5, CAR, 6, CAR), 5, 5, 6, 6)));
    assertEquals(1, quality(truth, image(Map.of(5, CAR), 5, 5, 0, 0)));
    assertEquals(0.5, quality(truth, image(Map.of(5, CAR, 6, ROAD), 5, 5, 6, 6)));
  }

  /** Pixels in runs and the same ones shuffled: any order that both sides share. */
  @Test
  void theOrderOfPixelsIsNoMatter() {
    Map<Integer, Segment> segments = Map.of(1, CAR, 2, CARS, 3, ROAD, 4, CAR, 5, ROAD);
    double sum = 0;
    for (long seed = 0; seed < 50; seed++) {
      Random random = new Random(seed);
      List<int[]> pixels = new ArrayList<>();
      while (pixels.size() < 300) {
        int due = random.nextInt(6);
        int[] pixel = {due, random.nextInt(4) > 0 ? due : random.nextInt(6)};
        pixels.addAll(Collections.nCopies(1 + random.nextInt(20), pixel));
      }
      double inRuns = quality(side(segments, pixels, 0), side(segments, pixels, 1));
      Collections.shuffle(pixels, random);
      double shuffled = quality(side(segments, pixels, 0), side(segments, pixels, 1));
      assertEquals(inRuns, shuffled, 1e-12, "seed " + seed);
      sum += inRuns;
    }
    assertTrue(sum > 10 && sum < 50, "in all " + sum);
  }

  private static Image side(Map<Integer, Segment> segments, List<int[]> pixels, int side) {
    return new Image(pixels.stream().mapToInt(pixel -> pixel[side]).toArray(), segments);
  }

  @Test
  void nothingScoresNothing() {
    assertEquals(-1, quality(image(Map.of(), 0, 0), image(Map.of(), 0, 0)));
  }
}
