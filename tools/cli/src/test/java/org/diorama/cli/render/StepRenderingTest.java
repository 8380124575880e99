package org.diorama.cli.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.diorama.core.label.RenderedSteps;
import org.diorama.core.math.LinearColor;
import org.diorama.core.random.FrameKey;
import org.diorama.core.render.RenderJob;
import org.diorama.core.render.RenderSession;
import org.diorama.core.render.RenderedFrame;
import org.diorama.core.render.RendererIdentity;
import org.diorama.core.sample.FrameContext;
import org.diorama.core.sample.GradientSky;
import org.diorama.core.sample.SampledFrame;
import org.diorama.core.sample.SampledLighting;
import org.diorama.core.scene.Annotator;
import org.diorama.core.scene.Annotators;
import org.diorama.core.scene.FloatFiles;
import org.diorama.core.scene.LabelRules;
import org.diorama.core.weather.SampledWeather;
import org.junit.jupiter.api.Test;

class StepRenderingTest {
  private final EmptySession empty = new EmptySession();

  private static SampledFrame frame() {
    LinearColor black = LinearColor.BLACK;
    return new SampledFrame(
        "test",
        new FrameKey(0, 0),
        FrameContext.still(0),
        List.of(),
        LabelRules.DEFAULT,
        List.of(),
        new SampledLighting(Optional.empty(), new GradientSky(black, black, black)),
        SampledWeather.CLEAR,
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  private static Annotators annotators(Annotator... names) {
    return new Annotators(List.of(names), FloatFiles.NPY);
  }

  /** Neighbors cost a rendering each, so that they are made for flow alone. */
  @Test
  void neighborsAreRenderedForFlowAlone() {
    int[][] expected = {{1, 0, 0}, {2, 0, 1}, {2, 1, 0}, {3, 1, 1}};
    Annotator[][] asked = {
      {Annotator.NORMALS, Annotator.DISPARITY},
      {Annotator.FLOW},
      {Annotator.FLOW_BACKWARD},
      {Annotator.FLOW, Annotator.FLOW_BACKWARD}
    };
    for (int i = 0; i < asked.length; i++) {
      int before = empty.rendered.get();
      try (RenderedSteps steps =
          new StepRendering(empty, annotators(asked[i])).submit(frame()).join()) {
        assertEquals(expected[i][0], empty.rendered.get() - before);
        assertEquals(expected[i][1], steps.previous().isPresent() ? 1 : 0);
        assertEquals(expected[i][2], steps.next().isPresent() ? 1 : 0);
      }
      assertEquals(0, empty.open.get());
    }
  }

  /** Whichever of the three fails, the buffers of the others are given back. */
  @Test
  void oneThatFailsLeavesNoneOpen() {
    for (int failing = 0; failing < 3; failing++) {
      IllegalStateException lost = new IllegalStateException("lost");
      int index = failing;
      RenderSession session =
          new RenderSession() {
            @Override
            public RendererIdentity identity() {
              return empty.identity();
            }

            @Override
            public int lanes() {
              return 1;
            }

            @Override
            public List<CompletableFuture<RenderedFrame>> submit(List<RenderJob> jobs) {
              List<RenderJob> others = new ArrayList<>(jobs);
              others.remove(index);
              List<CompletableFuture<RenderedFrame>> frames = new ArrayList<>(empty.submit(others));
              frames.add(index, CompletableFuture.failedFuture(lost));
              return frames;
            }

            @Override
            public void close() {}
          };
      CompletableFuture<RenderedSteps> steps =
          new StepRendering(session, annotators(Annotator.FLOW, Annotator.FLOW_BACKWARD))
              .submit(frame());
      assertSame(lost, assertThrows(CompletionException.class, steps::join).getCause());
      assertEquals(0, empty.open.get());
    }
  }
}
