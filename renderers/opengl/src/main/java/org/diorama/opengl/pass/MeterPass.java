package org.diorama.opengl.pass;

import static org.lwjgl.opengl.GL45C.GL_SHADER_STORAGE_BARRIER_BIT;
import static org.lwjgl.opengl.GL45C.glDispatchCompute;
import static org.lwjgl.opengl.GL45C.glMemoryBarrier;

import org.diorama.opengl.gl.GlBuffer;
import org.diorama.opengl.gl.GlProgram;
import org.diorama.opengl.gl.GlScope;

/**
 * A light meter: reads radiance, writes the factor that exposes it. Counts are whole numbers, so
 * that the order of their making changes nothing.
 */
final class MeterPass {
  private static final int BYTES = 4 + 8 * GpuLayout.METER_BINS;

  private final GlProgram count;
  private final GlProgram mean;
  private final GlBuffer meter;

  MeterPass(GlScope scope) {
    this.count = GlProgram.link(scope, GpuLayout.constants(), "meter.comp");
    this.mean = GlProgram.link(scope, GpuLayout.constants(), "meter_mean.comp");
    this.meter = new GlBuffer(scope, BYTES, 0);
  }

  /** Makes the factor of the last run readable; for an image that isn't metered, that is all. */
  void bind() {
    meter.bindStorage(GpuLayout.METER);
  }

  /** The radiance is bound. */
  void run(int pixels) {
    meter.fill(0, BYTES, 0);
    count.use();
    int perGroup = GpuLayout.STRIP * GpuLayout.STRIP_GROUP;
    glDispatchCompute((pixels + perGroup - 1) / perGroup, 1, 1);
    glMemoryBarrier(GL_SHADER_STORAGE_BARRIER_BIT);
    mean.use();
    glDispatchCompute(1, 1, 1);
    glMemoryBarrier(GL_SHADER_STORAGE_BARRIER_BIT);
  }
}
