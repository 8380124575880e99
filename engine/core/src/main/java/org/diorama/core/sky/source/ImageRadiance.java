package org.diorama.core.sky.source;

import java.util.Objects;
import java.util.OptionalDouble;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.LinearColor;
import org.diorama.core.math.Rotations;
import org.diorama.core.math.Vec3;
import org.diorama.core.sky.SkyRadiance;
import org.diorama.core.sky.image.Panorama;

/** An image of the whole sphere, turned and scaled. Equal where file, turn, and scale are. */
public final class ImageRadiance implements SkyRadiance {
  private final Part part;
  private final double rotation;
  private final double unit;
  private final double coarseness;
  private final SkySources sources;
  private final Affine3 imageFromWorld;
  private volatile Panorama panorama;

  /**
   * What is shown of a file.
   *
   * @param file as a scene names it
   * @param sha256 of its content
   * @param withoutSun whether its sun is taken out
   */
  public record Part(String file, String sha256, boolean withoutSun) {}

  /**
   * @param rotation radians counter-clockwise from +X to what the image's middle shows
   * @param unit cd/m² of one unit of the file
   */
  public ImageRadiance(Part part, double rotation, double unit, SkySources sources) {
    this(part, rotation, unit, 0, sources);
  }

  private ImageRadiance(
      Part part, double rotation, double unit, double coarseness, SkySources sources) {
    this.part = part;
    this.rotation = rotation;
    this.unit = unit;
    this.coarseness = coarseness;
    this.sources = sources;
    this.imageFromWorld = Rotations.yaw(-rotation);
  }

  @Override
  public LinearColor luminance(Vec3 direction) {
    return panorama().lookup(imageFromWorld.transformDirection(direction)).times(unit);
  }

  @Override
  public OptionalDouble detail() {
    return OptionalDouble.of(panorama().pixel());
  }

  @Override
  public ImageRadiance coarser(double radians) {
    return new ImageRadiance(part, rotation, unit, radians, sources);
  }

  private Panorama panorama() {
    Panorama made = panorama;
    if (made == null) {
      made = sources.panorama(part).coarser(coarseness);
      panorama = made;
    }
    return made;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ImageRadiance sky
        && sky.part.equals(part)
        && sky.rotation == rotation
        && sky.unit == unit
        && sky.coarseness == coarseness;
  }

  @Override
  public int hashCode() {
    return Objects.hash(part, rotation, unit, coarseness);
  }
}
