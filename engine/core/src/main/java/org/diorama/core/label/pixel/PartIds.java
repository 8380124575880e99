package org.diorama.core.label.pixel;

import java.nio.ShortBuffer;
import java.util.Arrays;
import java.util.function.Function;
import org.diorama.core.asset.AssetParts;
import org.diorama.core.render.Channel;
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
   * @param things that the view shows
   * @param parts of what is drawn of a node
   * @throws IllegalArgumentException where the view lacks the plane of parts
   */
  public PartIds(ThingRuns things, Function<SampledNode, AssetParts> parts) {
    plane = ViewPixels.shorts(things.view(), Channel.PART);
    this.things = things;
    this.parts = new DrawTable<>(things.frame(), parts);
    shown = new short[things.view().width()];
  }

  /**
   * Fills in one row.
   *
   * @param row its first elements, one a pixel, become numbers from 1 on, unsigned; 0 = no surface
   */
  public void fill(int y, short[] row) {
    plane.get(y * shown.length, shown);
    int x = 0;
    for (int run = things.first(y); run < things.first(y + 1); run++) {
      AssetParts own = parts.get(things.instanceId(run), things.draw(run));
      int end = things.end(run);
      while (x < end) {
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
