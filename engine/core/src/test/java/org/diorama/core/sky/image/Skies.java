package org.diorama.core.sky.image;

import java.util.function.Function;
import org.diorama.core.math.LinearColor;
import org.diorama.core.math.Vec3;

/** Panoramas painted by direction. */
final class Skies {
  private static final int PARTS = 8;

  private Skies() {}

  /** Each pixel the mean over even places in it. */
  static Panorama painted(int width, Function<Vec3, LinearColor> color) {
    float[][] rows = new float[width / 2][3 * width];
    Panorama fine = new Panorama(new float[width / 2 * PARTS][3 * width * PARTS]);
    for (int row = 0; row < rows.length; row++) {
      for (int column = 0; column < width; column++) {
        LinearColor sum = LinearColor.BLACK;
        for (int part = 0; part < PARTS * PARTS; part++) {
          sum =
              sum.plus(
                  color.apply(
                      fine.direction(column * PARTS + part % PARTS, row * PARTS + part / PARTS)));
        }
        rows[row][3 * column] = (float) sum.red() / (PARTS * PARTS);
        rows[row][3 * column + 1] = (float) sum.green() / (PARTS * PARTS);
        rows[row][3 * column + 2] = (float) sum.blue() / (PARTS * PARTS);
      }
    }
    return new Panorama(rows);
  }

  /** Bluer upwards, brown below the horizon. */
  static LinearColor clear(Vec3 direction) {
    return direction.z() < 0
        ? new LinearColor(0.2, 0.15, 0.1)
        : new LinearColor(1 - 0.7 * direction.z(), 1 - 0.5 * direction.z(), 1);
  }

  /** The clear sky with an evenly bright disk. */
  static Function<Vec3, LinearColor> withDisk(Vec3 towards, double radius, LinearColor disk) {
    double edge = Math.cos(radius);
    return direction -> direction.dot(towards) > edge ? disk : clear(direction);
  }

  /** Lux per channel on a surface by its normal, by the pixels' centers. */
  static LinearColor irradiance(Panorama image, Vec3 normal) {
    LinearColor sum = LinearColor.BLACK;
    for (int row = 0; row < image.height(); row++) {
      for (int column = 0; column < image.width(); column++) {
        double cosine = image.direction(column, row).dot(normal);
        if (cosine > 0) {
          sum = sum.plus(image.pixel(column, row).times(cosine * image.solidAngle(row)));
        }
      }
    }
    return sum;
  }
}
