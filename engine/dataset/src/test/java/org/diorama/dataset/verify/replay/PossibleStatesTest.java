package org.diorama.dataset.verify.replay;

import static org.diorama.core.label.pixel.FlowState.HIDDEN;
import static org.diorama.core.label.pixel.FlowState.OUTSIDE;
import static org.diorama.core.label.pixel.FlowState.VISIBLE;
import static org.diorama.dataset.verify.replay.WallAndCard.FAR;
import static org.diorama.dataset.verify.replay.WallAndCard.WALL;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import org.diorama.core.label.pixel.FlowState;
import org.diorama.core.render.PossibleSights;
import org.junit.jupiter.api.Test;

/** A wall that does not move behind a card, which covers columns 10 to 14 of the image, or so. */
class PossibleStatesTest {
  private static final double NEAR = 4;

  /** Of the wall as pixel (2, 2) shows it, which comes to lie at a place. */
  private static Set<FlowState> at(PossibleSights then, double u, double v) {
    return new PossibleStates(sights(10, NEAR), then)
        .of(2, 2, WALL, new Span(FAR, FAR), (float) (u - 2.5), (float) (v - 2.5));
  }

  private static PossibleSights sights(double left, double depth) {
    return new PossibleSights(WallAndCard.of(left, depth));
  }

  @Test
  void oneStateWhereNothingIsNear() {
    PossibleSights still = sights(10, NEAR);
    assertEquals(Set.of(VISIBLE), at(still, 2.5, 2.5));
    assertEquals(Set.of(VISIBLE), at(still, 9.7, 6.2), "the card's edge lies on a pixel's");
    assertEquals(Set.of(HIDDEN), at(still, 10.2, 6.2));
    assertEquals(Set.of(HIDDEN), at(still, 12, 6.2));
    assertEquals(Set.of(OUTSIDE), at(still, -0.1, 6.2));
    assertEquals(Set.of(OUTSIDE), at(still, 12, 12.1));
  }

  /** The card's edge is so near to the center of a pixel that this may show it or not. */
  @Test
  void bothWhereThePixelMayShowEither() {
    PossibleSights within = sights(9.504, NEAR);
    assertEquals(Set.of(VISIBLE, HIDDEN), at(within, 9.7, 6.2));
    assertEquals(Set.of(VISIBLE), at(within, 8.6, 6.2), "the pixel beside it");
    assertEquals(Set.of(VISIBLE), at(sights(9.52, NEAR), 9.7, 6.2));
    assertEquals(Set.of(HIDDEN), at(sights(9.48, NEAR), 9.7, 6.2));
  }

  /** In single precision a place may lie on either side of a pixel's edge. */
  @Test
  void bothWhereThePlaceLiesOnAPixelsEdge() {
    PossibleSights still = sights(10, NEAR);
    assertEquals(Set.of(VISIBLE, HIDDEN), at(still, 10, 6.2));
    assertEquals(Set.of(VISIBLE), at(still, 10 - 1e-4, 6.2));
    assertEquals(Set.of(HIDDEN), at(still, 10 + 1e-4, 6.2));
    assertEquals(Set.of(VISIBLE, OUTSIDE), at(still, 0, 6.2));
  }

  /** A card a thousandth before the wall hides it or not; a little nearer it does, farther not. */
  @Test
  void bothWhereWhatIsBeforeItIsAsNearAsMayBe() {
    double bound = FAR * (1 - 1e-3);
    assertEquals(Set.of(VISIBLE, HIDDEN), at(sights(9.3, bound), 9.4, 6.2));
    assertEquals(Set.of(HIDDEN), at(sights(9.3, bound * (1 - 1e-4)), 9.4, 6.2));
    assertEquals(Set.of(VISIBLE), at(sights(9.3, bound * (1 + 1e-4)), 9.4, 6.2));
  }

  @Test
  void noneOfASurfaceThatIsNotThere() {
    PossibleSights still = sights(10, NEAR);
    PossibleStates states = new PossibleStates(still, still);
    assertEquals(Set.of(), states.of(2, 2, WALL, new Span(NEAR, NEAR), 0, 0));
    assertEquals(Set.of(), states.of(2, 2, WALL + 1, new Span(FAR, FAR), 0, 0));
  }
}
