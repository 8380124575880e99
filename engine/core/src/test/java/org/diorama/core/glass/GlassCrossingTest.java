package org.diorama.core.glass;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.diorama.core.asset.Finish;
import org.diorama.core.asset.Finish.Coat;
import org.diorama.core.asset.Finish.Sheen;
import org.diorama.core.asset.Finish.Transmission;
import org.diorama.core.math.LinearColor;
import org.junit.jupiter.api.Test;

class GlassCrossingTest {
  private static final Finish PANE = new Finish(Coat.NONE, Sheen.NONE, Transmission.pane(1), 0);

  private static Finish body(double index, double green) {
    LinearColor color = new LinearColor(1, green, 1);
    return new Finish(Coat.NONE, Sheen.NONE, new Transmission(1, index, true, color, 0.1), 0);
  }

  private static GlassCrossing of(int body, double distance, double cosine, Finish finish) {
    return new GlassCrossing(body, distance, cosine, LinearColor.WHITE, 0, finish);
  }

  private static double green(GlassCrossing... way) {
    return GlassCrossing.transmitted(List.of(way)).green();
  }

  /** A border mirrors ((n - 1) / (n + 1))² of what falls straight onto it. */
  private static double border(double before, double behind) {
    double root = (behind - before) / (behind + before);
    return 1 - root * root;
  }

  @Test
  void nothingInTheWayTakesNothing() {
    assertEquals(1, green());
  }

  /** Clear glass of index 1.5 mirrors 0.04 with each side: 2 r / (1 + r) in all. */
  @Test
  void aClearPaneLetsPassAllThatItDoesNotMirror() {
    assertEquals(0.96 / 1.04, green(of(1, 1, 1, PANE)), 1e-12);
    assertEquals(Math.pow(0.96 / 1.04, 2), green(of(1, 1, 1, PANE), of(2, 2, 1, PANE)), 1e-12);
    assertEquals(0, green(of(1, 1, 1e-6, PANE)), 1e-4);
  }

  /** At Brewster's angle a border mirrors of the light across the plane alone. */
  @Test
  void anglesCountByFresnelsEquations() {
    double cosine = 1 / Math.sqrt(1 + 1.5 * 1.5);
    double across = Math.pow((1 - 1.5 * 1.5) / (1 + 1.5 * 1.5), 2) / 2;
    assertEquals((1 - across) / (1 + across), green(of(1, 1, cosine, PANE)), 1e-12);
  }

  @Test
  void metalAndWhatIsScatteredDoNotPass() {
    Finish half = new Finish(new Coat(1, 0), Sheen.NONE, Transmission.pane(0.5), 0);
    GlassCrossing crossing = new GlassCrossing(1, 1, 1, LinearColor.WHITE.times(0.5), 0.25, half);
    double pane = 0.96 * 0.96 * 0.5 / (1 - 0.04 * 0.04 * 0.25);
    assertEquals(0.96 * 0.75 * 0.5 * pane, green(crossing), 1e-12);
  }

  @Test
  void bodiesAbsorbBetweenTheirBorders() {
    Finish green = body(1.5, 0.6);
    double whole = green(of(1, 1, 1, green), of(1, 1.3, 1, green));
    assertEquals(Math.pow(border(1, 1.5), 2) * Math.pow(0.6, 3), whole, 1e-12);
    // From within, one border is in the way.
    assertEquals(border(1.5, 1) * Math.pow(0.6, 2), green(of(1, 0.2, 1, green)), 1e-12);
  }

  /** Water in glass: each absorbs along its own part, and their border mirrors little. */
  @Test
  void bodiesLieWithinBodies() {
    Finish glass = body(1.5, 0.6);
    Finish water = body(1.33, 0.9);
    double left =
        green(of(1, 1, 1, glass), of(2, 1.1, 1, water), of(2, 1.3, 1, water), of(1, 1.6, 1, glass));
    double borders = Math.pow(border(1, 1.5) * border(1.5, 1.33), 2);
    assertEquals(borders * Math.pow(0.6, 4) * Math.pow(0.9, 2), left, 1e-12);
    // A point in the water.
    double within = green(of(2, 0.1, 1, water), of(1, 0.4, 1, glass));
    assertEquals(border(1.33, 1.5) * border(1.5, 1) * 0.9 * Math.pow(0.6, 3), within, 1e-12);
  }
}
