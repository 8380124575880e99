package org.diorama.cli.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.diorama.dataset.FinishReport;
import org.diorama.dataset.GroupCount;
import org.diorama.dataset.TargetCount;
import org.junit.jupiter.api.Test;

class DatasetNewsTest {
  private static String text(
      Map<String, Long> splits, Map<String, GroupCount> groups, Map<String, TargetCount> targets) {
    FinishReport report =
        new FinishReport(
            10,
            2,
            20,
            new TreeMap<>(Map.of("car", 7L, "person", 0L)),
            new TreeMap<>(splits),
            new TreeMap<>(groups),
            new TreeMap<>(targets),
            "a/preview.jpg",
            "a/it's.json");
    StringWriter text = new StringWriter();
    new DatasetNews(Path.of("a"), report).print(new PrintWriter(text));
    return text.toString();
  }

  private static GroupCount group(
      long wanted, long placed, long framesShort, Map<String, Long> missing) {
    return new GroupCount(wanted, placed, framesShort, new TreeMap<>(missing));
  }

  @Test
  void tellsWhatWasMetAndWhyNot() {
    Map<String, Long> reasons = Map.of("too_tall", 7L, "occupied", 3L);
    TreeMap<String, Long> causes = new TreeMap<>(Map.of("no car to move", 3L, "behind", 1L));
    assertEquals(
        """
        a: 20 images, 2 frames failed
          car     7
          person  0
        splits     train 8, val 2 frames
        group 'cars': 30 of 40 instances found a place, 3 occupied, 7 too tall
        target people.pixels: met 5 of 5
        target people.visible_fraction: met 16 of 20, labels confirm 15 of 16;\
         not met 1 times: behind; not met 3 times: no car to move
        look at    a/preview.jpg
        load with  from pycocotools.coco import COCO; coco = COCO('a/it\\'s.json')
        """,
        text(
            Map.of("train", 8L, "val", 2L),
            Map.of("cars", group(40, 30, 4, reasons), "people", group(20, 20, 0, Map.of())),
            Map.of(
                "people.visible_fraction", new TargetCount(20, 16, 16, 15, causes),
                "people.pixels", new TargetCount(5, 5, 0, 0, new TreeMap<>()))));
  }

  @Test
  void saysNothingOfWhatASceneHasNot() {
    String text = text(Map.of(), Map.of("cars", group(4, 4, 0, Map.of())), Map.of());
    assertFalse(text.contains("split"), text);
    assertFalse(text.contains("group"), text);
    assertFalse(text.contains("target"), text);
  }
}
