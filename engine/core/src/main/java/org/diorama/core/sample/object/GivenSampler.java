package org.diorama.core.sample.object;

import java.util.List;
import java.util.Optional;
import org.diorama.core.asset.AssetFact;
import org.diorama.core.asset.AssetFacts;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.Vec3;
import org.diorama.core.random.DrawSite;
import org.diorama.core.sample.SampledMaterial;
import org.diorama.core.sample.instance.Instance;
import org.diorama.core.sample.motion.Motion;
import org.diorama.core.scene.AssetReference;
import org.diorama.core.scene.GivenInstance;
import org.diorama.core.scene.ObjectDescription;
import org.diorama.core.scene.Placement;

/** Makes instances that are said exactly. */
final class GivenSampler {
  private final AssetFacts facts;

  GivenSampler(AssetFacts facts) {
    this.facts = facts;
  }

  /** Those of a group below one instance of its parent, or below none, in their order. */
  static List<GivenInstance> below(Placement.Given given, DrawSite parent) {
    return given.instances().stream()
        .filter(instance -> instance.site().parent().equals(parent))
        .toList();
  }

  /**
   * @param frame in which it stands
   * @param scale where one is given
   */
  Instance make(
      ObjectDescription object,
      GivenInstance given,
      Optional<Instance> frame,
      Optional<Vec3> scale,
      SampledMaterial material,
      Motion motion) {
    Optional<AssetFact> asset = object.asset().map(reference -> fact(reference, given.asset()));
    Affine3 pose = given.frameFromObject();
    Instance instance =
        scale
            .map(
                factors ->
                    new Instance(
                        object,
                        given.site().index(),
                        given.site(),
                        frame,
                        asset,
                        factors,
                        material,
                        motion,
                        pose))
            .orElseGet(
                () -> Instance.exact(object, given.site(), frame, asset, material, motion, pose));
    instance.detail(given.level());
    return instance;
  }

  private AssetFact fact(AssetReference reference, int number) {
    return facts.fact(facts.candidates(reference.alternatives().get(number)).get(0));
  }
}
