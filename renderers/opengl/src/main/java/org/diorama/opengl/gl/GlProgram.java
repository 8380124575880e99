package org.diorama.opengl.gl;

import static org.lwjgl.opengl.GL45C.GL_COMPILE_STATUS;
import static org.lwjgl.opengl.GL45C.GL_COMPUTE_SHADER;
import static org.lwjgl.opengl.GL45C.GL_FALSE;
import static org.lwjgl.opengl.GL45C.GL_FRAGMENT_SHADER;
import static org.lwjgl.opengl.GL45C.GL_LINK_STATUS;
import static org.lwjgl.opengl.GL45C.GL_VERTEX_SHADER;
import static org.lwjgl.opengl.GL45C.glAttachShader;
import static org.lwjgl.opengl.GL45C.glCompileShader;
import static org.lwjgl.opengl.GL45C.glCreateProgram;
import static org.lwjgl.opengl.GL45C.glCreateShader;
import static org.lwjgl.opengl.GL45C.glDeleteProgram;
import static org.lwjgl.opengl.GL45C.glDeleteShader;
import static org.lwjgl.opengl.GL45C.glGetProgramInfoLog;
import static org.lwjgl.opengl.GL45C.glGetProgrami;
import static org.lwjgl.opengl.GL45C.glGetShaderInfoLog;
import static org.lwjgl.opengl.GL45C.glGetShaderi;
import static org.lwjgl.opengl.GL45C.glLinkProgram;
import static org.lwjgl.opengl.GL45C.glShaderSource;
import static org.lwjgl.opengl.GL45C.glUseProgram;

import java.util.Map;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;

/** A linked program. Its shaders are the resources {@code name.vert, .frag, .comp}. */
public final class GlProgram {
  private final int name;
  private final String files;
  private final GlCensus census;

  private GlProgram(GlScope scope, int name, String files) {
    this.name = name;
    this.files = files;
    this.census = scope.census();
    scope.own(name, () -> glDeleteProgram(name));
  }

  /**
   * Compiles the files, whose stage is their suffix, and links them.
   *
   * @param constants defined ahead of the text
   * @throws DioramaException INTERNAL with the driver's message, located in our files
   */
  public static GlProgram link(GlScope scope, Map<String, String> constants, String... files) {
    int program = glCreateProgram();
    String named = String.join(" + ", files);
    int[] shaders = new int[files.length];
    try {
      for (int i = 0; i < files.length; i++) {
        shaders[i] = compile(files[i], constants);
        glAttachShader(program, shaders[i]);
      }
      glLinkProgram(program);
      if (glGetProgrami(program, GL_LINK_STATUS) == GL_FALSE) {
        throw failure(named, "link", glGetProgramInfoLog(program));
      }
    } catch (DioramaException e) {
      glDeleteProgram(program);
      throw e;
    } finally {
      for (int shader : shaders) {
        glDeleteShader(shader);
      }
    }
    return new GlProgram(scope, program, named);
  }

  private static int compile(String file, Map<String, String> constants) {
    ShaderSource source = ShaderSource.load(file, constants);
    int shader = glCreateShader(stage(file));
    glShaderSource(shader, source.text());
    glCompileShader(shader);
    if (glGetShaderi(shader, GL_COMPILE_STATUS) == GL_FALSE) {
      String log = source.locate(glGetShaderInfoLog(shader));
      glDeleteShader(shader);
      throw failure(file, "compile", log);
    }
    return shader;
  }

  private static int stage(String file) {
    if (file.endsWith(".vert")) {
      return GL_VERTEX_SHADER;
    }
    return file.endsWith(".frag") ? GL_FRAGMENT_SHADER : GL_COMPUTE_SHADER;
  }

  private static DioramaException failure(String files, String what, String log) {
    return new DioramaException(
        ExitStatus.INTERNAL,
        "the OpenGL driver does not " + what + " shader " + files + ": " + log.strip());
  }

  public int name() {
    return name;
  }

  public void use() {
    glUseProgram(name);
    census.ran(files);
  }
}
