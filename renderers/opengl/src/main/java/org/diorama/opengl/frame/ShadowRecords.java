package org.diorama.opengl.frame;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.IntStream;
import org.diorama.core.math.Aabb;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.Vec3;
import org.diorama.core.render.View;
import org.diorama.opengl.gl.GlBuffer;
import org.diorama.opengl.gl.GlScope;
import org.diorama.opengl.gl.StreamBuffer;
import org.diorama.opengl.pass.GpuLayout;
import org.diorama.opengl.pass.ShadowPass;

/** Shadow casters of one view: every instance, inside the frustum or not. */
final class ShadowRecords {
  private final StreamBuffer casterBuffer;
  private final StreamBuffer commandBuffer;
  private int opaqueCommands;
  private int alphaCommands;
  private double top;

  ShadowRecords(GlScope scope) {
    this.casterBuffer = new StreamBuffer(scope);
    this.commandBuffer = new StreamBuffer(scope);
  }

  /**
   * @param towardsSun unit vector in the world
   */
  void build(View view, JobRecords job, Vec3 towardsSun) {
    Affine3 lightFromWorld = ViewBlock.lightFromWorld(towardsSun);
    top = 0;
    ByteBuffer out = casterBuffer.begin((long) job.instances().size() * GpuLayout.CASTER_BYTES);
    for (Instance instance : job.instances()) {
      Affine3 worldFromObject = instance.draw().worldFromObject();
      Vec3 offset = worldFromObject.translation().minus(view.worldFromCamera().translation());
      Affine3 linear =
          lightFromWorld.times(CameraTransforms.withTranslation(worldFromObject, offset));
      Aabb bounds = instance.bounds().transform(linear);
      top = Math.max(top, bounds.max().z());
      putCaster(out, linear, bounds);
    }
    casterBuffer.upload();
    writeCommands(job.parts());
  }

  /** Its map to light space, relative to the camera, and its bounds there. */
  static void putCaster(ByteBuffer out, Affine3 m, Aabb bounds) {
    JobRecords.putRow(out, m.m00(), m.m01(), m.m02(), (float) m.m03());
    JobRecords.putRow(out, m.m10(), m.m11(), m.m12(), (float) m.m13());
    JobRecords.putRow(out, m.m20(), m.m21(), m.m22(), (float) m.m23());
    Vec3 center = bounds.center();
    Vec3 half = bounds.size().times(0.5);
    JobRecords.putRow(out, center.x(), center.y(), center.z(), 0);
    JobRecords.putRow(out, half.x(), half.y(), half.z(), 0);
  }

  /** The same commands for each layer; the device leaves out what a layer doesn't need. */
  private void writeCommands(List<PartDraw> parts) {
    ByteBuffer out =
        commandBuffer.begin((long) ShadowPass.LAYERS * parts.size() * GpuLayout.COMMAND_BYTES);
    for (int layer = 0; layer < ShadowPass.LAYERS; layer++) {
      opaqueCommands = ViewRecords.putCommands(out, parts, allOf(parts), false);
      alphaCommands = ViewRecords.putCommands(out, parts, allOf(parts), true);
    }
    commandBuffer.upload();
  }

  /** Glass casts no shadow. */
  private static int[] allOf(List<PartDraw> parts) {
    return IntStream.range(0, parts.size()).filter(i -> !parts.get(i).transparent()).toArray();
  }

  int opaqueCommands() {
    return opaqueCommands;
  }

  int alphaCommands() {
    return alphaCommands;
  }

  /** Greatest coordinate towards the sun of any caster, meters from the camera; 0 or more. */
  float top() {
    return (float) top;
  }

  GlBuffer commands() {
    return commandBuffer.buffer();
  }

  void bind() {
    casterBuffer.buffer().bindStorage(GpuLayout.CASTERS);
  }
}
