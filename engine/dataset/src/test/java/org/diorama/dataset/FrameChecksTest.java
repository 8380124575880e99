package org.diorama.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;
import org.diorama.core.random.FramePosition;
import org.diorama.core.sample.FrameContext;
import org.diorama.core.sample.SampledFrame;
import org.diorama.core.scene.LabelRules;
import org.junit.jupiter.api.Test;

class FrameChecksTest {
  private final SyntheticFrames frames = SyntheticFrames.structured();

  private static SampledFrame with(SampledFrame frame, FrameContext context) {
    return new SampledFrame(
        frame.scene(),
        frame.key(),
        context,
        frame.categories(),
        frame.labels(),
        frame.cameras(),
        frame.lighting(),
        frame.weather(),
        frame.nodes(),
        frame.groups(),
        frame.targets(),
        frame.draws());
  }

  private void refused(SampledFrame frame, String said) {
    DioramaException failure =
        assertThrows(
            DioramaException.class, () -> FrameChecks.require(frame, frames.description()));
    assertEquals(ExitStatus.BAD_INPUT, failure.status());
    assertTrue(failure.getMessage().contains(said), failure.getMessage());
  }

  @Test
  void everyFrameOfItsOwnFits() {
    for (long frame = 0; frame < 60; frame++) {
      FrameChecks.require(frames.sampled(frame), frames.description());
    }
  }

  @Test
  void splitsMustBeThoseOfTheDataset() {
    SampledFrame frame = frames.sampled(7);
    FrameContext context = frame.context();
    refused(
        with(frame, new FrameContext(context.position(), context.factors(), Optional.empty())),
        "its split is (none), those of the dataset are [train, val, test]");
    refused(
        with(frame, new FrameContext(context.position(), context.factors(), Optional.of("tr"))),
        "its split is tr");
    SyntheticFrames unsplit = SyntheticFrames.small();
    SampledFrame still = unsplit.sampled(7);
    DioramaException failure =
        assertThrows(
            DioramaException.class,
            () ->
                FrameChecks.require(
                    with(
                        still,
                        new FrameContext(FramePosition.still(7), List.of(), Optional.of("train"))),
                    unsplit.description()));
    assertTrue(failure.getMessage().contains("its split is train"), failure.getMessage());
  }

  @Test
  void aFrameStandsWhereItsNumberSays() {
    SampledFrame frame = frames.sampled(7);
    FrameContext context = frame.context();
    for (long other : new long[] {6, 8, 10, 13}) {
      FramePosition elsewhere = frames.description().structure().position(other);
      refused(
          with(frame, new FrameContext(elsewhere, context.factors(), context.split())),
          "it stands at");
    }
    refused(
        with(
            frame, new FrameContext(FramePosition.of(7, 2, 4), context.factors(), context.split())),
        "it stands at");
  }

  @Test
  void camerasMustBeThoseOfTheDatasetInItsOrder() {
    for (List<String> cameras :
        List.of(List.of("right", "left"), List.of("left"), List.of("left", "right", "top"))) {
      SyntheticFrames other =
          new SyntheticFrames(9, 7, cameras, LabelRules.DEFAULT, frames.description().structure());
      refused(other.sampled(7), "those of the dataset [left, right]");
    }
  }
}
