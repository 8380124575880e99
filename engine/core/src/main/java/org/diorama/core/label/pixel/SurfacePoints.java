package org.diorama.core.label.pixel;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.ShortBuffer;
import java.util.stream.IntStream;
import org.diorama.core.geometry.PinholeCamera;
import org.diorama.core.math.Affine3;
import org.diorama.core.render.Channel;
import org.diorama.core.render.RenderedView;
import org.diorama.core.sample.SampledCamera;

/**
 * Every pixel with a surface as a point of the world, row by row. It belongs to one thread at a
 * time and is valid as long as the planes.
 */
public final class SurfacePoints {
  private final int width;
  private final int height;
  private final PinholeCamera pinhole;
  private final Affine3 worldFromCamera;
  private final FloatBuffer depth;
  private final ShortBuffer ids;
  private final ByteBuffer color;
  private final float[] planar;
  private final double[] across;

  /** Planar z of the row's surfaces; of columns without, what it was of a row before. */
  private final double[] depths;

  private final double[] xs;
  private final double[] ys;
  private final double[] zs;
  private final int[] columns;

  /** Every column. */
  private final int[] all;

  /** First columns of the row's spans of surfaces, and those behind their last ones. */
  private final int[] starts;

  private final int[] ends;
  private int spans;

  public SurfacePoints(RenderedView view, SampledCamera camera) {
    width = view.width();
    height = view.height();
    pinhole = camera.pinhole();
    worldFromCamera = camera.worldFromCamera().atLabelInstant();
    depth = ViewPixels.floats(view, Channel.DEPTH);
    ids = ViewPixels.ids(view);
    color = view.plane(Channel.COLOR);
    planar = new float[width];
    across = new double[width];
    for (int x = 0; x < width; x++) {
      across[x] = pinhole.direction(x + 0.5, 0).x();
    }
    depths = new double[width];
    xs = new double[width];
    ys = new double[width];
    zs = new double[width];
    columns = new int[width];
    all = IntStream.range(0, width).toArray();
    starts = new int[width];
    ends = new int[width];
  }

  /** Rows of the image. */
  public int rows() {
    return height;
  }

  /** How many points there are in all. */
  public int count() {
    int count = 0;
    for (int y = 0; y < height; y++) {
      count += find(y);
    }
    return count;
  }

  /**
   * Finds which pixels of a row have a surface, from the left; not yet where it lies.
   *
   * @return how many there are
   */
  public int find(int y) {
    depth.get(y * width, planar);
    int count = 0;
    spans = 0;
    for (int x = 0; x < width; ) {
      int start = x;
      while (x < width && planar[x] > 0) {
        depths[x] = planar[x];
        x++;
      }
      if (x > start) {
        System.arraycopy(all, start, columns, count, x - start);
        count += x - start;
        starts[spans] = start;
        ends[spans++] = x;
      }
      while (x < width && !(planar[x] > 0)) {
        x++;
      }
    }
    return count;
  }

  /**
   * Finds those of a row and where they lie.
   *
   * @return how many there are: so many first elements of the arrays are theirs
   */
  public int read(int y) {
    int count = find(y);
    double down = pinhole.direction(0, y + 0.5).y();
    Affine3 map = worldFromCamera;
    map(map.m00(), map.m01(), map.m02(), map.m03(), down, across, depths, xs);
    map(map.m10(), map.m11(), map.m12(), map.m13(), down, across, depths, ys);
    map(map.m20(), map.m21(), map.m22(), map.m23(), down, across, depths, zs);
    if (count < width) {
      close(xs);
      close(ys);
      close(zs);
    }
    return count;
  }

  /** A row of the map, of the ray's point at each depth. So plain that several go at once. */
  private static void map(
      double ofX,
      double ofY,
      double ofZ,
      double offset,
      double down,
      double[] across,
      double[] depths,
      double[] out) {
    for (int x = 0; x < out.length; x++) {
      double z = depths[x];
      out[x] = ofX * (across[x] * z) + ofY * (down * z) + ofZ * z + offset;
    }
  }

  /** Leaves no gaps between the points. */
  private void close(double[] row) {
    int count = 0;
    for (int i = 0; i < spans; i++) {
      int length = ends[i] - starts[i];
      System.arraycopy(row, starts[i], row, count, length);
      count += length;
    }
  }

  /** World x of the row's points, meters; not to be changed. */
  public double[] xs() {
    return xs;
  }

  /** World y, likewise. */
  public double[] ys() {
    return ys;
  }

  /** World z, likewise. */
  public double[] zs() {
    return zs;
  }

  /**
   * Place in the image, row by row, of a point.
   *
   * @param y the row that was read
   * @param point its place among the row's points
   */
  public int pixel(int y, int point) {
    return y * width + columns[point];
  }

  /** Instance id at a pixel. */
  public int instance(int pixel) {
    return Short.toUnsignedInt(ids.get(pixel));
  }

  /**
   * sRGB-encoded color of a pixel.
   *
   * @param channel red, green, blue
   */
  public byte color(int pixel, int channel) {
    return color.get(4 * pixel + channel);
  }
}
