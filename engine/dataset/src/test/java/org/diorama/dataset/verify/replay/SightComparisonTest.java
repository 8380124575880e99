package org.diorama.dataset.verify.replay;

import static org.diorama.dataset.verify.replay.WallAndCard.CAMERA;
import static org.diorama.dataset.verify.replay.WallAndCard.CARD;
import static org.diorama.dataset.verify.replay.WallAndCard.FAR;
import static org.diorama.dataset.verify.replay.WallAndCard.WALL;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.diorama.core.bvh.SceneBvhTraversal;
import org.diorama.core.render.ViewGeometry;
import org.diorama.core.sample.SampledNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
    private final double[] categories = new double[16 * 12];

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

    /** Of another category. */
    Images recolored(int instance) {
      for (int pixel = 0; pixel < ids.length; pixel++) {
        categories[pixel] = ids[pixel] == instance ? 255 : categories[pixel];
      }
      return this;
    }

    /** Without the piece of the wall that lies right of the card, 24 of its 144 pixels. */
    Images withoutRight() {
      for (int pixel = 0; pixel < ids.length; pixel++) {
        if (pixel % 16 >= 14) {
          ids[pixel] = SampledNode.VOID_ID;
          categories[pixel] = 255;
        }
      }
      return this;
    }

    LabelPlane.Image of(LabelPlane plane) {
      return new LabelPlane.Image(1, plane == LabelPlane.INSTANCE ? ids : depths);
    }
  }

  private List<String> compare(Images one, Images other) {
    return compare(one, other, 0, Set.of());
  }

  private List<String> compare(
      Images one, Images other, double leastShare, Set<Integer> judgedApart) {
    SightComparison comparison =
        new SightComparison(
            CAMERA.width(),
            STEP,
            new PieceRule(leastShare, CAMERA.width()),
            judgedApart,
            instant -> geometry);
    for (LabelPlane plane : List.of(LabelPlane.INSTANCE, LabelPlane.DEPTH_FLOAT)) {
      comparison.add(plane, one.of(plane), other.of(plane));
    }
    LabelPlane.Image steps = new LabelPlane.Image(1, new double[16 * 12]);
    comparison.add(LabelPlane.DEPTH, steps, steps);
    comparison.add(
        LabelPlane.SEMANTIC,
        new LabelPlane.Image(1, one.categories),
        new LabelPlane.Image(1, other.categories));
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

  /** An instance that one drops and the other does not; nothing else may be of another category. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void verdictsTurnTheCategoriesOfTheirInstancesAlone(boolean swapped) {
    Images card = new Images().recolored(CARD);
    Images both = new Images().recolored(CARD).recolored(WALL);
    for (Set<Integer> apart : List.of(Set.of(CARD), Set.of(WALL), Set.<Integer>of())) {
      Images exact = new Images();
      assertEquals(
          apart.contains(CARD) ? 0 : 1,
          (swapped ? compare(card, exact, 0, apart) : compare(exact, card, 0, apart)).size());
      assertEquals(1, compare(exact, both, 0, apart).size());
    }
  }

  /**
   * The pixel on the edge is the card's or one of 144 of the wall, whose smaller piece has 24: less
   * than 0.167 of 144, more of 143. What is left out follows from that pixel, or is wrong.
   */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aPixelOnAnEdgeDecidesOfAPiece(boolean swapped) {
    Images without = new Images().withoutRight();
    Images other = new Images().with(ON_EDGE, CARD, NEAR);
    double share = 0.167;
    List<String> sound =
        swapped
            ? compare(other, without, share, Set.of())
            : compare(without, other, share, Set.of());
    assertEquals(List.of(), sound);
    List<String> wrong =
        swapped
            ? compare(new Images(), without, share, Set.of())
            : compare(without, new Images(), share, Set.of());
    assertEquals(1, wrong.size(), wrong.toString());
    Images otherWithout = new Images().with(ON_EDGE, CARD, NEAR).withoutRight();
    assertEquals(1, compare(other, otherWithout, share, Set.of()).size());
    assertEquals(1, compare(without, other, 0.16, Set.of()).size());
  }

  /** A card within a relative depth of 1e-6 of the wall: either may give a pixel its color. */
  @ParameterizedTest
  @CsvSource({"1e-7, 11, 0", "1e-7, 4, 1", "1e-5, 11, 1"})
  void ofTwoSurfacesAtOneDepthEitherMayBeShown(double before, int column, int found) {
    ViewGeometry coincident = WallAndCard.of(9, FAR * (1 - before));
    SightComparison comparison =
        new SightComparison(16, STEP, new PieceRule(0, 16), Set.of(), instant -> coincident);
    LabelPlane.Image same = new LabelPlane.Image(1, new double[16 * 12]);
    double[] other = new double[16 * 12];
    other[5 * 16 + column] = 40;
    comparison.add(LabelPlane.INSTANCE, same, same);
    comparison.add(LabelPlane.DEPTH, same, same);
    comparison.add(LabelPlane.ALBEDO, same, new LabelPlane.Image(1, other));
    List<String> wrong = new ArrayList<>();
    comparison.compare((plane, detail) -> wrong.add(plane + ": " + detail));
    assertEquals(found, wrong.size(), wrong.toString());
  }
}
