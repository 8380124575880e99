package org.diorama.core.sample.place;

import java.util.List;
import java.util.Optional;
import org.diorama.core.math.Aabb;
import org.diorama.core.math.Vec3;
import org.diorama.core.sample.surface.Spot;
import org.diorama.core.sample.surface.StandingSurface;
import org.diorama.core.scene.Ground;
import org.diorama.core.scene.Parameter;

/** Over the surfaces of the one it stands on; a part is one of them. */
final class SurfaceFreedom extends Freedom {
  private final Ground.Surfaces ground;
  private final List<Anchor> anchors;

  /**
   * @param anchors those in the frame of the instance's parent
   */
  SurfaceFreedom(Placed placed, Ground.Surfaces ground, List<Anchor> anchors) {
    super(placed);
    this.ground = ground;
    this.anchors = anchors;
    int part = anchors.stream().map(Anchor::surface).toList().indexOf(placed.spot().surface());
    startAt(part, placed.spot().rest().x(), placed.spot().rest().y());
  }

  @Override
  public Span span(int part, int coordinate) {
    Aabb bounds = surface(part).extent().bounds();
    return given(coordinate)
        .map(parameter -> span(parameter, here().at().get(coordinate)))
        .orElseGet(
            () -> new Span(bounds.min().component(coordinate), bounds.max().component(coordinate)));
  }

  @Override
  boolean admits(int part, int coordinate, double value) {
    return given(coordinate).map(parameter -> admits(parameter, value)).orElse(true);
  }

  @Override
  Optional<Spot> spot(int part, List<Double> at) {
    Vec3 rest = new Vec3(at.get(0), at.get(1), surface(part).height());
    return Optional.of(anchors.get(part).spot(rest));
  }

  @Override
  public Optional<Standing> draw() {
    again();
    Anchor anchor = Anchor.draw(anchors, stream());
    Vec3 point = anchor.surface().orElseThrow().extent().draw(stream());
    double x = ground.x().map(this::number).orElse(point.x());
    double y = ground.y().map(this::number).orElse(point.y());
    return standing(anchors.indexOf(anchor), List.of(x, y));
  }

  private StandingSurface surface(int part) {
    return anchors.get(part).surface().orElseThrow();
  }

  private Optional<Parameter<Double>> given(int coordinate) {
    return coordinate == 0 ? ground.x() : ground.y();
  }
}
