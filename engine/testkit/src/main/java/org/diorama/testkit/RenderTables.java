package org.diorama.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.diorama.core.geometry.PixelBox;
import org.diorama.core.render.Channel;
import org.diorama.core.render.InstanceCoverage;
import org.diorama.core.render.RenderedView;
import org.diorama.core.render.SilhouetteBits;

/** Recomputes from the planes what the instance table says of visible pixels. */
public final class RenderTables {
  private RenderTables() {}

  /** What the planes show of one instance. */
  public record Visible(int pixels, PixelBox box, float nearest, float farthest) {
    private static final Visible NONE = new Visible(0, PixelBox.EMPTY, 0, 0);

    private Visible with(int x, int y, float depth) {
      if (pixels == 0) {
        return new Visible(1, new PixelBox(x, y, x + 1, y + 1), depth, depth);
      }
      PixelBox grown =
          new PixelBox(
              Math.min(box.left(), x),
              Math.min(box.top(), y),
              Math.max(box.right(), x + 1),
              Math.max(box.bottom(), y + 1));
      return new Visible(pixels + 1, grown, Math.min(nearest, depth), Math.max(farthest, depth));
    }
  }

  /** By instance id; instances without a pixel are absent. */
  public static Map<Integer, Visible> visible(RenderedView view) {
    Map<Integer, Visible> result = new TreeMap<>();
    for (int pixel = 0; pixel < view.width() * view.height(); pixel++) {
      int id = instance(view, pixel);
      if (id != 0) {
        int x = pixel % view.width();
        int y = pixel / view.width();
        float depth = depth(view, pixel);
        result.merge(id, Visible.NONE.with(x, y, depth), (before, one) -> before.with(x, y, depth));
      }
    }
    return result;
  }

  /** Fails where the table and the planes disagree in any bit, or the table in itself. */
  public static void assertConsistent(RenderedView view) {
    Map<Integer, Visible> visible = visible(view);
    int previous = 0;
    for (InstanceCoverage row : view.instances().rows()) {
      assertTrue(row.instanceId() > previous, "rows rise by instance id");
      previous = row.instanceId();
      Visible seen = visible.getOrDefault(row.instanceId(), Visible.NONE);
      String what = "instance " + row.instanceId() + ": ";
      assertEquals(seen.pixels(), row.visiblePixels(), what + "visible pixels");
      assertEquals(seen.box(), row.box(), what + "box");
      assertEquals(seen.nearest(), row.nearestDepth(), what + "nearest depth");
      assertEquals(seen.farthest(), row.farthestDepth(), what + "farthest depth");
      assertTrue(row.silhouettePixels() >= row.visiblePixels(), what + "silhouette in " + row);
      assertTrue(row.truncation() >= 0 && row.truncation() <= 1, what + "truncation in " + row);
      visible.remove(row.instanceId());
    }
    assertTrue(visible.isEmpty(), "ids in the image without a row: " + visible.keySet());
    if (!view.silhouettes().isEmpty()) {
      assertSilhouettesHold(view);
    }
  }

  /** Silhouettes have as many pixels as the table says, what is seen among them. */
  private static void assertSilhouettesHold(RenderedView view) {
    List<InstanceCoverage> rows = view.instances().rows();
    assertEquals(rows.size(), view.silhouettes().size(), "one silhouette a row");
    Map<Integer, SilhouetteBits> byId = new TreeMap<>();
    for (int i = 0; i < rows.size(); i++) {
      SilhouetteBits bits = view.silhouettes().get(i);
      String what = "instance " + rows.get(i).instanceId();
      assertEquals(rows.get(i).silhouettePixels(), bits.count(), what + "'s bits");
      byId.put(rows.get(i).instanceId(), bits);
    }
    for (int pixel = 0; pixel < view.width() * view.height(); pixel++) {
      int id = instance(view, pixel);
      if (id != 0) {
        int x = pixel % view.width();
        int y = pixel / view.width();
        assertTrue(byId.get(id).covers(x, y), "instance " + id + " seen at " + x + ", " + y);
      }
    }
  }

  public static int instance(RenderedView view, int pixel) {
    ByteBuffer plane = view.plane(Channel.INSTANCE);
    return plane.getShort(2 * pixel) & 0xffff;
  }

  /** Planar depth in meters; 0 = no surface. */
  public static float depth(RenderedView view, int pixel) {
    return view.plane(Channel.DEPTH).getFloat(4 * pixel);
  }
}
