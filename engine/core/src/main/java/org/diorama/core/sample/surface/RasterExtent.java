package org.diorama.core.sample.surface;

import java.util.List;
import org.diorama.core.asset.SupportRegion;
import org.diorama.core.math.Aabb;
import org.diorama.core.math.Vec3;
import org.diorama.core.random.RandomStream;

/**
 * A surface that was found on an asset as extent in the frame of an instance.
 *
 * @param region in the asset's space
 * @param scale of the instance: factors along the asset's axes
 */
record RasterExtent(SupportRegion region, Vec3 scale) implements StandingSurface.Extent {
  @Override
  public double area() {
    return region.area() * scale.x() * scale.y();
  }

  @Override
  public Aabb bounds() {
    Vec3 min = new Vec3(region.minX(), region.minY(), 0);
    Vec3 size = new Vec3(region.sizeX(), region.sizeY(), 0);
    return new Aabb(min.times(scale), min.plus(size).times(scale));
  }

  @Override
  public Vec3 draw(RandomStream stream) {
    double cell = stream.uniform();
    double alongX = stream.uniform();
    return region.point(cell, alongX, stream.uniform()).times(scale);
  }

  @Override
  public boolean covers(List<Vec3> corners) {
    return region.covers(inAsset(corners), 0);
  }

  @Override
  public boolean clears(List<Vec3> corners, double height) {
    return region.covers(inAsset(corners), height / scale.z());
  }

  private List<Vec3> inAsset(List<Vec3> corners) {
    return corners.stream()
        .map(corner -> new Vec3(corner.x() / scale.x(), corner.y() / scale.y(), 0))
        .toList();
  }
}
