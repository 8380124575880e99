package org.diorama.dataset.coco;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Polygons along pixel edges give their masks back. */
class OutlinesTest {
  /** Rows of text, '#' is the mask. */
  private static RunLengths mask(String... rows) {
    int width = rows[0].length();
    List<Integer> toggles = new ArrayList<>();
    boolean before = false;
    for (int x = 0; x < width; x++) {
      for (int y = 0; y < rows.length; y++) {
        boolean now = rows[y].charAt(x) == '#';
        if (now != before) {
          toggles.add(x * rows.length + y);
        }
        before = now;
      }
    }
    int[] positions = toggles.stream().mapToInt(Integer::intValue).toArray();
    return Masks.ofToggles(width, rows.length, positions);
  }

  private static void assertOutlines(RunLengths mask, List<int[]> pieces, List<int[]> holes) {
    Outlines outlines = Outlines.of(mask);
    assertEquals(
        pieces.stream().map(Arrays::toString).toList(),
        outlines.pieces().stream().map(Arrays::toString).toList());
    assertEquals(
        holes.stream().map(Arrays::toString).toList(),
        outlines.holes().stream().map(Arrays::toString).toList());
  }

  @Test
  void aSinglePixelIsASquare() {
    assertOutlines(
        mask("....", "..#.", "...."), List.of(new int[] {3, 1, 3, 2, 2, 2, 2, 1}), List.of());
  }

  @Test
  void theLastRowAndColumnEndAtTheImagesEdge() {
    assertOutlines(
        mask("..#", "..#", "###"),
        List.of(new int[] {3, 0, 3, 3, 0, 3, 0, 2, 2, 2, 2, 0}),
        List.of());
    assertOutlines(mask("##", "##"), List.of(new int[] {2, 0, 2, 2, 0, 2, 0, 0}), List.of());
  }

  @Test
  void aRingHasAHoleThatRunsTheOtherWay() {
    assertOutlines(
        mask("###", "#.#", "###"),
        List.of(new int[] {3, 0, 3, 3, 0, 3, 0, 0}),
        List.of(new int[] {2, 2, 2, 1, 1, 1, 1, 2}));
  }

  @Test
  void pixelsThatShareACornerAreTwoPieces() {
    assertOutlines(
        mask("#.", ".#"),
        List.of(new int[] {1, 0, 1, 1, 0, 1, 0, 0}, new int[] {2, 1, 2, 2, 1, 2, 1, 1}),
        List.of());
  }

  /** The inside is reached through a corner: one edge that touches itself, no hole. */
  @Test
  void aRingThatIsOpenAtACornerHasNoHole() {
    Outlines outlines = Outlines.of(mask("###", "#.#", "##."));
    assertEquals(1, outlines.pieces().size());
    assertEquals(List.of(), outlines.holes());
  }

  @Test
  void anEmptyMaskHasNoOutline() {
    Outlines outlines = Outlines.of(mask("..", ".."));
    assertEquals(List.of(), outlines.pieces());
    assertEquals(0, outlines.joined().length);
  }

  @Test
  void aSeamIsWalkedThereAndBack() {
    assertArrayEquals(
        new int[] {3, 0, 3, 3, 2, 2, 2, 1, 1, 1, 1, 2, 2, 2, 3, 3, 0, 3, 0, 0},
        Outlines.of(mask("###", "#.#", "###")).joined());
  }

  /** Filled by COCO's rule, and by whether a ray from the pixel's center crosses an odd number. */
  @Test
  void randomMasksComeBack() {
    long seed = 20261128;
    Random random = new Random(seed);
    int withHoles = 0;
    for (int round = 0; round < 400; round++) {
      RunLengths mask = random(random);
      Outlines outlines = Outlines.of(mask);
      String what = "seed " + seed + " round " + round + " " + mask;
      withHoles += outlines.holes().isEmpty() ? 0 : 1;
      if (outlines.holes().isEmpty()) {
        List<double[]> polygons = outlines.pieces().stream().map(OutlinesTest::doubles).toList();
        assertEquals(mask, Polygons.fill(mask.width(), mask.height(), polygons), what);
      }
      int[] joined = outlines.joined();
      if (joined.length > 0) {
        assertEquals(mask, Polygons.fill(mask.width(), mask.height(), doubles(joined)), what);
      }
      assertArrayEquals(mask.toMask(), crossings(mask, outlines), what);
    }
    assertTrue(withHoles > 50, withHoles + " with holes");
  }

  private static RunLengths random(Random random) {
    int width = 1 + random.nextInt(12);
    int height = 1 + random.nextInt(12);
    double share = random.nextDouble();
    String[] rows = new String[height];
    for (int y = 0; y < height; y++) {
      StringBuilder row = new StringBuilder();
      for (int x = 0; x < width; x++) {
        row.append(random.nextDouble() < share ? '#' : '.');
      }
      rows[y] = row.toString();
    }
    return mask(rows);
  }

  private static double[] doubles(int[] polygon) {
    return Arrays.stream(polygon).asDoubleStream().toArray();
  }

  private static boolean[] crossings(RunLengths mask, Outlines outlines) {
    List<int[]> loops = new ArrayList<>(outlines.pieces());
    loops.addAll(outlines.holes());
    boolean[] inside = new boolean[mask.width() * mask.height()];
    for (int[] loop : loops) {
      for (int i = 0; i < loop.length; i += 2) {
        int x = loop[i];
        int y = loop[i + 1];
        int nextX = loop[(i + 2) % loop.length];
        int nextY = loop[(i + 3) % loop.length];
        assertTrue(x == nextX ^ y == nextY, "edges run along pixel edges, corners only");
        for (int row = Math.min(y, nextY); row < Math.max(y, nextY); row++) {
          for (int column = x; column < mask.width(); column++) {
            inside[row * mask.width() + column] ^= true;
          }
        }
      }
    }
    return inside;
  }
}
