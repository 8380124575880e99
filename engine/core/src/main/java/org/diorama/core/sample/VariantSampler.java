package org.diorama.core.sample;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.diorama.core.asset.AssetFacts;
import org.diorama.core.random.FrameKey;
import org.diorama.core.scene.ObjectDescription;
import org.diorama.core.scene.SceneDescription;
import org.diorama.core.scene.ScenePath;

/** Decides frames of one variant of a scene. Safe for use by several threads. */
final class VariantSampler {
  private final SceneDescription scene;
  private final AssetFacts facts;
  private final CategoryResolver categories;
  private final Candidates candidates;
  private final List<ObjectDescription> order;
  private final Map<String, ScenePath> paths = new LinkedHashMap<>();

  /**
   * @throws org.diorama.core.DioramaException BAD_INPUT where an object's asset does not exist
   */
  VariantSampler(SceneDescription scene, AssetFacts facts) {
    this.scene = scene;
    this.facts = facts;
    this.categories = new CategoryResolver(scene.categories());
    this.candidates = new Candidates(scene, facts);
    this.order = PlacingOrder.of(scene.objects());
    scene.paths().forEach(path -> paths.put(path.name(), path));
  }

  SampledFrame sample(FrameKey key, FrameContext context, DrawLog draws) {
    CameraSampler cameraSampler = new CameraSampler(draws);
    List<SampledCamera> cameras = scene.cameras().stream().map(cameraSampler::sample).toList();
    SampledLighting lighting = new LightSampler(draws).sample(scene.lighting());
    PlacementSampler places = new PlacementSampler(paths, byName(cameras));
    ObjectSampler objects = new ObjectSampler(draws, facts, candidates.in(context.split()), places);
    order.forEach(objects::sample);
    return new SampledFrame(
        scene.name(),
        key,
        context,
        scene.categories(),
        scene.labels(),
        cameras,
        lighting,
        new NodeList(categories, cameras).of(objects.instances()),
        objects.groups(),
        List.of(),
        draws.values());
  }

  private static Map<String, SampledCamera> byName(List<SampledCamera> cameras) {
    Map<String, SampledCamera> byName = new LinkedHashMap<>();
    cameras.forEach(camera -> byName.put(camera.name(), camera));
    return byName;
  }
}
