package org.diorama.opengl.pass;

import static org.lwjgl.opengl.GL45C.GL_CLAMP_TO_EDGE;
import static org.lwjgl.opengl.GL45C.GL_DEPTH;
import static org.lwjgl.opengl.GL45C.GL_DEPTH_COMPONENT32F;
import static org.lwjgl.opengl.GL45C.GL_DEPTH_TEST;
import static org.lwjgl.opengl.GL45C.GL_GREATER;
import static org.lwjgl.opengl.GL45C.GL_NEAREST;
import static org.lwjgl.opengl.GL45C.GL_TEXTURE_2D_ARRAY;
import static org.lwjgl.opengl.GL45C.GL_TEXTURE_MAG_FILTER;
import static org.lwjgl.opengl.GL45C.GL_TEXTURE_MIN_FILTER;
import static org.lwjgl.opengl.GL45C.GL_TEXTURE_WRAP_S;
import static org.lwjgl.opengl.GL45C.GL_TEXTURE_WRAP_T;
import static org.lwjgl.opengl.GL45C.glClearNamedFramebufferfv;
import static org.lwjgl.opengl.GL45C.glCopyImageSubData;
import static org.lwjgl.opengl.GL45C.glDepthFunc;
import static org.lwjgl.opengl.GL45C.glEnable;
import static org.lwjgl.opengl.GL45C.glTextureParameteri;
import static org.lwjgl.opengl.GL45C.glUniform1ui;
import static org.lwjgl.opengl.GL45C.glViewport;

import java.util.ArrayList;
import java.util.List;
import org.diorama.opengl.gl.GlFramebuffer;
import org.diorama.opengl.gl.GlProgram;
import org.diorama.opengl.gl.GlScope;
import org.diorama.opengl.gl.GlTexture;

/**
 * Shadow maps of a batch of lamps. Reads lamps, casters, draws, materials and geometry; writes
 * depth layers, {@link #NEAR} over the distance along a face's axis, and leaves those alone that it
 * isn't told to draw. Nothing is allocated before the first lamp.
 */
public final class LampShadowPass {
  /** Maps at a time; a batch of lamps has no more faces. */
  public static final int MOST_FACES = 60;

  /** Texels on a map's side. */
  public static final int SIZE = 1024;

  /** Meters along a face's axis before which nothing casts a shadow. */
  public static final double NEAR = 0.01;

  private static final int FACE = 0;
  private static final int CASTERS_PER_LAMP = 1;

  private final GlScope scope;
  private final List<GlFramebuffer> framebuffers = new ArrayList<>();
  private GlProgram opaque;
  private GlProgram alphaTested;
  private GlTexture maps;

  /**
   * How to draw one map.
   *
   * @param face whose map it is
   * @param layer to draw into
   * @param from layer whose copy it begins as; negative: it begins empty
   * @param first of its commands: opaque ones, then alpha-tested ones
   */
  public record Run(int face, int layer, int from, int first, int opaque, int alphaTested) {}

  public LampShadowPass(GlScope scope) {
    this.scope = scope;
  }

  /**
   * Draws maps and binds all for shading.
   *
   * @param layers there shall be; where there were fewer, what they held is lost
   */
  public void run(
      VertexInput input, Commands commands, int castersPerLamp, List<Run> runs, int layers) {
    allocate(layers);
    glEnable(GL_DEPTH_TEST);
    glDepthFunc(GL_GREATER);
    glViewport(0, 0, SIZE, SIZE);
    for (Run run : runs) {
      GlFramebuffer target = framebuffers.get(run.layer());
      if (run.from() < 0) {
        glClearNamedFramebufferfv(target.name(), GL_DEPTH, 0, new float[] {0});
      } else {
        copy(run.from(), run.layer());
      }
      target.bind();
      draw(opaque, input, false, run.face(), castersPerLamp, commands, run.first(), run.opaque());
      int next = run.first() + run.opaque();
      draw(alphaTested, input, true, run.face(), castersPerLamp, commands, next, run.alphaTested());
    }
    if (maps != null) {
      maps.bind(GpuLayout.LAMP_SHADOW_UNIT);
    }
  }

  private void copy(int from, int to) {
    int target = GL_TEXTURE_2D_ARRAY;
    glCopyImageSubData(
        maps.name(), target, 0, 0, 0, from, maps.name(), target, 0, 0, 0, to, SIZE, SIZE, 1);
  }

  private static void draw(
      GlProgram program,
      VertexInput input,
      boolean texture,
      int face,
      int castersPerLamp,
      Commands commands,
      int first,
      int count) {
    if (count > 0) {
      program.use();
      glUniform1ui(FACE, face);
      glUniform1ui(CASTERS_PER_LAMP, castersPerLamp);
      input.bind(texture);
      commands.draw(first, count);
    }
  }

  private void allocate(int layers) {
    if (opaque == null && layers > 0) {
      opaque = GlProgram.link(scope, GpuLayout.constants(), "lamp_shadow.vert", "shadow.frag");
      alphaTested =
          GlProgram.link(
              scope, GpuLayout.with("ALPHA_TESTED", "1"), "lamp_shadow.vert", "shadow.frag");
    }
    if (framebuffers.size() < layers) {
      framebuffers.forEach(GlFramebuffer::free);
      framebuffers.clear();
      if (maps != null) {
        maps.free();
      }
      maps = GlTexture.array(scope, GL_DEPTH_COMPONENT32F, 1, SIZE, SIZE, layers);
      glTextureParameteri(maps.name(), GL_TEXTURE_MIN_FILTER, GL_NEAREST);
      glTextureParameteri(maps.name(), GL_TEXTURE_MAG_FILTER, GL_NEAREST);
      glTextureParameteri(maps.name(), GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
      glTextureParameteri(maps.name(), GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
      for (int layer = 0; layer < layers; layer++) {
        framebuffers.add(GlFramebuffer.ofDepthLayer(scope, maps, layer));
      }
    }
  }
}
