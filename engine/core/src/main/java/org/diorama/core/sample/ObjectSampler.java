package org.diorama.core.sample;

import java.util.ArrayList;
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
import org.diorama.core.random.RandomStream;
import org.diorama.core.scene.MaterialDescription;
import org.diorama.core.scene.ObjectDescription;
import org.diorama.core.scene.Parameter;
import org.diorama.core.scene.Scope;

/** Decides one frame's instances, group by group. */
final class ObjectSampler {
  private final DrawLog draws;
  private final AssetFacts facts;
  private final Map<String, List<String>> candidates;
  private final CategoryResolver categories;
  private final List<SampledCamera> cameras;
  private final PlacementSampler places;
  private final List<SampledNode> nodes = new ArrayList<>();
  private final List<GroupVerdict> groups = new ArrayList<>();

  /**
   * @param candidates asset ids by the object's name
   */
  ObjectSampler(
      DrawLog draws,
      AssetFacts facts,
      Map<String, List<String>> candidates,
      CategoryResolver categories,
      List<SampledCamera> cameras) {
    this.draws = draws;
    this.facts = facts;
    this.candidates = candidates;
    this.categories = categories;
    this.cameras = cameras;
    this.places = new PlacementSampler(draws);
  }

  List<SampledNode> nodes() {
    return nodes;
  }

  List<GroupVerdict> groups() {
    return groups;
  }

  void sample(ObjectDescription object) {
    double count = draws.number(object.count(), RandomStream.WHOLE_GROUP);
    if (!(count >= 0 && count + nodes.size() <= SampledNode.MAX_INSTANCE_ID)) {
      throw new DioramaException(
          ExitStatus.BAD_INPUT,
          "objects."
              + object.name()
              + ".count: "
              + DecimalText.of(count)
              + " more after "
              + nodes.size()
              + " instances; a frame holds at most "
              + SampledNode.MAX_INSTANCE_ID
              + ". Lower the counts.");
    }
    int placed = 0;
    for (int index = 0; index < count; index++) {
      if (sample(object, index)) {
        placed++;
      }
    }
    groups.add(new GroupVerdict(object.name(), (int) count, placed));
  }

  private boolean sample(ObjectDescription object, int index) {
    // A place may not be found: then nothing of the instance is recorded.
    DrawLog.Mark mark = draws.mark();
    AssetFact asset = facts.fact(chooseAsset(object, index));
    double yaw = Rotations.radians(draws.number(object.yaw(), index));
    double pitch = Rotations.radians(draws.number(object.pitch(), index));
    double roll = Rotations.radians(draws.number(object.roll(), index));
    Vec3 scale = draws.vector(object.scale(), index);
    Affine3 rotation = Rotations.yawPitchRoll(yaw, pitch, roll);
    Affine3 turned = rotation.times(Affine3.scaling(scale));
    Optional<Vec3> place = places.place(object.placement(), index, asset.bounds(), turned, yaw);
    if (place.isEmpty()) {
      draws.rewind(mark);
      return false;
    }
    Affine3 translation = Affine3.translation(place.get());
    nodes.add(
        new SampledNode(
            nodes.size() + 1,
            object.name(),
            index,
            asset.id(),
            asset.digest(),
            LevelChooser.choose(asset, translation.times(rotation), scale, cameras),
            categories.categoryId(object, asset),
            MotionStates.still(translation.times(turned)),
            material(object.material(), index)));
    return true;
  }

  private String chooseAsset(ObjectDescription object, int index) {
    List<String> ids = candidates.get(object.name());
    if (ids.size() == 1) {
      return ids.get(0);
    }
    String path = "objects." + object.name() + ".asset";
    long choice = draws.stream(path, Scope.INSTANCE, index).uniformInt(0, ids.size() - 1);
    String id = ids.get((int) choice);
    draws.log(path, Scope.INSTANCE, index, id);
    return id;
  }

  private SampledMaterial material(MaterialDescription material, int index) {
    Optional<LinearColor> baseColor =
        material.baseColor().map(parameter -> draws.color(parameter, index));
    return new SampledMaterial(
        baseColor, number(material.metallic(), index), number(material.roughness(), index));
  }

  private Optional<Double> number(Optional<Parameter<Double>> parameter, int index) {
    return parameter.map(present -> draws.number(present, index));
  }
}
