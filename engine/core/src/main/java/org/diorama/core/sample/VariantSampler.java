package org.diorama.core.sample;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.diorama.core.asset.AssetFacts;
import org.diorama.core.collision.Shells;
import org.diorama.core.physics.PhysicsSettler;
import org.diorama.core.random.FrameKey;
import org.diorama.core.random.FramePosition;
import org.diorama.core.scene.ObjectDescription;
import org.diorama.core.scene.SceneDescription;
import org.diorama.core.scene.ScenePath;

/** Decides frames of one variant of a scene. Safe for use by several threads. */
final class VariantSampler {
  private final SceneDescription scene;
  private final AssetFacts facts;
  private final PhysicsSettler settler;
  private final CategoryResolver categories;
  private final Candidates candidates;
  private final List<ObjectDescription> order;
  private final Map<String, ScenePath> paths = new LinkedHashMap<>();
  private final SequencePlans plans = new SequencePlans();
  private final Shells shells = new Shells();

  /**
   * @throws org.diorama.core.DioramaException BAD_INPUT where an object's asset does not exist
   */
  VariantSampler(SceneDescription scene, AssetFacts facts, PhysicsSettler settler) {
    this.scene = scene;
    this.facts = facts;
    this.settler = settler;
    this.categories = new CategoryResolver(scene.categories());
    this.candidates = new Candidates(scene, facts);
    this.order = PlacingOrder.of(scene.objects());
    scene.paths().forEach(path -> paths.put(path.name(), path));
  }

  SampledFrame sample(FrameKey key, FrameContext context, DrawLog draws) {
    FramePosition position = context.position();
    CameraSampler cameras = new CameraSampler(scene.cameras(), draws);
    SampledLighting lighting = new LightSampler(draws).sample(scene.lighting());
    PlacementSampler places =
        new PlacementSampler(paths, cameras.standing(), new Occupancy(facts, shells));
    SettlingSampler settling = new SettlingSampler(draws, facts, settler, scene.sequence());
    ObjectSampler objects =
        new ObjectSampler(draws, facts, candidates.in(context.split()), places, settling);
    order.forEach(objects::sample);
    List<Instance> instances = objects.instances();
    cameras.attach(places.carriers());
    SequencePlan plan =
        plans.get(position, () -> new SequencePlanner(scene.sequence(), cameras, instances).plan());
    if (plan.unmet().isPresent()) {
      throw new UnmetFrame(plan.unmet().get());
    }
    List<Moment> moments = Moment.statesOf(scene.sequence(), position.step());
    List<SampledCamera> sampledCameras = cameras.sample(moments, plan.attempts());
    cameras.log(position.step(), draws);
    return new SampledFrame(
        scene.name(),
        key,
        context,
        scene.categories(),
        scene.labels(),
        sampledCameras,
        lighting,
        new NodeList(categories, moments, plan).of(instances),
        objects.groups(),
        List.of(),
        draws.values());
  }
}
