package org.diorama.opengl.resident;

import static org.lwjgl.opengl.GL45C.GL_FLOAT;
import static org.lwjgl.opengl.GL45C.GL_RGB;
import static org.lwjgl.opengl.GL45C.GL_RGBA32F;
import static org.lwjgl.opengl.GL45C.glTextureSubImage3D;

import java.nio.FloatBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.diorama.core.sky.HorizonTable;
import org.diorama.core.sky.SkyRadiance;
import org.diorama.core.sky.SkyTables;
import org.diorama.core.sky.SphereTable;
import org.diorama.opengl.gl.GlErrors;
import org.diorama.opengl.gl.GlScope;
import org.diorama.opengl.gl.GlTexture;
import org.lwjgl.system.MemoryUtil;

/**
 * Tables of the skies used last, as textures. Each table of light has a border of one texel that
 * repeats what the octahedral map shows beyond its edges, so that a bilinear filter is right
 * everywhere.
 */
public final class SkyResidency {
  private static final int MOST = 4;

  private final GlScope scope;
  private final Map<SkyRadiance, ResidentSky> skies = new LinkedHashMap<>(MOST, 0.75f, true);

  public SkyResidency(GlScope scope) {
    this.scope = scope;
  }

  /**
   * @param radiance layer 0: above the horizon; layer 1: below it
   * @param light layer 0: irradiance; then the reflections by rising roughness
   */
  public record ResidentSky(GlTexture radiance, GlTexture light) {
    void free() {
      radiance.free();
      light.free();
    }
  }

  /** The textures of a sky, made where they are not there yet. */
  public ResidentSky require(SkyRadiance sky, SkyTables tables) {
    ResidentSky resident = skies.get(sky);
    if (resident == null) {
      if (skies.size() == MOST) {
        skies.remove(skies.keySet().iterator().next()).free();
      }
      resident = upload(tables);
      skies.put(sky, resident);
    }
    return resident;
  }

  private ResidentSky upload(SkyTables tables) {
    return new ResidentSky(
        halves(tables.radiance()),
        layers(
            Stream.concat(Stream.of(tables.irradiance()), tables.reflections().stream()).toList()));
  }

  private GlTexture halves(HorizonTable table) {
    int width = table.width();
    int height = table.height();
    GlTexture texture = GlTexture.filtered(scope, GL_RGBA32F, width, height, 2);
    for (int half = 0; half < 2; half++) {
      glTextureSubImage3D(
          texture.name(), 0, 0, 0, half, width, height, 1, GL_RGB, GL_FLOAT, table.texels(half));
    }
    GlErrors.check("uploading a sky");
    return texture;
  }

  private GlTexture layers(List<SphereTable> tables) {
    int side = tables.get(0).size() + 2;
    GlTexture texture = GlTexture.filtered(scope, GL_RGBA32F, side, side, tables.size());
    FloatBuffer texels = MemoryUtil.memAllocFloat(3 * side * side);
    try {
      for (int layer = 0; layer < tables.size(); layer++) {
        write(texels.clear(), tables.get(layer));
        glTextureSubImage3D(
            texture.name(), 0, 0, 0, layer, side, side, 1, GL_RGB, GL_FLOAT, texels.flip());
      }
    } finally {
      MemoryUtil.memFree(texels);
    }
    GlErrors.check("uploading a sky");
    return texture;
  }

  private static void write(FloatBuffer out, SphereTable table) {
    for (int j = -1; j <= table.size(); j++) {
      for (int i = -1; i <= table.size(); i++) {
        for (int channel = 0; channel < 3; channel++) {
          out.put(table.texel(i, j, channel));
        }
      }
    }
  }
}
