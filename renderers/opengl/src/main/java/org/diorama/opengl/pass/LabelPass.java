package org.diorama.opengl.pass;

import static org.lwjgl.opengl.GL45C.glDispatchCompute;

import org.diorama.opengl.gl.GlProgram;
import org.diorama.opengl.gl.GlScope;
import org.diorama.opengl.gl.GlTexture;

/**
 * Reads the visibility plane and geometry. Writes the planes of depth and instance into the result
 * and adds to the instance table: pixels, box, depth range.
 */
public final class LabelPass {
  private final GlProgram program;

  public LabelPass(GlScope scope) {
    this.program = GlProgram.link(scope, GpuLayout.constants(), "labels.comp");
  }

  public void run(GlTexture visibility, int pixels) {
    visibility.bind(GpuLayout.VISIBILITY_UNIT);
    program.use();
    int perGroup = GpuLayout.STRIP * GpuLayout.STRIP_GROUP;
    glDispatchCompute((pixels + perGroup - 1) / perGroup, 1, 1);
  }
}
