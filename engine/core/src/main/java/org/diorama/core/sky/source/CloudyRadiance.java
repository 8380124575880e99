package org.diorama.core.sky.source;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.diorama.core.math.LinearColor;
import org.diorama.core.math.Rotations;
import org.diorama.core.math.Vec3;
import org.diorama.core.sky.SkyBody;
import org.diorama.core.sky.SkyRadiance;
import org.diorama.core.sky.air.Air;
import org.diorama.core.sky.air.Atmosphere;
import org.diorama.core.sky.air.CloudLayer;

/**
 * A sky with clouds, as seen from the world's origin. What gets through the layer lights it from
 * below as an overcast sky, {@code L(e) = L_zenith (1 + 2 sin e) / 3} (Moon and Spencer,
 * Illumination from a Non-Uniform Sky, 1942; the CIE's standard overcast sky); sides of broken
 * clouds reflect sun by their slopes (Lambert), thin edges glow around it, and the air in front
 * dims what is far. Equal where the atmospheres are.
 */
public final class CloudyRadiance implements SkyRadiance {
  private static final int ROWS = 24;
  private static final int COLUMNS = 48;

  /** Radians. */
  private static final double DETAIL = 0.008;

  private final AtmosphereRadiance clear;
  private final Atmosphere atmosphere;
  private final CloudLayer layer;
  private volatile Light light;

  /**
   * @param clear the sky behind the clouds; its atmosphere has some
   */
  public CloudyRadiance(AtmosphereRadiance clear) {
    this.clear = clear;
    this.atmosphere = clear.atmosphere();
    this.layer = atmosphere.clouds().orElseThrow();
  }

  /** Edges of clouds, as far as they are kept. */
  @Override
  public OptionalDouble detail() {
    return OptionalDouble.of(DETAIL);
  }

  /** Clouds light as they are seen, texel by texel: they blur what is finer themselves. */
  @Override
  public SkyRadiance coarser(double radians) {
    return this::luminance;
  }

  /** A body's light at the layer, on a surface that faces it. */
  private record Beam(Vec3 towards, LinearColor lux) {}

  /**
   * @param top lux on the layer from above
   * @param airPerMeter mean extinction of the air below it
   * @param groundShare of the clear day's light that reaches the ground
   */
  private record Light(
      List<Beam> beams, LinearColor top, LinearColor airPerMeter, LinearColor groundShare) {}

  @Override
  public LinearColor luminance(Vec3 direction) {
    Light made = light;
    if (made == null) {
      made = make();
      light = made;
    }
    LinearColor behind = clear.luminance(direction);
    return direction.z() < 0 ? behind.times(made.groundShare()) : above(made, direction, behind);
  }

  private LinearColor above(Light lit, Vec3 direction, LinearColor behind) {
    CloudLayer.Crossing crossing = layer.crossing(Vec3.ZERO, direction);
    if (crossing.straight() == 0) {
      return behind;
    }
    double opacity = 1 - CloudLayer.directTransmittance(crossing.slant());
    LinearColor cloud = cloud(lit, direction, crossing);
    LinearColor seen = mix(behind, cloud, opacity);
    LinearColor air = mix(behind, cloud, layer.cover() * opacity);
    double meters = crossing.distance();
    return new LinearColor(
        through(seen.red(), air.red(), lit.airPerMeter().red() * meters),
        through(seen.green(), air.green(), lit.airPerMeter().green() * meters),
        through(seen.blue(), air.blue(), lit.airPerMeter().blue() * meters));
  }

  private static double through(double seen, double air, double depth) {
    return air + (seen - air) * Math.exp(-depth);
  }

  private static LinearColor mix(LinearColor from, LinearColor to, double share) {
    return from.times(1 - share).plus(to.times(share));
  }

  private LinearColor cloud(Light lit, Vec3 direction, CloudLayer.Crossing crossing) {
    double passed = CloudLayer.diffuseTransmittance(crossing.straight());
    LinearColor below = lit.top().times(passed).times(betweenGroundAnd(1 - passed));
    LinearColor sum = below.times(3 / (7 * Math.PI) * (1 + 2 * direction.z()));
    CloudLayer.Slope slope = layer.slope(direction);
    for (Beam beam : lit.beams()) {
      double cosine = direction.dot(beam.towards());
      double sides = (1 - layer.cover()) * (1 - passed) * side(slope, direction, beam.towards());
      double edges = forward(cosine) * -Math.expm1(-crossing.slant()) * Math.exp(-crossing.slant());
      sum = sum.plus(beam.lux().times(sides + edges));
    }
    return sum;
  }

  /** What the side of a white cloud throws to the viewer, for each lux across the light, per sr. */
  private static double side(CloudLayer.Slope slope, Vec3 direction, Vec3 towards) {
    double steep2 = 1 + slope.east() * slope.east() + slope.north() * slope.north();
    double seen = slope.east() * direction.x() + slope.north() * direction.y();
    double lit = towards.z() - slope.east() * towards.x() - slope.north() * towards.y();
    return Math.max(0, seen) * Math.max(0, lit) / (Math.PI * steep2);
  }

  /** What light gains that goes back and forth between the ground and a layer. */
  private LinearColor betweenGroundAnd(double reflectance) {
    LinearColor albedo = atmosphere.air().groundAlbedo();
    double covered = reflectance * layer.cover();
    return new LinearColor(
        1 / (1 - albedo.red() * covered),
        1 / (1 - albedo.green() * covered),
        1 / (1 - albedo.blue() * covered));
  }

  /** Henyey and Greenstein (1941), per steradian. */
  private static double forward(double cosine) {
    double g = CloudLayer.FORWARD;
    double base = 1 + g * g - 2 * g * cosine;
    return (1 - g * g) / (4 * Math.PI * base * Math.sqrt(base));
  }

  private Light make() {
    Air air = atmosphere.air();
    List<Beam> beams = new ArrayList<>();
    LinearColor direct = LinearColor.BLACK;
    for (SkyBody body :
        Stream.concat(Stream.of(atmosphere.sun()), atmosphere.moon().stream()).toList()) {
      LinearColor lux =
          body.illuminance()
              .times(air.transmittance(layer.base() + atmosphere.altitude(), body.towards().z()));
      if (body.towards().z() > 0) {
        beams.add(new Beam(body.towards(), lux));
        direct = direct.plus(lux.times(body.towards().z()));
      }
    }
    LinearColor top = direct.plus(clear.illuminance());
    LinearColor extinction =
        air.moleculeScattering()
            .times(Air.moleculeColumn(layer.base()) / layer.base())
            .plus(air.hazeExtinction().times(Air.hazeColumn(layer.base()) / layer.base()));
    Light above = new Light(beams, top, extinction, LinearColor.WHITE);
    LinearColor onGround = direct.times(1 - layer.cover()).plus(illuminance(above));
    return new Light(
        beams,
        top,
        extinction,
        new LinearColor(
            onGround.red() / top.red(),
            onGround.green() / top.green(),
            onGround.blue() / top.blue()));
  }

  /** Lux on the ground from the upper half. */
  private LinearColor illuminance(Light lit) {
    LinearColor sum = LinearColor.BLACK;
    for (int row = 0; row < ROWS; row++) {
      // Evenly by sin² of the elevation: each direction weighs as much.
      double height = Math.sqrt((row + 0.5) / ROWS);
      for (int column = 0; column < COLUMNS; column++) {
        double azimuth = 2 * Math.PI * (column + 0.5) / COLUMNS;
        Vec3 direction = Rotations.directionAtHeight(azimuth, height);
        sum = sum.plus(above(lit, direction, clear.luminance(direction)));
      }
    }
    return sum.times(Math.PI / (ROWS * COLUMNS));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CloudyRadiance sky && sky.clear.equals(clear);
  }

  @Override
  public int hashCode() {
    return 31 * clear.hashCode() + 1;
  }
}
