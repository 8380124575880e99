package org.diorama.core.label.pixel;

import java.nio.ShortBuffer;
import java.util.Optional;
import java.util.function.Function;
import org.diorama.core.asset.AssetParts;
import org.diorama.core.render.Channel;
import org.diorama.core.render.RenderedView;
import org.diorama.core.sample.SampledFrame;
import org.diorama.core.sample.SampledNode;

/** The number of the part of its asset that each pixel shows. */
public final class PartIds {
  private final ShortBuffer ids;
  private final ShortBuffer runs;
  private final Optional<ShortBuffer> draws;
  private final DrawTable<AssetParts> parts;

  /**
   * @param parts of what is drawn of a node
   * @throws IllegalArgumentException where the view lacks the plane of parts, or that of draws
   *     though instances are made of several
   */
  public PartIds(SampledFrame frame, RenderedView view, Function<SampledNode, AssetParts> parts) {
    ids = ViewPixels.ids(view);
    runs = ViewPixels.shorts(view, Channel.PART);
    draws = ThingRuns.draws(frame, view);
    this.parts = new DrawTable<>(frame, parts);
  }

  /**
   * @param pixel its place in the image, row by row
   * @return from 1 on; 0 = no surface
   */
  public int at(int pixel) {
    int draw = draws.isEmpty() ? 1 : Short.toUnsignedInt(draws.get().get(pixel));
    AssetParts own = parts.get(Short.toUnsignedInt(ids.get(pixel)), draw);
    int run = Short.toUnsignedInt(runs.get(pixel)) - 1;
    return own == null || run < 0 || run >= own.numbers().size() ? 0 : own.numbers().get(run);
  }
}
