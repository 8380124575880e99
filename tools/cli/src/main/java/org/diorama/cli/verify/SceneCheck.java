package org.diorama.cli.verify;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PrimitiveIterator;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.diorama.cli.scene.LoadedScene;
import org.diorama.cli.scene.SceneDifference;
import org.diorama.core.DioramaException;
import org.diorama.core.sample.SampledFrame;
import org.diorama.core.sample.frame.FrameSampler;
import org.diorama.core.scene.CameraDescription;
import org.diorama.core.scene.SceneDescription;
import org.diorama.dataset.StoredDataset;
import org.diorama.dataset.format.DatasetDescription;
import org.diorama.dataset.format.FrameStructure;
import org.diorama.dataset.json.StrictJson;
import org.diorama.dataset.layout.FrameSet;
import org.diorama.dataset.verify.MoreChecks;
import org.diorama.dataset.verify.finding.Examined;
import org.diorama.dataset.verify.finding.Fault;
import org.diorama.dataset.verify.finding.Finding;
import org.diorama.dataset.verify.finding.Findings;
import org.diorama.dataset.verify.replay.ReplayComparison;
import tools.jackson.databind.JsonNode;

/**
 * Resolves the scene that the dataset keeps again, which gives what its configuration says, and
 * samples frames from it: each is the record's, to the last digit. So an edited scene and an edited
 * record are found however well they fit all hashes.
 */
final class SceneCheck implements MoreChecks {
  private static final String NAME = "records sampled again from the scene";
  private static final String RESOLVED = "keys of the scene resolved again";
  private static final int TOGETHER = 64;

  /** Parts of a frame that no file but its record shows, so that the others prove neither side. */
  private static final Set<String> UNSEEN =
      Set.of("scene", "key", "context", "draws", "groups", "targets");

  private final StoredDataset dataset;
  private final FrameSet frames;
  private final Supplier<LoadedScene> loader;
  private final int workers;
  private final Set<Long> contradicting = new ConcurrentSkipListSet<>();

  /**
   * @param frames whose records are looked at
   */
  SceneCheck(StoredDataset dataset, FrameSet frames, Supplier<LoadedScene> loader, int workers) {
    this.dataset = dataset;
    this.frames = frames;
    this.loader = loader;
    this.workers = workers;
  }

  @Override
  public void check(Findings findings, Examined examined) throws InterruptedException {
    examined.announce(RESOLVED);
    examined.announce(NAME);
    Optional<String> lacking = SceneDifference.lacking(dataset);
    if (lacking.isPresent()) {
      examined.lacking(RESOLVED, lacking.get());
    } else {
      List<SceneDifference> differences = SceneDifference.of(dataset);
      differences.forEach(
          difference ->
              findings.add(
                  Finding.of(Fault.SCENE_CHANGED, difference.file(), difference.detail())));
      examined.add(RESOLVED, dataset.description().resolvedScene().size());
      if (!differences.isEmpty()) {
        examined.lacking(NAME, "the scene that they were sampled from");
        return;
      }
    }
    ExecutorService pool = Executors.newFixedThreadPool(workers);
    try (LoadedScene scene = loader.get()) {
      configuration(scene, findings);
      FrameSampler sampler = scene.sampler();
      List<Future<?>> running = new ArrayList<>();
      for (PrimitiveIterator.OfLong numbers = frames.iterator(); numbers.hasNext(); ) {
        long frame = numbers.nextLong();
        running.add(pool.submit(() -> frame(frame, sampler, findings, examined)));
        if (running.size() == TOGETHER || !numbers.hasNext()) {
          await(running);
        }
      }
    } catch (DioramaException e) {
      examined.lacking(NAME, "the scene: " + e.getMessage());
    } finally {
      pool.shutdown();
    }
  }

  /** Frames that by their records look otherwise than by what the scene samples. */
  FrameSet contradicting() {
    return FrameSet.of(contradicting.stream().mapToLong(Long::longValue));
  }

  /** What the configuration tells of the scene beside its keys. */
  private void configuration(LoadedScene scene, Findings findings) {
    DatasetDescription stored = dataset.description();
    SceneDescription due = scene.description();
    Map<String, Boolean> same = new LinkedHashMap<>();
    same.put("scene", due.name().equals(stored.scene()));
    same.put("seed", due.seed() == stored.seed());
    same.put("categories", due.categories().equals(stored.categories()));
    same.put("labels", due.labels().equals(stored.labels()));
    same.put(
        "cameras",
        due.cameras().stream().map(CameraDescription::name).toList().equals(stored.cameras()));
    same.put("structure", FrameStructure.of(due).equals(stored.structure()));
    same.put("keypoints", scene.skeletons().equals(stored.keypoints()));
    same.forEach(
        (key, sound) -> {
          if (!sound) {
            findings.add(
                Finding.of(
                    Fault.CONFIGURATION_CHANGED,
                    "scene/configuration.json",
                    "its " + key + " are not those of the scene"));
          }
        });
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
        List<String> differences = differences(is, due);
        if (!UNSEEN.containsAll(differences)) {
          contradicting.add(frame);
        }
        findings.add(
            Finding.of(
                    Fault.RECORD_NOT_OF_SCENE,
                    path,
                    "the scene samples it otherwise: " + String.join(", ", differences))
                .ofFrame(frame));
      }
    } catch (DioramaException e) {
      examined.lacking(NAME, "a record or sample: " + e.getMessage());
    }
  }

  /** The parts of a frame that differ. */
  private static List<String> differences(JsonNode is, JsonNode due) {
    return due.propertyNames().stream()
        .filter(name -> !due.get(name).equals(is.path(name)))
        .sorted()
        .toList();
  }
}
