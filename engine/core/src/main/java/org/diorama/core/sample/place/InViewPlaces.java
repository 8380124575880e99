package org.diorama.core.sample.place;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.diorama.core.geometry.PinholeCamera;
import org.diorama.core.math.Aabb;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.Vec3;
import org.diorama.core.sample.NoPlace;
import org.diorama.core.sample.SampledCamera;
import org.diorama.core.sample.draw.Attempts;
import org.diorama.core.sample.surface.Body;
import org.diorama.core.sample.surface.Spot;
import org.diorama.core.scene.CameraDescription;
import org.diorama.core.scene.ObjectDescription;
import org.diorama.core.scene.Parameter;
import org.diorama.core.scene.Placement;
import org.diorama.core.scene.SceneDescription;
import org.diorama.core.scene.Scope;

/** At a depth of a camera's view: on the ground where an image column meets it, or in the air. */
public final class InViewPlaces implements GroupPlaces {
  /** Share of the vertical below which the camera looks along the ground's normal. */
  private static final double LEAST_SLOPE = 1e-9;

  private final Placement.InView view;
  private final PinholeCamera pinhole;
  private final Affine3 worldFromCamera;
  private final int again;

  /**
   * @param again how often places were drawn before: each one's first draws are passed over
   */
  InViewPlaces(Placement.InView view, SampledCamera camera, int again) {
    this.view = view;
    this.again = again;
    this.pinhole = camera.pinhole();
    this.worldFromCamera = camera.worldFromCamera().atLabelInstant();
  }

  /** Names of the cameras in whose view a scene's objects are placed. */
  public static Set<String> cameras(SceneDescription scene) {
    List<String> standing =
        scene.cameras().stream()
            .filter(camera -> camera.mount().carrier().isEmpty())
            .map(CameraDescription::name)
            .toList();
    Set<String> names = new TreeSet<>();
    for (ObjectDescription object : scene.allObjects().toList()) {
      if (object.placement() instanceof Placement.InView view && !standing.isEmpty()) {
        names.add(view.camera().isEmpty() ? standing.get(0) : view.camera());
      }
    }
    return names;
  }

  @Override
  public Mobility mobility(Placed placed) {
    List<Parameter<Double>> coordinates =
        Stream.concat(Stream.of(view.distance(), view.x()), view.y().stream()).toList();
    return Mobility.of(new ViewFreedom(placed, this, coordinates));
  }

  /** Depth, share of the width and, where things float, of the height at which a spot lies. */
  List<Double> coordinates(Spot spot, Body body) {
    Vec3 point = spot.rest();
    if (view.y().isPresent()) {
      Aabb box = body.box(0);
      point =
          new Vec3(
              point.x() + box.center().x(),
              point.y() + box.center().y(),
              point.z() + box.size().z() / 2);
    }
    Vec3 seen = worldFromCamera.inverse().transformPoint(point);
    double column = pinhole.centerX() + pinhole.focalX() * seen.x() / seen.z();
    double row = pinhole.centerY() + pinhole.focalY() * seen.y() / seen.z();
    List<Double> all = List.of(seen.z(), column / pinhole.width(), row / pinhole.height());
    return all.subList(0, view.y().isPresent() ? 3 : 2);
  }

  @Override
  public Spots spots(PlaceRequest request) {
    Attempts drawing = new Attempts(request.draws(), Scope.INSTANCE);
    boolean varies =
        drawing.varies(view.distance())
            || drawing.varies(view.x())
            || view.y().map(drawing::varies).orElse(false);
    for (int passed = 0; passed < again; passed++) {
      drawing.again();
      coordinates(request, drawing);
    }
    return new Spots() {
      private int attempt;

      @Override
      public Optional<Spot> next() {
        Optional<Spot> spot = Optional.empty();
        while (spot.isEmpty() && attempt++ < (varies ? ATTEMPTS : 1)) {
          drawing.again();
          spot = spot(request, drawing);
        }
        return spot;
      }

      @Override
      public NoPlace reason() {
        return NoPlace.OUTSIDE;
      }
    };
  }

  private Optional<Spot> spot(PlaceRequest request, Attempts drawing) {
    return spot(request, coordinates(request, drawing));
  }

  private List<Double> coordinates(PlaceRequest request, Attempts drawing) {
    List<Double> at = new ArrayList<>();
    at.add(drawing.number(view.distance(), request.site()));
    at.add(drawing.number(view.x(), request.site()));
    view.y().ifPresent(y -> at.add(drawing.number(y, request.site())));
    return at;
  }

  /**
   * @param at as {@link #coordinates}
   */
  Optional<Spot> spot(PlaceRequest request, List<Double> at) {
    double depth = at.get(0);
    double column = at.get(1) * pinhole.width();
    double right = depth * (column - pinhole.centerX()) / pinhole.focalX();
    if (view.y().isEmpty()) {
      return onGround(request, depth, right);
    }
    double row = at.get(2) * pinhole.height();
    double down = depth * (row - pinhole.centerY()) / pinhole.focalY();
    Aabb box = request.body().box(0);
    Vec3 center = worldFromCamera.transformPoint(new Vec3(right, down, depth));
    Vec3 origin = center.minus(box.center());
    return Optional.of(
        new Spot(
            Optional.empty(), new Vec3(origin.x(), origin.y(), center.z() - box.size().z() / 2)));
  }

  /**
   * The point of the ground at that depth in the image's column; empty above or below the image.
   */
  private Optional<Spot> onGround(PlaceRequest request, double depth, double right) {
    double ground = request.number(view.z());
    Affine3 camera = worldFromCamera;
    if (Math.abs(camera.m21()) < LEAST_SLOPE) {
      return Optional.empty();
    }
    double down =
        (ground - camera.m23() - camera.m20() * right - camera.m22() * depth) / camera.m21();
    double row = pinhole.centerY() + pinhole.focalY() * down / depth;
    return row < 0 || row > pinhole.height()
        ? Optional.empty()
        : Optional.of(
            new Spot(Optional.empty(), camera.transformPoint(new Vec3(right, down, depth))));
  }
}
