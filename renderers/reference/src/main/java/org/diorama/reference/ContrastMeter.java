package org.diorama.reference;

import java.util.Optional;
import java.util.function.IntFunction;
import org.diorama.core.geometry.PixelBox;
import org.diorama.core.render.InstanceContrast;
import org.diorama.core.render.InstanceContrast.Luminance;

/**
 * Measures how instances stand out, by looking around every pixel for the instance.
 *
 * @param visible what each pixel shows, row by row
 * @param luminance of a pixel
 */
record ContrastMeter(int[] visible, int width, IntFunction<Luminance> luminance) {
  /**
   * @param object as {@code visible} numbers it
   * @param box around its visible pixels
   * @return empty where it or its surroundings show nothing
   */
  Optional<InstanceContrast> measure(int object, PixelBox box) {
    Mean own = new Mean();
    Mean around = new Mean();
    int ring = InstanceContrast.RING;
    int height = visible.length / width;
    for (int y = Math.max(0, box.top() - ring); y < Math.min(height, box.bottom() + ring); y++) {
      for (int x = Math.max(0, box.left() - ring); x < Math.min(width, box.right() + ring); x++) {
        int pixel = y * width + x;
        if (visible[pixel] == object) {
          own.add(luminance.apply(pixel));
        } else if (isNear(object, x, y)) {
          around.add(luminance.apply(pixel));
        }
      }
    }
    return own.count == 0 || around.count == 0
        ? Optional.empty()
        : InstanceContrast.of(own.mean(), around.mean());
  }

  private boolean isNear(int object, int x, int y) {
    int ring = InstanceContrast.RING;
    int last = visible.length / width - 1;
    for (int v = Math.max(0, y - ring); v <= Math.min(last, y + ring); v++) {
      for (int u = Math.max(0, x - ring); u <= Math.min(width - 1, x + ring); u++) {
        if (visible[v * width + u] == object) {
          return true;
        }
      }
    }
    return false;
  }

  private static final class Mean {
    private double drawn;
    private double bare;
    private int count;

    void add(Luminance luminance) {
      drawn += luminance.drawn();
      bare += luminance.bare();
      count++;
    }

    Luminance mean() {
      return new Luminance(drawn / count, bare / count);
    }
  }
}
