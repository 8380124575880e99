package org.diorama.opengl.frame;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.diorama.core.math.Aabb;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.Vec3;
import org.diorama.core.render.View;
import org.diorama.opengl.gl.GlScope;
import org.diorama.opengl.gl.StreamBuffer;
import org.diorama.opengl.pass.Commands;
import org.diorama.opengl.pass.GpuLayout;
import org.diorama.opengl.pass.ShadowPass;
import org.diorama.opengl.pass.ShadowRun;
import org.diorama.opengl.pass.SunLayer;

/**
 * The sun's shadow maps of one view and their casters. Maps whose projection and casters are those
 * of an earlier view are kept: where cameras stand still, what moves is drawn anew.
 */
final class ShadowRecords {
  /** Maps kept: those of three cameras, and what stays of each. */
  private static final int MOST_LAYERS = 12;

  /** A copy of a map takes about as long as drawing so many triangles. */
  private static final long WORTH_A_COPY = 64_000;

  /** Steps of the highest caster's height in a meter, so that it does not change with each move. */
  private static final double TOP_STEPS = 4;

  private final StreamBuffer casterBuffer;
  private final StreamBuffer commandBuffer;
  private final LightGlassRecords glass;
  private final ShadowLayers layers = new ShadowLayers(MOST_LAYERS, WORTH_A_COPY);
  private Affine3[] places = {};
  private Aabb[] bounds = {};
  private double top;
  private List<ShadowRun> runs = List.of();
  private final List<Integer> layerOf = new ArrayList<>();

  ShadowRecords(GlScope scope) {
    this.casterBuffer = new StreamBuffer(scope);
    this.commandBuffer = new StreamBuffer(scope);
    this.glass = new LightGlassRecords(scope, MOST_LAYERS);
  }

  /**
   * Replaces the casters by those of a view.
   *
   * @param towardsSun unit vector in the world
   */
  void build(View view, JobRecords job, Vec3 towardsSun) {
    Affine3 lightFromWorld = ViewBlock.lightFromWorld(towardsSun);
    int count = job.instances().size();
    places = new Affine3[count];
    bounds = new Aabb[count];
    top = 0;
    ByteBuffer out = casterBuffer.begin((long) count * GpuLayout.CASTER_BYTES);
    for (int i = 0; i < count; i++) {
      Instance instance = job.instances().get(i);
      Affine3 worldFromObject = instance.draw().worldFromObject();
      Vec3 offset = worldFromObject.translation().minus(view.worldFromCamera().translation());
      places[i] = lightFromWorld.times(CameraTransforms.withTranslation(worldFromObject, offset));
      bounds[i] = instance.bounds().transform(places[i]);
      top = Math.max(top, bounds[i].max().z());
      putCaster(out, places[i]);
    }
    casterBuffer.upload();
    top = Math.ceil(top * TOP_STEPS) / TOP_STEPS;
  }

  /** Its map to light space, relative to the camera. */
  static void putCaster(ByteBuffer out, Affine3 m) {
    JobRecords.putRow(out, m.m00(), m.m01(), m.m02(), (float) m.m03());
    JobRecords.putRow(out, m.m10(), m.m11(), m.m12(), (float) m.m13());
    JobRecords.putRow(out, m.m20(), m.m21(), m.m22(), (float) m.m23());
  }

  /**
   * Decides what to draw, which is taken to be there from then on.
   *
   * @param fitted the projections of the view's maps
   * @param views of the job, each of which has maps
   */
  void plan(JobRecords job, List<SunLayer> fitted, int views) {
    layers.begin();
    CasterNumbers numbers = new CasterNumbers(layers, job);
    List<ShadowMap> maps = new ArrayList<>();
    for (int i = 0; i < fitted.size(); i++) {
      if (!fitted.get(i).isEmpty()) {
        int[] parts = parts(job.parts(), fitted.get(i), false);
        int[] each = IntStream.of(parts).map(part -> numbers.of(part, places)).toArray();
        maps.add(new ShadowMap(i, fitted.get(i), parts, each));
      }
    }
    ShadowLayers.Plan plan =
        layers.plan(
            maps.stream().map(map -> map.wanted(job.parts())).toList(), views * ShadowPass.LAYERS);
    runs = ShadowMap.write(commandBuffer, job.parts(), maps, plan.steps());
    layerOf.clear();
    fitted.forEach(layer -> layerOf.add(0));
    for (int i = 0; i < maps.size(); i++) {
      layerOf.set(maps.get(i).number(), plan.layerOf().get(i));
    }
    List<LightGlassRecords.Shown> panes =
        maps.stream()
            .map(map -> parts(job.parts(), fitted.get(map.number()), true))
            .map(parts -> new LightGlassRecords.Shown(parts, places))
            .toList();
    glass.plan(job, maps, panes, fitted.size(), views * ShadowPass.LAYERS);
  }

  /** Those that cast a shadow, or those that take a share of the light. */
  private int[] parts(List<PartDraw> parts, SunLayer layer, boolean transparent) {
    return IntStream.range(0, parts.size())
        .filter(i -> parts.get(i).transparent() == transparent)
        .filter(i -> layer.meets(bounds[parts.get(i).instance()]))
        .toArray();
  }

  /** Greatest coordinate towards the sun of any caster, meters from the camera; 0 or more. */
  float top() {
    return (float) top;
  }

  /** What to draw before the view has its maps. */
  List<ShadowRun> runs() {
    return runs;
  }

  /** Where the map of each fitted projection lies. */
  List<Integer> layerOf() {
    return layerOf;
  }

  /** What glass takes of the sun, in each fitted projection. */
  LightGlassRecords glass() {
    return glass;
  }

  /** Layers of maps that there must be. */
  int layers() {
    return layers.count();
  }

  Commands commands() {
    return new Commands(commandBuffer.buffer().name());
  }

  void bind() {
    casterBuffer.buffer().bindStorage(GpuLayout.CASTERS);
  }
}
