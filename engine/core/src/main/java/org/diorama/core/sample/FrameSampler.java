package org.diorama.core.sample;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.diorama.core.asset.AssetFacts;
import org.diorama.core.random.FrameKey;
import org.diorama.core.scene.ObjectDescription;
import org.diorama.core.scene.SceneDescription;

/**
 * Decides frames. The result is a function of scene, asset facts and frame number alone: no clock,
 * no order of calls, no locale; a draw depends on (seed, frame, path, instance, draw number). Safe
 * for use by several threads where the facts are.
 */
public final class FrameSampler {
  private final SceneDescription scene;
  private final AssetFacts facts;
  private final CategoryResolver categories;
  private final Map<String, List<String>> candidates = new LinkedHashMap<>();

  /**
   * @throws org.diorama.core.DioramaException BAD_INPUT where an object's asset does not exist
   */
  public FrameSampler(SceneDescription scene, AssetFacts facts) {
    this.scene = scene;
    this.facts = facts;
    this.categories = new CategoryResolver(scene.categories());
    for (ObjectDescription object : scene.objects()) {
      candidates.put(object.name(), List.copyOf(facts.candidates(object.asset())));
    }
  }

  /**
   * @param frame number from 0; it need not be below the scene's own count
   * @throws org.diorama.core.DioramaException BAD_INPUT where an asset cannot be imported or has no
   *     category in the scene, or the frame holds too many instances
   */
  public SampledFrame sample(long frame) {
    FrameKey key = new FrameKey(scene.seed(), frame);
    DrawLog draws = new DrawLog(key);
    List<SampledCamera> cameras =
        List.of(new CameraSampler(draws).sample(scene.camera(), scene.image()));
    SampledLighting lighting = new LightSampler(draws).sample(scene.lighting());
    ObjectSampler objects = new ObjectSampler(draws, facts, candidates, categories, cameras);
    scene.objects().forEach(objects::sample);
    return new SampledFrame(
        scene.name(),
        key,
        scene.categories(),
        scene.labels(),
        cameras,
        lighting,
        objects.nodes(),
        objects.groups(),
        draws.values());
  }
}
