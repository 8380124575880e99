package org.diorama.procedural.surface;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.diorama.core.asset.Texture;
import org.diorama.core.math.LinearColor;
import org.diorama.core.surface.SurfaceFinish;

/**
 * The images of a finish and what they mean.
 *
 * @param meters length that one period covers
 * @param meanColor linear, over the area
 * @param brightest greatest value of each channel, which the color image has as 1
 * @param meanRoughness mean over the area
 * @param roughness absent where it is the same everywhere
 */
record SurfaceTextures(
    double meters,
    LinearColor meanColor,
    LinearColor brightest,
    double meanRoughness,
    Texture color,
    Texture normals,
    Optional<Texture> roughness) {
  /** Texels of a side. */
  static final int SIZE = 1024;

  static SurfaceTextures bake(SurfaceFinish finish) {
    SurfacePatch patch =
        Weathering.apply(
            dry(finish, SIZE),
            finish.wetness(),
            finish.snow(),
            Recipes.of(finish.kind()).isLevel());
    return new SurfaceTextures(
        patch.meters() * finish.scale(),
        patch.meanColor(),
        patch.brightest(),
        patch.meanRoughness(),
        SurfaceImages.color(patch),
        SurfaceImages.normals(patch),
        varies(patch.roughness()) ? Optional.of(SurfaceImages.roughness(patch)) : Optional.empty());
  }

  /** The fields of a finish without water and snow. */
  static SurfacePatch dry(SurfaceFinish finish, int size) {
    Recipe recipe = Recipes.of(finish.kind());
    SurfacePatch patch = new SurfacePatch(size, recipe.meters());
    recipe.fill(patch, Hash.bits(finish.kind().word().hashCode(), finish.variant(), 0));
    return patch;
  }

  /** Bytes of all images with their mip levels. */
  long bytes() {
    return Stream.concat(Stream.of(color, normals), roughness.stream())
        .map(Texture::levels)
        .flatMap(List::stream)
        .mapToLong(level -> level.length)
        .sum();
  }

  private static boolean varies(float[] values) {
    for (float value : values) {
      if (value != values[0]) {
        return true;
      }
    }
    return false;
  }
}
