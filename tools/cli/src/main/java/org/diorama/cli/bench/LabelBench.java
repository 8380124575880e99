package org.diorama.cli.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.diorama.core.label.FrameAnnotations;
import org.diorama.core.label.LabelAssets;
import org.diorama.core.label.Labeler;
import org.diorama.core.label.RenderedSteps;
import org.diorama.core.label.pixel.FlowBuffers;
import org.diorama.core.render.RenderedFrame;
import org.diorama.core.sample.SampledFrame;
import org.diorama.core.scene.Annotators;
import org.diorama.dataset.FrameEncoder;
import org.diorama.dataset.InstanceMeanings;
import org.diorama.dataset.LabelledView;
import org.diorama.dataset.layout.Kind;

/** Measures what is made of a rendered frame: its annotations, and each of its images as PNG. */
final class LabelBench {
  /** Runs before the first that counts, for each of these. */
  private static final int WARM_UP = 5;

  private final int rounds;

  LabelBench(int rounds) {
    this.rounds = rounds;
  }

  /** One row for the annotator's verdicts and one for each image file, in this order. */
  List<FeatureCost> costs(SampledFrame frame, RenderedFrame rendered) {
    List<FeatureCost> costs = new ArrayList<>();
    costs.add(
        cost(
            "labels: verdicts",
            () -> Labeler.label(frame, rendered, Annotators.DEFAULT, LabelAssets.none())));
    FrameAnnotations annotations =
        Labeler.label(frame, rendered, Annotators.DEFAULT, LabelAssets.none());
    try (FrameEncoder encoder = new FrameEncoder()) {
      for (Kind kind : Kind.of(Annotators.DEFAULT)) {
        String name = "file: " + kind.name().toLowerCase(Locale.ROOT);
        costs.add(cost(name, () -> encode(encoder, kind, frame, rendered, annotations)));
      }
    }
    return costs;
  }

  private static void encode(
      FrameEncoder encoder,
      Kind kind,
      SampledFrame frame,
      RenderedFrame rendered,
      FrameAnnotations annotations) {
    try {
      for (int i = 0; i < rendered.views().size(); i++) {
        InstanceMeanings meanings =
            new InstanceMeanings(frame.categories(), annotations.views().get(i).instances());
        encoder.encode(
            kind,
            new LabelledView(
                frame,
                i,
                RenderedSteps.of(rendered),
                meanings,
                LabelAssets.none(),
                new FlowBuffers()),
            Annotators.DEFAULT.floatFiles(),
            OutputStream.nullOutputStream());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private FeatureCost cost(String name, Runnable step) {
    for (int i = 0; i < WARM_UP * rounds; i++) {
      step.run();
    }
    List<Double> times = new ArrayList<>();
    for (int i = 0; i < rounds; i++) {
      long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      step.run();
      long after = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      times.add((after - before) / 1e6);
    }
    return FeatureCost.of(name, true, times);
  }
}
