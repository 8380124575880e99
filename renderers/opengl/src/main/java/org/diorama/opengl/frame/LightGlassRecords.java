package org.diorama.opengl.frame;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.diorama.core.math.Affine3;
import org.diorama.opengl.gl.GlScope;
import org.diorama.opengl.gl.StreamBuffer;
import org.diorama.opengl.pass.Commands;
import org.diorama.opengl.pass.GpuLayout;
import org.diorama.opengl.pass.LightGlassRun;

/**
 * What to draw of glass into the maps of the sun, or of a batch of lamps. What a map shows is kept
 * where all that went into it is the same: the shadow map, each part of glass with its place and
 * material, and their order, on which sums depend to the last digit.
 */
final class LightGlassRecords {
  private final StreamBuffer commandBuffer;
  private final ShadowLayers layers;
  private final List<LightGlassRun> runs = new ArrayList<>();
  private final List<Integer> layerOf = new ArrayList<>();

  /**
   * Glass in a map.
   *
   * @param parts places in the job's parts
   * @param places maps of instances to the space in which the map is projected
   */
  record Shown(int[] parts, Affine3[] places) {}

  /** All that an image of glass shows. */
  private record Whole(ShadowMap.Key shadow, List<Pane> panes) {}

  private record Pane(CasterNumbers.Caster caster, Object material) {}

  /**
   * @param most layers kept
   */
  LightGlassRecords(GlScope scope, int most) {
    this.commandBuffer = new StreamBuffer(scope);
    this.layers = new ShadowLayers(most, Long.MAX_VALUE);
  }

  /**
   * Decides what to draw, which is taken to be there from then on.
   *
   * @param maps the light's shadow maps
   * @param glass that each of them shows
   * @param projections of which some have no map
   * @param next maps until the same ones may be needed again
   */
  void plan(JobRecords job, List<ShadowMap> maps, List<Shown> glass, int projections, int next) {
    runs.clear();
    layerOf.clear();
    IntStream.range(0, projections).forEach(i -> layerOf.add(0));
    List<Integer> shown =
        IntStream.range(0, maps.size())
            .filter(i -> glass.get(i).parts().length > 0)
            .boxed()
            .toList();
    if (shown.isEmpty()) {
      return;
    }
    layers.begin();
    List<ShadowLayers.Wanted> wanted = new ArrayList<>();
    for (int i : shown) {
      List<Pane> panes =
          IntStream.of(glass.get(i).parts())
              .mapToObj(part -> pane(job, part, glass.get(i).places()))
              .toList();
      Whole whole = new Whole(maps.get(i).key(), panes);
      wanted.add(new ShadowLayers.Wanted(whole, new int[0], new int[0]));
    }
    ShadowLayers.Plan plan = layers.plan(wanted, next);
    int all =
        plan.steps().stream()
            .mapToInt(step -> glass.get(shown.get(step.map())).parts().length)
            .sum();
    ByteBuffer out = commandBuffer.begin((long) all * GpuLayout.COMMAND_BYTES);
    int first = 0;
    for (ShadowLayers.Step step : plan.steps()) {
      int map = shown.get(step.map());
      int count = ViewRecords.putCommands(out, job.parts(), glass.get(map).parts(), false);
      runs.add(new LightGlassRun(maps.get(map).number(), step.layer(), first, count));
      first += count;
    }
    commandBuffer.upload();
    for (int i = 0; i < shown.size(); i++) {
      layerOf.set(maps.get(shown.get(i)).number(), 1 + plan.layerOf().get(i));
    }
  }

  private static Pane pane(JobRecords job, int part, Affine3[] places) {
    return new Pane(CasterNumbers.caster(job, part, places), job.material(job.parts().get(part)));
  }

  /** Whether any glass is in the way of the light. */
  boolean any() {
    return layerOf.stream().anyMatch(layer -> layer > 0);
  }

  List<LightGlassRun> runs() {
    return runs;
  }

  /** Where what glass takes in each projection lies, plus 1; 0 for nowhere. */
  List<Integer> layerOf() {
    return layerOf;
  }

  /** Layers that there must be. */
  int layers() {
    return layers.count();
  }

  Commands commands() {
    return new Commands(commandBuffer.buffer().name());
  }
}
