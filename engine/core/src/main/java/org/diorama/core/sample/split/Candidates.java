package org.diorama.core.sample.split;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;
import org.diorama.core.asset.AssetFacts;
import org.diorama.core.scene.AssetReference;
import org.diorama.core.scene.LabelChoice;
import org.diorama.core.scene.ObjectDescription;
import org.diorama.core.scene.Placement;
import org.diorama.core.scene.SceneDescription;
import org.diorama.core.scene.SplitDescription;

/**
 * Which assets the objects of a scene may be made of, in each part of the dataset. Split by asset,
 * every asset that some object may show under a label belongs to one part, and the frames of other
 * parts show it nowhere, not even without a label.
 */
public final class Candidates {
  private final Map<String, List<String>> all = new LinkedHashMap<>();
  private final Map<String, Map<String, List<String>>> byPart = new LinkedHashMap<>();
  private final List<Lack> lacks = new ArrayList<>();

  /** An object that a part of the dataset leaves no asset, of so many that it has in all. */
  public record Lack(ObjectDescription object, String part, int assets) {}

  /**
   * @throws DioramaException BAD_INPUT where an object's asset does not exist
   */
  public Candidates(SceneDescription scene, AssetFacts facts) {
    List<ObjectDescription> made =
        scene.allObjects().filter(object -> object.asset().isPresent()).toList();
    for (ObjectDescription object : made) {
      all.put(object.path(), List.copyOf(facts.candidates(object.asset().orElseThrow())));
    }
    Set<String> divided = divided(scene, made);
    Map<String, String> models = models(made, facts);
    SplitSampler split = new SplitSampler(scene);
    for (SplitDescription.Share share : scene.split().shares()) {
      Map<String, List<String>> ids = new LinkedHashMap<>();
      for (ObjectDescription object : made) {
        List<String> its = all.get(object.path());
        List<String> within =
            isFixed(object)
                ? its
                : its.stream()
                    .filter(
                        id ->
                            !divided.contains(id)
                                || split.isOf(models.getOrDefault(id, id), share.name()))
                    .toList();
        ids.put(object.path(), within);
        if (within.isEmpty()) {
          lacks.add(new Lack(object, share.name(), its.size()));
        }
      }
      byPart.put(share.name(), ids);
    }
  }

  /** Ids of the assets that are held out of other parts. */
  private Set<String> divided(SceneDescription scene, List<ObjectDescription> made) {
    Set<String> divided = new TreeSet<>();
    if (scene.split().unit() == SplitDescription.Unit.ASSET) {
      for (ObjectDescription object : made) {
        if (!(object.label() instanceof LabelChoice.None) && !isFixed(object)) {
          divided.addAll(all.get(object.path()));
        }
      }
    }
    return divided;
  }

  /** One id for all assets that are the same file, read with other units or another axis up. */
  private static Map<String, String> models(List<ObjectDescription> made, AssetFacts facts) {
    Map<String, SortedSet<String>> byFile = new LinkedHashMap<>();
    for (ObjectDescription object : made) {
      for (AssetReference reference : object.asset().orElseThrow().alternatives()) {
        if (reference instanceof AssetReference.ModelFile file) {
          byFile
              .computeIfAbsent(file.path(), absent -> new TreeSet<>())
              .addAll(facts.candidates(file));
        }
      }
    }
    Map<String, String> models = new LinkedHashMap<>();
    byFile.values().forEach(ids -> ids.forEach(id -> models.put(id, ids.first())));
    return models;
  }

  /** One shape, or instances that are said exactly: such a group could be in one part alone. */
  private static boolean isFixed(ObjectDescription object) {
    return object.asset().orElseThrow() instanceof AssetReference.Primitive
        || object.placement() instanceof Placement.Given;
  }

  /** Those for whom there is no asset. */
  public List<Lack> lacks() {
    return lacks;
  }

  /**
   * The same where nobody lacks assets.
   *
   * @throws DioramaException BAD_INPUT where a part of the dataset leaves an object none
   */
  public Candidates complete() {
    if (!lacks.isEmpty()) {
      Lack lack = lacks.get(0);
      throw new DioramaException(
          ExitStatus.BAD_INPUT,
          lack.object().path() + ": the split leaves it no asset for " + lack.part());
    }
    return this;
  }

  /** Asset ids by the object's path. */
  public Map<String, List<String>> in(Optional<String> part) {
    return part.map(byPart::get).orElse(all);
  }
}
