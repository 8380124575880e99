package org.diorama.opengl.gl;

import static org.lwjgl.opengl.GL45C.GL_FLOAT;
import static org.lwjgl.opengl.GL45C.GL_UNSIGNED_INT;
import static org.lwjgl.opengl.GL45C.glBindVertexArray;
import static org.lwjgl.opengl.GL45C.glCreateVertexArrays;
import static org.lwjgl.opengl.GL45C.glDeleteVertexArrays;
import static org.lwjgl.opengl.GL45C.glEnableVertexArrayAttrib;
import static org.lwjgl.opengl.GL45C.glVertexArrayAttribBinding;
import static org.lwjgl.opengl.GL45C.glVertexArrayAttribFormat;
import static org.lwjgl.opengl.GL45C.glVertexArrayAttribIFormat;
import static org.lwjgl.opengl.GL45C.glVertexArrayBindingDivisor;
import static org.lwjgl.opengl.GL45C.glVertexArrayElementBuffer;
import static org.lwjgl.opengl.GL45C.glVertexArrayVertexBuffer;

/** How vertex attributes are read from buffers, which are attached apart from that. */
public final class GlVertexArray {
  private final int name;

  public GlVertexArray(GlScope scope) {
    this.name = glCreateVertexArrays();
    int created = name;
    scope.own(created, () -> glDeleteVertexArrays(created));
  }

  /** An attribute of 32-bit floats at a byte offset inside its binding's vertices. */
  public void floats(int attribute, int binding, int components, int offset) {
    glEnableVertexArrayAttrib(name, attribute);
    glVertexArrayAttribFormat(name, attribute, components, GL_FLOAT, false, offset);
    glVertexArrayAttribBinding(name, attribute, binding);
  }

  /** An unsigned integer that advances with the instance. */
  public void perInstanceNumber(int attribute, int binding) {
    glEnableVertexArrayAttrib(name, attribute);
    glVertexArrayAttribIFormat(name, attribute, 1, GL_UNSIGNED_INT, 0);
    glVertexArrayAttribBinding(name, attribute, binding);
    glVertexArrayBindingDivisor(name, binding, 1);
  }

  public void vertices(int binding, GlBuffer buffer, int stride) {
    glVertexArrayVertexBuffer(name, binding, buffer.name(), 0, stride);
  }

  public void indices(GlBuffer buffer) {
    glVertexArrayElementBuffer(name, buffer.name());
  }

  public void bind() {
    glBindVertexArray(name);
  }
}
