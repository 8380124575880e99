package org.diorama.cli.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.PrimitiveIterator;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.diorama.cli.scene.LoadedScene;
import org.diorama.core.DioramaException;
import org.diorama.core.sample.SampledFrame;
import org.diorama.core.sample.frame.FrameSampler;
import org.diorama.dataset.StoredDataset;
import org.diorama.dataset.json.StrictJson;
import org.diorama.dataset.verify.MoreChecks;
import org.diorama.dataset.verify.finding.Examined;
import org.diorama.dataset.verify.finding.Fault;
import org.diorama.dataset.verify.finding.Finding;
import org.diorama.dataset.verify.finding.Findings;
import org.diorama.dataset.verify.replay.ReplayComparison;
import tools.jackson.databind.JsonNode;

/**
 * Samples frames again from the scene that the dataset keeps: each is the record's, to the last
 * digit. So an edited record is found however well it fits its labels.
 */
final class SceneCheck implements MoreChecks {
  private static final String NAME = "records sampled again from the scene";
  private static final int TOGETHER = 64;

  private final StoredDataset dataset;
  private final Supplier<LoadedScene> loader;
  private final int workers;

  SceneCheck(StoredDataset dataset, Supplier<LoadedScene> loader, int workers) {
    this.dataset = dataset;
    this.loader = loader;
    this.workers = workers;
  }

  @Override
  public void check(Findings findings, Examined examined) throws InterruptedException {
    examined.announce(NAME);
    ExecutorService pool = Executors.newFixedThreadPool(workers);
    try (LoadedScene scene = loader.get()) {
      FrameSampler sampler = scene.sampler();
      List<Future<?>> running = new ArrayList<>();
      for (PrimitiveIterator.OfLong frames = dataset.committed().iterator(); frames.hasNext(); ) {
        long frame = frames.nextLong();
        running.add(pool.submit(() -> frame(frame, sampler, findings, examined)));
        if (running.size() == TOGETHER || !frames.hasNext()) {
          await(running);
        }
      }
    } catch (DioramaException e) {
      examined.lacking(NAME, "the scene: " + e.getMessage());
    } finally {
      pool.shutdown();
    }
  }

  private static void await(List<Future<?>> running) throws InterruptedException {
    for (Future<?> future : running) {
      try {
        future.get();
      } catch (ExecutionException e) {
        throw new IllegalStateException(e.getCause());
      }
    }
    running.clear();
  }

  private void frame(long frame, FrameSampler sampler, Findings findings, Examined examined) {
    String path = dataset.layout().record(frame);
    try {
      SampledFrame stored = dataset.record(frame).frame();
      examined.add(NAME, 1);
      JsonNode is = ReplayComparison.tree(StrictJson.line(stored));
      JsonNode due = ReplayComparison.tree(StrictJson.line(sampler.sample(frame)));
      if (!is.equals(due)) {
        findings.add(
            Finding.of(
                    Fault.RECORD_NOT_OF_SCENE, path, "its " + difference(is, due) + " are others")
                .ofFrame(frame));
      }
    } catch (DioramaException e) {
      examined.lacking(NAME, "a record or sample: " + e.getMessage());
    }
  }

  /** The first part of a frame that differs. */
  private static String difference(JsonNode is, JsonNode due) {
    return due.propertyNames().stream()
        .filter(name -> !due.get(name).equals(is.path(name)))
        .findFirst()
        .orElse("keys");
  }
}
