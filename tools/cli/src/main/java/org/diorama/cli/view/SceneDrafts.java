package org.diorama.cli.view;

import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.stream.Collectors;
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
import org.diorama.core.sample.SampledNode;
import org.diorama.core.sample.UnmetFrame;
import org.diorama.core.sample.frame.FrameSampler;
import org.diorama.core.scene.CameraDescription;
import org.diorama.core.scene.Category;
import org.diorama.core.scene.Factor;
import org.diorama.core.scene.SceneDescription;
import org.diorama.dataset.layout.FrameSet;
import org.diorama.dataset.layout.Layout;

/** Frames of a scene for the eye: no dataset, and no larger than an eye needs. */
final class SceneDrafts implements ImageSource {
  private static final int WIDEST = 640;

  /** Frames that are sampled at most for each that is wanted. */
  private static final int SEARCHED = 20;

  private final SceneDescription scene;
  private final FrameSampler sampler;
  private final RenderSession session;
  private final Consumer<String> tell;

  /**
   * @param tell takes lines for people
   */
  SceneDrafts(LoadedScene scene, RenderSession session, Consumer<String> tell) {
    this.tell = tell;
    this.scene = scene.description();
    this.sampler = scene.sampler();
    this.session = session;
  }

  @Override
  public String name() {
    return scene.name();
  }

  @Override
  public List<String> categories() {
    return scene.categories().stream().map(Category::name).toList();
  }

  @Override
  public int cameras() {
    return scene.cameras().size();
  }

  @Override
  public boolean has(long frame) {
    return true;
  }

  @Override
  public List<String> files(long frame) {
    return Sources.files(
        Layout.FLAT, frame, scene.cameras().stream().map(CameraDescription::name).toList());
  }

  @Override
  public OptionalLong frameOf(String file) {
    return Sources.frameOf(file);
  }

  @Override
  public FrameSet some(int most, FrameFilter filter) {
    if (filter.acceptsAll()) {
      return FrameSet.of(0, most - 1L);
    }
    return FrameSet.of(
        LongStream.range(0, (long) SEARCHED * most)
            .filter(frame -> accepts(frame, filter))
            .limit(most));
  }

  /** Of what nobody renders yet, things that are there count, seen or not. */
  private boolean accepts(long number, FrameFilter filter) {
    try {
      SampledFrame frame = sampler.sample(number);
      Set<Integer> there =
          frame.nodes().stream().map(SampledNode::categoryId).collect(Collectors.toSet());
      boolean shown =
          filter.labels().acceptsAll()
              || scene.categories().stream()
                  .filter(category -> filter.labels().accepts(category.name()))
                  .anyMatch(category -> there.contains(category.id()));
      return shown && filter.levels().test(Sources.factors(frame));
    } catch (UnmetFrame e) {
      return false;
    }
  }

  @Override
  public SortedMap<String, SortedSet<String>> levels() {
    SortedMap<String, SortedSet<String>> levels = new TreeMap<>();
    for (Factor factor : scene.factors()) {
      SortedSet<String> own = new TreeSet<>();
      if (factor instanceof Factor.Discrete discrete) {
        discrete.levels().forEach(level -> own.add(level.name()));
      }
      levels.put(factor.name(), own);
    }
    return levels;
  }

  @Override
  public OptionalLong count() {
    return OptionalLong.empty();
  }

  @Override
  public List<LabelledImage> images(long number) {
    SampledFrame frame;
    try {
      frame = sampler.sample(number);
    } catch (UnmetFrame e) {
      tell.accept("frame " + number + " is left out: " + e.getMessage());
      return List.of();
    }
    try (RenderedFrame rendered = session.submit(List.of(job(frame))).get(0).join()) {
      return DraftImages.of(frame, rendered);
    } catch (CompletionException e) {
      if (e.getCause() instanceof DioramaException known) {
        throw known;
      }
      throw e;
    }
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
