package org.diorama.core.sample;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;
import org.diorama.core.asset.AssetFact;
import org.diorama.core.asset.AssetFacts;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.DecimalText;
import org.diorama.core.math.LinearColor;
import org.diorama.core.math.Rotations;
import org.diorama.core.math.Vec3;
import org.diorama.core.random.DrawSite;
import org.diorama.core.random.StreamPath;
import org.diorama.core.scene.MaterialDescription;
import org.diorama.core.scene.ObjectDescription;
import org.diorama.core.scene.Parameter;
import org.diorama.core.scene.Scope;

/** Decides one frame's instances, group by group, children after each parent. */
final class ObjectSampler {
  private final DrawLog draws;
  private final AssetFacts facts;
  private final Map<String, List<String>> candidates;
  private final PlacementSampler places;
  private final List<Instance> instances = new ArrayList<>();
  private final Map<String, GroupVerdict> groups = new LinkedHashMap<>();

  /**
   * @param candidates asset ids by the object's path
   */
  ObjectSampler(DrawLog draws, AssetFacts facts, Map<String, List<String>> candidates) {
    this.draws = draws;
    this.facts = facts;
    this.candidates = candidates;
    this.places = new PlacementSampler(draws);
  }

  /** Parents before children. */
  List<Instance> instances() {
    return instances;
  }

  List<GroupVerdict> groups() {
    return List.copyOf(groups.values());
  }

  /** Decides a group that stands in the world, and all below it. */
  void sample(ObjectDescription object) {
    sample(object, Optional.empty());
  }

  private void sample(ObjectDescription object, Optional<Instance> parent) {
    DrawSite parentSite = parent.map(Instance::site).orElse(DrawSite.WHOLE);
    double count = draws.number(object.count(), parentSite);
    if (!(count >= 0 && count + instances.size() <= SampledNode.MAX_INSTANCE_ID)) {
      throw new DioramaException(
          ExitStatus.BAD_INPUT,
          object.path()
              + ".count: "
              + DecimalText.of(count)
              + " more after "
              + instances.size()
              + " instances; a frame holds at most "
              + SampledNode.MAX_INSTANCE_ID
              + ". Lower the counts.");
    }
    int placed = 0;
    for (int index = 0; index < count; index++) {
      Optional<Instance> instance = sample(object, parentSite.child(index), parent);
      if (instance.isPresent()) {
        placed++;
        instances.add(instance.get());
        object.children().forEach(child -> sample(child, instance));
      }
    }
    groups.merge(
        object.name(),
        new GroupVerdict(object.name(), (int) count, placed),
        (before, more) ->
            new GroupVerdict(
                before.group(), before.wanted() + more.wanted(), before.placed() + more.placed()));
  }

  private Optional<Instance> sample(
      ObjectDescription object, DrawSite site, Optional<Instance> parent) {
    // A place may not be found: then nothing of the instance is recorded.
    DrawLog.Mark mark = draws.mark();
    Optional<AssetFact> asset =
        object.asset().map(reference -> facts.fact(chooseAsset(object, site)));
    double yaw = Rotations.radians(draws.number(object.yaw(), site));
    double pitch = Rotations.radians(draws.number(object.pitch(), site));
    double roll = Rotations.radians(draws.number(object.roll(), site));
    Vec3 scale = draws.vector(object.scale(), site);
    Affine3 rotation = Rotations.yawPitchRoll(yaw, pitch, roll);
    Optional<Vec3> place =
        places.place(
            object.placement(),
            site,
            new PlacementSampler.Body(asset.map(AssetFact::bounds), rotation, scale, yaw, parent));
    if (place.isEmpty()) {
      draws.rewind(mark);
      return Optional.empty();
    }
    return Optional.of(
        new Instance(
            object,
            site.index(),
            site,
            parent,
            asset,
            scale,
            material(object.material(), site),
            Affine3.translation(place.get()).times(rotation)));
  }

  private String chooseAsset(ObjectDescription object, DrawSite site) {
    List<String> ids = candidates.get(object.path());
    if (ids.size() == 1) {
      return ids.get(0);
    }
    StreamPath path = StreamPath.of(object.path() + ".asset");
    long choice = draws.stream(path, Scope.INSTANCE, site).uniformInt(0, ids.size() - 1);
    String id = ids.get((int) choice);
    draws.log(path, Scope.INSTANCE, site, id);
    return id;
  }

  private SampledMaterial material(MaterialDescription material, DrawSite site) {
    Optional<LinearColor> baseColor =
        material.baseColor().map(parameter -> draws.value(parameter, site));
    return new SampledMaterial(
        baseColor, number(material.metallic(), site), number(material.roughness(), site));
  }

  private Optional<Double> number(Optional<Parameter<Double>> parameter, DrawSite site) {
    return parameter.map(present -> draws.number(present, site));
  }
}
