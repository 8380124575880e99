package org.diorama.opengl.resident;

import static org.lwjgl.opengl.GL45C.GL_FLOAT;
import static org.lwjgl.opengl.GL45C.GL_RG;
import static org.lwjgl.opengl.GL45C.GL_RG32F;
import static org.lwjgl.opengl.GL45C.GL_RGBA;
import static org.lwjgl.opengl.GL45C.GL_RGBA32F;
import static org.lwjgl.opengl.GL45C.glTextureSubImage2D;

import java.util.Arrays;
import java.util.Optional;
import org.diorama.core.irradiance.IrradianceVolume;
import org.diorama.core.math.Vec3;
import org.diorama.opengl.gl.GlErrors;
import org.diorama.opengl.gl.GlScope;
import org.diorama.opengl.gl.GlTexture;
import org.diorama.opengl.pass.GpuLayout;

/** The volume of irradiance of one job; its textures are made for the first one. */
public final class VolumeTextures {
  private static final int TEXELS = IrradianceVolume.COEFFICIENTS / 4;
  private static final int TILE = IrradianceVolume.DISTANCE_SIZE + 2;
  private static final int COLUMNS = GpuLayout.VOLUME_COLUMNS;
  private static final int ROWS = (IrradianceVolume.MOST_PROBES + COLUMNS - 1) / COLUMNS;

  private final GlScope scope;
  private GlTexture light;
  private GlTexture distance;
  private Optional<IrradianceVolume> volume = Optional.empty();

  public VolumeTextures(GlScope scope) {
    this.scope = scope;
  }

  /** Replaces the volume by that of a job. */
  public void load(Optional<IrradianceVolume> next) {
    volume = next;
    if (next.isEmpty()) {
      return;
    }
    if (light == null) {
      light = GlTexture.plane(scope, GL_RGBA32F, TEXELS * COLUMNS, ROWS);
      distance = GlTexture.filteredPlane(scope, GL_RG32F, TILE * COLUMNS, TILE * ROWS);
    }
    int rows = (next.get().probes() + COLUMNS - 1) / COLUMNS;
    float[] coefficients =
        Arrays.copyOf(next.get().coefficients(), IrradianceVolume.COEFFICIENTS * COLUMNS * rows);
    glTextureSubImage2D(
        light.name(), 0, 0, 0, TEXELS * COLUMNS, rows, GL_RGBA, GL_FLOAT, coefficients);
    float[] tiles = tiles(next.get(), rows);
    glTextureSubImage2D(
        distance.name(), 0, 0, 0, TILE * COLUMNS, TILE * rows, GL_RG, GL_FLOAT, tiles);
    GlErrors.check("uploading a volume of irradiance");
  }

  /** Tiles beside and below one another instead of one after the other. */
  private static float[] tiles(IrradianceVolume volume, int rows) {
    float[] result = new float[2 * TILE * COLUMNS * TILE * rows];
    for (int line = 0; line < volume.probes() * TILE; line++) {
      int probe = line / TILE;
      int row = probe / COLUMNS * TILE + line % TILE;
      int to = 2 * TILE * (row * COLUMNS + probe % COLUMNS);
      System.arraycopy(volume.distances(), 2 * TILE * line, result, to, 2 * TILE);
    }
    return result;
  }

  /** Makes shading read the volume. */
  public void bind() {
    if (volume.isPresent()) {
      light.bind(GpuLayout.VOLUME_UNIT);
      distance.bind(GpuLayout.VOLUME_DISTANCE_UNIT);
    }
  }

  /**
   * The shaders' {@code volume}, where there is one.
   *
   * @param eye of the camera, in the world
   */
  public Optional<float[]> place(Vec3 eye) {
    return volume.map(each -> place(each, eye));
  }

  private static float[] place(IrradianceVolume volume, Vec3 eye) {
    float[] result = new float[16];
    put(result, 0, volume.first().minus(eye), volume.share());
    put(result, 4, volume.spacing(), volume.lift());
    put(result, 8, new Vec3(volume.count(0), volume.count(1), volume.count(2)), volume.farthest());
    result[12] = (float) volume.outdoors();
    return result;
  }

  private static void put(float[] out, int at, Vec3 vector, double fourth) {
    out[at] = (float) vector.x();
    out[at + 1] = (float) vector.y();
    out[at + 2] = (float) vector.z();
    out[at + 3] = (float) fourth;
  }
}
