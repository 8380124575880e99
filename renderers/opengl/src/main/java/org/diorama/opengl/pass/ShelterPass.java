package org.diorama.opengl.pass;

import static org.lwjgl.opengl.GL45C.GL_R16F;
import static org.lwjgl.opengl.GL45C.GL_TEXTURE_FETCH_BARRIER_BIT;
import static org.lwjgl.opengl.GL45C.GL_WRITE_ONLY;
import static org.lwjgl.opengl.GL45C.glBindImageTexture;
import static org.lwjgl.opengl.GL45C.glDispatchCompute;
import static org.lwjgl.opengl.GL45C.glMemoryBarrier;

import org.diorama.opengl.gl.GlProgram;
import org.diorama.opengl.gl.GlScope;
import org.diorama.opengl.gl.GlTexture;

/**
 * How much of the rain and snow that fall in wind reaches level ground. Reads the map of what
 * stands in their way. Its program and its map are made for the first use.
 */
public final class ShelterPass {
  /** Texels on the map's side: so many that one is narrower than a shelter's edge in still air. */
  private static final int SIZE = 256;

  private static final int GROUP = 8;

  private final GlScope scope;
  private GlProgram program;
  private GlTexture map;

  public ShelterPass(GlScope scope) {
    this.scope = scope;
  }

  /** Leaves the map bound. */
  public void run() {
    if (map == null) {
      program = GlProgram.link(scope, GpuLayout.constants(), "shelter.comp");
      map = GlTexture.filteredPlane(scope, GL_R16F, SIZE, SIZE);
    }
    program.use();
    glBindImageTexture(GpuLayout.SHELTER_IMAGE, map.name(), 0, false, 0, GL_WRITE_ONLY, GL_R16F);
    glDispatchCompute(SIZE / GROUP, SIZE / GROUP, 1);
    map.bind(GpuLayout.SHELTER_UNIT);
    glMemoryBarrier(GL_TEXTURE_FETCH_BARRIER_BIT);
  }
}
