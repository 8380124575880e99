package org.diorama.opengl.pass;

import static org.lwjgl.opengl.GL45C.GL_BLEND;
import static org.lwjgl.opengl.GL45C.GL_COLOR;
import static org.lwjgl.opengl.GL45C.GL_DEPTH_CLAMP;
import static org.lwjgl.opengl.GL45C.GL_FUNC_ADD;
import static org.lwjgl.opengl.GL45C.GL_ONE;
import static org.lwjgl.opengl.GL45C.GL_RGBA16F;
import static org.lwjgl.opengl.GL45C.glBlendEquation;
import static org.lwjgl.opengl.GL45C.glBlendFunc;
import static org.lwjgl.opengl.GL45C.glClearNamedFramebufferfv;
import static org.lwjgl.opengl.GL45C.glDisable;
import static org.lwjgl.opengl.GL45C.glEnable;
import static org.lwjgl.opengl.GL45C.glUniform1ui;
import static org.lwjgl.opengl.GL45C.glViewport;

import java.util.ArrayList;
import java.util.List;
import org.diorama.opengl.gl.GlFramebuffer;
import org.diorama.opengl.gl.GlProgram;
import org.diorama.opengl.gl.GlScope;
import org.diorama.opengl.gl.GlTexture;

/**
 * What glass takes of the sun, for each of its shadow maps: optical depths of all that light passes
 * on its way to the nearest opaque surface. Reads the maps and their fit, casters, draws, materials
 * and geometry; writes layers of its own, and leaves those alone that it isn't told to draw.
 * Everything is made for the first job with glass in the sun.
 */
public final class SunGlassPass {
  /** Texels on a layer's side; a whole number of times less than those of the shadow maps. */
  public static final int SIZE = 1024;

  private static final int PROJECTION = 0;

  private final GlScope scope;
  private final List<GlFramebuffer> targets = new ArrayList<>();
  private GlTexture layers;
  private GlProgram program;

  public SunGlassPass(GlScope scope) {
    this.scope = scope;
  }

  /**
   * Draws layers and binds all for shading.
   *
   * @param commands of all runs
   * @param count of layers that there shall be; where there were fewer, what they held is lost
   */
  public void run(VertexInput input, Commands commands, List<SunGlassRun> runs, int count) {
    allocate(count);
    if (!runs.isEmpty()) {
      program.use();
      input.bind(true);
      glEnable(GL_BLEND);
      glBlendEquation(GL_FUNC_ADD);
      glBlendFunc(GL_ONE, GL_ONE);
      glEnable(GL_DEPTH_CLAMP);
      glViewport(0, 0, SIZE, SIZE);
    }
    for (SunGlassRun run : runs) {
      GlFramebuffer target = targets.get(run.layer());
      glClearNamedFramebufferfv(target.name(), GL_COLOR, 0, new float[4]);
      target.bind();
      glUniform1ui(PROJECTION, run.projection());
      commands.draw(run.first(), run.count());
    }
    glDisable(GL_DEPTH_CLAMP);
    glDisable(GL_BLEND);
    layers.bind(GpuLayout.SUN_GLASS_UNIT);
  }

  private void allocate(int count) {
    if (program == null) {
      program = GlProgram.link(scope, GpuLayout.constants(), "sun_glass.vert", "sun_glass.frag");
    }
    if (targets.size() >= count) {
      return;
    }
    targets.forEach(GlFramebuffer::free);
    targets.clear();
    if (layers != null) {
      layers.free();
    }
    layers = GlTexture.filtered(scope, GL_RGBA16F, SIZE, SIZE, count);
    for (int layer = 0; layer < count; layer++) {
      targets.add(GlFramebuffer.ofColorLayer(scope, layers, layer));
    }
  }
}
