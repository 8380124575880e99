package org.diorama.opengl.pass;

import static org.lwjgl.opengl.GL45C.GL_ALWAYS;
import static org.lwjgl.opengl.GL45C.GL_COLOR;
import static org.lwjgl.opengl.GL45C.GL_DEPTH;
import static org.lwjgl.opengl.GL45C.GL_DEPTH_COMPONENT32F;
import static org.lwjgl.opengl.GL45C.GL_DEPTH_TEST;
import static org.lwjgl.opengl.GL45C.GL_GREATER;
import static org.lwjgl.opengl.GL45C.GL_RG32UI;
import static org.lwjgl.opengl.GL45C.glClearNamedFramebufferfv;
import static org.lwjgl.opengl.GL45C.glClearNamedFramebufferuiv;
import static org.lwjgl.opengl.GL45C.glDepthFunc;
import static org.lwjgl.opengl.GL45C.glEnable;
import static org.lwjgl.opengl.GL45C.glViewport;

import java.util.Map;
import org.diorama.opengl.gl.GlFramebuffer;
import org.diorama.opengl.gl.GlProgram;
import org.diorama.opengl.gl.GlScope;
import org.diorama.opengl.gl.GlTexture;

/**
 * Decides what each pixel's center shows. Reads geometry, transforms, draws, materials, texels.
 * Writes the visibility plane: draw number + 1 (0 = nothing) and the triangle's place in that draw.
 */
public final class VisibilityPass {
  private final GlScope scope;
  private final GlProgram opaque;
  private final GlProgram alphaTested;
  private int width;
  private int height;
  private GlTexture visibility;
  private GlTexture depth;
  private GlFramebuffer framebuffer;

  public VisibilityPass(GlScope scope) {
    this.scope = scope;
    Map<String, String> constants = GpuLayout.constants();
    this.opaque = GlProgram.link(scope, constants, "visibility.vert", "visibility.frag");
    this.alphaTested =
        GlProgram.link(
            scope, GpuLayout.with("ALPHA_TESTED", "1"), "visibility.vert", "visibility.frag");
  }

  /**
   * @param commands indirect commands: the opaque ones, then the alpha-tested ones
   */
  public void run(
      VertexInput input, Commands commands, int opaqueCount, int alphaCount, int w, int h) {
    resize(w, h);
    draw(framebuffer, input, commands, opaqueCount, alphaCount, w, h);
  }

  /** Likewise into a target of its own size, whose color is a visibility plane. */
  void draw(
      GlFramebuffer target,
      VertexInput input,
      Commands commands,
      int opaqueCount,
      int alphaCount,
      int w,
      int h) {
    target.bind();
    glViewport(0, 0, w, h);
    glClearNamedFramebufferuiv(target.name(), GL_COLOR, 0, new int[] {0, 0, 0, 0});
    glClearNamedFramebufferfv(target.name(), GL_DEPTH, 0, new float[] {0});
    glEnable(GL_DEPTH_TEST);
    glDepthFunc(GL_GREATER);
    opaque.use();
    input.bind(false);
    commands.draw(0, opaqueCount);
    alphaTested.use();
    input.bind(true);
    commands.draw(opaqueCount, alphaCount);
    glDepthFunc(GL_ALWAYS);
  }

  private void resize(int w, int h) {
    if (w == width && h == height) {
      return;
    }
    if (framebuffer != null) {
      framebuffer.free();
      visibility.free();
      depth.free();
    }
    visibility = GlTexture.plane(scope, GL_RG32UI, w, h);
    depth = GlTexture.plane(scope, GL_DEPTH_COMPONENT32F, w, h);
    framebuffer = GlFramebuffer.of(scope, visibility, depth);
    width = w;
    height = h;
  }

  /** The plane of the last run. */
  public GlTexture visibility() {
    return visibility;
  }
}
