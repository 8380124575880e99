package org.diorama.cli.verify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PrimitiveIterator;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.diorama.assets.AssetLibrary;
import org.diorama.cli.progress.Progress;
import org.diorama.cli.render.Rerender;
import org.diorama.cli.scene.ReplayedFrame;
import org.diorama.core.DioramaException;
import org.diorama.core.asset.AssetStore;
import org.diorama.core.render.RenderJob;
import org.diorama.core.render.RenderSession;
import org.diorama.core.render.RendererIdentity;
import org.diorama.core.render.ViewGeometry;
import org.diorama.core.sample.SampledFrame;
import org.diorama.dataset.StoredDataset;
import org.diorama.dataset.layout.FrameSet;
import org.diorama.dataset.record.FrameRecord;
import org.diorama.dataset.record.FrameRecords;
import org.diorama.dataset.verify.MoreChecks;
import org.diorama.dataset.verify.finding.Examined;
import org.diorama.dataset.verify.finding.Fault;
import org.diorama.dataset.verify.finding.Finding;
import org.diorama.dataset.verify.finding.Findings;
import org.diorama.dataset.verify.replay.ReplayComparison;

/** Renders frames again from their records, beside the dataset, and compares. */
final class ReplayCheck implements MoreChecks {
  private final StoredDataset dataset;
  private final FrameSet frames;
  private final AssetLibrary library;
  private final boolean sceneNamed;
  private final Function<AssetStore, RenderSession> renderer;
  private final Progress progress;
  private final List<Long> proven = new ArrayList<>();

  /**
   * @param library assets of the frames; whoever made it closes it
   * @param sceneNamed whether it looks beside the author's scene
   */
  ReplayCheck(
      StoredDataset dataset,
      FrameSet frames,
      AssetLibrary library,
      boolean sceneNamed,
      Function<AssetStore, RenderSession> renderer,
      Progress progress) {
    this.dataset = dataset;
    this.frames = frames;
    this.library = library;
    this.sceneNamed = sceneNamed;
    this.renderer = renderer;
    this.progress = progress;
  }

  @Override
  public void check(Findings findings, Examined examined) throws InterruptedException {
    examined.announce(ReplayComparison.NAME);
    Map<Long, FrameRecord> records = records(examined);
    if (records.isEmpty()) {
      return;
    }
    Optional<RenderSession> opened = open(examined);
    if (opened.isEmpty()) {
      return;
    }
    Path folder = null;
    try (RenderSession session = opened.get()) {
      folder = Files.createTempDirectory("diorama-verify");
      Rerender.elsewhere(
          dataset,
          FrameSet.of(records.keySet().stream().mapToLong(Long::longValue)),
          frame -> records.get(frame).frame(),
          records.values().iterator().next().annotators(),
          library,
          session,
          folder,
          progress);
      compare(folder, records, session.identity(), findings, examined);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      delete(folder);
    }
  }

  /** Frames whose files are, to the byte, those of their records. */
  FrameSet proven() {
    return FrameSet.of(proven.stream().mapToLong(Long::longValue));
  }

  /** Those that can be read and whose assets are there. */
  private Map<Long, FrameRecord> records(Examined examined) {
    Map<Long, FrameRecord> records = new TreeMap<>();
    for (PrimitiveIterator.OfLong numbers = frames.iterator(); numbers.hasNext(); ) {
      long frame = numbers.nextLong();
      try {
        FrameRecord record = dataset.record(frame);
        Path path = dataset.root().resolve(dataset.layout().record(frame));
        if (record.number() == frame) {
          ReplayedFrame.requireSameAssets(record.frame(), library, sceneNamed, path);
          records.put(frame, record);
        }
      } catch (DioramaException e) {
        examined.lacking(ReplayComparison.NAME, "a record or asset: " + e.getMessage());
      }
    }
    return records;
  }

  private Optional<RenderSession> open(Examined examined) {
    try {
      return Optional.of(renderer.apply(library));
    } catch (DioramaException e) {
      examined.lacking(ReplayComparison.NAME, "a renderer: " + e.getMessage());
      return Optional.empty();
    }
  }

  private void compare(
      Path folder,
      Map<Long, FrameRecord> records,
      RendererIdentity identity,
      Findings findings,
      Examined examined) {
    boolean same =
        identity.name().equals(dataset.description().renderer())
            && identity.version().equals(dataset.description().rendererVersion())
            && identity.deviceClass().equals(dataset.description().deviceClass());
    ReplayComparison comparison =
        new ReplayComparison(
            dataset.root(),
            folder,
            same,
            dataset.description().labels().depthScale() / 1000,
            findings,
            examined);
    FrameSet made =
        Files.isDirectory(folder.resolve("scene"))
            ? StoredDataset.open(folder).committed()
            : FrameSet.EMPTY;
    for (Map.Entry<Long, FrameRecord> record : records.entrySet()) {
      long frame = record.getKey();
      String path = dataset.layout().record(frame);
      if (!made.contains(frame)) {
        findings.add(
            Finding.of(Fault.REPLAY_IMPOSSIBLE, path, "the renderer gave it up").ofFrame(frame));
        continue;
      }
      boolean clean =
          comparison.compare(
              frame,
              path,
              ReplayComparison.tree(FrameRecords.encode(record.getValue())),
              ReplayComparison.tree(FrameRecords.encode(StoredDataset.open(folder).record(frame))),
              geometries(record.getValue().frame(), library));
      if (same && clean) {
        proven.add(frame);
      }
    }
  }

  /** What rays meet in the views of a frame. */
  static ReplayComparison.Geometries geometries(SampledFrame frame, AssetStore assets) {
    return (view, instant) -> {
      RenderJob job = RenderJob.at(instant, frame);
      return ViewGeometry.of(job, job.views().get(view), assets);
    };
  }

  private static void delete(Path folder) {
    if (folder == null) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
