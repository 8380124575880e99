package org.diorama.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.diorama.core.geometry.PinholeCamera;
import org.diorama.core.geometry.PixelBox;
import org.diorama.core.label.LabelVerdict;
import org.diorama.core.sample.GroupVerdict;
import org.diorama.core.sample.NoPlace;
import org.diorama.core.sample.SampledFrame;
import org.diorama.core.sample.TargetKind;
import org.diorama.core.sample.TargetVerdict;
import org.diorama.core.scene.Annotators;
import org.diorama.dataset.record.FrameRecord;
import org.diorama.dataset.record.InstanceLabel;
import org.diorama.dataset.record.ViewLabels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Blocks and shards count for themselves: how the parts are added up must not show. */
class TallyTest {
  private static final long SEED = 5;
  private final SyntheticFrames frames = SyntheticFrames.structured();

  private static InstanceLabel label(int instance, double visibleFraction, double truncation) {
    return new InstanceLabel(
        instance,
        1,
        LabelVerdict.ANNOTATED,
        9,
        new PixelBox(2, 1, 5, 4),
        visibleFraction,
        truncation,
        1,
        2,
        Optional.empty(),
        Optional.of("x"));
  }

  private FrameRecord record(long number) {
    SampledFrame frame = frames.sampled(number);
    Random random = new Random(number);
    List<InstanceLabel> labels =
        frame.nodes().stream()
            .map(node -> label(node.instanceId(), random.nextDouble(), 0))
            .toList();
    return new FrameRecord(
        FrameRecord.VERSION,
        Annotators.DEFAULT,
        frame,
        List.of(new ViewLabels("left", labels), new ViewLabels("right", labels)),
        List.of());
  }

  private Tally count(List<Long> numbers) {
    TallyCounter counter = new TallyCounter(frames.description().structure());
    numbers.forEach(number -> counter.add(record(number)));
    return counter.total();
  }

  @Test
  void partsInAnyOrderMakeTheWhole() {
    List<Long> numbers = new ArrayList<>();
    for (long number = 0; number < 120; number++) {
      numbers.add(number);
    }
    Tally whole = count(numbers);
    Random random = new Random(SEED);
    for (int round = 0; round < 30; round++) {
      Collections.shuffle(numbers, random);
      Tally sum = Tally.NONE;
      int from = 0;
      while (from < numbers.size()) {
        int to = Math.min(numbers.size(), from + 1 + random.nextInt(50));
        sum =
            random.nextBoolean()
                ? sum.plus(count(numbers.subList(from, to)))
                : count(numbers.subList(from, to)).plus(sum);
        from = to;
      }
      assertEquals(whole, sum, "seed " + SEED + ", round " + round);
    }
    assertEquals(120, whole.frames());
    assertEquals(0L, whole.splits().get("test"));
    assertTrue(whole.groups().get("boxes").framesShort() > 0);
  }

  @Test
  void whatCannotOccurIsCountedToo() {
    Tally none = count(List.of());
    assertEquals("{test=0, train=0, val=0}", none.splits().toString());
    assertEquals("{weather={dry=0, rain=0, snow=0}}", none.factors().toString());
    assertEquals(Map.of(), none.targets());
  }

  /** Things go on moving; what their target asked for was the first of these frames. */
  @Test
  void aSequencesTargetsAreThoseOfItsFirstFrame() {
    Tally first = count(List.of(0L));
    assertTrue(!first.targets().isEmpty());
    assertEquals(Map.of(), count(List.of(1L, 2L)).targets());
    assertEquals(first.targets(), count(List.of(0L, 1L, 2L)).targets());
  }

  /** However many different causes there are, memory stays bounded and the result the same. */
  @Test
  void theFirstCausesAreKeptWhateverTheOrder() {
    List<TargetCount> single = new ArrayList<>();
    SortedMap<String, Long> expected = new TreeMap<>();
    for (int i = 0; i < 300; i++) {
      String cause = "cause %03d".formatted(i * i % 97);
      single.add(
          TargetCount.of(
              new TargetVerdict("a", 1, "", TargetKind.PIXELS, 10, 3, cause),
              OptionalDouble.of(3)));
      expected.merge(cause, 1L, Long::sum);
    }
    while (expected.size() > TargetCount.MOST_CAUSES) {
      expected.remove(expected.lastKey());
    }
    Random random = new Random(SEED);
    for (int round = 0; round < 20; round++) {
      List<TargetCount> parts = new ArrayList<>(single);
      while (parts.size() > 1) {
        TargetCount one = parts.remove(random.nextInt(parts.size()));
        TargetCount other = parts.remove(random.nextInt(parts.size()));
        parts.add(one.plus(other));
      }
      assertEquals(
          new TargetCount(300, 0, 0, 0, expected), parts.get(0), "seed " + SEED + "," + round);
    }
  }

  /**
   * The label: 9 of 12 pixels seen, or all of them, in columns 2 to 4 and rows 1 to 3 of 10 × 20.
   */
  @ParameterizedTest
  @CsvSource({
    "visible_fraction, 0.75, 0.7501, 1, 1",
    "visible_fraction, 0.75, 0.7999, 1, 1",
    "visible_fraction, 0.75, 0.8001, 1, 0",
    "visible_fraction, 0.75, 0.6999, 1, 0",
    "pixels, 0.75, 12, 1, 1",
    "pixels, 0.75, 13.3, 1, 1",
    "pixels, 0.75, 13.4, 1, 0",
    "pixels, 0.75, 10.8, 1, 0",
    "pixels, 1, 9, 1, 1",
    "image_x, 1, 0.35, 1, 1",
    "image_x, 1, 0.369, 1, 1",
    "image_x, 1, 0.371, 1, 0",
    "image_y, 1, 0.125, 1, 1",
    "image_y, 1, 0.35, 1, 0",
    "image_y, 0.75, 0.125, 0, 0"
  })
  void labelsConfirmWhatTheSamplerPromised(
      String text, double seen, double wanted, long measured, long confirmed) {
    TargetKind target = TargetKind.valueOf(text.toUpperCase(Locale.ROOT));
    TargetVerdict verdict = new TargetVerdict("a", 4, "", target, wanted, wanted, "");
    PinholeCamera camera = new PinholeCamera(10, 20, 10, 10, 5, 10);
    assertEquals(
        new TargetCount(1, 1, measured, confirmed, new TreeMap<>()),
        TargetCount.of(verdict, TargetCheck.measured(verdict, label(4, seen, 0), camera)));
  }

  /** The label of what the frame cuts off doesn't know the whole. */
  @Test
  void cutSilhouettesAreNotMeasured() {
    PinholeCamera camera = new PinholeCamera(10, 20, 10, 10, 5, 10);
    for (TargetKind target : List.of(TargetKind.PIXELS, TargetKind.IMAGE_X, TargetKind.IMAGE_Y)) {
      TargetVerdict verdict = new TargetVerdict("a", 4, "", target, 9, 9, "");
      assertEquals(
          OptionalDouble.empty(),
          TargetCheck.measured(verdict, label(4, 1, 0.1), camera),
          target.text());
    }
    TargetVerdict fraction =
        new TargetVerdict("a", 4, "", TargetKind.VISIBLE_FRACTION, 0.5, 0.5, "");
    assertEquals(
        OptionalDouble.of(0.5), TargetCheck.measured(fraction, label(4, 0.5, 0.1), camera));
    assertEquals(
        new TargetCount(1, 1, 0, 0, new TreeMap<>()),
        TargetCount.of(fraction, OptionalDouble.empty()));
  }

  @Test
  void groupsThatFellShortCountTheirFrames() {
    GroupCount count =
        GroupCount.of(new GroupVerdict("a", 3, 3))
            .plus(GroupCount.of(new GroupVerdict("a", 3, 1, List.of(missing(NoPlace.FULL, 2)))))
            .plus(GroupCount.of(new GroupVerdict("a", 2, 1, List.of(missing(NoPlace.FULL, 1)))))
            .plus(GroupCount.of(new GroupVerdict("a", 1, 0, List.of(missing(NoPlace.TOO_TALL, 1)))))
            .plus(GroupCount.of(new GroupVerdict("a", 0, 0)));
    assertEquals(new GroupCount(9, 5, 3, new TreeMap<>(Map.of("full", 3L, "too_tall", 1L))), count);
  }

  private static GroupVerdict.Missing missing(NoPlace reason, int count) {
    return new GroupVerdict.Missing(reason, count);
  }
}
