package org.diorama.core.sample.settle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.diorama.core.asset.AssetFact;
import org.diorama.core.asset.AssetFacts;
import org.diorama.core.math.Aabb;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.Vec3;
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
import org.diorama.core.scene.SequenceDescription;
import org.diorama.core.scene.SettleDescription;
import org.diorama.core.scene.TimedPoses;

/** Lets instances fall among those that stand. */
public final class SettlingSampler {
  /** Meters around the falling bodies within which others are seen. */
  private static final double NEAR = 5;

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
        simulate(falling, starts(falling, standing), standing, longest(falling), List.of());
    Map<Instance, NoPlace> restless = new LinkedHashMap<>();
    for (int i = 0; i < falling.size(); i++) {
      SettledBody settled = result.bodies().get(i);
      falling.get(i).moveTo(inParent(falling.get(i), settled.worldFromBody()));
      if (settled.rest() != SettledBody.Rest.RESTING) {
        boolean fell = settled.rest() == SettledBody.Rest.FELL;
        restless.put(falling.get(i), fell ? NoPlace.FELL : NoPlace.NOT_AT_REST);
      }
    }
    return restless;
  }

  /**
   * Has instances fall, roll and meet through the sequence, from its first instant on, until all of
   * them rest or it ends. What has a motion of its own stands to them where it was placed.
   *
   * @param falling all that a sequence shows so, with an asset each
   * @param standing all others
   */
  public void show(List<Instance> falling, List<Instance> standing) {
    List<RigidBody> starts = starts(falling, standing);
    List<Double> moments = moments();
    double seconds = Math.max(longest(falling), moments.isEmpty() ? 0 : last(moments));
    Settlement result = simulate(falling, starts, standing, seconds, moments);
    for (int i = 0; i < falling.size(); i++) {
      Instance instance = falling.get(i);
      List<Affine3> reached = result.bodies().get(i).moments();
      instance.moveTo(inParent(instance, starts.get(i).worldFromBody()));
      List<Affine3> poses = reached.stream().map(pose -> inParent(instance, pose)).toList();
      instance.moveBy(new Motion.Known(new TimedPoses(moments, poses)));
    }
  }

  /** Whether a sequence shows how it falls. */
  public static boolean isShown(Instance instance) {
    return falls(instance) && instance.object().settling().orElseThrow().shown();
  }

  /** Bodies of the falling ones, where they start. */
  private List<RigidBody> starts(List<Instance> falling, List<Instance> standing) {
    DropStart starts = new DropStart();
    standing.stream().filter(SettlingSampler::falls).forEach(starts::take);
    List<RigidBody> bodies = new ArrayList<>();
    for (Instance instance : falling) {
      SettleDescription settling = instance.object().settling().orElseThrow();
      Affine3 start = starts.of(instance, draws.number(settling.drop(), instance.site()));
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
      if (instance.asset().isPresent() && near(DropStart.bounds(instance), reach)) {
        bodies.add(standing(instance));
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

  private RigidBody standing(Instance instance) {
    return new RigidBody(
        mesh(instance),
        instance.worldFromAxes(),
        instance.scale(),
        0,
        SettleDescription.FRICTION,
        STANDING_RESTITUTION);
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

  private static Affine3 inParent(Instance instance, Affine3 worldFromAxes) {
    return instance
        .parent()
        .map(parent -> parent.worldFromAxes().inverse().times(worldFromAxes))
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
