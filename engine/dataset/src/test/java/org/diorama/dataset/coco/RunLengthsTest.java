package org.diorama.dataset.coco;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ShortBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a slow second implementation, pixel by pixel from the definition. */
class RunLengthsTest {
  private static final int ROUNDS = 200;

  @Test
  void scannerFindsWhatAScanPerInstanceFinds() {
    InstanceRuns scanner = new InstanceRuns();
    for (long seed = 0; seed < ROUNDS; seed++) {
      Random random = new Random(seed);
      int width = 1 + random.nextInt(90);
      int height = 1 + random.nextInt(60);
      short[] plane = blobs(random, width, height);
      scanner.scan(ShortBuffer.wrap(plane), width, height);
      int[] present = present(plane);
      assertArrayEquals(present, scanner.ids(), "seed " + seed);
      for (int id : present) {
        boolean[] mask = maskOf(plane, id);
        RunLengths runs = scanner.runs(id);
        assertArrayEquals(counts(mask, width, height), runs.counts(), "seed " + seed);
        assertArrayEquals(mask, runs.toMask(), "seed " + seed);
        assertEquals(area(mask), runs.area(), "seed " + seed);
        assertEquals(box(mask, width, height), runs.box(), "seed " + seed);
        assertEquals(runs, RunLengths.parse(width, height, runs.text()), "seed " + seed);
      }
    }
  }

  @Test
  void scannerForgetsTheImageBefore() {
    InstanceRuns scanner = new InstanceRuns();
    scanner.scan(ShortBuffer.wrap(new short[] {1, 2, (short) 65535, 0}), 2, 2);
    assertArrayEquals(new int[] {1, 2, 65535}, scanner.ids());
    scanner.scan(ShortBuffer.wrap(new short[] {0, 0, 2}), 3, 1);
    assertArrayEquals(new int[] {2}, scanner.ids());
    assertEquals(0, scanner.runs(1).area());
    assertEquals(0, scanner.runs(40_000).area());
    assertArrayEquals(new int[] {2, 1}, scanner.runs(2).counts());
  }

  /**
   * Single pixels, stripes both ways, a checkerboard, the last row and the last column, by hand.
   */
  @ParameterizedTest
  @CsvSource({
    "1 1, 7, 7, 0 1",
    "2 2, 1234, 1, 0 1 3",
    "2 2, 1234, 2, 2 1 1",
    "2 2, 1234, 3, 1 1 2",
    "2 2, 1234, 4, 3 1",
    "3 2, 121212, 2, 1 2 2 1",
    "3 2, 121121, 2, 2 2 2",
    "2 3, 112211, 2, 1 1 2 1 1",
    "2 3, 121212, 1, 0 3 3",
    "3 3, 111111222, 2, 2 1 2 1 2 1",
    "3 3, 112112112, 2, 6 3",
    "3 3, 000000005, 5, 8 1"
  })
  void tinyImages(String size, String pixels, int id, String expected) {
    String[] sides = size.split(" ");
    short[] plane = new short[pixels.length()];
    for (int i = 0; i < plane.length; i++) {
      plane[i] = (short) (pixels.charAt(i) - 48);
    }
    InstanceRuns scanner = new InstanceRuns();
    scanner.scan(ShortBuffer.wrap(plane), Integer.parseInt(sides[0]), Integer.parseInt(sides[1]));
    int[] counts = Arrays.stream(expected.split(" ")).mapToInt(Integer::parseInt).toArray();
    assertArrayEquals(counts, scanner.runs(id).counts());
  }

  @Test
  void overlapAndUnionAreThoseOfThePixels() {
    for (long seed = 0; seed < ROUNDS; seed++) {
      Random random = new Random(seed);
      int width = 1 + random.nextInt(20);
      int height = 1 + random.nextInt(20);
      boolean[] a = noise(random, width * height);
      boolean[] b = noise(random, width * height);
      int both = 0;
      int either = 0;
      boolean[] union = new boolean[a.length];
      for (int i = 0; i < a.length; i++) {
        union[i] = a[i] || b[i];
        both += a[i] && b[i] ? 1 : 0;
        either += union[i] ? 1 : 0;
      }
      RunLengths first = new RunLengths(width, height, counts(a, width, height));
      RunLengths second = new RunLengths(width, height, counts(b, width, height));
      assertEquals(
          either == 0 ? 0 : (double) both / either,
          Masks.overlap(first, second, false),
          "seed " + seed);
      assertEquals(
          area(a) == 0 ? 0 : (double) both / area(a),
          Masks.overlap(first, second, true),
          "seed " + seed);
      assertArrayEquals(union, Masks.union(first, second).toMask(), "seed " + seed);
    }
  }

  @Test
  void rectanglesOnPixelEdgesAreFilledExactly() {
    for (long seed = 0; seed < ROUNDS; seed++) {
      Random random = new Random(seed);
      int width = 2 + random.nextInt(40);
      int height = 2 + random.nextInt(40);
      int left = random.nextInt(width);
      int top = random.nextInt(height);
      int right = left + 1 + random.nextInt(width - left);
      int bottom = top + 1 + random.nextInt(height - top);
      double[] outline = {left, top, right, top, right, bottom, left, bottom};
      RunLengths mask = Polygons.fill(width, height, outline);
      assertEquals(new Box(left, top, right - left, bottom - top), mask.box(), "seed " + seed);
      assertEquals((long) (right - left) * (bottom - top), mask.area(), "seed " + seed);
    }
  }

  @Test
  void numbersOfEveryLengthSurviveTheText() {
    Random random = new Random(9);
    for (int i = 0; i < 1000; i++) {
      int[] counts = new int[2 + random.nextInt(9)];
      for (int j = 0; j < counts.length; j++) {
        counts[j] = 1 + (random.nextInt() >>> (4 + random.nextInt(27)));
      }
      assertArrayEquals(counts, RunLengthText.decode(RunLengthText.encode(counts)));
    }
    int[] extremes = {Integer.MAX_VALUE, 1, 1, Integer.MAX_VALUE, Integer.MAX_VALUE, 1};
    assertArrayEquals(extremes, RunLengthText.decode(RunLengthText.encode(extremes)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "05", "P", "0A", "05~", " 5", "5P", "51111", "ooooooooooo1"})
  void refusesTextThatIsNoMask(String text) {
    assertThrows(IllegalArgumentException.class, () -> RunLengths.parse(2, 2, text));
  }

  @Test
  void equalMasksAreEqual() {
    RunLengths mask = new RunLengths(2, 2, new int[] {1, 3});
    assertEquals(mask, new RunLengths(2, 2, new int[] {1, 3}));
    assertEquals(mask.hashCode(), new RunLengths(2, 2, new int[] {1, 3}).hashCode());
    assertFalse(mask.equals(new RunLengths(4, 1, new int[] {1, 3})));
    assertTrue(mask.toString().contains("[1, 3]"));
  }

  /** Random rectangles over each other: runs of all lengths, ids of all sizes. */
  private static short[] blobs(Random random, int width, int height) {
    short[] plane = new short[width * height];
    for (int n = random.nextInt(12); n > 0; n--) {
      short id = (short) (random.nextBoolean() ? random.nextInt(5) : random.nextInt(65536));
      int left = random.nextInt(width);
      int top = random.nextInt(height);
      int right = left + 1 + random.nextInt(width - left);
      int bottom = top + 1 + random.nextInt(height - top);
      double density = random.nextInt(3) == 0 ? 0.5 : 1;
      for (int y = top; y < bottom; y++) {
        for (int x = left; x < right; x++) {
          if (random.nextDouble() < density) {
            plane[y * width + x] = id;
          }
        }
      }
    }
    return plane;
  }

  private static boolean[] noise(Random random, int size) {
    boolean[] mask = new boolean[size];
    double density = random.nextInt(5) / 4.0;
    for (int i = 0; i < size; i++) {
      mask[i] = random.nextDouble() < density;
    }
    return mask;
  }

  private static int[] present(short[] plane) {
    return IntStream.range(0, plane.length)
        .map(i -> Short.toUnsignedInt(plane[i]))
        .filter(id -> id != 0)
        .distinct()
        .sorted()
        .toArray();
  }

  private static boolean[] maskOf(short[] plane, int id) {
    boolean[] mask = new boolean[plane.length];
    for (int i = 0; i < plane.length; i++) {
      mask[i] = plane[i] == (short) id;
    }
    return mask;
  }

  private static int[] counts(boolean[] mask, int width, int height) {
    List<Integer> counts = new ArrayList<>();
    boolean current = false;
    int run = 0;
    for (int x = 0; x < width; x++) {
      for (int y = 0; y < height; y++) {
        if (mask[y * width + x] != current) {
          counts.add(run);
          run = 0;
          current = !current;
        }
        run++;
      }
    }
    counts.add(run);
    return counts.stream().mapToInt(Integer::intValue).toArray();
  }

  private static long area(boolean[] mask) {
    long area = 0;
    for (boolean pixel : mask) {
      area += pixel ? 1 : 0;
    }
    return area;
  }

  private static Box box(boolean[] mask, int width, int height) {
    int left = width;
    int top = height;
    int right = 0;
    int bottom = 0;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        if (mask[y * width + x]) {
          left = Math.min(left, x);
          top = Math.min(top, y);
          right = Math.max(right, x + 1);
          bottom = Math.max(bottom, y + 1);
        }
      }
    }
    return new Box(left, top, right - left, bottom - top);
  }
}
