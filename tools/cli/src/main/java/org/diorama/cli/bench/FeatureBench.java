package org.diorama.cli.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.diorama.cli.render.ThreadUsage;
import org.diorama.core.render.Channel;
import org.diorama.core.render.RenderJob;
import org.diorama.core.render.RenderSession;
import org.diorama.core.render.RenderedFrame;
import org.diorama.core.sample.SampledFrame;

/**
 * Measures features on the same frames with and without each, in pairs one after the other, so that
 * what else the machine does meets both. Nothing else may be drawn in this process meanwhile.
 */
final class FeatureBench {
  private final RenderSession session;
  private final List<RenderJob> jobs;
  private final int rounds;
  private int round;

  /**
   * @param frames drawn by all their cameras at a size
   * @param rounds pairs for each frame and feature; more of them average out more noise
   */
  FeatureBench(
      RenderSession session, List<SampledFrame> frames, int width, int height, int rounds) {
    this.session = session;
    this.jobs = frames.stream().map(frame -> job(frame, width, height)).toList();
    this.rounds = rounds;
  }

  private static RenderJob job(SampledFrame frame, int width, int height) {
    return RenderJob.of(frame, Channel.USUAL)
        .withViews(view -> view.with(view.camera().resized(width, height)));
  }

  /** Median CPU milliseconds of the frames as they are. */
  double whole() {
    List<Double> times = new ArrayList<>();
    for (RenderJob job : jobs) {
      warm(job);
      for (int i = 0; i < rounds; i++) {
        times.add(milliseconds(job));
      }
    }
    return FeatureCost.quantile(times, 0.5);
  }

  /** Empty where the frames neither have the feature nor can be given it. */
  Optional<FeatureCost> cost(Feature feature) {
    List<Double> differences = new ArrayList<>();
    boolean inScene = false;
    for (RenderJob job : jobs) {
      boolean has = !feature.off().of(job, 0).equals(job);
      if (!has && feature.on().of(job, 0).equals(job)) {
        continue;
      }
      inScene |= has;
      // The frames as they are were drawn for their whole cost.
      warm(has ? feature.off().of(job, ++round) : on(feature, job, has));
      for (int i = 0; i < rounds; i++) {
        RenderJob with = on(feature, job, has);
        RenderJob without = feature.off().of(job, round);
        // Now one first, now the other: neither profits from the caches that its partner leaves.
        double first = milliseconds(i % 2 == 0 ? without : with);
        double second = milliseconds(i % 2 == 0 ? with : without);
        differences.add(i % 2 == 0 ? second - first : first - second);
      }
    }
    return differences.isEmpty()
        ? Optional.empty()
        : Optional.of(FeatureCost.of(feature.name(), inScene, differences));
  }

  /** What the scene has it keeps as it has it. */
  private RenderJob on(Feature feature, RenderJob job, boolean has) {
    RenderJob given = feature.on().of(job, ++round);
    return has && !feature.remakes() ? job : given;
  }

  /** Every lane has drawn it afterwards: programs are made, models and tables are in place. */
  private void warm(RenderJob job) {
    List<RenderJob> copies = new ArrayList<>();
    for (int i = 0; i <= session.lanes(); i++) {
      copies.add(job);
    }
    session.submit(copies).stream().map(CompletableFuture::join).forEach(RenderedFrame::close);
  }

  private double milliseconds(RenderJob job) {
    double before = ThreadUsage.renderSeconds();
    session.submit(List.of(job)).get(0).join().close();
    return 1000 * (ThreadUsage.renderSeconds() - before);
  }

  /** A frame's images, for what is made of them. The caller closes it. */
  RenderedFrame draw(int frame) {
    return session.submit(List.of(jobs.get(frame))).get(0).join();
  }
}
