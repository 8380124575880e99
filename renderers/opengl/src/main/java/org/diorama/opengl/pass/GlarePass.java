package org.diorama.opengl.pass;

import static org.lwjgl.opengl.GL45C.GL_READ_WRITE;
import static org.lwjgl.opengl.GL45C.GL_RGBA16F;
import static org.lwjgl.opengl.GL45C.GL_SHADER_IMAGE_ACCESS_BARRIER_BIT;
import static org.lwjgl.opengl.GL45C.GL_TEXTURE_FETCH_BARRIER_BIT;
import static org.lwjgl.opengl.GL45C.GL_WRITE_ONLY;
import static org.lwjgl.opengl.GL45C.glBindImageTexture;
import static org.lwjgl.opengl.GL45C.glDispatchCompute;
import static org.lwjgl.opengl.GL45C.glMemoryBarrier;
import static org.lwjgl.opengl.GL45C.glUniform1f;

import java.util.ArrayList;
import java.util.List;
import org.diorama.opengl.gl.GlProgram;
import org.diorama.opengl.gl.GlScope;
import org.diorama.opengl.gl.GlTexture;

/**
 * Spreads an image's light into halos of many widths: reads radiance, writes an image of half its
 * size that has the same light. It costs memory only once it was asked for.
 */
final class GlarePass {
  /** Levels beside the first; the widest halo spans half of the image. */
  private static final int MOST_LEVELS = 7;

  private static final int GROUP_WIDTH = 16;
  private static final int GROUP_HEIGHT = 4;

  private record Level(GlTexture texture, int width, int height) {}

  private final GlScope scope;
  private final GlProgram down;
  private final GlProgram up;
  private final List<Level> levels = new ArrayList<>();

  GlarePass(GlScope scope) {
    this.scope = scope;
    this.down = GlProgram.link(scope, GpuLayout.constants(), "glare_down.comp");
    this.up = GlProgram.link(scope, GpuLayout.constants(), "glare_up.comp");
  }

  /** Leaves the result bound for developing. */
  void run(GlTexture radiance, int width, int height) {
    resize(width, height);
    down.use();
    GlTexture source = radiance;
    for (Level level : levels) {
      source.bind(GpuLayout.GLARE_UNIT);
      target(level, GL_WRITE_ONLY);
      source = level.texture();
    }
    up.use();
    for (int i = levels.size() - 2; i >= 0; i--) {
      levels.get(i + 1).texture().bind(GpuLayout.GLARE_UNIT);
      // Level i shares with all coarser ones: equal shares for each in the end.
      float coarser = levels.size() - 1 - i;
      glUniform1f(0, coarser / (coarser + 1));
      target(levels.get(i), GL_READ_WRITE);
    }
    levels.get(0).texture().bind(GpuLayout.GLARE_UNIT);
  }

  private static void target(Level level, int access) {
    glBindImageTexture(
        GpuLayout.GLARE_IMAGE, level.texture().name(), 0, false, 0, access, GL_RGBA16F);
    glDispatchCompute(
        (level.width() + GROUP_WIDTH - 1) / GROUP_WIDTH,
        (level.height() + GROUP_HEIGHT - 1) / GROUP_HEIGHT,
        1);
    glMemoryBarrier(GL_TEXTURE_FETCH_BARRIER_BIT | GL_SHADER_IMAGE_ACCESS_BARRIER_BIT);
  }

  private void resize(int width, int height) {
    int w = Math.max(1, width / 2);
    int h = Math.max(1, height / 2);
    if (!levels.isEmpty() && levels.get(0).width() == w && levels.get(0).height() == h) {
      return;
    }
    levels.forEach(level -> level.texture().free());
    levels.clear();
    while (levels.size() < MOST_LEVELS && (levels.isEmpty() || Math.min(w, h) >= 2)) {
      levels.add(new Level(GlTexture.filteredPlane(scope, GL_RGBA16F, w, h), w, h));
      w = Math.max(1, w / 2);
      h = Math.max(1, h / 2);
    }
  }
}
