package org.diorama.opengl.frame;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.IntStream;
import org.diorama.core.math.Aabb;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.Vec3;
import org.diorama.core.outdoor.OutdoorLight;
import org.diorama.core.render.View;
import org.diorama.core.weather.SampledWeather;
import org.diorama.opengl.gl.GlBuffer;
import org.diorama.opengl.gl.GlScope;
import org.diorama.opengl.gl.StreamBuffer;
import org.diorama.opengl.pass.GpuLayout;

/** What may stand in the way of rain and snow, or of the sun in fog, around one view. */
final class SlantRecords {
  private final StreamBuffer casterBuffer;
  private final StreamBuffer commandBuffer;
  private SlantArea area = SlantArea.NONE;
  private int opaqueCommands;
  private int alphaCommands;

  SlantRecords(GlScope scope) {
    this.casterBuffer = new StreamBuffer(scope);
    this.commandBuffer = new StreamBuffer(scope);
  }

  /** What keeps rain and snow off; nothing where nothing falls or lies. */
  void shelter(View view, JobRecords job, SampledWeather weather) {
    area = SlantArea.NONE;
    if (!weather.ground().isDry() || !weather.fall().isNone()) {
      build(view, job, SlantAreas.ofWeather(view, weather.fall().origin()), true);
    }
  }

  /** What shades fog. */
  void shade(View view, JobRecords job, OutdoorLight.Fog fog, Vec3 towardsSun) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (Instance instance : job.instances()) {
      Aabb bounds = instance.bounds().transform(fromEye(instance, view));
      low = Math.min(low, bounds.min().z());
      high = Math.max(high, bounds.max().z());
    }
    area = SlantAreas.ofFog(view, towardsSun, fog.reach(), low, high);
    if (area.halfSide() > 0) {
      build(view, job, area, false);
    }
  }

  /**
   * @param glass whether it is in the way, too
   */
  private void build(View view, JobRecords job, SlantArea around, boolean glass) {
    double low = 0;
    double high = 0;
    List<Instance> instances = job.instances();
    boolean[] isInside = new boolean[instances.size()];
    ByteBuffer out = casterBuffer.begin((long) instances.size() * GpuLayout.CASTER_BYTES);
    for (int i = 0; i < instances.size(); i++) {
      Affine3 linear = fromEye(instances.get(i), view);
      Aabb bounds = instances.get(i).bounds().transform(linear);
      ShadowRecords.putCaster(out, linear);
      isInside[i] = around.meets(bounds);
      if (isInside[i]) {
        low = Math.min(low, bounds.min().z());
        high = Math.max(high, bounds.max().z());
      }
    }
    casterBuffer.upload();
    area = around.between(low - 0.1, high + 0.1);
    List<PartDraw> parts = job.parts();
    writeCommands(
        parts,
        IntStream.range(0, parts.size())
            .filter(i -> isInside[parts.get(i).instance()])
            .filter(i -> glass || !parts.get(i).transparent())
            .toArray());
  }

  private static Affine3 fromEye(Instance instance, View view) {
    Affine3 worldFromObject = instance.draw().worldFromObject();
    return CameraTransforms.withTranslation(
        worldFromObject, worldFromObject.translation().minus(view.worldFromCamera().translation()));
  }

  private void writeCommands(List<PartDraw> parts, int[] chosen) {
    ByteBuffer out = commandBuffer.begin((long) chosen.length * GpuLayout.COMMAND_BYTES);
    opaqueCommands = ViewRecords.putCommands(out, parts, chosen, false);
    alphaCommands = ViewRecords.putCommands(out, parts, chosen, true);
    commandBuffer.upload();
  }

  SlantArea area() {
    return area;
  }

  int opaqueCommands() {
    return opaqueCommands;
  }

  int alphaCommands() {
    return alphaCommands;
  }

  GlBuffer commands() {
    return commandBuffer.buffer();
  }

  void bind() {
    casterBuffer.buffer().bindStorage(GpuLayout.CASTERS);
  }
}
