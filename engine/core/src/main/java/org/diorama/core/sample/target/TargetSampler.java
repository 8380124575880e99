package org.diorama.core.sample.target;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.diorama.core.asset.AssetFacts;
import org.diorama.core.sample.SampledCamera;
import org.diorama.core.sample.TargetKind;
import org.diorama.core.sample.TargetVerdict;
import org.diorama.core.sample.instance.Instance;
import org.diorama.core.sample.sight.Sight;
import org.diorama.core.sample.sight.Silhouette;

/**
 * Moves instances until they look as their targets ask, as far as their placements allow. What
 * cannot be met stays as near to it as was found, with the cause.
 */
public final class TargetSampler {
  private final List<Instance> drawn;
  private final Map<Instance, Integer> numbers;
  private final Map<String, Sight> sights = new LinkedHashMap<>();
  private final Movables movables;

  /**
   * @param cameras of the frame
   * @param instances parents before children
   * @param movables which of them may be moved
   */
  public TargetSampler(
      AssetFacts facts, List<SampledCamera> cameras, List<Instance> instances, Movables movables) {
    this.numbers = Instance.numbers(instances);
    this.drawn = List.copyOf(numbers.keySet());
    this.movables = movables;
    for (SampledCamera camera : cameras) {
      sights.put(camera.name(), new Sight(camera, facts, cameras));
    }
  }

  /** Sizes and positions are met before visible fractions. */
  public List<TargetVerdict> meet(List<Wish> wishes) {
    Map<Instance, List<Wish>> looks = new LinkedHashMap<>();
    List<VisibleShare> shares = new ArrayList<>();
    for (Wish wish : wishes) {
      if (wish.isFraction()) {
        shares.add(new VisibleShare(wish, sight(wish), drawn));
      } else {
        looks.computeIfAbsent(wish.instance(), any -> new ArrayList<>()).add(wish);
      }
    }
    Map<Wish, String> complaints = new LinkedHashMap<>();
    AppearanceSearch appearance = new AppearanceSearch(movables.room());
    looks.forEach(
        (instance, wanted) -> {
          Sight sight = sight(wanted.get(0));
          String complaint = appearance.meet(wanted, sight, movables.of(instance));
          wanted.forEach(wish -> complaints.put(wish, complaint));
        });
    complaints.putAll(new OcclusionPlan(movables, drawn, looks.keySet()).meet(shares));
    return wishes.stream().map(wish -> verdict(wish, complaints.getOrDefault(wish, ""))).toList();
  }

  private Sight sight(Wish wish) {
    return sights.get(cameraName(wish));
  }

  private String cameraName(Wish wish) {
    return wish.camera().orElseGet(() -> sights.keySet().iterator().next());
  }

  /** Measured again at the end: later targets may have moved what mattered. */
  private TargetVerdict verdict(Wish wish, String complaint) {
    Sight sight = sight(wish);
    Silhouette silhouette = sight.silhouette(wish.instance(), VisibleShare.FINE);
    boolean seen = silhouette.rays() > 0;
    double reached = seen ? reached(wish, sight, silhouette) : 0;
    boolean met = seen && wish.kind().isMet(wish.wanted(), reached);
    String cause = complaint.isEmpty() ? "undone by a later target" : complaint;
    return new TargetVerdict(
        wish.instance().object().name(),
        numbers.get(wish.instance()),
        cameraName(wish),
        wish.kind(),
        wish.wanted(),
        reached,
        met ? "" : seen ? cause : "outside the image");
  }

  private double reached(Wish wish, Sight sight, Silhouette silhouette) {
    return wish.kind() == TargetKind.VISIBLE_FRACTION
        ? new VisibleShare(wish, sight, drawn).measured(VisibleShare.FINE)
        : AppearanceSearch.measured(wish.kind(), silhouette, sight);
  }
}
