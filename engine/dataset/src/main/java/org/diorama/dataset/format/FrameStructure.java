package org.diorama.dataset.format;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.diorama.core.random.FramePosition;
import org.diorama.core.sample.FactorLevel;
import org.diorama.core.sample.FrameContext;
import org.diorama.core.scene.Factor;
import org.diorama.core.scene.SceneDescription;
import org.diorama.core.scene.SplitDescription;
import org.diorama.dataset.layout.FrameSet;

/**
 * How the frames of a dataset belong together: {@code frame = (sequence * twins + twin) * length +
 * step}.
 *
 * @param length steps of a sequence; 1 for still frames
 * @param twins versions of each sequence that differ in the varied factors alone, the first
 *     included
 * @param framesPerSecond of sequences; absent for still frames
 * @param factors named axes along which frames differ, in the order of the scene
 * @param splits names of the dataset's parts; empty where nothing is split
 */
public record FrameStructure(
    int length,
    int twins,
    Optional<Double> framesPerSecond,
    List<Axis> factors,
    List<String> splits) {
  /** Still frames, each on its own. */
  public static final FrameStructure STILL =
      new FrameStructure(1, 1, Optional.empty(), List.of(), List.of());

  /**
   * A factor.
   *
   * @param levels of a discrete factor; empty where it is a number
   */
  public record Axis(String factor, List<String> levels) {
    public Axis {
      levels = List.copyOf(levels);
    }

    private static Axis of(Factor factor) {
      return new Axis(
          factor.name(),
          factor instanceof Factor.Discrete discrete
              ? discrete.levels().stream().map(Factor.Level::name).toList()
              : List.of());
    }
  }

  public FrameStructure {
    factors = List.copyOf(factors);
    splits = List.copyOf(splits);
    if (length < 1 || twins < 1) {
      throw new IllegalArgumentException("sequences of " + length + " steps, " + twins + " twins");
    }
    if (new HashSet<>(splits).size() != splits.size()
        || !splits.stream().allMatch(FileNames::isSound)) {
      throw new IllegalArgumentException(
          "splits need names of their own that fit into file names: " + splits);
    }
  }

  /** That of the frames of a scene. */
  public static FrameStructure of(SceneDescription scene) {
    int length = scene.sequence().length();
    return new FrameStructure(
        length,
        scene.counterfactuals().twins() + 1,
        length == 1 ? Optional.empty() : Optional.of(scene.sequence().framesPerSecond()),
        scene.factors().stream().map(Axis::of).toList(),
        scene.split().shares().stream().map(SplitDescription.Share::name).toList());
  }

  /** How many frames a sequence and its twins are together: runs of so many are never cut. */
  public long together() {
    return (long) length * twins;
  }

  /** How many sequences, counted with their twins, are there in part only. */
  public long cut(FrameSet frames) {
    long together = together();
    long cut = 0;
    long latest = -1;
    for (FrameSet.Range range : frames.ranges()) {
      long first = range.first() / together;
      long last = range.last() / together;
      boolean lastCut = range.last() % together != together - 1;
      if ((range.first() % together != 0 || first == last && lastCut) && first != latest) {
        cut++;
        latest = first;
      }
      if (lastCut && last != latest) {
        cut++;
        latest = last;
      }
    }
    return cut;
  }

  public FramePosition position(long frame) {
    return FramePosition.of(frame, twins, length);
  }

  /** The frame that a twin is one of; absent for frames that are no twins. */
  public OptionalLong originalOf(long frame) {
    int twin = position(frame).twin();
    return twin == 0 ? OptionalLong.empty() : OptionalLong.of(frame - (long) twin * length);
  }

  /**
   * Name of the level, or the number, that a frame has of each factor, in the order of the scene.
   */
  public Map<String, Object> factorValues(FrameContext context) {
    Set<String> numbers =
        factors.stream()
            .filter(axis -> axis.levels().isEmpty())
            .map(Axis::factor)
            .collect(Collectors.toSet());
    Map<String, Object> values = new LinkedHashMap<>();
    for (FactorLevel factor : context.factors()) {
      String level = factor.level();
      values.put(
          factor.factor(),
          numbers.contains(factor.factor()) ? (Object) Double.valueOf(level) : level);
    }
    return values;
  }
}
