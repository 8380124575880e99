package org.diorama.core.sample.split;

import java.util.Optional;
import org.diorama.core.random.DrawSite;
import org.diorama.core.random.FramePosition;
import org.diorama.core.random.RandomStream;
import org.diorama.core.random.StreamPath;
import org.diorama.core.sample.draw.DrawLog;
import org.diorama.core.scene.SceneDescription;
import org.diorama.core.scene.Scope;
import org.diorama.core.scene.SplitDescription;

/**
 * Divides a dataset. A sequence, with all its steps and twins, draws its part; split by asset, an
 * asset draws one too, and a sequence shows assets of its own part alone. Neither depends on how
 * many frames or assets there are.
 */
public final class SplitSampler {
  private static final String SPLIT = "split";
  private static final StreamPath SEQUENCES = StreamPath.of(SPLIT);

  private final long seed;
  private final SplitDescription split;

  public SplitSampler(SceneDescription scene) {
    seed = scene.seed();
    split = scene.split();
  }

  /** The part of a frame, logged; empty where nothing is split. */
  public Optional<String> sample(FramePosition position, DrawLog draws) {
    if (split.shares().isEmpty()) {
      return Optional.empty();
    }
    String part = draw(SEQUENCES, position.sequence());
    draws.log(SEQUENCES, Scope.SEQUENCE, DrawSite.WHOLE, part);
    return Optional.of(part);
  }

  /** Whether an asset belongs to a part, where parts divide the assets. */
  boolean isOf(String assetId, String part) {
    StreamPath path = StreamPath.of(SPLIT + ".asset." + assetId);
    return part.equals(draw(path, RandomStream.WHOLE_DATASET));
  }

  private String draw(StreamPath path, long moment) {
    double rest = new RandomStream(seed, path, moment, DrawSite.WHOLE.identity()).uniform();
    String part = "";
    for (SplitDescription.Share share : split.shares()) {
      part = share.name();
      rest -= share.fraction();
      if (rest < 0) {
        break;
      }
    }
    return part;
  }
}
