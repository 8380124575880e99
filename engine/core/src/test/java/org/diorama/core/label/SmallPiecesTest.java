package org.diorama.core.label;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diorama.core.geometry.PixelBox;
import org.diorama.core.render.Channel;
import org.diorama.core.render.InstanceCoverage;
import org.diorama.core.render.InstanceTable;
import org.diorama.core.render.RenderedView;
import org.diorama.core.sample.SampledNode;
import org.junit.jupiter.api.Test;

/** A view of 6 x 4 pixels, whose depth grows by 1 from pixel to pixel, from 1. */
class SmallPiecesTest {
  private static final int WIDTH = 6;
  private static final String ROWS = "110001|110000|020222|200222";
  private static final PixelBox BOX = new PixelBox(0, 0, 6, 4);

  private final RenderedView view = view();
  private final List<InstanceCoverage> rows =
      List.of(
          new InstanceCoverage(1, 5, 10, BOX, 1, 8, 0.5, Optional.empty()),
          new InstanceCoverage(2, 8, 20, BOX, 14, 24, 0.25, Optional.empty()));

  private static RenderedView view() {
    String digits = ROWS.replace("|", "");
    ByteBuffer ids = ByteBuffer.allocate(2 * digits.length()).order(ByteOrder.nativeOrder());
    ByteBuffer depth = ByteBuffer.allocate(4 * digits.length()).order(ByteOrder.nativeOrder());
    for (int i = 0; i < digits.length(); i++) {
      ids.putShort(2 * i, (short) (digits.charAt(i) - '0'));
      depth.putFloat(4 * i, i + 1);
    }
    return new RenderedView(
        "",
        WIDTH,
        4,
        Map.of(Channel.INSTANCE, ids, Channel.DEPTH, depth),
        new InstanceTable(List.of()));
  }

  private String image() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 4 * WIDTH; i++) {
      int id = Short.toUnsignedInt(view.plane(Channel.INSTANCE).getShort(2 * i));
      text.append(i > 0 && i % WIDTH == 0 ? "|" : "");
      text.append(id == SampledNode.VOID_ID ? "x" : Integer.toString(id));
    }
    return text.toString();
  }

  @Test
  void boxMaskAndDepthForgetThePiece() {
    List<InstanceCoverage> left = new SmallPieces(0.25).drop(view, rows, id -> true);
    assertEquals("11000x|110000|020222|200222", image(), "a quarter is not below a quarter");
    assertEquals(
        new InstanceCoverage(1, 4, 10, new PixelBox(0, 0, 2, 2), 1, 8, 0.5, Optional.empty()),
        left.get(0));
    assertEquals(
        new InstanceCoverage(2, 8, 20, new PixelBox(0, 2, 6, 4), 14, 24, 0.25, Optional.empty()),
        left.get(1));
  }

  @Test
  void theLargestPieceStays() {
    List<InstanceCoverage> left = new SmallPieces(1).drop(view, rows, id -> true);
    assertEquals("11000x|110000|0x0222|x00222", image());
    assertEquals(new PixelBox(3, 2, 6, 4), left.get(1).box());
    assertEquals(6, left.get(1).visiblePixels());
    assertEquals(16f, left.get(1).nearestDepth());
  }

  @Test
  void whatIsNotConcernedStays() {
    List<InstanceCoverage> left = new SmallPieces(1).drop(view, rows, id -> id == 2);
    assertEquals("110001|110000|0x0222|x00222", image());
    assertSame(rows.get(0), left.get(0));
  }
}
