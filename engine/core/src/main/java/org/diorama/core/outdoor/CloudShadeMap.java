package org.diorama.core.outdoor;

import org.diorama.core.math.Vec3;

/**
 * The shade of clouds on the plane z = 0 as two square tables around a camera, a fine one within a
 * coarse one. A place above or below it is looked up where its ray from the light meets the plane.
 */
public final class CloudShadeMap {
  /** Texels on the side of a table. */
  public static final int SIZE = 256;

  /** Meters on the side of each table. */
  public static final double[] SPANS = {2_560, 25_600};

  /** Meters between the middles that tables may have: cameras nearby share them. */
  private static final double STEP = 256;

  private final Key key;
  private final float[][] tables = new float[SPANS.length][SIZE * SIZE];
  private final float mean;

  /**
   * What tables are made from.
   *
   * @param x meters in the world of their middle; likewise y
   */
  public record Key(CloudShade shade, double x, double y) {
    /**
     * Around what lies below a camera.
     *
     * @param camera meters in the world
     */
    public static Key of(CloudShade shade, Vec3 camera) {
      return new Key(
          shade, Math.rint(camera.x() / STEP) * STEP, Math.rint(camera.y() / STEP) * STEP);
    }
  }

  /** Makes the tables; some 30 ms of work. */
  public CloudShadeMap(Key key) {
    this.key = key;
    this.mean = (float) key.shade().mean();
    for (int table = 0; table < SPANS.length; table++) {
      double texel = SPANS[table] / SIZE;
      for (int k = 0; k < SIZE * SIZE; k++) {
        Vec3 place =
            new Vec3(
                key.x() + (k % SIZE + 0.5 - SIZE / 2) * texel,
                key.y() + (k / SIZE + 0.5 - SIZE / 2) * texel,
                0);
        tables[table][k] = (float) key.shade().at(place, 0.5 * texel);
      }
    }
  }

  public Key key() {
    return key;
  }

  /**
   * @param table 0 for the fine one, 1 for the coarse one
   * @return share of the light at each texel's center, row by row, y and x rising; not to be
   *     changed
   */
  public float[] texels(int table) {
    return tables[table];
  }

  /** Share beyond the tables. */
  public float mean() {
    return mean;
  }
}
