package org.diorama.opengl.pass;

import static org.lwjgl.opengl.GL45C.GL_CLAMP_TO_EDGE;
import static org.lwjgl.opengl.GL45C.GL_DEPTH;
import static org.lwjgl.opengl.GL45C.GL_DEPTH_COMPONENT32F;
import static org.lwjgl.opengl.GL45C.GL_NEAREST;
import static org.lwjgl.opengl.GL45C.GL_TEXTURE_2D_ARRAY;
import static org.lwjgl.opengl.GL45C.GL_TEXTURE_MAG_FILTER;
import static org.lwjgl.opengl.GL45C.GL_TEXTURE_MIN_FILTER;
import static org.lwjgl.opengl.GL45C.GL_TEXTURE_WRAP_S;
import static org.lwjgl.opengl.GL45C.GL_TEXTURE_WRAP_T;
import static org.lwjgl.opengl.GL45C.glClearNamedFramebufferfv;
import static org.lwjgl.opengl.GL45C.glCopyImageSubData;
import static org.lwjgl.opengl.GL45C.glTextureParameteri;

import java.util.ArrayList;
import java.util.List;
import org.diorama.opengl.gl.GlFramebuffer;
import org.diorama.opengl.gl.GlScope;
import org.diorama.opengl.gl.GlTexture;

/** Square depth layers that are kept from frame to frame. None is allocated before it is needed. */
final class ShadowMaps {
  private final GlScope scope;
  private final int size;
  private final float farthest;
  private final List<GlFramebuffer> framebuffers = new ArrayList<>();
  private GlTexture maps;

  /**
   * @param size texels on a side
   * @param farthest depth where nothing was drawn
   */
  ShadowMaps(GlScope scope, int size, float farthest) {
    this.scope = scope;
    this.size = size;
    this.farthest = farthest;
  }

  /** Where there were fewer layers, what they held is lost. */
  void allocate(int layers) {
    if (framebuffers.size() >= layers) {
      return;
    }
    framebuffers.forEach(GlFramebuffer::free);
    framebuffers.clear();
    if (maps != null) {
      maps.free();
    }
    maps = GlTexture.array(scope, GL_DEPTH_COMPONENT32F, 1, size, size, layers);
    glTextureParameteri(maps.name(), GL_TEXTURE_MIN_FILTER, GL_NEAREST);
    glTextureParameteri(maps.name(), GL_TEXTURE_MAG_FILTER, GL_NEAREST);
    glTextureParameteri(maps.name(), GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
    glTextureParameteri(maps.name(), GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
    for (int layer = 0; layer < layers; layer++) {
      framebuffers.add(GlFramebuffer.ofDepthLayer(scope, maps, layer));
    }
  }

  /** Binds a layer to draw into, empty or as a copy of another. */
  void begin(int layer, int from) {
    GlFramebuffer target = framebuffers.get(layer);
    if (from < 0) {
      glClearNamedFramebufferfv(target.name(), GL_DEPTH, 0, new float[] {farthest});
    } else {
      int array = GL_TEXTURE_2D_ARRAY;
      glCopyImageSubData(
          maps.name(), array, 0, 0, 0, from, maps.name(), array, 0, 0, 0, layer, size, size, 1);
    }
    target.bind();
  }

  /** Binds all layers for shading, if there are any. */
  void bind(int unit) {
    if (maps != null) {
      maps.bind(unit);
    }
  }
}
