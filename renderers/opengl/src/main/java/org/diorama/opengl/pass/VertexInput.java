package org.diorama.opengl.pass;

import static org.lwjgl.opengl.GL45C.GL_DYNAMIC_STORAGE_BIT;
import static org.lwjgl.opengl.GL45C.glNamedBufferSubData;

import java.util.stream.IntStream;
import org.diorama.opengl.gl.GlBuffer;
import org.diorama.opengl.gl.GlScope;
import org.diorama.opengl.gl.GlVertexArray;
import org.diorama.opengl.resident.ModelCache;

/**
 * Vertex arrays over the geometry arenas. A command's base instance picks its number from a buffer
 * of 0, 1, 2, …: core OpenGL 4.5 has no draw number in shaders.
 */
public final class VertexInput {
  private final GlScope scope;
  private final GlVertexArray positionOnly;
  private final GlVertexArray withTexture;
  private GlBuffer numbers;

  public VertexInput(GlScope scope) {
    this.scope = scope;
    this.positionOnly = new GlVertexArray(scope);
    this.withTexture = new GlVertexArray(scope);
    for (GlVertexArray array : new GlVertexArray[] {positionOnly, withTexture}) {
      array.floats(0, 0, 3, 0);
      array.perInstanceNumber(1, 2);
    }
    withTexture.floats(2, 1, 2, 8);
    this.numbers = numbers(1024);
  }

  private GlBuffer numbers(int count) {
    GlBuffer buffer = new GlBuffer(scope, 4L * count, GL_DYNAMIC_STORAGE_BIT);
    glNamedBufferSubData(buffer.name(), 0, IntStream.range(0, count).toArray());
    return buffer;
  }

  /**
   * Attaches the arenas, which may have moved, for commands with base instances below the count.
   */
  public void attach(ModelCache models, int commands) {
    if (numbers.bytes() / 4 < commands) {
      numbers.free();
      numbers = numbers(Math.max(commands, (int) (numbers.bytes() / 2)));
    }
    for (GlVertexArray array : new GlVertexArray[] {positionOnly, withTexture}) {
      array.vertices(0, models.positions(), 12);
      array.vertices(2, numbers, 4);
      array.indices(models.indices());
    }
    withTexture.vertices(1, models.attributes(), 16);
  }

  public void bind(boolean texture) {
    (texture ? withTexture : positionOnly).bind();
  }
}
