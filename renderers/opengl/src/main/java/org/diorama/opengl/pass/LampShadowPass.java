package org.diorama.opengl.pass;

import static org.lwjgl.opengl.GL45C.GL_CLAMP_TO_EDGE;
import static org.lwjgl.opengl.GL45C.GL_DEPTH;
import static org.lwjgl.opengl.GL45C.GL_DEPTH_COMPONENT32F;
import static org.lwjgl.opengl.GL45C.GL_DEPTH_TEST;
import static org.lwjgl.opengl.GL45C.GL_GREATER;
import static org.lwjgl.opengl.GL45C.GL_NEAREST;
import static org.lwjgl.opengl.GL45C.GL_TEXTURE_MAG_FILTER;
import static org.lwjgl.opengl.GL45C.GL_TEXTURE_MIN_FILTER;
import static org.lwjgl.opengl.GL45C.GL_TEXTURE_WRAP_S;
import static org.lwjgl.opengl.GL45C.GL_TEXTURE_WRAP_T;
import static org.lwjgl.opengl.GL45C.glClearNamedFramebufferfv;
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
 * Shadow maps of a batch of lamps. Reads lamps, casters, draws, materials and geometry; writes one
 * depth layer a face, {@link #NEAR} over the distance along the face's axis. Nothing is allocated
 * before the first lamp.
 */
public final class LampShadowPass {
  /** Maps at a time; a batch of lamps has no more faces. */
  public static final int MOST_FACES = 36;

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

  /** Commands of one map: opaque ones from {@code first}, then alpha-tested ones. */
  public record Run(int first, int opaque, int alphaTested) {}

  public LampShadowPass(GlScope scope) {
    this.scope = scope;
  }

  /** Draws the maps, one for each run, and binds them for shading. */
  public void run(VertexInput input, Commands commands, int castersPerLamp, List<Run> runs) {
    allocate(runs.size());
    glEnable(GL_DEPTH_TEST);
    glDepthFunc(GL_GREATER);
    glViewport(0, 0, SIZE, SIZE);
    for (int face = 0; face < runs.size(); face++) {
      Run run = runs.get(face);
      GlFramebuffer target = framebuffers.get(face);
      glClearNamedFramebufferfv(target.name(), GL_DEPTH, 0, new float[] {0});
      target.bind();
      draw(opaque, input, false, face, castersPerLamp, commands, run.first(), run.opaque());
      int next = run.first() + run.opaque();
      draw(alphaTested, input, true, face, castersPerLamp, commands, next, run.alphaTested());
    }
    maps.bind(GpuLayout.LAMP_SHADOW_UNIT);
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
    if (opaque == null) {
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
      int grown = Math.min(MOST_FACES, (layers + 5) / 6 * 6);
      maps = GlTexture.array(scope, GL_DEPTH_COMPONENT32F, 1, SIZE, SIZE, grown);
      glTextureParameteri(maps.name(), GL_TEXTURE_MIN_FILTER, GL_NEAREST);
      glTextureParameteri(maps.name(), GL_TEXTURE_MAG_FILTER, GL_NEAREST);
      glTextureParameteri(maps.name(), GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
      glTextureParameteri(maps.name(), GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
      for (int layer = 0; layer < grown; layer++) {
        framebuffers.add(GlFramebuffer.ofDepthLayer(scope, maps, layer));
      }
    }
  }
}
