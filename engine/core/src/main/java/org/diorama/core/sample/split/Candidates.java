package org.diorama.core.sample.split;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;
import org.diorama.core.asset.AssetFacts;
import org.diorama.core.scene.ObjectDescription;
import org.diorama.core.scene.SceneDescription;
import org.diorama.core.scene.SplitDescription;

/** Which assets the objects of a scene may be made of, in each part of the dataset. */
public final class Candidates {
  private final Map<String, List<String>> all = new LinkedHashMap<>();
  private final Map<String, Map<String, List<String>>> byPart = new LinkedHashMap<>();

  /**
   * @throws DioramaException BAD_INPUT where an object's asset does not exist, or a part of the
   *     dataset leaves it none
   */
  public Candidates(SceneDescription scene, AssetFacts facts) {
    scene
        .allObjects()
        .forEach(
            object ->
                object
                    .asset()
                    .ifPresent(
                        asset -> all.put(object.path(), List.copyOf(facts.candidates(asset)))));
    SplitSampler split = new SplitSampler(scene);
    for (SplitDescription.Share share : scene.split().shares()) {
      Map<String, List<String>> ids = new LinkedHashMap<>();
      scene
          .allObjects()
          .filter(object -> object.asset().isPresent())
          .forEach(object -> ids.put(object.path(), within(share.name(), object, split)));
      byPart.put(share.name(), ids);
    }
  }

  private List<String> within(String part, ObjectDescription object, SplitSampler split) {
    List<String> ids = split.within(part, object, all.get(object.path()));
    if (ids.isEmpty()) {
      throw new DioramaException(
          ExitStatus.BAD_INPUT, object.path() + ": the split leaves it no asset for " + part);
    }
    return ids;
  }

  /** Asset ids by the object's path. */
  public Map<String, List<String>> in(Optional<String> part) {
    return part.map(byPart::get).orElse(all);
  }
}
