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
 * @param emission linear radiance relative to the scene's white, without exposure
 * @param alphaMode whether base color alpha cuts holes, see {@link AlphaTest}
 * @param alphaCutoff alpha at or above is solid
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
    double alphaCutoff) {
  public static final int NO_TEXTURE = -1;

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
