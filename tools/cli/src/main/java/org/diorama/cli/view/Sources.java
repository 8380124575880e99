package org.diorama.cli.view;

import java.util.LinkedHashMap;
import java.util.Map;
import org.diorama.core.sample.FactorLevel;
import org.diorama.core.sample.SampledFrame;

/** Where images come from, as their frames tell. */
final class Sources {
  private Sources() {}

  static LabelledImage.Source of(SampledFrame frame, String camera) {
    Map<String, String> factors = new LinkedHashMap<>();
    for (FactorLevel factor : frame.context().factors()) {
      factors.put(factor.factor(), factor.level());
    }
    return new LabelledImage.Source(frame.key().frame(), camera, factors);
  }
}
