package org.diorama.opengl.pass;

import static org.lwjgl.opengl.GL45C.GL_BUFFER_UPDATE_BARRIER_BIT;
import static org.lwjgl.opengl.GL45C.GL_DEPTH_CLAMP;
import static org.lwjgl.opengl.GL45C.GL_DEPTH_TEST;
import static org.lwjgl.opengl.GL45C.GL_LEQUAL;
import static org.lwjgl.opengl.GL45C.glDepthFunc;
import static org.lwjgl.opengl.GL45C.glDisable;
import static org.lwjgl.opengl.GL45C.glDispatchCompute;
import static org.lwjgl.opengl.GL45C.glEnable;
import static org.lwjgl.opengl.GL45C.glGetNamedBufferSubData;
import static org.lwjgl.opengl.GL45C.glMemoryBarrier;
import static org.lwjgl.opengl.GL45C.glUniform1ui;
import static org.lwjgl.opengl.GL45C.glViewport;

import java.util.List;
import java.util.stream.IntStream;
import org.diorama.opengl.gl.GlBuffer;
import org.diorama.opengl.gl.GlProgram;
import org.diorama.opengl.gl.GlScope;

/**
 * The sun's shadow maps. Reads the depth plane, depths of glass and the table's summary, to which
 * it fits its layers on the device, then casters, draws, materials and geometry. Writes depth
 * layers and the fit, and leaves those alone that it isn't told to draw.
 */
public final class ShadowPass {
  /** Near and far receivers. */
  public static final int LAYERS = 2;

  /**
   * How far receivers that face the sun move along their normal before they are compared, in
   * texels.
   */
  public static final double OFFSET = 0.6;

  /**
   * Likewise those at right angles to its light, in proportion to the cosine between: what vertices
   * are rounded to in a map is a 256th of a texel.
   */
  public static final double LEAST_OFFSET = 0.1;

  /**
   * Texels along the light by which what stands in it may differ between texels of the filter: as
   * far as they lie apart, where it stands at 45 degrees to the light.
   */
  public static final double LEAN = 3;

  /**
   * Texels along the light by which a sunlit wall rises over each texel from its foot: steeper ones
   * can't be told from what throws a shadow.
   */
  public static final double FOOT = 1.5;

  /** And as a share of their distance from the camera: a few of a float's last digits. */
  public static final double OFFSET_SHARE = 2e-6;

  /** Texels on a layer's side. */
  public static final int SIZE = 2048;

  private static final int LAYER_BYTES = 8 * 4;
  private static final int FIT_BYTES = LAYERS * LAYER_BYTES;

  /** Place of the highest caster in a layer's record. */
  private static final int TOP = 6 * 4;

  /** Likewise of the number of the depth layer that holds its map. */
  private static final int PLACE = 7 * 4;

  private static final int UNIFORM = 0;

  private final GlScope scope;
  private final GlProgram fit;
  private final GlProgram opaque;
  private final GlProgram alphaTested;
  private final ShadowMaps maps;
  private final GlBuffer fitBuffer;
  private final int[] words = new int[FIT_BYTES / 4];
  private GlProgram fitWithGlass;

  public ShadowPass(GlScope scope) {
    this.scope = scope;
    this.fit = GlProgram.link(scope, GpuLayout.constants(), "shadow_fit.comp");
    this.opaque = GlProgram.link(scope, GpuLayout.constants(), "shadow.vert", "shadow.frag");
    this.alphaTested =
        GlProgram.link(scope, GpuLayout.with("ALPHA_TESTED", "1"), "shadow.vert", "shadow.frag");
    this.maps = new ShadowMaps(scope, SIZE, 1);
    this.fitBuffer = new GlBuffer(scope, FIT_BYTES, 0);
  }

  /** Binds the maps and their fit for shading; for a view without sun, that is all. */
  public void bind() {
    fitBuffer.bindStorage(GpuLayout.SHADOW_FIT);
    maps.bind(GpuLayout.SHADOW_UNIT);
  }

  /**
   * Fits the layers to what the image shows, and waits for it.
   *
   * @param glass whether the depths of its layers are bound
   * @param top greatest coordinate towards the sun of any caster, from the camera
   */
  public List<SunLayer> fit(int pixels, boolean glass, float top) {
    fitBuffer.fill(0, FIT_BYTES, 0);
    for (int layer = 0; layer < LAYERS; layer++) {
      fitBuffer.fill(layer * LAYER_BYTES + TOP, Integer.BYTES, Float.floatToIntBits(top));
    }
    if (glass && fitWithGlass == null) {
      fitWithGlass = GlProgram.link(scope, GpuLayout.with("GLASS", "1"), "shadow_fit.comp");
    }
    (glass ? fitWithGlass : fit).use();
    int perGroup = GpuLayout.STRIP * GpuLayout.STRIP_GROUP;
    glDispatchCompute((pixels + perGroup - 1) / perGroup, 1, 1);
    glMemoryBarrier(GL_BUFFER_UPDATE_BARRIER_BIT);
    glGetNamedBufferSubData(fitBuffer.name(), 0, words);
    return IntStream.range(0, LAYERS)
        .mapToObj(layer -> SunLayer.of(words, layer * LAYER_BYTES / 4))
        .toList();
  }

  /**
   * Draws maps and binds all for shading.
   *
   * @param commands of all runs
   * @param layerOf each of the fitted layers: where its map lies
   * @param glassOf likewise, what glass takes, plus 1; 0 for none
   * @param layers there shall be; where there were fewer, what they held is lost
   */
  public void run(
      VertexInput input,
      Commands commands,
      List<ShadowRun> runs,
      List<Integer> layerOf,
      List<Integer> glassOf,
      int layers) {
    maps.allocate(layers);
    for (int layer = 0; layer < layerOf.size(); layer++) {
      fitBuffer.fill(
          layer * LAYER_BYTES + PLACE,
          Integer.BYTES,
          layerOf.get(layer) | glassOf.get(layer) << 16);
    }
    glEnable(GL_DEPTH_TEST);
    glEnable(GL_DEPTH_CLAMP);
    glDepthFunc(GL_LEQUAL);
    glViewport(0, 0, SIZE, SIZE);
    for (ShadowRun run : runs) {
      maps.begin(run.layer(), run.from());
      draw(opaque, input, false, run.projection(), commands, run.first(), run.opaque());
      int next = run.first() + run.opaque();
      draw(alphaTested, input, true, run.projection(), commands, next, run.alphaTested());
    }
    glDisable(GL_DEPTH_CLAMP);
    maps.bind(GpuLayout.SHADOW_UNIT);
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
