package org.diorama.cli.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.diorama.cli.Renderers;
import org.diorama.cli.render.SceneRender;
import org.diorama.cli.scene.LoadedScene;
import org.diorama.core.render.RenderSession;
import org.diorama.core.scene.Annotator;
import org.diorama.dataset.DatasetFinish;
import org.diorama.dataset.verify.DatasetVerification;
import org.diorama.dataset.verify.Verification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * 200 random scenes, drawn by both renderers: each dataset is clean, and in every label of every
 * channel, floats and values of annotations too, the two agree but where an edge is within 0.01
 * pixels, and in what follows from that. So many of them have something to say by each annotator
 * that none is proven by silence.
 */
class RandomScenesTest {
  private static final int SCENES = 200;
  private static final long SEED = 20261128;

  /** Of the scenes, in how many something must be seen that moves, by each flow. */
  private static final int MOVING = 50;

  /** Likewise how many must have something to say by any annotator. */
  private static final int TELLING = 20;

  /**
   * Of more scenes, in which one pixel tells much: a surface seen edge-on that one renderer shows
   * beside its edge; a silhouette's pixel that takes a part of it below what the rules ask; a piece
   * that it leaves in or out of a mask; one or two of another step, in or around which surfaces
   * come to lie; a floor that is seen edge-on, so that tiles have few pixels of it.
   */
  private static final long[] MORE = {49811, 191818, 180508, 500754, 874807, 174495};

  /** Of every fourth scene. */
  private static final TreeSet<String> FORMATS =
      new TreeSet<>(List.of("coco", "coco-polygon", "coco-rle", "yolo"));

  @TempDir private Path folder;
  private final List<String> problems = new ArrayList<>();

  @Test
  void verifyIsCleanAndRenderersAgree() throws Exception {
    Random seeds = new Random(SEED);
    TreeMap<String, Long> examined = new TreeMap<>();
    Map<Annotator, Integer> telling = new EnumMap<>(Annotator.class);
    Path first = write(0);
    try (LoadedScene any = LoadedScene.load(first, List.of(), List.of());
        RenderSession reference = Renderers.open("reference", any.library());
        RenderSession openGl = Renderers.open("opengl", any.library())) {
      for (int n = 0; n < SCENES + MORE.length; n++) {
        long seed = n < SCENES ? seeds.nextInt(1_000_000) : MORE[n - SCENES];
        String what = "scene " + n + " of seed " + SEED + ": " + seed;
        try (LoadedScene scene = LoadedScene.load(write(seed), List.of(), List.of())) {
          Path traced = folder.resolve(n + "-reference");
          Path drawn = folder.resolve(n + "-opengl");
          SceneRender.into(scene, reference, traced);
          SceneRender.into(scene, openGl, drawn);
          if (n % 4 == 0) {
            DatasetFinish.add(traced, FORMATS);
          }
          LabelContent.of(traced).forEach(annotator -> telling.merge(annotator, 1, Integer::sum));
          requireClean(what, traced, examined);
          requireClean(what, drawn, examined);
          DatasetAgreement.differences(traced, drawn, scene.library())
              .forEach(label -> problems.add(what + ": " + label));
          DatasetAgreement.contrasts(traced, drawn)
              .forEach(label -> problems.add(what + ": " + label));
        }
      }
    }
    System.out.println("seed " + SEED + ", examined: " + examined);
    System.out.println("scenes that have something to say: " + telling);
    assertEquals(List.of(), problems);
    examined.forEach((check, things) -> assertTrue(things > 0, check + " examined nothing"));
    for (Annotator annotator : Annotator.values()) {
      boolean flow = annotator == Annotator.FLOW || annotator == Annotator.FLOW_BACKWARD;
      int scenes = telling.getOrDefault(annotator, 0);
      assertTrue(scenes >= (flow ? MOVING : TELLING), annotator + " in " + scenes + " scenes");
    }
  }

  private Path write(long seed) throws IOException {
    return Files.writeString(folder.resolve("scene.yaml"), RandomSceneText.of(seed));
  }

  private void requireClean(String what, Path dataset, TreeMap<String, Long> examined)
      throws InterruptedException {
    Verification verification =
        DatasetVerification.run(dataset, 1, done -> {}, (findings, more) -> {});
    verification
        .findings()
        .forEach(finding -> problems.add(what + " in " + dataset + ": " + finding.line()));
    verification
        .examined()
        .forEach((check, count) -> examined.merge(check, count.things(), Long::sum));
    verification.scores().forEach((measure, score) -> assertEquals(1, score, 1e-9, measure));
  }
}
