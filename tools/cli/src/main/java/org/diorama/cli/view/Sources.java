package org.diorama.cli.view;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.diorama.core.sample.FactorLevel;
import org.diorama.core.sample.SampledFrame;
import org.diorama.dataset.layout.FrameSet;
import org.diorama.dataset.layout.Layout;

/** Where images come from, as their frames tell. */
final class Sources {
  private static final Pattern FRAME = Pattern.compile("(?:.*/)?(\\d{8,15})(?:_[^/]*)?\\.\\w+");

  private Sources() {}

  /** Names of a frame's images. */
  static List<String> files(Layout layout, long frame, List<String> cameras) {
    return cameras.stream().map(camera -> layout.fileName(frame, camera, ".png")).toList();
  }

  /** The frame that such a name tells. */
  static OptionalLong frameOf(String file) {
    Matcher name = FRAME.matcher(file);
    return name.matches() ? OptionalLong.of(Long.parseLong(name.group(1))) : OptionalLong.empty();
  }

  static LabelledImage.Source of(SampledFrame frame, String camera) {
    return LabelledImage.Source.of(frame.key().frame(), camera, factors(frame));
  }

  /** The levels of a frame by factor. */
  static Map<String, String> factors(SampledFrame frame) {
    Map<String, String> factors = new LinkedHashMap<>();
    for (FactorLevel factor : frame.context().factors()) {
      factors.put(factor.factor(), factor.level());
    }
    return factors;
  }

  /** All levels that frames have, by factor. */
  static SortedMap<String, SortedSet<String>> levels(Collection<Map<String, String>> frames) {
    SortedMap<String, SortedSet<String>> levels = new TreeMap<>();
    for (Map<String, String> frame : frames) {
      frame.forEach(
          (factor, level) -> levels.computeIfAbsent(factor, key -> new TreeSet<>()).add(level));
    }
    return levels;
  }

  /** At most so many of some frames, spread evenly. */
  static FrameSet spread(FrameSet frames, int most) {
    long count = Math.min(most, frames.size());
    return FrameSet.of(LongStream.range(0, count).map(i -> frames.at(i * frames.size() / count)));
  }
}
