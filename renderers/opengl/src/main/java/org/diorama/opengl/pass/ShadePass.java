package org.diorama.opengl.pass;

import static org.lwjgl.opengl.GL45C.GL_COMMAND_BARRIER_BIT;
import static org.lwjgl.opengl.GL45C.GL_DISPATCH_INDIRECT_BUFFER;
import static org.lwjgl.opengl.GL45C.GL_RGBA16F;
import static org.lwjgl.opengl.GL45C.GL_SHADER_STORAGE_BARRIER_BIT;
import static org.lwjgl.opengl.GL45C.GL_TEXTURE_FETCH_BARRIER_BIT;
import static org.lwjgl.opengl.GL45C.GL_WRITE_ONLY;
import static org.lwjgl.opengl.GL45C.glBindBuffer;
import static org.lwjgl.opengl.GL45C.glBindImageTexture;
import static org.lwjgl.opengl.GL45C.glDispatchCompute;
import static org.lwjgl.opengl.GL45C.glMemoryBarrier;
import static org.lwjgl.opengl.GL45C.glUniform4fv;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.diorama.opengl.gl.GlBuffer;
import org.diorama.opengl.gl.GlProgram;
import org.diorama.opengl.gl.GlScope;
import org.diorama.opengl.gl.GlTexture;
import org.diorama.opengl.gl.ScratchBuffer;
import org.diorama.opengl.resident.SkyResidency.ResidentSky;

/**
 * Visibility to radiance. Reads the visibility and depth planes, geometry, materials, texels, light
 * and shadow maps; writes radiance and the list of pixels beside edges. Pixels are sorted into
 * lists first, and each kernel is dispatched over its own.
 */
public final class ShadePass {
  /** Bytes of the lists' heads, of which each starts with the arguments of its dispatch. */
  private static final int HEAD_BYTES = 80;

  private static final int ONE_HEAD_BYTES = 16;
  private static final int VOLUME = 0;
  private static final int EDGES = 2;
  private static final int GLASS = 4;
  private static final int LIST_COUNT = 5;

  /** Byte of the arguments with which kernels over edges are dispatched. */
  static final int EDGES_HEAD = ONE_HEAD_BYTES * EDGES;

  /** Likewise over pixels with glass. */
  static final int GLASS_HEAD = ONE_HEAD_BYTES * GLASS;

  /** What the sun does in an image: what it doesn't is not in the programs that shade it. */
  public enum Sun {
    NONE(Map.of()),
    SHADELESS(Map.of("SUN", "1")),
    SHADED(Map.of("SUN", "1", "SUN_SHADOWS", "1")),

    /** By glass, too. */
    SHADED_BY_GLASS(Map.of("SUN", "1", "SUN_SHADOWS", "1", "SUN_GLASS", "1"));

    private final Map<String, String> definitions;

    Sun(Map<String, String> definitions) {
      this.definitions = definitions;
    }
  }

  /**
   * What lights an image.
   *
   * @param occlusion whether the plane of occlusion is bound
   * @param volume place of the volume of irradiance that is bound
   */
  public record Light(Sun sun, boolean occlusion, Optional<float[]> volume) {
    Map<String, String> definitions() {
      Map<String, String> result = new LinkedHashMap<>(sun.definitions);
      if (occlusion) {
        result.put("OCCLUSION", "1");
      }
      volume.ifPresent(place -> result.put("VOLUME", "1"));
      return result;
    }

    void setUniforms() {
      volume.ifPresent(place -> glUniform4fv(VOLUME, place));
    }
  }

  private final GlScope scope;
  private final GlProgram classify;
  private final SurfaceKernels shade;
  private final GlTexture albedo;
  private final ScratchBuffer lists;
  private GlTexture sheen;
  private GlTexture radiance;
  private int width;
  private int height;

  public ShadePass(GlScope scope) {
    this.scope = scope;
    Map<String, String> constants = GpuLayout.constants();
    this.classify = GlProgram.link(scope, constants, "classify.comp");
    this.shade = new SurfaceKernels(scope, "shade.comp");
    this.albedo = AlbedoTable.upload(scope);
    this.lists = new ScratchBuffer(scope);
  }

  /**
   * Leaves the lists bound.
   *
   * @param finished whether any material has a finish
   * @return exposed linear radiance
   */
  public GlTexture run(
      GlTexture visibility, ResidentSky sky, Light light, boolean finished, int w, int h) {
    resize(w, h);
    GlBuffer buffer = lists.atLeast(HEAD_BYTES + 4L * LIST_COUNT * w * h);
    buffer.fill(0, HEAD_BYTES, 0);
    for (int list = 0; list < LIST_COUNT; list++) {
      buffer.fill(ONE_HEAD_BYTES * list + 4, 8, 1);
    }
    buffer.bindStorage(GpuLayout.LISTS);
    glBindBuffer(GL_DISPATCH_INDIRECT_BUFFER, buffer.name());
    visibility.bind(GpuLayout.VISIBILITY_UNIT);
    sky.radiance().bind(GpuLayout.SKY_UNIT);
    sky.light().bind(GpuLayout.SKY_LIGHT_UNIT);
    albedo.bind(GpuLayout.ALBEDO_UNIT);
    if (finished) {
      sheen().bind(GpuLayout.SHEEN_UNIT);
    }
    glBindImageTexture(
        GpuLayout.RADIANCE_IMAGE, radiance.name(), 0, false, 0, GL_WRITE_ONLY, GL_RGBA16F);
    classify.use();
    int perGroup = GpuLayout.STRIP * GpuLayout.STRIP_GROUP;
    glDispatchCompute((w * h + perGroup - 1) / perGroup, 1, 1);
    glMemoryBarrier(GL_SHADER_STORAGE_BARRIER_BIT | GL_COMMAND_BARRIER_BIT);
    shade.run(finished, light.definitions(), light::setUniforms);
    glMemoryBarrier(GL_TEXTURE_FETCH_BARRIER_BIT);
    return radiance;
  }

  private GlTexture sheen() {
    if (sheen == null) {
      sheen = AlbedoTable.uploadSheen(scope);
    }
    return sheen;
  }

  private void resize(int w, int h) {
    if (w != width || h != height) {
      if (radiance != null) {
        radiance.free();
      }
      radiance = GlTexture.filteredPlane(scope, GL_RGBA16F, w, h);
      width = w;
      height = h;
    }
  }
}
