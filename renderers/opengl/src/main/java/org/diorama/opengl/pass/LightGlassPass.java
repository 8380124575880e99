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
import java.util.OptionalInt;
import org.diorama.opengl.gl.GlFramebuffer;
import org.diorama.opengl.gl.GlProgram;
import org.diorama.opengl.gl.GlScope;
import org.diorama.opengl.gl.GlTexture;

/**
 * What glass takes of the sun, or of a batch of lamps, for each of their shadow maps: optical
 * depths of all that light passes on its way to the nearest opaque surface. Reads the maps and
 * their projections, casters, draws, materials and geometry; writes layers of its own, and leaves
 * those alone that it isn't told to draw. Everything is made for the first job with glass in such a
 * light.
 */
public final class LightGlassPass {
  /** Texels on a side of the sun's layers; a whole number of times less than of its shadow maps. */
  public static final int SUN_SIZE = 1024;

  /** Likewise of lamps. */
  public static final int LAMP_SIZE = 512;

  private static final int PROJECTION = 0;
  private static final int CASTERS_PER_CELL = 1;

  private final GlScope scope;
  private final List<GlFramebuffer> targets = new ArrayList<>();
  private GlTexture layers;
  private final String shader;
  private final int size;
  private final int unit;
  private GlProgram program;

  private LightGlassPass(GlScope scope, String shader, int size, int unit) {
    this.scope = scope;
    this.shader = shader;
    this.size = size;
    this.unit = unit;
  }

  public static LightGlassPass ofSun(GlScope scope) {
    return new LightGlassPass(scope, "sun_glass", SUN_SIZE, GpuLayout.SUN_GLASS_UNIT);
  }

  public static LightGlassPass ofLamps(GlScope scope) {
    return new LightGlassPass(scope, "lamp_glass", LAMP_SIZE, GpuLayout.LAMP_GLASS_UNIT);
  }

  /**
   * Draws layers and binds all for shading.
   *
   * @param castersPerCell of a batch of lamps; none of the sun
   * @param commands of all runs
   * @param count of layers that there shall be; where there were fewer, what they held is lost
   */
  public void run(
      VertexInput input,
      Commands commands,
      OptionalInt castersPerCell,
      List<LightGlassRun> runs,
      int count) {
    allocate(count);
    if (!runs.isEmpty()) {
      program.use();
      castersPerCell.ifPresent(casters -> glUniform1ui(CASTERS_PER_CELL, casters));
      input.bind(true);
      glEnable(GL_BLEND);
      glBlendEquation(GL_FUNC_ADD);
      glBlendFunc(GL_ONE, GL_ONE);
      glEnable(GL_DEPTH_CLAMP);
      glViewport(0, 0, size, size);
    }
    for (LightGlassRun run : runs) {
      GlFramebuffer target = targets.get(run.layer());
      glClearNamedFramebufferfv(target.name(), GL_COLOR, 0, new float[4]);
      target.bind();
      glUniform1ui(PROJECTION, run.projection());
      commands.draw(run.first(), run.count());
    }
    glDisable(GL_DEPTH_CLAMP);
    glDisable(GL_BLEND);
    layers.bind(unit);
  }

  private void allocate(int count) {
    if (program == null) {
      program = GlProgram.link(scope, GpuLayout.constants(), shader + ".vert", shader + ".frag");
    }
    if (targets.size() >= count) {
      return;
    }
    targets.forEach(GlFramebuffer::free);
    targets.clear();
    if (layers != null) {
      layers.free();
    }
    layers = GlTexture.filtered(scope, GL_RGBA16F, size, size, count);
    for (int layer = 0; layer < count; layer++) {
      targets.add(GlFramebuffer.ofColorLayer(scope, layers, layer));
    }
  }
}
