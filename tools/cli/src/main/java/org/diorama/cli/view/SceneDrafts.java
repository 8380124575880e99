package org.diorama.cli.view;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.diorama.cli.scene.LoadedScene;
import org.diorama.core.DioramaException;
import org.diorama.core.geometry.PinholeCamera;
import org.diorama.core.render.Channel;
import org.diorama.core.render.RenderJob;
import org.diorama.core.render.RenderSession;
import org.diorama.core.render.RenderedFrame;
import org.diorama.core.render.View;
import org.diorama.core.sample.SampledFrame;
import org.diorama.core.sample.UnmetFrame;
import org.diorama.core.sample.frame.FrameSampler;

/** Frames of a scene for the eye: no dataset, and no larger than an eye needs. */
final class SceneDrafts {
  private static final int WIDEST = 640;

  private final FrameSampler sampler;
  private final RenderSession session;
  private final Consumer<String> tell;

  /**
   * @param tell takes lines for people
   */
  SceneDrafts(LoadedScene scene, RenderSession session, Consumer<String> tell) {
    this.tell = tell;
    this.sampler = scene.sampler();
    this.session = session;
  }

  /**
   * In the order asked for. Frames whose constraints cannot be met are left out, with a line that
   * says so.
   *
   * @throws UnmetFrame where no frame is left
   */
  List<LabelledImage> draw(LongStream numbers) {
    List<SampledFrame> frames = sample(numbers.toArray());
    List<CompletableFuture<RenderedFrame>> futures =
        session.submit(frames.stream().map(SceneDrafts::job).toList());
    List<LabelledImage> images = new ArrayList<>();
    DioramaException failure = null;
    for (int i = 0; i < frames.size(); i++) {
      try (RenderedFrame rendered = futures.get(i).join()) {
        images.addAll(DraftImages.of(frames.get(i), rendered));
      } catch (CompletionException e) {
        if (!(e.getCause() instanceof DioramaException known)) {
          throw e;
        }
        failure = known;
      }
    }
    if (failure != null) {
      throw failure;
    }
    return images;
  }

  private List<SampledFrame> sample(long[] numbers) {
    List<SampledFrame> frames = new ArrayList<>();
    UnmetFrame last = null;
    for (long number : numbers) {
      try {
        frames.add(sampler.sample(number));
      } catch (UnmetFrame e) {
        tell.accept("frame " + number + " is left out: " + e.getMessage());
        last = e;
      }
    }
    if (frames.isEmpty() && last != null) {
      throw last;
    }
    return frames;
  }

  private static RenderJob job(SampledFrame frame) {
    return RenderJob.of(frame, Channel.USUAL).withViews(SceneDrafts::draft);
  }

  private static View draft(View view) {
    PinholeCamera camera = view.camera();
    int factor = (camera.width() + WIDEST - 1) / WIDEST;
    int width = camera.width() / factor;
    int height = Math.max(1, camera.height() / factor);
    return view.with(camera.resized(width, height));
  }
}
