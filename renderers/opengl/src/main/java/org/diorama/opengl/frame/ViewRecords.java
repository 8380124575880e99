package org.diorama.opengl.frame;

import static org.lwjgl.opengl.GL45C.GL_RG32UI;
import static org.lwjgl.opengl.GL45C.GL_RGBA32F;

import java.nio.ByteBuffer;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.diorama.core.geometry.ProjectedBounds.Relation;
import org.diorama.opengl.gl.GlScope;
import org.diorama.opengl.gl.StreamBuffer;
import org.diorama.opengl.pass.GpuLayout;

/** One view of a job, flattened into device records. */
final class ViewRecords {
  private final StreamBuffer transformBuffer;
  private final StreamBuffer rayBuffer;
  private final StreamBuffer viewBuffer;
  private final StreamBuffer commandBuffer;
  private final StreamBuffer targetBuffer;
  private final StreamBuffer coverageDrawBuffer;
  private ViewPlan plan;
  private int opaqueCommands;
  private int alphaCommands;
  private CoverageCommands coverageCommands = CoverageCommands.NONE;

  ViewRecords(GlScope scope) {
    this.transformBuffer = new StreamBuffer(scope);
    this.rayBuffer = new StreamBuffer(scope);
    this.viewBuffer = new StreamBuffer(scope);
    this.commandBuffer = new StreamBuffer(scope);
    this.targetBuffer = new StreamBuffer(scope);
    this.coverageDrawBuffer = new StreamBuffer(scope);
  }

  /** Replaces the records by those of a view. */
  void build(ViewPlan next, JobRecords job, JobLight light, SlantArea roofs) {
    plan = next;
    writeTransforms(plan.transforms());
    ViewBlock.write(
        viewBuffer.begin(GpuLayout.VIEW_BYTES), plan.view(), plan.layout(), light, roofs);
    viewBuffer.upload();
    writeCommands(job, plan.transforms());
  }

  private void writeTransforms(List<CameraTransforms> transforms) {
    int count = transforms.size() + plan.coverage().tileViews().size();
    ByteBuffer out = transformBuffer.begin((long) count * GpuLayout.TRANSFORM_BYTES);
    transforms.forEach(transform -> transform.putTransform(out, plan.view().camera()));
    for (CoveragePlan.TileView seen : plan.coverage().tileViews()) {
      new CameraTransforms(seen.tileFromObject(), seen.tileFromObject().inverse())
          .putTransform(out, seen.camera());
    }
    transformBuffer.upload();
    ByteBuffer rays = rayBuffer.begin((long) transforms.size() * GpuLayout.RAY_BYTES);
    transforms.forEach(transform -> transform.putRay(rays));
    rayBuffer.upload();
  }

  /** Visibility commands, nearest instances first so that hidden fragments fail early. */
  private void writeCommands(JobRecords job, List<CameraTransforms> transforms) {
    List<PartDraw> parts = job.parts();
    int[] order =
        IntStream.range(0, parts.size())
            .boxed()
            .filter(i -> plan.bounds().get(parts.get(i).instance()).relation() != Relation.OUTSIDE)
            .sorted(
                Comparator.comparingDouble(i -> distance(job, transforms, parts.get(i).instance())))
            .mapToInt(Integer::intValue)
            .toArray();
    CoverageCommands commands = CoverageCommands.of(plan.coverage(), parts, job.rows());
    ByteBuffer out =
        commandBuffer.begin((long) (order.length + commands.count()) * GpuLayout.COMMAND_BYTES);
    opaqueCommands = putCommands(out, parts, order, false);
    alphaCommands = putCommands(out, parts, order, true);
    commands.put(
        out,
        coverageDrawBuffer.begin((long) commands.count() * GpuLayout.COVERAGE_DRAW_BYTES),
        parts);
    coverageCommands = commands;
    commandBuffer.upload();
    coverageDrawBuffer.upload();
    CoveragePlan coverage = plan.coverage();
    coverage.putTargets(
        targetBuffer.begin((long) coverage.targets().size() * GpuLayout.TARGET_BYTES));
    targetBuffer.upload();
  }

  static int putCommands(ByteBuffer out, List<PartDraw> parts, int[] order, boolean alphaTested) {
    int count = 0;
    for (int part : order) {
      if (parts.get(part).alphaTested() == alphaTested) {
        parts.get(part).command(out, part);
        count++;
      }
    }
    return count;
  }

  private static double distance(JobRecords job, List<CameraTransforms> transforms, int instance) {
    return transforms
        .get(instance)
        .cameraFromObject()
        .transformPoint(job.instances().get(instance).bounds().center())
        .length();
  }

  ViewPlan plan() {
    return plan;
  }

  int opaqueCommands() {
    return opaqueCommands;
  }

  int alphaCommands() {
    return alphaCommands;
  }

  /** Place among all commands of the first one of the coverage pass. */
  int firstCoverageCommand() {
    return opaqueCommands + alphaCommands;
  }

  CoverageCommands coverageCommands() {
    return coverageCommands;
  }

  int commandBufferName() {
    return commandBuffer.buffer().name();
  }

  void bind() {
    transformBuffer.buffer().bindStorage(GpuLayout.TRANSFORMS);
    rayBuffer.buffer().bindStorage(GpuLayout.RAYS);
    transformBuffer.buffer().bindTexels(GpuLayout.TRANSFORM_UNIT, GL_RGBA32F);
    rayBuffer.buffer().bindTexels(GpuLayout.RAY_UNIT, GL_RG32UI);
    viewBuffer.buffer().bindUniform(GpuLayout.VIEW);
    targetBuffer.buffer().bindStorage(GpuLayout.TARGETS);
    coverageDrawBuffer.buffer().bindStorage(GpuLayout.COVERAGE_DRAWS);
  }
}
