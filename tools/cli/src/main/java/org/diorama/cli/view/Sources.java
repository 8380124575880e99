package org.diorama.cli.view;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.diorama.core.sample.FactorLevel;
import org.diorama.core.sample.SampledFrame;
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
    Map<String, String> factors = new LinkedHashMap<>();
    for (FactorLevel factor : frame.context().factors()) {
      factors.put(factor.factor(), factor.level());
    }
    return LabelledImage.Source.of(frame.key().frame(), camera, factors);
  }
}
