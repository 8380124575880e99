package org.diorama.dataset.verify.read;

/**
 * Decoded points.
 *
 * @param positions x, y, z of each in meters; not copied, nor are the others
 * @param colors red, green, blue of each
 * @param instances an id each
 * @param categories an id each
 */
public record PointCloud(double[] positions, byte[] colors, int[] instances, int[] categories) {
  /** Reads a form of files. */
  @FunctionalInterface
  public interface Reader {
    /**
     * @param most points that there can be; a file that says more is not unpacked
     * @throws FaultyFile POINTS_DAMAGED
     */
    PointCloud read(byte[] file, int most) throws FaultyFile;
  }

  static PointCloud ofSize(int count) {
    return new PointCloud(
        new double[3 * count], new byte[3 * count], new int[count], new int[count]);
  }

  public int count() {
    return instances.length;
  }
}
