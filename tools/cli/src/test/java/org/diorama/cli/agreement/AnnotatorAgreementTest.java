package org.diorama.cli.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.diorama.cli.Renderers;
import org.diorama.cli.ShippedScenes;
import org.diorama.cli.scene.LoadedScene;
import org.diorama.core.label.LabelAssets;
import org.diorama.core.label.LabelJob;
import org.diorama.core.label.pixel.FlowBuffers;
import org.diorama.core.label.pixel.ObjectCoordinates;
import org.diorama.core.label.pixel.OpticalFlow;
import org.diorama.core.label.pixel.PartIds;
import org.diorama.core.label.pixel.PixelRows;
import org.diorama.core.label.pixel.RectifiedPair;
import org.diorama.core.label.pixel.ThingRuns;
import org.diorama.core.label.pixel.ViewPixels;
import org.diorama.core.render.Channel;
import org.diorama.core.render.InstanceCoverage;
import org.diorama.core.render.RenderJob;
import org.diorama.core.render.RenderSession;
import org.diorama.core.render.RenderedFrame;
import org.diorama.core.render.RenderedView;
import org.diorama.core.sample.FrameInstant;
import org.diorama.core.sample.SampledCamera;
import org.diorama.core.sample.SampledFrame;
import org.diorama.core.sample.SampledNode;
import org.diorama.core.sample.frame.FrameSampler;
import org.diorama.scenefile.SceneOverride;
import org.junit.jupiter.api.Test;

/**
 * What is worked out from the planes of both renderers, of random frames, is the same but for the
 * pixels that lie on an edge by a hair: where both show one instance at one depth.
 */
class AnnotatorAgreementTest {
  private static final long SEED = 20261128;
  private static final int FRAMES = 4;
  private static final int WIDTH = 80;
  private static final int HEIGHT = 60;

  /** Share of pixels on which nothing is held, at most. */
  private static final double EXCLUDED = 0.02;

  static final List<SceneOverride> SMALL =
      List.of(
          SceneOverride.set("image.width", "" + WIDTH),
          SceneOverride.set("image.height", "" + HEIGHT));

  /** A box from below the lens to behind it, and a room that turns around it. */
  static final List<SceneOverride> AROUND =
      List.of(
          SceneOverride.set("objects.oncoming.at", "[-0.45, 0.2, 0.85]"),
          SceneOverride.set("objects.oncoming.size", "[0.3, 0.7, 0.2]"),
          SceneOverride.set("objects.turning.at", "[-0.4, 0.4, -1]"),
          SceneOverride.set("objects.turning.size", "[5.5, 5.5, 4]"));

  private int excluded;
  private int held;

  /** Names of what was seen and ends outside the image. */
  private final Set<String> seen = new TreeSet<>();

  @Test
  void bothRenderersGiveTheSameOfEach() {
    compare(List.of(), FRAMES);
    assertTrue(held > 10_000, "held " + held);
  }

  @Test
  void soTheyDoOfWhatReachesBehindTheCamera() {
    compare(AROUND, 1);
    assertEquals(Set.of("oncoming", "turning"), seen);
  }

  private void compare(List<SceneOverride> changes, int frames) {
    List<SceneOverride> overrides = new ArrayList<>(SMALL);
    overrides.addAll(changes);
    try (LoadedScene scene = ShippedScenes.load("annotators.yaml", overrides);
        RenderSession openGl = Renderers.open("opengl", scene.library());
        RenderSession reference = Renderers.open("reference", scene.library())) {
      FrameSampler sampler = new FrameSampler(scene.variants(), scene.library());
      LabelAssets assets = new LabelAssets(scene.library());
      long[] numbers = new Random(SEED).longs(frames, 0, 1_000_000).toArray();
      for (long number : numbers) {
        SampledFrame frame = sampler.sample(number);
        List<RenderJob> jobs =
            List.of(
                LabelJob.of(frame, scene.description().annotators()),
                RenderJob.at(FrameInstant.NEXT_STEP, frame));
        try (RenderedFrame drawn = openGl.submit(jobs.subList(0, 1)).get(0).join();
            RenderedFrame drawnNext = openGl.submit(jobs.subList(1, 2)).get(0).join();
            RenderedFrame traced = reference.submit(jobs.subList(0, 1)).get(0).join();
            RenderedFrame tracedNext = reference.submit(jobs.subList(1, 2)).get(0).join()) {
          note(frame, drawn.views().get(0), traced.views().get(0));
          for (int i = 0; i < frame.cameras().size(); i++) {
            Seen one = new Seen(frame, i, drawn.views().get(i), drawnNext.views().get(i), assets);
            Seen other =
                new Seen(frame, i, traced.views().get(i), tracedNext.views().get(i), assets);
            compare(one, other, "seed " + SEED + ", frame " + number + ", camera " + i);
          }
        }
      }
    }
    assertTrue(excluded < EXCLUDED * (held + excluded), excluded + " beside " + held);
  }

  /** What is cut by the image's border is so by as much in both, but for what tiles may miss. */
  private void note(SampledFrame frame, RenderedView one, RenderedView other) {
    for (SampledNode node : frame.nodes()) {
      if (node.categoryId() > 0) {
        InstanceCoverage row = row(one, node);
        assertEquals(row.truncation(), row(other, node).truncation(), 5e-3, node.group());
        if (row.truncation() > 0.2 && row.visiblePixels() > 0) {
          seen.add(node.group());
        }
      }
    }
  }

  private static InstanceCoverage row(RenderedView view, SampledNode node) {
    return view.instances().rows().stream()
        .filter(row -> row.instanceId() == node.instanceId())
        .findFirst()
        .orElseThrow();
  }

  /** One renderer's view of a frame. */
  private record Seen(
      SampledFrame frame, int index, RenderedView now, RenderedView next, LabelAssets assets) {
    SampledCamera camera() {
      return frame.cameras().get(index);
    }

    OpticalFlow flow() {
      return new OpticalFlow(
          new ThingRuns(frame, now), camera(), next, FrameInstant.NEXT_STEP, new FlowBuffers());
    }

    /** Each annotator's image, and by how much it may differ. */
    List<Image> images() {
      ViewPixels pixels = new ViewPixels(now, camera());
      RectifiedPair pair = RectifiedPair.of(camera(), frame.cameras()).orElseThrow();
      return List.of(
          new Image("distance", pixels.distance(), 1, 1e-4),
          // Vertex normals are turned before or after they are blended.
          new Image("normals", pixels.normals(), 3, 1e-3),
          new Image("normals_world", pixels.worldNormals(), 3, 1e-3),
          new Image("flow", flow().rows(), 2, 1e-2),
          new Image("disparity", pair.disparity(pixels.depth(), WIDTH), 1, 1e-3),
          new Image(
              "nocs",
              new ObjectCoordinates(
                      new ThingRuns(frame, now), camera(), node -> assets.fact(node).bounds())
                  .rows(),
              3,
              1e-3));
    }
  }

  private record Image(String name, PixelRows rows, int channels, double tolerance) {}

  private void compare(Seen one, Seen other, String where) {
    boolean[] same = new boolean[WIDTH * HEIGHT];
    PartIds parts = new PartIds(new ThingRuns(one.frame(), one.now()), one.assets()::parts);
    PartIds otherParts = new PartIds(new ThingRuns(one.frame(), other.now()), one.assets()::parts);
    for (int pixel = 0; pixel < same.length; pixel++) {
      float z = one.now().plane(Channel.DEPTH).getFloat(4 * pixel);
      float otherZ = other.now().plane(Channel.DEPTH).getFloat(4 * pixel);
      same[pixel] =
          one.now().plane(Channel.INSTANCE).getShort(2 * pixel)
                  == other.now().plane(Channel.INSTANCE).getShort(2 * pixel)
              && Math.abs(z - otherZ) <= 2e-5 * z;
      held += same[pixel] ? 1 : 0;
      excluded += same[pixel] ? 0 : 1;
    }
    short[] row = new short[WIDTH];
    short[] otherRow = new short[WIDTH];
    for (int pixel = 0; pixel < same.length; pixel++) {
      if (pixel % WIDTH == 0) {
        parts.fill(pixel / WIDTH, row);
        otherParts.fill(pixel / WIDTH, otherRow);
      }
      if (same[pixel]) {
        assertEquals(row[pixel % WIDTH], otherRow[pixel % WIDTH], where);
      }
    }
    for (int k = 0; k < one.images().size(); k++) {
      compare(one.images().get(k), other.images().get(k), same, where);
    }
    states(one.flow(), other.flow(), same, where);
  }

  /** An edge of a box can turn its normal by a right angle within a hair: few pixels may differ. */
  private static void compare(Image one, Image other, boolean[] same, String where) {
    float[] a = new float[3 * WIDTH];
    float[] b = new float[3 * WIDTH];
    int different = 0;
    for (int y = 0; y < HEIGHT; y++) {
      one.rows().fill(y, a);
      other.rows().fill(y, b);
      for (int i = 0; i < one.channels() * WIDTH; i++) {
        if (same[y * WIDTH + i / one.channels()] && !(Float.isNaN(a[i]) && Float.isNaN(b[i]))) {
          different += Math.abs(a[i] - b[i]) <= one.tolerance() ? 0 : 1;
        }
      }
    }
    int allowed = one.name().startsWith("normals") ? 6 : 0;
    assertTrue(different <= allowed, one.name() + ": " + different + " differ, " + where);
  }

  private void states(OpticalFlow one, OpticalFlow other, boolean[] same, String where) {
    int different = 0;
    byte[] a = new byte[WIDTH];
    byte[] b = new byte[WIDTH];
    for (int y = 0; y < HEIGHT; y++) {
      one.states(y, a);
      other.states(y, b);
      for (int x = 0; x < WIDTH; x++) {
        different += same[y * WIDTH + x] && a[x] != b[x] ? 1 : 0;
      }
    }
    // Where a point comes to lie within a hair of another pixel, or of an edge there.
    assertTrue(different < EXCLUDED * same.length, different + " states differ, " + where);
  }
}
