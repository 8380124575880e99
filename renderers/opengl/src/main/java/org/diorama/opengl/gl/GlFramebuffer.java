package org.diorama.opengl.gl;

import static org.lwjgl.opengl.GL45C.GL_COLOR_ATTACHMENT0;
import static org.lwjgl.opengl.GL45C.GL_DEPTH_ATTACHMENT;
import static org.lwjgl.opengl.GL45C.GL_FRAMEBUFFER;
import static org.lwjgl.opengl.GL45C.GL_FRAMEBUFFER_COMPLETE;
import static org.lwjgl.opengl.GL45C.GL_FRAMEBUFFER_DEFAULT_HEIGHT;
import static org.lwjgl.opengl.GL45C.GL_FRAMEBUFFER_DEFAULT_WIDTH;
import static org.lwjgl.opengl.GL45C.glBindFramebuffer;
import static org.lwjgl.opengl.GL45C.glCheckNamedFramebufferStatus;
import static org.lwjgl.opengl.GL45C.glCreateFramebuffers;
import static org.lwjgl.opengl.GL45C.glDeleteFramebuffers;
import static org.lwjgl.opengl.GL45C.glNamedFramebufferParameteri;
import static org.lwjgl.opengl.GL45C.glNamedFramebufferTexture;
import static org.lwjgl.opengl.GL45C.glNamedFramebufferTextureLayer;

import java.util.Locale;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;

/** A framebuffer, complete from its construction on. */
public final class GlFramebuffer {
  private final GlScope scope;
  private final int name;
  private final Runnable delete;

  private GlFramebuffer(GlScope scope) {
    this.scope = scope;
    this.name = glCreateFramebuffers();
    this.delete = () -> glDeleteFramebuffers(name);
    scope.own(name, delete);
  }

  /** Color at location 0, and depth. */
  public static GlFramebuffer of(GlScope scope, GlTexture color, GlTexture depth) {
    GlFramebuffer framebuffer = new GlFramebuffer(scope);
    glNamedFramebufferTexture(framebuffer.name, GL_COLOR_ATTACHMENT0, color.name(), 0);
    glNamedFramebufferTexture(framebuffer.name, GL_DEPTH_ATTACHMENT, depth.name(), 0);
    return framebuffer.complete();
  }

  /** Depth alone, one layer of an array. */
  public static GlFramebuffer ofDepthLayer(GlScope scope, GlTexture depth, int layer) {
    GlFramebuffer framebuffer = new GlFramebuffer(scope);
    glNamedFramebufferTextureLayer(framebuffer.name, GL_DEPTH_ATTACHMENT, depth.name(), 0, layer);
    return framebuffer.complete();
  }

  /** Color alone at location 0, one layer of an array. */
  public static GlFramebuffer ofColorLayer(GlScope scope, GlTexture color, int layer) {
    GlFramebuffer framebuffer = new GlFramebuffer(scope);
    glNamedFramebufferTextureLayer(framebuffer.name, GL_COLOR_ATTACHMENT0, color.name(), 0, layer);
    return framebuffer.complete();
  }

  /** No attachment: fragments only write to buffers. */
  public static GlFramebuffer empty(GlScope scope, int width, int height) {
    GlFramebuffer framebuffer = new GlFramebuffer(scope);
    glNamedFramebufferParameteri(framebuffer.name, GL_FRAMEBUFFER_DEFAULT_WIDTH, width);
    glNamedFramebufferParameteri(framebuffer.name, GL_FRAMEBUFFER_DEFAULT_HEIGHT, height);
    return framebuffer.complete();
  }

  private GlFramebuffer complete() {
    int status = glCheckNamedFramebufferStatus(name, GL_FRAMEBUFFER);
    if (status != GL_FRAMEBUFFER_COMPLETE) {
      GlErrors.check("checking a framebuffer");
      throw new DioramaException(
          ExitStatus.INTERNAL,
          String.format(Locale.ROOT, "OpenGL: framebuffer incomplete, status 0x%04x", status));
    }
    return this;
  }

  public int name() {
    return name;
  }

  public void bind() {
    glBindFramebuffer(GL_FRAMEBUFFER, name);
  }

  public void free() {
    scope.free(name, delete);
  }
}
