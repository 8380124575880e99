package org.diorama.core.asset;

import org.diorama.core.math.LinearColor;

/**
 * A metal-rough surface. Textures multiply the factors; indices refer to the model's textures,
 * {@link #NO_TEXTURE} means none. Faces are never culled: a surface is seen, and labelled, from
 * both sides.
 *
 * @param baseColor linear reflectance factor
 * @param metallic in [0, 1]; the metallic-roughness texture's blue channel multiplies it
 * @param roughness perceptual, in [0, 1]; the texture's green channel multiplies it
 * @param emission light of its own, relative to a bright screen: see {@link #emittedLuminance()}
 * @param alphaMode whether base color alpha cuts holes, see {@link AlphaTest}
 * @param alphaCutoff alpha at or above is solid
 * @param finish coat, sheen and light that passes
 */
public record Material(
    String name,
    LinearColor baseColor,
    double metallic,
    double roughness,
    LinearColor emission,
    int baseColorTexture,
    int normalTexture,
    int metallicRoughnessTexture,
    AlphaMode alphaMode,
    double alphaCutoff,
    Finish finish) {
  public static final int NO_TEXTURE = -1;

  /**
   * Luminance in cd/m² of an emission of 1: a bright screen. Model files say how things glow among
   * one another only, not how bright they are.
   */
  public static final double GLOW = 400;

  /** Without coat, sheen and light that passes. */
  public Material(
      String name,
      LinearColor baseColor,
      double metallic,
      double roughness,
      LinearColor emission,
      int baseColorTexture,
      int normalTexture,
      int metallicRoughnessTexture,
      AlphaMode alphaMode,
      double alphaCutoff) {
    this(
        name,
        baseColor,
        metallic,
        roughness,
        emission,
        baseColorTexture,
        normalTexture,
        metallicRoughnessTexture,
        alphaMode,
        alphaCutoff,
        Finish.PLAIN);
  }

  /** The same with another finish. */
  public Material with(Finish other) {
    return new Material(
        name,
        baseColor,
        metallic,
        roughness,
        emission,
        baseColorTexture,
        normalTexture,
        metallicRoughnessTexture,
        alphaMode,
        alphaCutoff,
        other);
  }

  /** The emission whose luminance is as given: the inverse of {@link #emittedLuminance()}. */
  public static LinearColor emissionOf(LinearColor luminance) {
    return luminance.times(1 / GLOW);
  }

  /** Luminance of its own light in cd/m² per channel. */
  public LinearColor emittedLuminance() {
    return emission.times(GLOW);
  }

  /** An opaque surface without textures. */
  public static Material plain(
      String name, LinearColor baseColor, double metallic, double roughness) {
    return new Material(
        name,
        baseColor,
        metallic,
        roughness,
        LinearColor.BLACK,
        NO_TEXTURE,
        NO_TEXTURE,
        NO_TEXTURE,
        AlphaMode.OPAQUE,
        0.5);
  }
}
