package org.diorama.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.diorama.core.geometry.PixelBox;
import org.diorama.core.label.InstanceAnnotation;
import org.diorama.core.label.InstanceMeasures;
import org.diorama.core.label.LabelVerdict;
import org.diorama.core.scene.Category;
import org.junit.jupiter.api.Test;

class InstanceMeaningsTest {
  private static InstanceMeanings meanings(int largestCategory) {
    List<InstanceAnnotation> instances = new ArrayList<>();
    for (LabelVerdict verdict : LabelVerdict.values()) {
      int id = 100 + verdict.ordinal();
      int category = verdict == LabelVerdict.UNLABELLED ? 0 : largestCategory;
      instances.add(
          new InstanceAnnotation(
              id,
              category,
              verdict,
              1,
              PixelBox.EMPTY,
              1,
              0,
              1,
              1,
              Optional.empty(),
              InstanceMeasures.NONE));
    }
    return new InstanceMeanings(
        List.of(new Category("far", largestCategory, "far", List.of())), instances);
  }

  @Test
  void eachVerdictHasItsPixels() {
    InstanceMeanings narrow = meanings(254);
    assertEquals(List.of(254, 254, 254, 0, 255, 255, 255, 255, 0), semantics(narrow));
    assertEquals(List.of(100, 101, 65790, 0, 0, 0, 0, 0, 0), panoptics(narrow));
    assertEquals(0, narrow.semantic(0));
    assertEquals(false, narrow.isWide());
  }

  @Test
  void manyCategoriesNeedSixteenBits() {
    InstanceMeanings wide = meanings(255);
    assertEquals(List.of(255, 255, 255, 0, 65535, 65535, 65535, 65535, 0), semantics(wide));
    assertEquals(true, wide.isWide());
  }

  private static List<Integer> semantics(InstanceMeanings meanings) {
    return IntStream.range(100, 109).map(meanings::semantic).boxed().toList();
  }

  private static List<Integer> panoptics(InstanceMeanings meanings) {
    return IntStream.range(100, 109).map(meanings::panoptic).boxed().toList();
  }
}
