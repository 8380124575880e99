package org.diorama.opengl.frame;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.diorama.opengl.gl.StreamBuffer;
import org.diorama.opengl.pass.GpuLayout;
import org.diorama.opengl.pass.ShadowRun;

/**
 * A shadow map that is needed.
 *
 * @param number of its projection among those that the shaders know
 * @param projection equal ones project equally
 * @param parts to draw, as places in the job's parts
 * @param numbers of these parts as casters
 */
record ShadowMap(int number, Object projection, int[] parts, int[] numbers) {
  /** All that a map shows. */
  record Key(Object projection, List<Integer> casters) {}

  Key key() {
    return new Key(projection, IntStream.of(rising()).boxed().toList());
  }

  private int[] rising() {
    return IntStream.of(numbers).sorted().distinct().toArray();
  }

  ShadowLayers.Wanted wanted(List<PartDraw> all) {
    int[] rising = rising();
    int[] triangles = new int[rising.length];
    for (int i = 0; i < parts.length; i++) {
      triangles[Arrays.binarySearch(rising, numbers[i])] += all.get(parts[i]).indices() / 3;
    }
    return new ShadowLayers.Wanted(projection, rising, triangles);
  }

  private int[] of(int[] casters) {
    return IntStream.range(0, parts.length)
        .filter(i -> Arrays.binarySearch(casters, numbers[i]) >= 0)
        .map(i -> parts[i])
        .toArray();
  }

  /** Writes the commands of all steps; returns how to run them. */
  static List<ShadowRun> write(
      StreamBuffer commands,
      List<PartDraw> parts,
      List<ShadowMap> maps,
      List<ShadowLayers.Step> steps) {
    List<int[]> drawn =
        steps.stream().map(step -> maps.get(step.map()).of(step.casters())).toList();
    int all = drawn.stream().mapToInt(each -> each.length).sum();
    ByteBuffer out = commands.begin((long) all * GpuLayout.COMMAND_BYTES);
    List<ShadowRun> runs = new ArrayList<>();
    int first = 0;
    for (int i = 0; i < steps.size(); i++) {
      ShadowLayers.Step step = steps.get(i);
      int opaque = ViewRecords.putCommands(out, parts, drawn.get(i), false);
      int alphaTested = ViewRecords.putCommands(out, parts, drawn.get(i), true);
      int number = maps.get(step.map()).number();
      runs.add(new ShadowRun(number, step.layer(), step.from(), first, opaque, alphaTested));
      first += opaque + alphaTested;
    }
    commands.upload();
    return runs;
  }
}
