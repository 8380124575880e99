package org.diorama.assets.worker;

import java.util.Optional;
import org.diorama.core.asset.Finish;
import org.diorama.core.math.LinearColor;

/**
 * A material as the file has it, already metal-rough, its images still names.
 *
 * @param opacity 1 is solid
 * @param alpha what the base color image's alpha means
 * @param opacityImage an image of its own for the opacity (OBJ's {@code map_d})
 */
record ImportedMaterial(
    String name,
    LinearColor baseColor,
    double metallic,
    double roughness,
    LinearColor emission,
    double opacity,
    AlphaUse alpha,
    double alphaCutoff,
    Optional<String> baseColorImage,
    Optional<String> opacityImage,
    Optional<String> normalImage,
    Optional<String> metallicRoughnessImage,
    Finish finish) {

  /** What the alpha channel of a base color image stands for. */
  enum AlphaUse {
    /** Nothing: the surface is solid. */
    IGNORED,
    /** Holes, where the image has any. */
    CUT_OUT
  }
}
