package org.diorama.core.sample.target;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diorama.core.asset.AssetFacts;
import org.diorama.core.geometry.PixelBox;
import org.diorama.core.sample.SampledCamera;
import org.diorama.core.sample.TargetVerdict;
import org.diorama.core.sample.draw.DrawLog;
import org.diorama.core.sample.instance.Instance;
import org.diorama.core.sample.room.Occupancy;
import org.diorama.core.sample.sight.Sight;
import org.diorama.core.sample.sight.Silhouette;
import org.diorama.core.scene.Parameter;
import org.diorama.core.scene.TargetDescription;

/**
 * Moves instances until they look as their targets ask, from the first camera, as far as their
 * placements allow. What cannot be met stays as near to it as was found, with the cause.
 */
public final class TargetSampler {
  /** Largest error of a met visible fraction. */
  static final double FRACTION_TOLERANCE = 0.05;

  /** Largest error of a met number of pixels, as a share of the number. */
  static final double PIXELS_TOLERANCE = 0.1;

  /** Largest error of a met position, as a share of the image's width or height. */
  static final double POSITION_TOLERANCE = 0.02;

  /** Rays that measure a silhouette when verdicts are given. */
  private static final int VERDICT_RAYS = 4096;

  private final DrawLog draws;
  private final Sight sight;
  private final List<Instance> instances;
  private final Map<Instance, Integer> numbers;
  private final AppearanceSearch appearance;
  private final OcclusionSearch occlusion;

  /** One wanted value, and what a search says against it: empty where it was content. */
  private record Wish(Instance instance, String name, double wanted, String complaint) {}

  /**
   * @param cameras of the frame; the first one looks
   * @param instances that may be moved, parents before children
   * @param room that they take
   */
  public TargetSampler(
      DrawLog draws,
      AssetFacts facts,
      List<SampledCamera> cameras,
      List<Instance> instances,
      Occupancy room) {
    this.draws = draws;
    this.instances = instances;
    this.numbers = Instance.numbers(instances);
    this.sight = new Sight(cameras.get(0), facts, cameras);
    this.appearance = new AppearanceSearch(sight, room, draws);
    this.occlusion = new OcclusionSearch(sight, room, draws, instances);
  }

  /**
   * Meets what targets there are, in the order of the scene, sizes and positions before occlusion.
   */
  public List<TargetVerdict> meet() {
    List<Wish> wishes = new ArrayList<>();
    for (Instance instance : instances) {
      if (instance.asset().isPresent()) {
        wishes.addAll(meetAppearance(instance));
      }
    }
    for (Instance instance : instances) {
      Optional<TargetDescription.Occlusion> target = instance.object().targets().occlusion();
      if (target.isPresent() && instance.asset().isPresent()) {
        double wanted = draws.number(target.get().visibleFraction(), instance.site());
        String complaint = occlusion.meet(instance, wanted, target.get().by());
        wishes.add(new Wish(instance, "visible_fraction", wanted, complaint));
      }
    }
    return wishes.stream().map(this::verdict).toList();
  }

  private List<Wish> meetAppearance(Instance instance) {
    TargetDescription targets = instance.object().targets();
    Optional<Double> pixels = number(targets.pixels(), instance);
    Optional<TargetDescription.ImagePosition> position = targets.imagePosition();
    Optional<Double> x = number(position.flatMap(TargetDescription.ImagePosition::x), instance);
    Optional<Double> y = number(position.flatMap(TargetDescription.ImagePosition::y), instance);
    if (pixels.isEmpty() && x.isEmpty() && y.isEmpty()) {
      return List.of();
    }
    String complaint = appearance.meet(instance, new AppearanceSearch.Wanted(pixels, x, y));
    List<Wish> wishes = new ArrayList<>();
    pixels.ifPresent(wanted -> wishes.add(new Wish(instance, "pixels", wanted, complaint)));
    x.ifPresent(wanted -> wishes.add(new Wish(instance, "image_x", wanted, complaint)));
    y.ifPresent(wanted -> wishes.add(new Wish(instance, "image_y", wanted, complaint)));
    return wishes;
  }

  private Optional<Double> number(Optional<Parameter<Double>> parameter, Instance instance) {
    return parameter.map(present -> draws.number(present, instance.site()));
  }

  /** Measured again at the end, with more rays: later targets may have moved what mattered. */
  private TargetVerdict verdict(Wish wish) {
    Silhouette silhouette = sight.silhouette(wish.instance(), VERDICT_RAYS);
    PixelBox box = silhouette.box();
    double reached =
        switch (wish.name()) {
          case "pixels" -> silhouette.pixels();
          case "image_x" -> (box.left() + box.right()) / 2.0 / sight.pinhole().width();
          case "image_y" -> (box.top() + box.bottom()) / 2.0 / sight.pinhole().height();
          default -> occlusion.visibleFraction(wish.instance(), silhouette);
        };
    double tolerance =
        switch (wish.name()) {
          case "pixels" -> PIXELS_TOLERANCE * wish.wanted();
          case "visible_fraction" -> FRACTION_TOLERANCE;
          default -> POSITION_TOLERANCE;
        };
    boolean seen = silhouette.rays() > 0;
    boolean met = seen && Math.abs(reached - wish.wanted()) <= tolerance;
    String complaint = wish.complaint().isEmpty() ? "undone by a later target" : wish.complaint();
    return new TargetVerdict(
        wish.instance().object().name(),
        numbers.get(wish.instance()),
        wish.name(),
        wish.wanted(),
        seen ? reached : 0,
        met ? "" : seen ? complaint : "outside the image");
  }
}
