package org.diorama.procedural.surface;

/**
 * What water and snow make of a dry surface. Soaked pores trap light: color darkens and the surface
 * glosses with the porosity of the material, estimated from its roughness (Lagarde, Water drop 3b:
 * Physically based wet surfaces, 2013, after Jensen, Legakis and Dorsey, Rendering of Wet
 * Materials, 1999). Water gathers in hollows, snow lies there first and levels the relief.
 */
final class Weathering {
  /** Color of a soaked, fully porous material relative to the dry one. */
  private static final float SOAKED = 0.2f;

  /** Wetness from which water stands. */
  private static final float STANDING = 0.5f;

  /** Share of the area under water at wetness 1. */
  private static final float FLOODED = 0.35f;

  private static final float WATER_ROUGHNESS = 0.05f;
  private static final float[] SNOW = {0.86f, 0.87f, 0.89f};
  private static final float SNOW_ROUGHNESS = 0.9f;

  private Weathering() {}

  /** How much of a material is pores, 0 to 1. */
  static float porosity(float roughness) {
    return Math.max(0, Math.min(1, (roughness - 0.5f) / 0.4f));
  }

  /** Factor on the base color of a wet surface. */
  static float darkening(float roughness, float wetness) {
    return Noise.mix(1, Noise.mix(1, SOAKED, porosity(roughness)), wetness);
  }

  /** Roughness of a wet surface: gloss tends to 1 by half of what the color loses. */
  static float wetRoughness(float roughness, float wetness) {
    float kept = Noise.mix(1, SOAKED, porosity(roughness));
    return roughness * Noise.mix(1, kept, 0.5f * wetness);
  }

  /**
   * The patch itself where nothing changes it.
   *
   * @param level whether water can stand and snow can lie on it
   */
  static SurfacePatch apply(SurfacePatch dry, double wetness, double snow, boolean level) {
    SurfacePatch wet = wetness > 0 ? wet(dry, (float) wetness, level) : dry;
    return level && snow > 0 ? snowy(wet, (float) snow) : wet;
  }

  private static SurfacePatch wet(SurfacePatch dry, float wetness, boolean holds) {
    SurfacePatch wet = new SurfacePatch(dry.size(), dry.meters());
    float share = holds ? FLOODED * Math.max(0, (wetness - STANDING) / (1 - STANDING)) : 0;
    Levels levels = Levels.of(dry.height());
    float level = share > 0 ? levels.at(share) : Float.NEGATIVE_INFINITY;
    float shore = 0.02f * levels.range();
    for (int i = 0; i < dry.texels(); i++) {
      float roughness = dry.roughness()[i];
      float flooded = share > 0 ? Noise.step(-shore, shore, level - dry.height()[i]) : 0;
      float factor = darkening(roughness, Math.max(wetness, flooded));
      wet.set(
          i,
          dry.color()[3 * i] * factor,
          dry.color()[3 * i + 1] * factor,
          dry.color()[3 * i + 2] * factor);
      wet.roughness()[i] = Noise.mix(wetRoughness(roughness, wetness), WATER_ROUGHNESS, flooded);
      wet.height()[i] = Math.max(dry.height()[i], level);
    }
    return wet;
  }

  private static SurfacePatch snowy(SurfacePatch bare, float snow) {
    SurfacePatch white = new SurfacePatch(bare.size(), bare.meters());
    Levels levels = Levels.of(bare.height());
    float level = levels.at(snow);
    float rim = 0.04f * levels.range();
    for (int i = 0; i < bare.texels(); i++) {
      float above = level - bare.height()[i];
      float cover = snow >= 1 ? 1 : Noise.step(-rim, rim, above);
      for (int channel = 0; channel < 3; channel++) {
        white.color()[3 * i + channel] =
            Noise.mix(bare.color()[3 * i + channel], SNOW[channel], cover);
      }
      white.roughness()[i] = Noise.mix(bare.roughness()[i], SNOW_ROUGHNESS, cover);
      // It settles: a third of the relief shows through.
      white.height()[i] = bare.height()[i] + cover * Math.max(0, above) * (2 / 3f);
    }
    return white;
  }
}
