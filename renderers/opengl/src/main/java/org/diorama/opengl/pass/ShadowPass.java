package org.diorama.opengl.pass;

import static org.lwjgl.opengl.GL45C.GL_CLAMP_TO_EDGE;
import static org.lwjgl.opengl.GL45C.GL_COMMAND_BARRIER_BIT;
import static org.lwjgl.opengl.GL45C.GL_DEPTH;
import static org.lwjgl.opengl.GL45C.GL_DEPTH_CLAMP;
import static org.lwjgl.opengl.GL45C.GL_DEPTH_COMPONENT32F;
import static org.lwjgl.opengl.GL45C.GL_DEPTH_TEST;
import static org.lwjgl.opengl.GL45C.GL_LEQUAL;
import static org.lwjgl.opengl.GL45C.GL_NEAREST;
import static org.lwjgl.opengl.GL45C.GL_SHADER_STORAGE_BARRIER_BIT;
import static org.lwjgl.opengl.GL45C.GL_TEXTURE_MAG_FILTER;
import static org.lwjgl.opengl.GL45C.GL_TEXTURE_MIN_FILTER;
import static org.lwjgl.opengl.GL45C.GL_TEXTURE_WRAP_S;
import static org.lwjgl.opengl.GL45C.GL_TEXTURE_WRAP_T;
import static org.lwjgl.opengl.GL45C.glClearNamedFramebufferfv;
import static org.lwjgl.opengl.GL45C.glDepthFunc;
import static org.lwjgl.opengl.GL45C.glDisable;
import static org.lwjgl.opengl.GL45C.glDispatchCompute;
import static org.lwjgl.opengl.GL45C.glEnable;
import static org.lwjgl.opengl.GL45C.glMemoryBarrier;
import static org.lwjgl.opengl.GL45C.glTextureParameteri;
import static org.lwjgl.opengl.GL45C.glUniform1ui;
import static org.lwjgl.opengl.GL45C.glViewport;

import java.util.stream.IntStream;
import org.diorama.opengl.gl.GlBuffer;
import org.diorama.opengl.gl.GlFramebuffer;
import org.diorama.opengl.gl.GlProgram;
import org.diorama.opengl.gl.GlScope;
import org.diorama.opengl.gl.GlTexture;

/**
 * The sun's shadow maps. Reads the depth plane and the table's summary, to which it fits its layers
 * on the device, then casters, draws, materials and geometry. Writes depth layers and the fit.
 */
public final class ShadowPass {
  /** Near and far receivers. */
  public static final int LAYERS = 2;

  /** How far receivers move along their normal before they are compared, in texels. */
  public static final double OFFSET = 0.6;

  /** Texels on a layer's side. */
  public static final int SIZE = 2048;

  private static final int LAYER_BYTES = 8 * 4;
  private static final int FIT_BYTES = LAYERS * LAYER_BYTES;

  /** Place of the highest caster in a layer's record. */
  private static final int TOP = 6 * 4;

  private static final int UNIFORM = 0;

  private final GlProgram fit;
  private final GlProgram cull;
  private final GlProgram opaque;
  private final GlProgram alphaTested;
  private final GlTexture maps;
  private final GlFramebuffer[] framebuffers;
  private final GlBuffer fitBuffer;

  public ShadowPass(GlScope scope) {
    this.fit = GlProgram.link(scope, GpuLayout.constants(), "shadow_fit.comp");
    this.cull = GlProgram.link(scope, GpuLayout.constants(), "shadow_cull.comp");
    this.opaque = GlProgram.link(scope, GpuLayout.constants(), "shadow.vert", "shadow.frag");
    this.alphaTested =
        GlProgram.link(scope, GpuLayout.with("ALPHA_TESTED", "1"), "shadow.vert", "shadow.frag");
    this.maps = GlTexture.array(scope, GL_DEPTH_COMPONENT32F, 1, SIZE, SIZE, LAYERS);
    glTextureParameteri(maps.name(), GL_TEXTURE_MIN_FILTER, GL_NEAREST);
    glTextureParameteri(maps.name(), GL_TEXTURE_MAG_FILTER, GL_NEAREST);
    glTextureParameteri(maps.name(), GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
    glTextureParameteri(maps.name(), GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
    this.framebuffers =
        IntStream.range(0, LAYERS)
            .mapToObj(layer -> GlFramebuffer.ofDepthLayer(scope, maps, layer))
            .toArray(GlFramebuffer[]::new);
    this.fitBuffer = new GlBuffer(scope, FIT_BYTES, 0);
  }

  /** Binds the maps and their fit for shading; for a view without sun, that is all. */
  public void bind() {
    fitBuffer.bindStorage(GpuLayout.SHADOW_FIT);
    maps.bind(GpuLayout.SHADOW_UNIT);
  }

  /**
   * @param commands a copy of all commands for each layer: opaque ones, then alpha-tested ones
   * @param top greatest coordinate towards the sun of any caster, from the camera
   */
  public void run(
      VertexInput input,
      GlBuffer commands,
      int opaqueCount,
      int alphaCount,
      int pixels,
      float top) {
    fitBuffer.fill(0, FIT_BYTES, 0);
    for (int layer = 0; layer < LAYERS; layer++) {
      fitBuffer.fill(layer * LAYER_BYTES + TOP, Integer.BYTES, Float.floatToIntBits(top));
    }
    fit.use();
    int perGroup = GpuLayout.STRIP * GpuLayout.STRIP_GROUP;
    glDispatchCompute((pixels + perGroup - 1) / perGroup, 1, 1);
    glMemoryBarrier(GL_SHADER_STORAGE_BARRIER_BIT);
    int perLayer = opaqueCount + alphaCount;
    commands.bindStorage(GpuLayout.COMMANDS);
    cull.use();
    glUniform1ui(UNIFORM, perLayer);
    glDispatchCompute((perLayer + 63) / 64, LAYERS, 1);
    glMemoryBarrier(GL_COMMAND_BARRIER_BIT | GL_SHADER_STORAGE_BARRIER_BIT);
    glEnable(GL_DEPTH_TEST);
    glEnable(GL_DEPTH_CLAMP);
    glDepthFunc(GL_LEQUAL);
    glViewport(0, 0, SIZE, SIZE);
    Commands draws = new Commands(commands.name());
    for (int layer = 0; layer < LAYERS; layer++) {
      glClearNamedFramebufferfv(framebuffers[layer].name(), GL_DEPTH, 0, new float[] {1});
      framebuffers[layer].bind();
      draw(opaque, input, false, layer, draws, layer * perLayer, opaqueCount);
      draw(alphaTested, input, true, layer, draws, layer * perLayer + opaqueCount, alphaCount);
    }
    glDisable(GL_DEPTH_CLAMP);
  }

  private static void draw(
      GlProgram program,
      VertexInput input,
      boolean texture,
      int layer,
      Commands commands,
      int first,
      int count) {
    if (count > 0) {
      program.use();
      glUniform1ui(UNIFORM, layer);
      input.bind(texture);
      commands.draw(first, count);
    }
  }
}
