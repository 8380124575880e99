package org.diorama.core.sample.settle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.diorama.core.asset.AssetFact;
import org.diorama.core.asset.AssetFacts;
import org.diorama.core.math.Aabb;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.Vec3;
import org.diorama.core.physics.BodyWay;
import org.diorama.core.physics.CollisionMesh;
import org.diorama.core.physics.PhysicsSettler;
import org.diorama.core.physics.RigidBody;
import org.diorama.core.physics.SettleRequest;
import org.diorama.core.physics.SettledBody;
import org.diorama.core.physics.Settlement;
import org.diorama.core.sample.NoPlace;
import org.diorama.core.sample.draw.Draws;
import org.diorama.core.sample.instance.Instance;
import org.diorama.core.sample.motion.Moment;
import org.diorama.core.sample.motion.Motion;
import org.diorama.core.sample.room.FallWays;
import org.diorama.core.scene.SequenceDescription;
import org.diorama.core.scene.SettleDescription;
import org.diorama.core.scene.TimedPoses;

/** Lets instances fall among those that stand. */
public final class SettlingSampler {
  /** Meters around the falling bodies within which others are seen. */
  private static final double NEAR = 5;

  /** Seconds between the poses that say how something moves among the falling bodies. */
  private static final double INTERVAL = 1.0 / 60;

  /** So that the falling body alone decides how it bounces on what stands. */
  private static final double STANDING_RESTITUTION = 1;

  private final Draws draws;
  private final AssetFacts facts;
  private final PhysicsSettler settler;
  private final SequenceDescription sequence;

  public SettlingSampler(
      Draws draws, AssetFacts facts, PhysicsSettler settler, SequenceDescription sequence) {
    this.draws = draws;
    this.facts = facts;
    this.settler = settler;
    this.sequence = sequence;
  }

  /**
   * Moves each falling instance to where it comes to rest.
   *
   * @param falling instances of one object and those below it, all with an asset
   * @param standing all others so far that stand or rest
   * @return those that found no rest, with the reason
   */
  public Map<Instance, NoPlace> settle(List<Instance> falling, List<Instance> standing) {
    Settlement result =
        simulate(
            falling,
            starts(falling, standing, instance -> false),
            standing,
            longest(falling),
            List.of());
    Map<Instance, NoPlace> restless = new LinkedHashMap<>();
    for (int i = 0; i < falling.size(); i++) {
      SettledBody settled = result.bodies().get(i);
      falling.get(i).moveTo(inParent(falling.get(i), settled.worldFromBody(), 0));
      if (settled.rest() != SettledBody.Rest.RESTING) {
        boolean fell = settled.rest() == SettledBody.Rest.FELL;
        restless.put(falling.get(i), fell ? NoPlace.FELL : NoPlace.NOT_AT_REST);
      }
    }
    return restless;
  }

  /**
   * Has instances fall, roll and meet through the sequence, from its first instant on, until all of
   * them rest or it ends. What has a motion of its own pushes them on its way.
   *
   * @param falling all that a sequence shows so, with an asset each; those that were settled lie
   *     where they came to rest
   * @param standing all others
   * @return what they pass through
   */
  public FallWays show(List<Instance> falling, List<Instance> standing) {
    List<RigidBody> starts = starts(falling, standing, SettlingSampler::isPushed);
    List<Double> moments = moments();
    double seconds = Math.max(longest(falling), moments.isEmpty() ? 0 : last(moments));
    Settlement result = simulate(falling, starts, standing, seconds, moments);
    List<Aabb> ways = new ArrayList<>();
    for (int i = 0; i < falling.size(); i++) {
      Instance instance = falling.get(i);
      List<Affine3> reached = result.bodies().get(i).moments();
      instance.moveTo(inParent(instance, starts.get(i).worldFromBody(), 0));
      List<Affine3> poses = new ArrayList<>();
      for (int moment = 0; moment < reached.size(); moment++) {
        poses.add(inParent(instance, reached.get(moment), moments.get(moment)));
      }
      ways.add(bounds(instance, reached));
      instance.moveBy(new Motion.Known(new TimedPoses(moments, poses)));
    }
    return new FallWays(ways, moments);
  }

  /** Whether a sequence shows how it falls. */
  public static boolean isShown(Instance instance) {
    return falls(instance)
        && instance.object().settling().orElseThrow().during() == SettleDescription.During.FALL;
  }

  /** Whether the sequence shows how it falls, or is pushed. */
  public boolean shows(Instance instance) {
    return isShown(instance) || isPushed(instance) && !sequence.equals(SequenceDescription.STILL);
  }

  /** Whether a sequence finds it at rest, and shows how it is pushed. */
  private static boolean isPushed(Instance instance) {
    return falls(instance)
        && instance.object().settling().orElseThrow().during() == SettleDescription.During.YIELD;
  }

  /**
   * Bodies of the falling ones, where they start.
   *
   * @param lying those that start where they are
   */
  private List<RigidBody> starts(
      List<Instance> falling, List<Instance> standing, Predicate<Instance> lying) {
    DropStart starts = new DropStart();
    standing.stream().filter(SettlingSampler::falls).forEach(starts::take);
    List<RigidBody> bodies = new ArrayList<>();
    falling.stream().filter(lying).forEach(starts::take);
    for (Instance instance : falling) {
      SettleDescription settling = instance.object().settling().orElseThrow();
      Affine3 start =
          lying.test(instance)
              ? instance.worldFromAxes()
              : starts.of(instance, draws.number(settling.drop(), instance.site()));
      bodies.add(falling(instance, settling, start));
    }
    return bodies;
  }

  private static double longest(List<Instance> falling) {
    return falling.stream()
        .mapToDouble(instance -> instance.object().settling().orElseThrow().seconds())
        .max()
        .orElseThrow();
  }

  private static double last(List<Double> moments) {
    return moments.get(moments.size() - 1);
  }

  private Settlement simulate(
      List<Instance> falling,
      List<RigidBody> starts,
      List<Instance> standing,
      double seconds,
      List<Double> moments) {
    Aabb reach = Aabb.EMPTY;
    for (Instance instance : falling) {
      reach = reach.union(DropStart.bounds(instance));
    }
    List<RigidBody> bodies = new ArrayList<>();
    for (Instance instance : standing) {
      if (instance.asset().isPresent()) {
        List<Affine3> poses = poses(instance, moments);
        if (near(bounds(instance, poses), reach)) {
          bodies.add(standing(instance, poses));
        }
      }
    }
    bodies.addAll(starts);
    return settler.settle(
        new SettleRequest(bodies, SettleRequest.STANDARD_GRAVITY, seconds, moments));
  }

  /** The instants after its start that a sequence shows. */
  private List<Double> moments() {
    return Moment.allOf(sequence).stream()
        .map(Moment::seconds)
        .filter(seconds -> seconds > 0)
        .distinct()
        .sorted()
        .toList();
  }

  /** Of its axes in the world, every {@link #INTERVAL} up to the last moment; one if it stands. */
  private static List<Affine3> poses(Instance instance, List<Double> moments) {
    List<Affine3> poses = new ArrayList<>(List.of(instance.worldFromAxes()));
    if (instance.moves() && !moments.isEmpty()) {
      for (int i = 1; (i - 1) * INTERVAL < last(moments); i++) {
        poses.add(instance.worldFromAxes(i * INTERVAL));
      }
    }
    return poses;
  }

  /** All that it passes through, in the world. */
  private static Aabb bounds(Instance instance, List<Affine3> poses) {
    Aabb own = instance.asset().orElseThrow().bounds().transform(Affine3.scaling(instance.scale()));
    Aabb all = DropStart.bounds(instance);
    for (Affine3 pose : poses) {
      all = all.union(own.transform(pose));
    }
    return all;
  }

  private RigidBody standing(Instance instance, List<Affine3> poses) {
    RigidBody body =
        new RigidBody(
            mesh(instance),
            poses.get(0),
            instance.scale(),
            0,
            SettleDescription.FRICTION,
            STANDING_RESTITUTION);
    return poses.size() == 1 ? body : body.driven(new BodyWay(INTERVAL, poses));
  }

  private RigidBody falling(Instance instance, SettleDescription settling, Affine3 start) {
    return new RigidBody(
        mesh(instance),
        start,
        instance.scale(),
        draws.number(settling.density(), instance.site()),
        draws.number(settling.friction(), instance.site()),
        draws.number(settling.restitution(), instance.site()));
  }

  private CollisionMesh mesh(Instance instance) {
    AssetFact asset = instance.asset().orElseThrow();
    return CollisionMesh.of(asset.digest(), facts.surface(asset.id(), 0).triangles());
  }

  private static Affine3 inParent(Instance instance, Affine3 worldFromAxes, double seconds) {
    return instance
        .parent()
        .map(parent -> parent.worldFromAxes(seconds).inverse().times(worldFromAxes))
        .orElse(worldFromAxes);
  }

  public static boolean falls(Instance instance) {
    return instance.object().settling().isPresent() && instance.asset().isPresent();
  }

  /** Seen from above: bodies start higher than they were placed. */
  private static boolean near(Aabb box, Aabb reach) {
    Vec3 margin = Vec3.ONE.times(NEAR);
    Vec3 min = reach.min().minus(margin);
    Vec3 max = reach.max().plus(margin);
    return box.min().x() <= max.x()
        && box.max().x() >= min.x()
        && box.min().y() <= max.y()
        && box.max().y() >= min.y();
  }
}
