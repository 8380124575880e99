package org.diorama.dataset.verify.replay;

import static org.diorama.dataset.verify.replay.WallAndCard.CAMERA;
import static org.diorama.dataset.verify.replay.WallAndCard.CARD;
import static org.diorama.dataset.verify.replay.WallAndCard.FAR;
import static org.diorama.dataset.verify.replay.WallAndCard.WALL;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.diorama.core.bvh.SceneBvhTraversal;
import org.diorama.core.render.ViewGeometry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SightComparisonTest {
  private static final double NEAR = 4;
  private static final double STEP = 1e-3;

  /** Column 9 of row 5: the card's edge passes its center by 0.004 pixels. */
  private static final int ON_EDGE = 5 * 16 + 9;

  private static final int IN_WALL = 5 * 16 + 4;

  private final ViewGeometry geometry = WallAndCard.of(9.504, NEAR);

  /** What a renderer shows. */
  private final class Images {
    private final double[] ids = new double[16 * 12];
    private final double[] depths = new double[16 * 12];

    /** What exact rays meet. */
    Images() {
      SceneBvhTraversal traversal = new SceneBvhTraversal();
      for (int pixel = 0; pixel < ids.length; pixel++) {
        geometry.see(traversal, pixel % 16 + 0.5, pixel / 16 + 0.5);
        ids[pixel] = geometry.draws().get(traversal.surface()).instanceId();
        depths[pixel] = traversal.distance();
      }
    }

    Images with(int pixel, int id, double depth) {
      ids[pixel] = id;
      depths[pixel] = depth;
      return this;
    }

    LabelPlane.Image of(LabelPlane plane) {
      return new LabelPlane.Image(1, plane == LabelPlane.INSTANCE ? ids : depths);
    }
  }

  private List<String> compare(Images one, Images other) {
    SightComparison comparison = new SightComparison(CAMERA.width(), STEP, instant -> geometry);
    for (LabelPlane plane : List.of(LabelPlane.INSTANCE, LabelPlane.DEPTH_FLOAT)) {
      comparison.add(plane, one.of(plane), other.of(plane));
    }
    LabelPlane.Image steps = new LabelPlane.Image(1, new double[16 * 12]);
    comparison.add(LabelPlane.DEPTH, steps, steps);
    List<String> wrong = new ArrayList<>();
    comparison.compare((plane, detail) -> wrong.add(plane + ": " + detail));
    return wrong;
  }

  private List<String> compare(boolean swapped, Images other) {
    return swapped ? compare(other, new Images()) : compare(new Images(), other);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whatAnEdgeAllowsIsWhatRaysMeetThere(boolean swapped) {
    assertEquals(List.of(), compare(swapped, new Images()));
    assertEquals(List.of(), compare(swapped, new Images().with(ON_EDGE, CARD, NEAR)));
    assertEquals(1, compare(swapped, new Images().with(ON_EDGE, CARD, FAR)).size());
    assertEquals(1, compare(swapped, new Images().with(ON_EDGE, 3, NEAR)).size());
  }

  /** Whichever of the two is wrong: exact rays need not be the first. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whatNoRayMeetsIsFoundInEither(boolean swapped) {
    assertEquals(1, compare(swapped, new Images().with(IN_WALL, CARD, NEAR)).size());
    assertEquals(1, compare(swapped, new Images().with(IN_WALL, WALL, FAR * 1.001)).size());
  }

  @Test
  void fewPixelsAreOnEdgesInAll() {
    Images many = new Images();
    for (int row = 0; row < 5; row++) {
      many.with(row * 16 + 9, CARD, NEAR);
    }
    assertEquals(
        List.of("INSTANCE: 5 of 192 pixels differ, if only on edges"), compare(new Images(), many));
  }
}
