package org.diorama.core.sample.place;

import java.util.Optional;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.Vec3;
import org.diorama.core.random.DrawSite;
import org.diorama.core.random.RandomStream;
import org.diorama.core.random.StreamPath;
import org.diorama.core.sample.draw.DrawLog;
import org.diorama.core.sample.instance.Instance;
import org.diorama.core.sample.room.Occupancy;
import org.diorama.core.sample.surface.Body;
import org.diorama.core.sample.surface.Spot;
import org.diorama.core.scene.ObjectDescription;
import org.diorama.core.scene.Parameter;
import org.diorama.core.scene.Placement;
import org.diorama.core.scene.Scope;
import org.diorama.core.scene.VectorParameter;

/** One instance that asks for a place. */
public final class PlaceRequest {
  private final ObjectDescription object;
  private final DrawSite site;
  private final Body body;
  private final Optional<Instance> parent;
  private final int wanted;
  private final DrawLog draws;
  private RandomStream stream;
  private Spot claimed;
  private Occupancy.Claim claim;

  /**
   * @param parent in whose frame it stands, unless the placement names another carrier
   * @param wanted how many instances its group asks for in all
   */
  public PlaceRequest(
      ObjectDescription object,
      DrawSite site,
      Body body,
      Optional<Instance> parent,
      int wanted,
      DrawLog draws) {
    this.object = object;
    this.site = site;
    this.body = body;
    this.parent = parent;
    this.wanted = wanted;
    this.draws = draws;
  }

  ObjectDescription object() {
    return object;
  }

  DrawSite site() {
    return site;
  }

  /** Number of the instance in its group. */
  int index() {
    return site.index();
  }

  Body body() {
    return body;
  }

  Optional<Instance> parent() {
    return parent;
  }

  int wanted() {
    return wanted;
  }

  DrawLog draws() {
    return draws;
  }

  /** Draws of the place itself, which no parameter has. */
  RandomStream stream() {
    if (stream == null) {
      stream = draws.stream(path(), Scope.INSTANCE, site);
    }
    return stream;
  }

  /** Logs a place if chance had a part in it that no parameter has. */
  void log(Spot spot) {
    if (stream != null) {
      draws.log(path(), Scope.INSTANCE, site, spot.rest());
    }
  }

  private StreamPath path() {
    return StreamPath.of(object.path() + ".place");
  }

  double number(Parameter<Double> parameter) {
    return draws.number(parameter, site);
  }

  Vec3 vector(VectorParameter parameter) {
    return draws.vector(parameter, site);
  }

  /** Uniform between -limit and limit; the limit itself where it is 0. */
  double jitter(double limit) {
    return limit == 0 ? 0 : stream().uniform(-limit, limit);
  }

  /** The room it would take at a spot, which it remembers; empty where it takes none. */
  Optional<Occupancy.Claim> claim(Spot spot, Placement.Separation separation) {
    if (!separation.separate() || body.asset().isEmpty()) {
      return Optional.empty();
    }
    if (claimed != spot) {
      Affine3 worldFromFrame = spot.frame().map(Instance::worldFromAxes).orElse(Affine3.IDENTITY);
      Affine3 frameFromObject = spot.frameFromAxes(body).times(Affine3.scaling(body.scale()));
      claimed = spot;
      claim =
          new Occupancy.Claim(
              body.asset().get(),
              worldFromFrame.times(frameFromObject),
              separation.clearance(),
              spot.frame());
    }
    return Optional.of(claim);
  }
}
