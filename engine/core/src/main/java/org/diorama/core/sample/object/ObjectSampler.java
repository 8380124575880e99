package org.diorama.core.sample.object;

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
import org.diorama.core.random.DrawSite;
import org.diorama.core.random.StreamPath;
import org.diorama.core.sample.GroupVerdict;
import org.diorama.core.sample.NoPlace;
import org.diorama.core.sample.SampledFinish;
import org.diorama.core.sample.SampledMaterial;
import org.diorama.core.sample.SampledNode;
import org.diorama.core.sample.draw.DrawLog;
import org.diorama.core.sample.instance.Instance;
import org.diorama.core.sample.motion.MotionSampler;
import org.diorama.core.sample.place.GroupPlaces;
import org.diorama.core.sample.place.PlaceRequest;
import org.diorama.core.sample.place.PlacementSampler;
import org.diorama.core.sample.settle.SettlingSampler;
import org.diorama.core.sample.surface.Body;
import org.diorama.core.sample.surface.Spot;
import org.diorama.core.scene.Attachment;
import org.diorama.core.scene.FinishDescription;
import org.diorama.core.scene.GivenInstance;
import org.diorama.core.scene.MaterialDescription;
import org.diorama.core.scene.ObjectDescription;
import org.diorama.core.scene.Parameter;
import org.diorama.core.scene.Placement;
import org.diorama.core.scene.Scope;
import org.diorama.core.surface.SurfaceFinish;

/** Decides one frame's instances, group by group, children after each parent. */
public final class ObjectSampler {
  private final DrawLog draws;
  private final AssetFacts facts;
  private final Map<String, List<String>> candidates;
  private final PlacementSampler places;
  private final GivenSampler given;
  private final MotionSampler motions;
  private final SettlingSampler settling;
  private final List<Instance> instances = new ArrayList<>();
  private final Map<String, GroupCount> groups = new LinkedHashMap<>();

  /**
   * @param candidates asset ids by the object's path
   */
  public ObjectSampler(
      DrawLog draws,
      AssetFacts facts,
      Map<String, List<String>> candidates,
      PlacementSampler places,
      SettlingSampler settling) {
    this.draws = draws;
    this.facts = facts;
    this.candidates = candidates;
    this.places = places;
    this.given = new GivenSampler(facts);
    this.motions = new MotionSampler(draws);
    this.settling = settling;
  }

  /** Parents before children. */
  public List<Instance> instances() {
    return instances;
  }

  public List<GroupVerdict> groups() {
    return groups.entrySet().stream()
        .map(group -> group.getValue().verdict(group.getKey()))
        .toList();
  }

  /** Decides a group without parent, and all below it. */
  public void sample(ObjectDescription object) {
    int first = instances.size();
    sample(object, Optional.empty());
    settle(first);
  }

  /**
   * Has all that a sequence shows fall, or be pushed, do so together, among everything else: after
   * the last group.
   */
  public void fall() {
    List<Instance> shown = instances.stream().filter(settling::shows).toList();
    if (!shown.isEmpty()) {
      places
          .occupancy()
          .fall(
              settling.show(
                  shown, instances.stream().filter(each -> !shown.contains(each)).toList()));
    }
  }

  /** Lets fall what falls among the latest instances, and leaves out what finds no rest. */
  private void settle(int first) {
    List<Instance> latest = instances.subList(first, instances.size());
    latest.stream().filter(SettlingSampler::isShown).forEach(places::rest);
    List<Instance> falling = latest.stream().filter(ObjectSampler::rests).toList();
    if (falling.isEmpty()) {
      return;
    }
    List<Instance> standing = new ArrayList<>(instances);
    standing.removeIf(each -> falling.contains(each) || SettlingSampler.isShown(each));
    Map<Instance, NoPlace> restless = settling.settle(falling, standing);
    for (Instance instance : falling) {
      NoPlace reason = restless.get(instance);
      if (reason == null) {
        places.rest(instance);
      } else {
        groups.get(instance.object().name()).lost(reason);
        places.remove(instance);
        instances.remove(instance);
      }
    }
  }

  private static boolean rests(Instance instance) {
    return SettlingSampler.falls(instance) && !SettlingSampler.isShown(instance);
  }

  private void sample(ObjectDescription object, Optional<Instance> parent) {
    DrawSite parentSite = parent.map(Instance::site).orElse(DrawSite.WHOLE);
    GroupCount group = groups.computeIfAbsent(object.name(), name -> new GroupCount());
    if (object.placement() instanceof Placement.Given exact) {
      GivenSampler.below(exact, parentSite).forEach(each -> sample(object, each, parent, group));
      return;
    }
    boolean fills = object.count().isEmpty();
    int count = fills ? DrawSite.MOST_INSTANCES : count(object, parentSite);
    int failures = 0;
    for (int index = 0; index < count; index++) {
      Optional<NoPlace> problem = sample(object, parentSite.child(index), parent, count, group);
      if (problem.isEmpty()) {
        failures = 0;
      } else if (!fills) {
        group.missing(problem.get());
      } else if (problem.get().isFinal() || ++failures == GroupPlaces.ATTEMPTS) {
        break;
      }
    }
  }

  private void sample(
      ObjectDescription object, GivenInstance each, Optional<Instance> parent, GroupCount group) {
    Optional<Instance> frame = frame(each.carrier(), parent);
    if (each.carrier().isPresent() && frame.isEmpty()) {
      group.missing(NoPlace.NO_CARRIER);
      return;
    }
    Instance instance =
        given.make(
            object,
            each,
            frame,
            each.scale().map(scale -> draws.vector(scale, each.site())),
            material(each.material(), each.site()),
            motions.sample(each.motion(), Optional.empty(), each.site(), object.path()));
    places.carriers().add(instance);
    group.placed();
    add(object, instance);
  }

  /** The instance it is attached to, if it is there, or else its parent. */
  private Optional<Instance> frame(Optional<Attachment> attachment, Optional<Instance> parent) {
    return attachment.isEmpty()
        ? parent
        : places.carriers().find(attachment.get().group(), attachment.get().instance());
  }

  private int count(ObjectDescription object, DrawSite parentSite) {
    // A count per parent is one for all its children: any child's number will do.
    double count = draws.number(object.count().orElseThrow(), parentSite.child(0));
    if (!(count >= 0 && count + instances.size() <= SampledNode.MAX_INSTANCE_ID)) {
      throw tooMany(object, DecimalText.of(count));
    }
    return (int) count;
  }

  private DioramaException tooMany(ObjectDescription object, String more) {
    return new DioramaException(
        ExitStatus.BAD_INPUT,
        object.path()
            + ".count: "
            + more
            + " more after "
            + instances.size()
            + " instances; a frame holds at most "
            + SampledNode.MAX_INSTANCE_ID
            + ". Lower the counts.");
  }

  /** Places an instance and what stands in its frame; gives the reason where there is no place. */
  private Optional<NoPlace> sample(
      ObjectDescription object,
      DrawSite site,
      Optional<Instance> parent,
      int wanted,
      GroupCount group) {
    Optional<Instance> frame = frame(object.attachment(), parent);
    if (object.attachment().isPresent() && frame.isEmpty()) {
      return Optional.of(NoPlace.NO_CARRIER);
    }
    // A place may not be found: then nothing of the instance is recorded.
    DrawLog.Mark mark = draws.mark();
    Optional<AssetFact> asset =
        object.asset().map(reference -> facts.fact(chooseAsset(object, site)));
    Instance instance;
    if (object.placement() instanceof Placement.Exact exact) {
      instance =
          Instance.exact(
              object,
              site,
              frame,
              asset,
              material(object.material(), site),
              motions.sample(object.motion(), Optional.empty(), site, object.path()),
              exact.parentFromObject());
      places.carriers().add(instance);
    } else {
      Affine3 rotation = rotation(object, site);
      Body body = new Body(asset, rotation, draws.vector(object.scale(), site));
      PlaceRequest request = new PlaceRequest(object, site, body, frame, wanted, draws);
      PlacementSampler.Outcome outcome = places.place(request);
      if (outcome.spot().isEmpty()) {
        draws.rewind(mark);
        return outcome.reason();
      }
      Spot spot = outcome.spot().get();
      instance =
          new Instance(
              object,
              site.index(),
              site,
              spot.frame(),
              asset,
              body.scale(),
              material(object.material(), site),
              motions.sample(object.motion(), spot.along(), site, object.path()),
              spot.frameFromAxes(body));
      places.settle(instance, request, spot);
    }
    group.placed();
    add(object, instance);
    return Optional.empty();
  }

  private Affine3 rotation(ObjectDescription object, DrawSite site) {
    if (object.rotation().isPresent()) {
      return draws.value(object.rotation().get(), site).map();
    }
    return Rotations.yawPitchRoll(
        Rotations.radians(draws.number(object.yaw(), site)),
        Rotations.radians(draws.number(object.pitch(), site)),
        Rotations.radians(draws.number(object.roll(), site)));
  }

  private void add(ObjectDescription object, Instance instance) {
    if (instances.size() == SampledNode.MAX_INSTANCE_ID) {
      throw tooMany(object, "1");
    }
    instances.add(instance);
    object.children().forEach(child -> sample(child, Optional.of(instance)));
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
    Optional<Double> metallic = number(material.metallic(), site);
    Optional<Double> roughness = number(material.roughness(), site);
    return new SampledMaterial(
        baseColor,
        metallic,
        roughness,
        finish(material.finish(), site),
        material.emission().map(emission -> emission(emission, site)),
        material.surface().map(surface -> finish(surface, site)),
        parts(material.parts(), site));
  }

  private List<SampledMaterial.Part> parts(List<MaterialDescription.Part> parts, DrawSite site) {
    // Of a thousand instances hardly one has any, and even an empty stream takes time.
    return parts.isEmpty()
        ? List.of()
        : parts.stream()
            .map(part -> new SampledMaterial.Part(part.name(), material(part.material(), site)))
            .toList();
  }

  private Optional<SampledFinish> finish(FinishDescription finish, DrawSite site) {
    if (finish.equals(FinishDescription.NONE)) {
      return Optional.empty();
    }
    return Optional.of(
        new SampledFinish(
            number(finish.coat(), site),
            number(finish.coatRoughness(), site),
            finish.sheen().map(parameter -> draws.value(parameter, site)),
            number(finish.sheenRoughness(), site),
            number(finish.transmission(), site),
            number(finish.ior(), site),
            finish.solid(),
            finish.absorption().map(parameter -> draws.value(parameter, site)),
            number(finish.absorptionDistance(), site),
            number(finish.translucency(), site)));
  }

  private LinearColor emission(MaterialDescription.Emission emission, DrawSite site) {
    LinearColor color = draws.value(emission.color(), site);
    double luminance = draws.number(emission.luminance(), site);
    return color.luminance() == 0 ? color : color.times(luminance / color.luminance());
  }

  private SurfaceFinish finish(MaterialDescription.Surface surface, DrawSite site) {
    return new SurfaceFinish(
        draws.value(surface.kind(), site),
        (int) draws.number(surface.variant(), site),
        draws.number(surface.scale(), site),
        draws.number(surface.wetness(), site),
        draws.number(surface.snow(), site));
  }

  private Optional<Double> number(Optional<Parameter<Double>> parameter, DrawSite site) {
    return parameter.map(present -> draws.number(present, site));
  }
}
