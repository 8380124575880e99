package org.diorama.core.sky.source;

import java.util.ArrayList;
import java.util.List;
import org.diorama.core.math.LinearColor;
import org.diorama.core.math.Vec3;
import org.diorama.core.sky.SkyBody;
import org.diorama.core.sky.SkyRadiance;
import org.diorama.core.sky.air.Air;
import org.diorama.core.sky.air.Atmosphere;
import org.diorama.core.sky.atmosphere.AerialPerspective;
import org.diorama.core.sky.atmosphere.AirTables;
import org.diorama.core.sky.atmosphere.SkyViewTable;

/**
 * The clear sky of an atmosphere, and the ground below it as the air's albedo has it, from noon to
 * a moonless night. Equal where the atmospheres are.
 */
public final class AtmosphereRadiance implements SkyRadiance {
  /**
   * Cd/m² of a natural night sky without sun and moon, airglow and unresolved stars: Falchi et al.,
   * The new world atlas of artificial night sky brightness (Science Advances 2, 2016).
   */
  static final double NIGHT = 1.74e-4;

  /** Where the sun stands higher, the moon adds less than a hundred-thousandth. */
  private static final double MOON_IS_LOST = 0.1;

  /** Sine of a depth below the horizon at which a body lights no air that could be seen. */
  private static final double DEEPEST = -0.34;

  private final Atmosphere atmosphere;
  private final SkySources sources;
  private volatile List<Lit> lit;

  public AtmosphereRadiance(Atmosphere atmosphere, SkySources sources) {
    this.atmosphere = atmosphere;
    this.sources = sources;
  }

  /** A body, and the sky that it lights for 1 lux. */
  private record Lit(SkyBody body, Vec3 heading, SkyViewTable view) {}

  @Override
  public LinearColor luminance(Vec3 direction) {
    double across = Math.sqrt(direction.x() * direction.x() + direction.y() * direction.y());
    double share = direction.z() < 0 ? atmosphere.air().groundAlbedo().luminance() : 1;
    LinearColor sum = LinearColor.WHITE.times(NIGHT * share);
    for (Lit each : lit()) {
      double cosine = across == 0 ? 1 : direction.dot(each.heading()) / across;
      sum = sum.plus(each.view().luminance(direction.z(), cosine).times(each.body().illuminance()));
    }
    return sum;
  }

  /** Lux per channel on an upward surface from the upper half; the bodies themselves excluded. */
  public LinearColor illuminance() {
    LinearColor sum = LinearColor.WHITE.times(Math.PI * NIGHT);
    for (Lit each : lit()) {
      sum = sum.plus(each.view().illuminance().times(each.body().illuminance()));
    }
    return sum;
  }

  /**
   * What the air does between two places of the world: dims what is at the far one, and adds light
   * of its own.
   *
   * @param from meters in the world, the eye
   */
  public AerialPerspective aerialPerspective(Vec3 from, Vec3 to) {
    AirTables tables = sources.air(atmosphere.air());
    List<SkyBody> bodies = lit().stream().map(Lit::body).toList();
    return AerialPerspective.between(tables, atmosphere.altitude(), bodies, from, to);
  }

  private List<Lit> lit() {
    List<Lit> made = lit;
    if (made == null) {
      made = make();
      lit = made;
    }
    return made;
  }

  private List<Lit> make() {
    List<Lit> result = new ArrayList<>();
    double sun = atmosphere.sun().towards().z();
    if (sun > DEEPEST) {
      result.add(lit(atmosphere.sun()));
    }
    atmosphere
        .moon()
        .filter(moon -> sun < MOON_IS_LOST && moon.towards().z() > DEEPEST)
        .ifPresent(moon -> result.add(lit(moon)));
    return List.copyOf(result);
  }

  private Lit lit(SkyBody body) {
    Vec3 towards = body.towards();
    Vec3 flat = new Vec3(towards.x(), towards.y(), 0);
    Vec3 heading = flat.equals(Vec3.ZERO) ? Vec3.UNIT_X : flat.normalize();
    Air air = atmosphere.air();
    return new Lit(body, heading, sources.view(air, atmosphere.altitude(), towards.z()));
  }

  Atmosphere atmosphere() {
    return atmosphere;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AtmosphereRadiance sky && sky.atmosphere.equals(atmosphere);
  }

  @Override
  public int hashCode() {
    return atmosphere.hashCode();
  }
}
