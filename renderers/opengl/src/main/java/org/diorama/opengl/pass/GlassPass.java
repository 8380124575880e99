package org.diorama.opengl.pass;

import static org.lwjgl.opengl.GL45C.GL_ALWAYS;
import static org.lwjgl.opengl.GL45C.GL_BUFFER_UPDATE_BARRIER_BIT;
import static org.lwjgl.opengl.GL45C.GL_COLOR;
import static org.lwjgl.opengl.GL45C.GL_COMMAND_BARRIER_BIT;
import static org.lwjgl.opengl.GL45C.GL_DEPTH;
import static org.lwjgl.opengl.GL45C.GL_DEPTH_COMPONENT32F;
import static org.lwjgl.opengl.GL45C.GL_GREATER;
import static org.lwjgl.opengl.GL45C.GL_READ_WRITE;
import static org.lwjgl.opengl.GL45C.GL_RG32UI;
import static org.lwjgl.opengl.GL45C.GL_RGBA16F;
import static org.lwjgl.opengl.GL45C.GL_SHADER_IMAGE_ACCESS_BARRIER_BIT;
import static org.lwjgl.opengl.GL45C.GL_SHADER_STORAGE_BARRIER_BIT;
import static org.lwjgl.opengl.GL45C.GL_TEXTURE_FETCH_BARRIER_BIT;
import static org.lwjgl.opengl.GL45C.GL_WRITE_ONLY;
import static org.lwjgl.opengl.GL45C.glBindImageTexture;
import static org.lwjgl.opengl.GL45C.glClearNamedFramebufferfv;
import static org.lwjgl.opengl.GL45C.glClearNamedFramebufferuiv;
import static org.lwjgl.opengl.GL45C.glDepthFunc;
import static org.lwjgl.opengl.GL45C.glDispatchCompute;
import static org.lwjgl.opengl.GL45C.glDispatchComputeIndirect;
import static org.lwjgl.opengl.GL45C.glMemoryBarrier;
import static org.lwjgl.opengl.GL45C.glUniform1ui;
import static org.lwjgl.opengl.GL45C.glViewport;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.diorama.opengl.gl.GlBuffer;
import org.diorama.opengl.gl.GlFramebuffer;
import org.diorama.opengl.gl.GlProgram;
import org.diorama.opengl.gl.GlScope;
import org.diorama.opengl.gl.GlTexture;
import org.diorama.opengl.gl.ScratchBuffer;

/**
 * What is transparent, and what is seen through it: up to {@link GpuLayout#GLASS_LAYERS} layers
 * before the opaque surface, peeled from the front (Everitt, Interactive Order-Independent
 * Transparency, 2001). Labels know nothing of it: their visibility plane takes glass for solid.
 * Reads geometry, draws, materials and light; changes the radiance of pixels with glass. Everything
 * is made for the first view with glass.
 */
public final class GlassPass {
  /**
   * Glass of less perceptual roughness counts as polished: imported windows have as much for their
   * highlights' sake.
   */
  public static final double FROSTED_FROM = 0.1;

  private static final int LAYER = 0;

  /**
   * What a job's glass is like, beyond smooth panes.
   *
   * @param frosted whether any is rough enough to spread what it lets pass
   * @param solid whether any bounds a body, which bends it
   */
  public record Kinds(boolean frosted, boolean solid) {}

  private final GlScope scope;
  private final ScratchBuffer depths;
  private final RadianceCopy opaque;
  private final GlTexture[] layers = new GlTexture[GpuLayout.GLASS_LAYERS];
  private final GlTexture[] layerDepths = new GlTexture[GpuLayout.GLASS_LAYERS];
  private final GlFramebuffer[] layerTargets = new GlFramebuffer[GpuLayout.GLASS_LAYERS];
  private GlProgram peel;
  private GlProgram combine;
  private GlProgram list;
  private final Map<Map<String, String>, GlProgram> composers = new HashMap<>();
  private GlTexture behind;
  private GlTexture behindDepth;
  private GlFramebuffer behindTarget;
  private GlTexture seen;
  private int width;
  private int height;

  public GlassPass(GlScope scope) {
    this.scope = scope;
    this.depths = new ScratchBuffer(scope);
    this.opaque = new RadianceCopy(scope);
  }

  /**
   * Finds the layers, and puts the depth of what lies behind them into the result's depth plane;
   * the greatest of these into the table's summary.
   *
   * @param visibility with glass as solid
   * @param commands opaque ones, alpha-tested ones, then those of glass
   * @param result begins with the depth plane
   * @return visibility without glass
   */
  public GlTexture peel(
      VisibilityPass visibility,
      VertexInput input,
      Commands commands,
      int opaqueCount,
      int alphaCount,
      int glassCount,
      GlBuffer result,
      int w,
      int h) {
    prepare(w, h);
    visibility.draw(behindTarget, input, commands, opaqueCount, alphaCount, w, h);
    peel.use();
    input.bind(false);
    behindDepth.bind(GpuLayout.GLASS_UNIT);
    glDepthFunc(GL_GREATER);
    for (int layer = 0; layer < GpuLayout.GLASS_LAYERS; layer++) {
      glMemoryBarrier(GL_TEXTURE_FETCH_BARRIER_BIT);
      layerTargets[layer].bind();
      glViewport(0, 0, w, h);
      clear(layerTargets[layer]);
      // Before the first layer nothing is taken off: its own plane, still zero, stands for that.
      layerDepths[Math.max(0, layer - 1)].bind(GpuLayout.GLASS_UNIT + 1);
      glUniform1ui(LAYER, layer);
      commands.draw(opaqueCount + alphaCount, glassCount);
    }
    glDepthFunc(GL_ALWAYS);
    glMemoryBarrier(GL_BUFFER_UPDATE_BARRIER_BIT);
    result.copyTo(depths.atLeast(4L * w * h), 0, 0, 4L * w * h);
    combine.use();
    visibility.visibility().bind(GpuLayout.VISIBILITY_UNIT);
    layers[0].bind(GpuLayout.GLASS_UNIT);
    behind.bind(GpuLayout.GLASS_UNIT + 1);
    glBindImageTexture(GpuLayout.GLASS_IMAGE, seen.name(), 0, false, 0, GL_WRITE_ONLY, GL_RG32UI);
    glDispatchCompute((w + 15) / 16, (h + 3) / 4, 1);
    glMemoryBarrier(GL_SHADER_STORAGE_BARRIER_BIT | GL_TEXTURE_FETCH_BARRIER_BIT);
    return seen;
  }

  /**
   * Lays the layers over the radiance of what lies behind them. The lists of pixels are bound, for
   * dispatches too. The depth plane is again that of the nearest surfaces. Leaves bound what is
   * seen without glass, the layers behind the first one, and the borders of glass among the edges.
   *
   * @param light as what lies behind was shaded
   */
  public void compose(GlTexture radiance, ShadePass.Light light, Kinds kinds, GlBuffer result) {
    for (int layer = 0; layer < GpuLayout.GLASS_LAYERS; layer++) {
      layers[layer].bind(GpuLayout.GLASS_UNIT + layer);
      layerDepths[layer].bind(GpuLayout.GLASS_DEPTH_UNIT + layer);
    }
    list.use();
    int perGroup = GpuLayout.STRIP * GpuLayout.STRIP_GROUP;
    glDispatchCompute((width * height + perGroup - 1) / perGroup, 1, 1);
    glMemoryBarrier(
        GL_SHADER_STORAGE_BARRIER_BIT
            | GL_COMMAND_BARRIER_BIT
            | GL_SHADER_IMAGE_ACCESS_BARRIER_BIT
            | GL_TEXTURE_FETCH_BARRIER_BIT);
    opaque.take(radiance, kinds.frosted(), GpuLayout.GLASS_OPAQUE_UNIT, width, height);
    glBindImageTexture(
        GpuLayout.RADIANCE_IMAGE, radiance.name(), 0, false, 0, GL_READ_WRITE, GL_RGBA16F);
    Map<String, String> definitions = new LinkedHashMap<>(light.definitions());
    if (kinds.solid()) {
      definitions.put("BODIES", "1");
    }
    if (kinds.frosted()) {
      definitions.put("FROSTED", Double.toString(FROSTED_FROM));
    }
    composers.computeIfAbsent(definitions, this::composer).use();
    light.setUniforms();
    glDispatchComputeIndirect(ShadePass.GLASS_HEAD);
    glMemoryBarrier(
        GL_TEXTURE_FETCH_BARRIER_BIT
            | GL_SHADER_IMAGE_ACCESS_BARRIER_BIT
            | GL_BUFFER_UPDATE_BARRIER_BIT);
    depths.atLeast(4L * width * height).copyTo(result, 0, 0, 4L * width * height);
    seen.bind(GpuLayout.GLASS_UNIT);
  }

  /** Binds the layers' depths. */
  public void bindDepths() {
    for (int layer = 0; layer < GpuLayout.GLASS_LAYERS; layer++) {
      layerDepths[layer].bind(GpuLayout.GLASS_UNIT + layer);
    }
  }

  /** Binds the nearest layers in the place of what pixels show. */
  public void bindFront() {
    layers[0].bind(GpuLayout.VISIBILITY_UNIT);
  }

  private GlProgram composer(Map<String, String> definitions) {
    Map<String, String> constants = new LinkedHashMap<>(GpuLayout.with("TEXTURES", "1"));
    constants.put("LIST", "GLASS");
    constants.put("FINISH", "1");
    constants.putAll(definitions);
    return GlProgram.link(scope, constants, "glass.comp");
  }

  private static void clear(GlFramebuffer target) {
    glClearNamedFramebufferuiv(target.name(), GL_COLOR, 0, new int[] {0, 0, 0, 0});
    glClearNamedFramebufferfv(target.name(), GL_DEPTH, 0, new float[] {0});
  }

  private void prepare(int w, int h) {
    if (peel == null) {
      peel = GlProgram.link(scope, GpuLayout.constants(), "visibility.vert", "glass.frag");
      combine = GlProgram.link(scope, GpuLayout.constants(), "glass_behind.comp");
      list = GlProgram.link(scope, GpuLayout.constants(), "glass_list.comp");
    }
    if (w == width && h == height) {
      return;
    }
    free();
    behind = GlTexture.plane(scope, GL_RG32UI, w, h);
    behindDepth = GlTexture.plane(scope, GL_DEPTH_COMPONENT32F, w, h);
    behindTarget = GlFramebuffer.of(scope, behind, behindDepth);
    for (int layer = 0; layer < GpuLayout.GLASS_LAYERS; layer++) {
      layers[layer] = GlTexture.plane(scope, GL_RG32UI, w, h);
      layerDepths[layer] = GlTexture.plane(scope, GL_DEPTH_COMPONENT32F, w, h);
      layerTargets[layer] = GlFramebuffer.of(scope, layers[layer], layerDepths[layer]);
    }
    seen = GlTexture.plane(scope, GL_RG32UI, w, h);
    width = w;
    height = h;
  }

  private void free() {
    if (seen == null) {
      return;
    }
    behindTarget.free();
    behind.free();
    behindDepth.free();
    for (int layer = 0; layer < GpuLayout.GLASS_LAYERS; layer++) {
      layerTargets[layer].free();
      layers[layer].free();
      layerDepths[layer].free();
    }
    seen.free();
  }
}
