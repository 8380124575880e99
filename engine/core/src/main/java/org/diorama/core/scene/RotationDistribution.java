package org.diorama.core.scene;

import java.util.List;
import org.diorama.core.math.Rotation;
import org.diorama.core.math.Rotations;
import org.diorama.core.math.Vec3;

/** How rotations are drawn. */
public sealed interface RotationDistribution extends Distribution<Rotation> {

  /** Every rotation is as likely as every other. */
  record UniformRotation() implements RotationDistribution {
    @Override
    public Rotation draw(DrawContext context) {
      return Rotations.uniform(
          context.stream().uniform(), context.stream().uniform(), context.stream().uniform());
    }
  }

  /**
   * Tilts the object's own +Z to a direction within a cone, uniform by solid angle, after a turn
   * about +Z.
   *
   * @param axis unit vector at the middle of the cone
   * @param angle degrees between the axis and the cone's surface
   * @param spin degrees of the turn about the object's own +Z
   */
  record Cone(Vec3 axis, double angle, Distribution<Double> spin) implements RotationDistribution {
    @Override
    public Rotation draw(DrawContext context) {
      double lowest = StrictMath.cos(Rotations.radians(angle));
      double height = 1 - context.stream().uniform() * (1 - lowest);
      double around = context.stream().uniform(0, 2 * StrictMath.PI);
      Vec3 tilted = Rotations.directionAtHeight(around, height);
      Vec3 up = Rotation.fromUpTo(axis).map().transformDirection(tilted);
      return Rotation.fromUpTo(up)
          .times(Rotations.about(Vec3.UNIT_Z, Rotations.radians(spin.draw(context))));
    }

    @Override
    public List<Distribution<Double>> parts() {
      return List.of(spin);
    }
  }

  /** Yaw about +Z, then pitch about the object's own +Y, then roll about its own +X; degrees. */
  record Angles(Distribution<Double> yaw, Distribution<Double> pitch, Distribution<Double> roll)
      implements RotationDistribution {
    @Override
    public Rotation draw(DrawContext context) {
      return Rotations.ofYawPitchRoll(
          Rotations.radians(yaw.draw(context)),
          Rotations.radians(pitch.draw(context)),
          Rotations.radians(roll.draw(context)));
    }

    @Override
    public List<Distribution<Double>> parts() {
      return List.of(yaw, pitch, roll);
    }
  }
}
