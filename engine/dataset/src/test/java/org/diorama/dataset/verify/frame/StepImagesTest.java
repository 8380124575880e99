package org.diorama.dataset.verify.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Where flow leads, by hand: depths are in steps of a millimeter. */
class StepImagesTest {
  private static final int SIZE = 5;
  private static final double SLACK = 5e-4;

  /** One instance on rows 3 and 4, another one above. */
  private static StepImages halves() {
    int[] ids = new int[SIZE * SIZE];
    Arrays.fill(ids, 0, 3 * SIZE, 5);
    Arrays.fill(ids, 3 * SIZE, SIZE * SIZE, 1);
    int[] depths = new int[SIZE * SIZE];
    Arrays.fill(depths, 9_000);
    return new StepImages(SIZE, SIZE, ids, depths, 1e-3);
  }

  /** One instance whose depths grow from row to row. */
  private static StepImages rows(int... meters) {
    int[] ids = new int[SIZE * SIZE];
    Arrays.fill(ids, 1);
    int[] depths = new int[SIZE * SIZE];
    for (int row = 0; row < SIZE; row++) {
      Arrays.fill(depths, row * SIZE, (row + 1) * SIZE, meters[row]);
    }
    return new StepImages(SIZE, SIZE, ids, depths, 1e-3);
  }

  /** Single precision takes a place just above a row's center for the center itself. */
  @Test
  void roundingDecidesNoPixel() {
    double onTheCenter = 2.5 - 4e-6;
    assertEquals("", halves().fault(1, true, 2.25, onTheCenter, Double.NaN, 0));
    assertNotEquals("", halves().fault(1, true, 2.25, 2.5 - 4e-3, Double.NaN, 0));
  }

  /** A surface goes through the place, whether the level one or a steep one. */
  @Test
  void whatIsShownIsNotHidden() {
    StepImages steep = rows(49_000, 49_500, 50_000, 50_500, 51_000);
    assertNotEquals("", steep.fault(1, false, 2.5, 2.6, 50.05, SLACK));
    StepImages level = rows(49_960, 49_980, 50_000, 50_020, 50_040);
    assertNotEquals("", level.fault(1, false, 2.5, 2.6, 50.005, SLACK));
  }

  /** All around the place is nearer by more than a thousandth, though not all beside that. */
  @Test
  void reliefMayHideItself() {
    StepImages relief = rows(49_930, 49_920, 49_910, 50_020, 50_040);
    assertEquals("", relief.fault(1, false, 2.5, 2.3, 50, SLACK));
    assertNotEquals("", relief.fault(1, false, 2.5, 2.7, 50, SLACK));
  }
}
