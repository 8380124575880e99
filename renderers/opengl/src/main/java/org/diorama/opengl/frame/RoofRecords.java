package org.diorama.opengl.frame;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.IntStream;
import org.diorama.core.math.Aabb;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.Vec3;
import org.diorama.core.render.View;
import org.diorama.core.weather.SampledWeather;
import org.diorama.opengl.gl.GlBuffer;
import org.diorama.opengl.gl.GlScope;
import org.diorama.opengl.gl.StreamBuffer;
import org.diorama.opengl.pass.GpuLayout;

/** What may keep rain and snow off, around one view, as casters of a shadow from straight above. */
final class RoofRecords {
  /** Meters from the middle of the area to its sides. */
  private static final double HALF_SIDE = 24;

  /** How far the middle lies ahead of the camera, in halves of a side. */
  private static final double AHEAD = 0.75;

  private final StreamBuffer casterBuffer;
  private final StreamBuffer commandBuffer;
  private RoofArea area = RoofArea.NONE;
  private int opaqueCommands;
  private int alphaCommands;

  RoofRecords(GlScope scope) {
    this.casterBuffer = new StreamBuffer(scope);
    this.commandBuffer = new StreamBuffer(scope);
  }

  /** Replaces the records by those of a view; there are none where nothing falls or lies. */
  void build(View view, JobRecords job, SampledWeather weather) {
    area = RoofArea.NONE;
    if (weather.ground().isDry() && weather.fall().isNone()) {
      return;
    }
    Vec3 forward = view.worldFromCamera().transformDirection(Vec3.UNIT_Z);
    double level = Math.hypot(forward.x(), forward.y());
    double ahead = HALF_SIDE * AHEAD / Math.max(level, 1e-3) * Math.min(1, 2 * level);
    double x = forward.x() * ahead;
    double y = forward.y() * ahead;
    double low = 0;
    double high = 0;
    List<Instance> instances = job.instances();
    boolean[] isInside = new boolean[instances.size()];
    ByteBuffer out = casterBuffer.begin((long) instances.size() * GpuLayout.CASTER_BYTES);
    for (int i = 0; i < instances.size(); i++) {
      Affine3 worldFromObject = instances.get(i).draw().worldFromObject();
      Vec3 offset = worldFromObject.translation().minus(view.worldFromCamera().translation());
      Affine3 linear = CameraTransforms.withTranslation(worldFromObject, offset);
      Aabb bounds = instances.get(i).bounds().transform(linear);
      ShadowRecords.putCaster(out, linear, bounds);
      isInside[i] =
          Math.abs(bounds.center().x() - x) < HALF_SIDE + bounds.size().x() / 2
              && Math.abs(bounds.center().y() - y) < HALF_SIDE + bounds.size().y() / 2;
      if (isInside[i]) {
        low = Math.min(low, bounds.min().z());
        high = Math.max(high, bounds.max().z());
      }
    }
    casterBuffer.upload();
    area = new RoofArea(x, y, HALF_SIDE, low - 0.1, high - low + 0.2);
    writeCommands(job.parts(), isInside);
  }

  private void writeCommands(List<PartDraw> parts, boolean[] isInside) {
    int[] chosen =
        IntStream.range(0, parts.size()).filter(i -> isInside[parts.get(i).instance()]).toArray();
    ByteBuffer out = commandBuffer.begin((long) chosen.length * GpuLayout.COMMAND_BYTES);
    opaqueCommands = ViewRecords.putCommands(out, parts, chosen, false);
    alphaCommands = ViewRecords.putCommands(out, parts, chosen, true);
    commandBuffer.upload();
  }

  RoofArea area() {
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
