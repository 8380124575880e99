package org.diorama.core.sample.split;

import java.util.List;
import java.util.Optional;
import org.diorama.core.random.DrawSite;
import org.diorama.core.random.FramePosition;
import org.diorama.core.random.RandomStream;
import org.diorama.core.random.StreamPath;
import org.diorama.core.sample.draw.DrawLog;
import org.diorama.core.scene.AssetReference;
import org.diorama.core.scene.LabelChoice;
import org.diorama.core.scene.ObjectDescription;
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

  /** The parts between which an object's assets are divided; none where all parts share them. */
  public List<String> partsOf(ObjectDescription object) {
    return divides(object)
        ? split.shares().stream().map(SplitDescription.Share::name).toList()
        : List.of();
  }

  /**
   * Those of an object's assets that frames of a part may show.
   *
   * @param candidates ids of all its assets
   * @return in their order; none where each belongs to another part
   */
  public List<String> within(String part, ObjectDescription object, List<String> candidates) {
    return divides(object)
        ? candidates.stream().filter(id -> part.equals(partOfAsset(id))).toList()
        : candidates;
  }

  private String partOfAsset(String id) {
    return draw(StreamPath.of(SPLIT + ".asset." + id), RandomStream.WHOLE_DATASET);
  }

  /** What nobody learns to recognize, and a group of one shape alone, can't be held out. */
  private boolean divides(ObjectDescription object) {
    return split.unit() == SplitDescription.Unit.ASSET
        && !(object.label() instanceof LabelChoice.None)
        && object.asset().filter(asset -> !(asset instanceof AssetReference.Primitive)).isPresent();
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
