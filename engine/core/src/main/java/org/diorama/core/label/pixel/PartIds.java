package org.diorama.core.label.pixel;

import java.nio.ShortBuffer;
import java.util.Arrays;
import java.util.function.Function;
import org.diorama.core.asset.AssetParts;
import org.diorama.core.render.Channel;
import org.diorama.core.render.RenderedView;
import org.diorama.core.sample.SampledFrame;
import org.diorama.core.sample.SampledNode;

/**
 * The number of the part of its asset that each pixel shows. It belongs to one thread at a time and
 * is valid as long as the planes.
 */
public final class PartIds {
  private final ShortBuffer plane;
  private final ThingRuns things;
  private final DrawTable<AssetParts> parts;
  private final short[] shown;

  /**
   * @param parts of what is drawn of a node
   * @throws IllegalArgumentException where the view lacks the plane of parts, or that of draws
   *     though instances are made of several
   */
  public PartIds(SampledFrame frame, RenderedView view, Function<SampledNode, AssetParts> parts) {
    plane = ViewPixels.shorts(view, Channel.PART);
    things = new ThingRuns(frame, view);
    this.parts = new DrawTable<>(frame, parts);
    shown = new short[view.width()];
  }

  /**
   * Fills in one row.
   *
   * @param row its first elements, one a pixel, become numbers from 1 on, unsigned; 0 = no surface
   */
  public void fill(int y, short[] row) {
    plane.get(y * shown.length, shown);
    things.read(y);
    for (int run = 0; run < things.count(); run++) {
      AssetParts own = parts.get(things.instanceId(run), things.draw(run));
      int end = things.end(run);
      for (int x = things.start(run); x < end; ) {
        int to = EqualNeighbors.end(shown, x, end);
        Arrays.fill(row, x, to, number(own, Short.toUnsignedInt(shown[x]) - 1));
        x = to;
      }
    }
  }

  /**
   * @param triangles which of the level's runs of triangles, -1 where there is none
   */
  private static short number(AssetParts own, int triangles) {
    boolean isKnown = own != null && triangles >= 0 && triangles < own.numbers().size();
    return isKnown ? own.numbers().get(triangles).shortValue() : 0;
  }
}
