package org.diorama.core.sample.light;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.diorama.core.asset.AssetFact;
import org.diorama.core.light.LampShape;
import org.diorama.core.math.Aabb;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.LinearColor;
import org.diorama.core.math.PlanckianLocus;
import org.diorama.core.math.Rotations;
import org.diorama.core.math.Vec3;
import org.diorama.core.random.DrawSite;
import org.diorama.core.sample.MotionStates;
import org.diorama.core.sample.SampledLamp;
import org.diorama.core.sample.draw.DrawLog;
import org.diorama.core.sample.instance.Carriers;
import org.diorama.core.sample.instance.Instance;
import org.diorama.core.sample.motion.Moment;
import org.diorama.core.scene.LampDescription;
import org.diorama.core.scene.Parameter;
import org.diorama.core.scene.TimedPoses;

/** Decides lamps, once all objects have their places. */
public final class LampSampler {
  private final DrawLog draws;
  private final Carriers carriers;
  private final List<Moment> moments;
  private final OutdoorState outdoors;

  /**
   * @param carriers that lamps are attached to
   * @param moments of the frame
   * @param outdoors what switches them
   */
  public LampSampler(
      DrawLog draws, Carriers carriers, List<Moment> moments, OutdoorState outdoors) {
    this.draws = draws;
    this.carriers = carriers;
    this.moments = moments;
    this.outdoors = outdoors;
  }

  /** Those that are on, in the order of the scene, then of the instances that carry them. */
  public List<SampledLamp> sample(List<LampDescription> lamps) {
    List<SampledLamp> lit = new ArrayList<>();
    for (LampDescription lamp : lamps) {
      if (lamp.carrier().isEmpty()) {
        sample(lamp, 0, DrawSite.WHOLE, Optional.empty()).ifPresent(lit::add);
      }
      List<Instance> carrying = carriers.of(lamp.carrier(), Optional.empty());
      for (int i = 0; i < carrying.size(); i++) {
        Instance carrier = carrying.get(i);
        sample(lamp, i, carrier.site(), Optional.of(carrier)).ifPresent(lit::add);
      }
    }
    return lit;
  }

  private Optional<SampledLamp> sample(
      LampDescription lamp, int index, DrawSite site, Optional<Instance> carrier) {
    boolean on = outdoors.isOn(lamp.on(), number -> draws.number(number, site));
    LampShape shape = lamp.form().decide(number -> draws.number(number, site));
    double amount = draws.number(lamp.power().amount(), site);
    double candela = lamp.power().isFlux() ? amount / shape.lumensOfCandela() : amount;
    LinearColor tint = tint(lamp.color(), site);
    MotionStates poses = poses(lamp, site, carrier);
    if (!on || amount == 0 || tint.luminance() == 0) {
      return Optional.empty();
    }
    return Optional.of(
        new SampledLamp(
            lamp.name(),
            index,
            shape,
            poses,
            tint.times(candela / tint.luminance()),
            lamp.visible() && shape.area() > 0));
  }

  private LinearColor tint(LampDescription.Tint tint, DrawSite site) {
    if (tint instanceof LampDescription.ColorTint color) {
      return draws.value(color.color(), site);
    }
    Parameter<Double> kelvin = ((LampDescription.KelvinTint) tint).temperature();
    return PlanckianLocus.color(draws.number(kelvin, site));
  }

  /** The carrier's axes from those that the lamp's pose is given in. */
  private Affine3 anchored(LampDescription lamp, DrawSite site, Optional<Instance> carrier) {
    Optional<Aabb> bounds = carrier.flatMap(Instance::asset).map(AssetFact::bounds);
    if (lamp.anchor().isEmpty() || bounds.isEmpty()) {
      return Affine3.IDENTITY;
    }
    Vec3 scale = carrier.get().scale();
    Vec3 half = bounds.get().size().times(0.5).times(scale);
    Vec3 center = bounds.get().center().times(scale);
    return Affine3.translation(center.plus(half.times(draws.vector(lamp.anchor().get(), site))));
  }

  private static Affine3 world(Optional<Instance> carrier, Moment moment) {
    return carrier
        .map(carrying -> carrying.worldFromAxes(moment.seconds()))
        .orElse(Affine3.IDENTITY);
  }

  private static Affine3 timed(TimedPoses poses, double seconds) {
    return poses.at(seconds).orElse(poses.poses().get(0));
  }

  /** Of a lamp that does not move by itself. */
  private Affine3 pose(LampDescription lamp, DrawSite site) {
    if (lamp.pose() instanceof LampDescription.ExactPose exact) {
      return exact.frameFromLamp();
    }
    LampDescription.AimedPose aimed = (LampDescription.AimedPose) lamp.pose();
    Vec3 at = draws.vector(aimed.at(), site);
    double yaw = Rotations.radians(draws.number(aimed.yaw(), site));
    double pitch = Rotations.radians(draws.number(aimed.pitch(), site));
    double roll = Rotations.radians(draws.number(aimed.roll(), site));
    Optional<Vec3> target = aimed.lookAt().map(point -> draws.vector(point, site));
    if (target.isEmpty() || target.get().equals(at)) {
      return Rotations.forwardLeftUp(Rotations.camera(at, yaw, pitch, roll));
    }
    Affine3 looking = Rotations.forwardLeftUp(Rotations.lookAt(at, target.get()));
    return looking.times(Rotations.forwardLeftUp(Rotations.camera(Vec3.ZERO, yaw, pitch, roll)));
  }

  private MotionStates poses(LampDescription lamp, DrawSite site, Optional<Instance> carrier) {
    Affine3 anchored = anchored(lamp, site, carrier);
    if (lamp.pose() instanceof LampDescription.TimedPose timed) {
      return MotionStates.of(
          moments.stream()
              .map(
                  moment ->
                      world(carrier, moment)
                          .times(anchored)
                          .times(timed(timed.poses(), moment.seconds())))
              .toList());
    }
    Affine3 pose = anchored.times(pose(lamp, site));
    if (carrier.isEmpty()) {
      return MotionStates.still(pose);
    }
    Instance carrying = carrier.get();
    if (!carrying.moves()) {
      return MotionStates.still(carrying.worldFromAxes().times(pose));
    }
    return MotionStates.of(
        moments.stream()
            .map(moment -> carrying.worldFromAxes(moment.seconds()).times(pose))
            .toList());
  }
}
