package org.diorama.core.sample.frame;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.diorama.core.asset.AssetFacts;
import org.diorama.core.collision.Shells;
import org.diorama.core.ephemeris.Ephemeris;
import org.diorama.core.math.Affine3;
import org.diorama.core.physics.PhysicsSettler;
import org.diorama.core.random.DrawSite;
import org.diorama.core.random.FrameKey;
import org.diorama.core.random.FramePosition;
import org.diorama.core.random.StreamPath;
import org.diorama.core.sample.DecidedInstance;
import org.diorama.core.sample.FrameContext;
import org.diorama.core.sample.GroupKeypoints;
import org.diorama.core.sample.SampledCamera;
import org.diorama.core.sample.SampledFrame;
import org.diorama.core.sample.SampledLamp;
import org.diorama.core.sample.SampledLighting;
import org.diorama.core.sample.TargetVerdict;
import org.diorama.core.sample.UnmetFrame;
import org.diorama.core.sample.camera.CameraCheck;
import org.diorama.core.sample.camera.CameraSampler;
import org.diorama.core.sample.draw.DrawLog;
import org.diorama.core.sample.instance.CategoryResolver;
import org.diorama.core.sample.instance.Instance;
import org.diorama.core.sample.light.LampSampler;
import org.diorama.core.sample.light.LightSampler;
import org.diorama.core.sample.light.OutdoorState;
import org.diorama.core.sample.light.WeatherSampler;
import org.diorama.core.sample.motion.Moment;
import org.diorama.core.sample.object.ObjectSampler;
import org.diorama.core.sample.place.InViewPlaces;
import org.diorama.core.sample.place.PlacementSampler;
import org.diorama.core.sample.place.PlacingOrder;
import org.diorama.core.sample.room.Occupancy;
import org.diorama.core.sample.settle.SettlingSampler;
import org.diorama.core.sample.split.Candidates;
import org.diorama.core.sample.target.Movables;
import org.diorama.core.sample.target.TargetOutcome;
import org.diorama.core.sample.target.TargetSampler;
import org.diorama.core.sample.target.Wish;
import org.diorama.core.scene.ObjectDescription;
import org.diorama.core.scene.SceneDescription;
import org.diorama.core.scene.ScenePath;
import org.diorama.core.scene.Scope;
import org.diorama.core.weather.SampledWeather;

/** Decides frames of one variant of a scene. Safe for use by several threads. */
final class VariantSampler {
  /** Times that targets are met while cameras are drawn again. */
  private static final int ROUNDS = 4;

  private static final StreamPath GROUND_LUX = StreamPath.of("lighting.ground_illuminance");

  private final SceneDescription scene;
  private final AssetFacts facts;
  private final PhysicsSettler settler;
  private final Ephemeris ephemeris;
  private final CategoryResolver categories;
  private final Candidates candidates;
  private final List<ObjectDescription> order;
  private final Map<String, ScenePath> paths = new LinkedHashMap<>();
  private final SequencePlans plans = new SequencePlans();
  private final Shells shells = new Shells();

  /** Names of cameras in whose view objects are placed. */
  private final Set<String> viewed;

  /**
   * @throws org.diorama.core.DioramaException BAD_INPUT where an object's asset does not exist
   */
  VariantSampler(
      SceneDescription scene, AssetFacts facts, PhysicsSettler settler, Ephemeris ephemeris) {
    this.ephemeris = ephemeris;
    this.scene = scene;
    this.facts = facts;
    this.settler = settler;
    this.categories = new CategoryResolver(scene.categories());
    this.candidates = new Candidates(scene, facts).complete();
    this.order = PlacingOrder.of(scene.objects());
    scene.paths().forEach(path -> paths.put(path.name(), path));
    this.viewed = InViewPlaces.cameras(scene);
  }

  /**
   * What a frame came to.
   *
   * @param instances in their order
   */
  record Decision(SampledFrame frame, List<Instance> instances, SequencePlan.ViewPlan plan) {}

  Decision sample(FrameKey key, FrameContext context, DrawLog draws) {
    FramePosition position = context.position();
    CameraSampler cameras = new CameraSampler(scene.cameras(), draws);
    LightSampler light = new LightSampler(draws, ephemeris, facts);
    SampledLighting lighting = light.sample(scene.lighting());
    SampledWeather weather = new WeatherSampler(draws).sample(scene.weather());
    DrawLog.Mark mark = draws.mark();
    Stage stage = stage(context, draws, cameras, 0);
    for (int again = 1; stage.plan().view().again(); again++) {
      draws.rewind(mark);
      stage = stage(context, draws, cameras, again);
    }
    SequencePlan.ViewPlan view = stage.plan().view();
    if (view.unmet().isPresent()) {
      throw new UnmetFrame(view.unmet().get());
    }
    PlacementSampler places = stage.places();
    List<Instance> instances = stage.objects().instances();
    List<Moment> moments = Moment.statesOf(scene.sequence(), position.step());
    List<SampledCamera> sampledCameras = cameras.sample(moments, view.attempts());
    List<SampledLamp> lit =
        scene.lamps().isEmpty()
            ? List.of()
            : new LampSampler(
                    draws, places.carriers(), moments, outdoors(draws, light, lighting, weather))
                .sample(scene.lamps());
    cameras.log(position.step(), view.attempts(), draws);
    SampledFrame frame =
        new SampledFrame(
            scene.name(),
            key,
            context,
            scene.categories(),
            scene.labels(),
            sampledCameras,
            lighting.with(lit),
            weather,
            new NodeList(categories, moments, view).of(instances),
            stage.objects().groups(),
            stage.plan().targets().verdicts(),
            draws.values(),
            keypoints());
    return new Decision(frame, instances, view);
  }

  private List<GroupKeypoints> keypoints() {
    return scene
        .allObjects()
        .filter(object -> !object.keypoints().isEmpty())
        .map(object -> new GroupKeypoints(object.name(), object.keypoints()))
        .toList();
  }

  /** The light on the ground is noted where it decides of a lamp. */
  private OutdoorState outdoors(
      DrawLog draws, LightSampler light, SampledLighting lighting, SampledWeather weather) {
    OutdoorState outdoors = light.outdoors(scene.lighting(), lighting, weather);
    if (scene.lamps().stream().anyMatch(lamp -> lamp.on().metersLight())) {
      draws.log(GROUND_LUX, Scope.SEQUENCE, DrawSite.WHOLE, outdoors.groundLux());
    }
    return outdoors;
  }

  /** All instances where they are, and what holds for the sequence. */
  private record Stage(PlacementSampler places, ObjectSampler objects, SequencePlan plan) {}

  /**
   * @param again how often the cameras in whose view things are placed, and those places, were
   *     drawn before
   */
  private Stage stage(FrameContext context, DrawLog draws, CameraSampler cameras, int again) {
    int[] attempts = cameras.attempts(viewed, again);
    PlacementSampler places =
        new PlacementSampler(
            paths, cameras.standing(attempts), again, new Occupancy(facts, shells));
    SettlingSampler settling = new SettlingSampler(draws, facts, settler, scene.sequence());
    ObjectSampler objects =
        new ObjectSampler(draws, facts, candidates.in(context.split()), places, settling);
    order.forEach(objects::sample);
    objects.fall();
    List<Instance> instances = objects.instances();
    cameras.attach(places.carriers());
    List<Wish> wishes = Wish.of(instances, draws);
    SequencePlan plan =
        plans.get(
            context.position(),
            again,
            instances,
            wishes.stream().map(Wish::wanted).toList(),
            () -> plan(cameras, attempts, places, instances, wishes));
    plan.targets().apply(instances);
    return new Stage(places, objects, plan);
  }

  /** The instances of a frame, so that a scene of one frame can say them. */
  List<DecidedInstance> instances(Decision decision) {
    int step = decision.frame().context().position().step();
    return new DecidedInstances(scene.sequence(), step, decision.plan()).of(decision.instances());
  }

  List<ObjectDescription> order() {
    return order;
  }

  /**
   * Targets are met in the view that the constraints leave; where what was moved makes the cameras
   * be drawn again, they are met again.
   */
  private SequencePlan plan(
      CameraSampler cameras,
      int[] attempts,
      PlacementSampler places,
      List<Instance> instances,
      List<Wish> wishes) {
    CameraCheck check = new CameraCheck(scene, facts, categories, shells);
    SequencePlanner planner =
        new SequencePlanner(scene.sequence(), cameras, attempts, instances, check, viewed);
    if (wishes.isEmpty()) {
      return new SequencePlan(planner.plan(), TargetOutcome.NONE);
    }
    List<Affine3> placed = instances.stream().map(Instance::parentFromAxes).toList();
    Movables movables = new Movables(places, cameras.carriers());
    List<TargetVerdict> verdicts = List.of();
    Optional<int[]> free = planner.attemptsWithoutConstraints();
    SequencePlan.ViewPlan view =
        free.isEmpty() ? planner.plan() : new SequencePlan.ViewPlan(free.get());
    for (int round = 0; round < ROUNDS && view.unmet().isEmpty(); round++) {
      List<SampledCamera> views = cameras.first(view.attempts());
      verdicts = new TargetSampler(facts, views, instances, movables).meet(wishes);
      SequencePlan.ViewPlan after = planner.plan();
      boolean same = Arrays.equals(after.attempts(), view.attempts());
      view = after;
      if (same) {
        break;
      }
    }
    return new SequencePlan(view, TargetOutcome.of(placed, instances, verdicts));
  }
}
