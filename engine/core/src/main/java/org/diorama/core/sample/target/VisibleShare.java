package org.diorama.core.sample.target;

import java.util.BitSet;
import java.util.List;
import org.diorama.core.sample.instance.Instance;
import org.diorama.core.sample.sight.Sight;
import org.diorama.core.sample.sight.Silhouette;

/** How much is seen of one instance, among all that is drawn. */
final class VisibleShare {
  /** Rays that decide whether something was found. */
  static final int FINE = 2000;

  /** Rays by which candidates are told apart. */
  static final int RAYS = 400;

  private static final int COARSE = 120;

  /** Excess that few rays measure well enough. */
  private static final double NEAR = 0.15;

  /** Fewest pixels of a silhouette whose visible fraction means something. */
  static final int FEWEST_PIXELS = 24;

  private static final double CLOSE = 0.045;

  private final Wish wish;
  private final Sight sight;
  private final Instance instance;
  private final double wanted;
  private final List<Instance> others;
  private final List<Instance> occluders;
  private Silhouette lastSilhouette;
  private List<Sight.Look> lastBefore;
  private double last;

  /**
   * @param drawn all instances that are drawn
   */
  VisibleShare(Wish wish, Sight sight, List<Instance> drawn) {
    this.wish = wish;
    this.sight = sight;
    this.instance = wish.instance();
    this.wanted = wish.wanted();
    this.others = drawn.stream().filter(each -> each != instance).toList();
    List<String> by = instance.object().targets().occlusion().orElseThrow().by();
    this.occluders = others.stream().filter(each -> by.contains(each.object().name())).toList();
  }

  Wish wish() {
    return wish;
  }

  Sight sight() {
    return sight;
  }

  Instance instance() {
    return instance;
  }

  /** Those that the author names, in their order. */
  List<Instance> occluders() {
    return occluders;
  }

  /** Whether something may hide some of it, as far as boxes tell. */
  boolean mayBeHiddenBy(Instance occluder) {
    return !sight.before(silhouette(RAYS), List.of(occluder)).isEmpty();
  }

  /** Whether those that the author names hide the greater part of what is hidden. */
  boolean isHiddenAsNamed() {
    Silhouette silhouette = silhouette(FINE);
    int hidden = silhouette.rays() - unblocked(silhouette, others);
    return 2 * (silhouette.rays() - unblocked(silhouette, occluders)) >= hidden;
  }

  private int unblocked(Silhouette silhouette, List<Instance> by) {
    return sight
        .unblocked(silhouette, Sight.all(silhouette), sight.before(silhouette, by))
        .cardinality();
  }

  double wanted() {
    return wanted;
  }

  /** All others that are drawn. */
  List<Instance> others() {
    return others;
  }

  Silhouette silhouette(int rays) {
    return sight.silhouette(instance, rays);
  }

  /** Rays that others than one leave unblocked. */
  BitSet without(Instance occluder, Silhouette silhouette) {
    List<Instance> rest = others.stream().filter(each -> each != occluder).toList();
    return sight.unblocked(silhouette, Sight.all(silhouette), sight.before(silhouette, rest));
  }

  /**
   * How much more is seen than is wanted, by few rays where it is far from that; infinite where it
   * is too small in the image.
   *
   * @param by what may hide it: where none of these can, all counts as seen
   */
  double excess(List<Instance> by) {
    if (sight.mostPixels(instance) < FEWEST_PIXELS) {
      return Double.POSITIVE_INFINITY;
    }
    if (wanted < 1 - NEAR && sight.isClear(instance, by)) {
      return 1 - wanted;
    }
    if (silhouette(COARSE).pixels() < FEWEST_PIXELS) {
      return Double.POSITIVE_INFINITY;
    }
    double coarse = measured(COARSE) - wanted;
    return Math.abs(coarse) > NEAR ? coarse : measured(RAYS) - wanted;
  }

  /** Share of the silhouette's rays that meet the instance first; 0 where there are none. */
  double measured(int rays) {
    Silhouette silhouette = silhouette(rays);
    if (silhouette.rays() == 0) {
      return 0;
    }
    return (double) unblocked(silhouette, others) / silhouette.rays();
  }

  /** Whether it is as wanted under many rays. Nothing is measured again if nothing moved. */
  boolean holds() {
    Silhouette silhouette = silhouette(FINE);
    List<Sight.Look> before = sight.before(silhouette, others);
    if (silhouette != lastSilhouette || !before.equals(lastBefore)) {
      lastSilhouette = silhouette;
      lastBefore = before;
      last =
          silhouette.rays() == 0
              ? Double.NaN
              : (double) sight.unblocked(silhouette, Sight.all(silhouette), before).cardinality()
                  / silhouette.rays();
    }
    return Math.abs(last - wanted) <= CLOSE;
  }
}
