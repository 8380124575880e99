package org.diorama.core.label.pixel;

import java.nio.ShortBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.diorama.core.asset.AssetParts;
import org.diorama.core.render.Channel;
import org.diorama.core.render.RenderedView;
import org.diorama.core.sample.SampledFrame;
import org.diorama.core.sample.SampledNode;

/**
 * The number of the part of its asset that each pixel shows. Where an instance is made of objects
 * with different parts it is not told which of them a pixel shows: those have none.
 */
public final class PartIds {
  private static final AssetParts UNTOLD = new AssetParts(List.of(), List.of());

  private final ShortBuffer ids;
  private final ShortBuffer runs;
  private final Map<Integer, AssetParts> partsOfInstance = new HashMap<>();

  /**
   * @param parts of what is drawn of a node
   */
  public PartIds(SampledFrame frame, RenderedView view, Function<SampledNode, AssetParts> parts) {
    ids = ViewPixels.ids(view);
    runs = ViewPixels.shorts(view, Channel.PART);
    for (SampledNode node : frame.nodes()) {
      partsOfInstance.merge(
          node.instanceId(), parts.apply(node), (one, other) -> one.equals(other) ? one : UNTOLD);
    }
  }

  /**
   * @param pixel its place in the image, row by row
   * @return from 1 on; 0 = no surface, or untold
   */
  public int at(int pixel) {
    AssetParts parts = partsOfInstance.get(Short.toUnsignedInt(ids.get(pixel)));
    int run = Short.toUnsignedInt(runs.get(pixel)) - 1;
    return parts == null || run < 0 || run >= parts.numbers().size() ? 0 : parts.numbers().get(run);
  }
}
