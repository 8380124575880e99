package org.diorama.core.label;

import java.lang.ref.SoftReference;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;
import org.diorama.core.asset.AssetFact;
import org.diorama.core.asset.AssetFacts;
import org.diorama.core.asset.AssetParts;
import org.diorama.core.asset.MeshSurface;
import org.diorama.core.label.box.LevelPoints;
import org.diorama.core.sample.SampledNode;
import org.diorama.core.scene.AssetReference;

/**
 * What labels need to know of assets, each made once and kept while there is room. Safe for use by
 * several threads.
 */
public final class LabelAssets {
  private final AssetFacts facts;
  private final Map<Key, SoftReference<LevelPoints>> points = new ConcurrentHashMap<>();
  private final Map<Key, AssetParts> parts = new ConcurrentHashMap<>();

  private record Key(String assetId, String digest, int level) {}

  public LabelAssets(AssetFacts facts) {
    this.facts = facts;
  }

  /** Of nothing: for labels that need to know no asset. */
  public static LabelAssets none() {
    return new LabelAssets(new NoAssets());
  }

  private record NoAssets() implements AssetFacts {
    @Override
    public List<String> candidates(AssetReference reference) {
      throw unknown("" + reference);
    }

    @Override
    public AssetFact fact(String assetId) {
      throw unknown(assetId);
    }

    @Override
    public MeshSurface surface(String assetId, int level) {
      throw unknown(assetId);
    }

    private static DioramaException unknown(String asset) {
      return new DioramaException(ExitStatus.BAD_INPUT, "no asset is known here: " + asset);
    }
  }

  /**
   * Facts of a node's asset.
   *
   * @throws DioramaException BAD_INPUT where it is unknown, or not the one that the frame was
   *     sampled with
   */
  public AssetFact fact(SampledNode node) {
    AssetFact fact = facts.fact(node.assetId());
    if (!fact.digest().equals(node.assetDigest())) {
      throw new DioramaException(
          ExitStatus.BAD_INPUT,
          "asset "
              + node.assetId()
              + " changed since the frame was sampled: its digest is "
              + fact.digest()
              + ", not "
              + node.assetDigest());
    }
    return fact;
  }

  /**
   * Corners of what is drawn of a node.
   *
   * @throws DioramaException as {@link #fact}
   */
  public LevelPoints points(SampledNode node) {
    Key key = new Key(node.assetId(), node.assetDigest(), node.level());
    SoftReference<LevelPoints> known = points.get(key);
    LevelPoints made = known == null ? null : known.get();
    if (made == null) {
      made = LevelPoints.of(surface(node));
      points.put(key, new SoftReference<>(made));
    }
    return made;
  }

  /**
   * What rays meet of what is drawn of a node.
   *
   * @throws DioramaException as {@link #fact}
   */
  public MeshSurface surface(SampledNode node) {
    fact(node);
    return facts.surface(node.assetId(), node.level());
  }

  /**
   * Parts of what is drawn of a node.
   *
   * @throws DioramaException as {@link #fact}
   */
  public AssetParts parts(SampledNode node) {
    Key key = new Key(node.assetId(), node.assetDigest(), node.level());
    AssetParts known = parts.get(key);
    if (known == null) {
      fact(node);
      known = facts.parts(node.assetId(), node.level());
      parts.put(key, known);
    }
    return known;
  }
}
