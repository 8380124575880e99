package org.diorama.dataset.verify.replay;

import static org.diorama.core.sample.SampledNode.VOID_ID;
import static org.diorama.dataset.verify.replay.WallAndCard.CARD;
import static org.diorama.dataset.verify.replay.WallAndCard.FAR;
import static org.diorama.dataset.verify.replay.WallAndCard.WALL;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.BitSet;
import org.diorama.core.render.PossibleSights;
import org.junit.jupiter.api.Test;

class PieceRuleTest {
  /** Images of letters: a for instance 1, b for 2, - for what is left out, else nothing. */
  private static double[] image(String... rows) {
    return String.join("", rows).chars().mapToDouble(c -> c == '-' ? VOID_ID : id(c)).toArray();
  }

  private static int id(int letter) {
    return letter == ' ' ? 0 : letter - 'a' + 1;
  }

  private static BitSet both() {
    BitSet both = new BitSet();
    both.set(1, 3);
    return both;
  }

  private static int contradiction(double share, double[] before, double[] after) {
    return new PieceRule(share, 6).contradiction(before, after, both());
  }

  /** Six pixels of instance 1, of which two, touching by a corner, are a third. */
  @Test
  void whatIsLeftOutIsSmall() {
    double[] before = image("aa   a", "aab a ", "  bb  ");
    double[] without = image("aa   -", "aab - ", "  bb  ");
    assertEquals(-1, contradiction(0.34, before, without));
    assertEquals(5, contradiction(0.34, before, before), "they are left");
    assertEquals(-1, contradiction(1 / 3.0, before, before));
    assertEquals(5, contradiction(1 / 3.0, before, without), "they are as large as they must be");
    assertEquals(
        10,
        contradiction(0.34, before, image("aa   -", "aab a ", "  bb  ")),
        "one of them is left");
    assertEquals(
        0, contradiction(1, before, image("--   a", "--b a ", "  bb  ")), "the largest one stays");
  }

  @Test
  void whatOtherInstancesLoseIsNotAsked() {
    double[] before = image("aa   c", "aab   ", "  bb  ");
    double[] without = image("aa   -", "aab   ", "  bb  ");
    assertEquals(-1, contradiction(0.1, before, without));
  }

  @Test
  void whatOneAloneLeavesOutIsTurned() {
    BitSet turned = PieceRule.turned(image("a-- b "), image("aa- -a"));
    assertEquals("{1, 4}", turned.toString());
  }

  /** The card's edge is near the center of column 9: there it may be either, by its depth. */
  @Test
  void whatIsLeftOutIsWhatRaysMeetAtItsDepth() {
    double near = 4;
    PossibleSights sights = new PossibleSights(WallAndCard.of(9.504, near));
    double[] ids = new double[16 * 12];
    double[] depths = new double[16 * 12];
    double[] due = new double[16 * 12];
    int[] pixels = {4, 9, 16 + 9, 12};
    double[] at = {FAR, FAR, near, FAR};
    double[] met = {WALL, WALL, CARD, VOID_ID};
    for (int i = 0; i < pixels.length; i++) {
      ids[pixels[i]] = VOID_ID;
      depths[pixels[i]] = at[i];
      due[pixels[i]] = met[i];
    }
    PieceRule rule = new PieceRule(0.1, 16);
    assertArrayEquals(
        due,
        rule.undone(
            ids, new double[16 * 12], pixel -> new Span(depths[pixel], depths[pixel]), sights));
  }

  /** Of two at one depth it is the one that the other renderer shows. */
  @Test
  void ofSeveralItIsWhatTheOtherShows() {
    PossibleSights sights = new PossibleSights(WallAndCard.of(9.504, FAR * (1 - 1e-7)));
    PieceRule rule = new PieceRule(0.1, 16);
    for (int id : new int[] {WALL, CARD}) {
      double[] ids = new double[16 * 12];
      double[] others = new double[16 * 12];
      ids[9] = VOID_ID;
      others[9] = id;
      assertEquals(id, rule.undone(ids, others, pixel -> new Span(FAR, FAR), sights)[9]);
    }
  }

  /** A pixel that touches what is left of an instance is of no other piece of it. */
  @Test
  void whatIsLeftOutIsOfNoInstanceBesideIt() {
    PossibleSights sights = new PossibleSights(WallAndCard.of(9.504, FAR * (1 - 1e-7)));
    PieceRule rule = new PieceRule(0.1, 16);
    for (int beside : new int[] {WALL, CARD}) {
      for (int at : new int[] {2 * 16 + 8, 3 * 16 + 9, 4 * 16 + 10}) {
        double[] ids = new double[16 * 12];
        ids[3 * 16 + 9] = VOID_ID;
        ids[at] = at == 3 * 16 + 9 ? VOID_ID : beside;
        double[] others = new double[16 * 12];
        others[3 * 16 + 9] = beside;
        int due = at == 3 * 16 + 9 ? beside : WALL + CARD - beside;
        assertEquals(
            due, rule.undone(ids, others, pixel -> new Span(FAR, FAR), sights)[3 * 16 + 9]);
      }
    }
  }
}
