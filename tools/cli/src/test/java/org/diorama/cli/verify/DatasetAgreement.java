package org.diorama.cli.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.PrimitiveIterator;
import java.util.SortedSet;
import java.util.TreeSet;
import org.diorama.core.asset.AssetStore;
import org.diorama.dataset.StoredDataset;
import org.diorama.dataset.record.FrameRecords;
import org.diorama.dataset.record.InstanceLabel;
import org.diorama.dataset.record.ViewLabels;
import org.diorama.dataset.verify.finding.Examined;
import org.diorama.dataset.verify.finding.Findings;
import org.diorama.dataset.verify.replay.ReplayComparison;

/** Whether two renderers say the same of the same frames, in every label. */
public final class DatasetAgreement {
  /** So many that an edge of a shadow, by maps in one renderer, is few of them. */
  private static final int CONTRAST_PIXELS = 64;

  /** Part of the ratio of luminances: five times what 150 random scenes have. */
  private static final double CONTRAST = 0.05;

  private DatasetAgreement() {}

  /** Labels, not pictures, that differ and must not, a line each. */
  public static SortedSet<String> differences(Path traced, Path drawn, AssetStore assets) {
    Findings findings = new Findings();
    StoredDataset one = StoredDataset.open(traced);
    StoredDataset other = StoredDataset.open(drawn);
    ReplayComparison comparison =
        new ReplayComparison(
            traced,
            drawn,
            false,
            one.description().labels().depthScale() / 1000,
            findings,
            new Examined());
    assertEquals(one.committed(), other.committed());
    for (PrimitiveIterator.OfLong frames = one.committed().iterator(); frames.hasNext(); ) {
      long frame = frames.nextLong();
      comparison.compare(
          frame,
          one.layout().record(frame),
          ReplayComparison.tree(FrameRecords.encode(one.record(frame))),
          ReplayComparison.tree(FrameRecords.encode(other.record(frame))),
          ReplayCheck.geometries(one.record(frame).frame(), assets));
    }
    SortedSet<String> differences = new TreeSet<>();
    findings.kept().stream()
        .filter(finding -> !finding.file().startsWith("images/"))
        .forEach(finding -> differences.add(finding.line()));
    return differences;
  }

  /**
   * Contrasts of instances that show the same box of as many pixels, {@link #CONTRAST_PIXELS} and
   * more, in light that both renderers have as it is: neither occlusion nor bounce.
   */
  static SortedSet<String> contrasts(Path traced, Path drawn) {
    StoredDataset one = StoredDataset.open(traced);
    StoredDataset other = StoredDataset.open(drawn);
    SortedSet<String> differences = new TreeSet<>();
    for (PrimitiveIterator.OfLong frames = one.committed().iterator(); frames.hasNext(); ) {
      long frame = frames.nextLong();
      List<ViewLabels> views = one.record(frame).views();
      for (int view = 0; view < views.size(); view++) {
        List<InstanceLabel> labels = views.get(view).instances();
        List<InstanceLabel> others = other.record(frame).views().get(view).instances();
        for (int i = 0; i < labels.size(); i++) {
          if (contrastDiffers(labels.get(i), others.get(i))) {
            differences.add("frame " + frame + ": " + labels.get(i) + ", not " + others.get(i));
          }
        }
      }
    }
    return differences;
  }

  private static boolean contrastDiffers(InstanceLabel one, InstanceLabel other) {
    if (one.area() < CONTRAST_PIXELS
        || one.area() != other.area()
        || !one.bbox().equals(other.bbox())) {
      return false;
    }
    return one.contrast().isPresent() != other.contrast().isPresent()
        || one.contrast().isPresent()
            && (differs(one.contrast().get().apparent(), other.contrast().get().apparent())
                || differs(one.contrast().get().inherent(), other.contrast().get().inherent()));
  }

  /** Of ratios of luminances, which are more than their contrasts by one. */
  private static boolean differs(double one, double other) {
    return Math.abs(one - other) > CONTRAST * (1 + Math.max(one, other));
  }
}
