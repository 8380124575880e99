package org.diorama.dataset.json;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.diorama.core.geometry.ImageBox;
import org.diorama.core.geometry.PixelBox;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.LinearColor;
import org.diorama.core.math.Vec3;
import org.diorama.core.sample.MotionStates;
import tools.jackson.databind.module.SimpleModule;

/**
 * Core's small values as arrays: a vector {@code [x, y, z]}, a color {@code [red, green, blue]}, an
 * affine map as three rows of four, the states of a motion as a list of those, a pixel box as
 * {@code [x, y, width, height]}, with fractions or without.
 */
final class CoreJson extends SimpleModule {
  private static final long serialVersionUID = 1L;

  CoreJson() {
    super("diorama-core");
    add(
        Vec3.class,
        double[].class,
        v -> new double[] {v.x(), v.y(), v.z()},
        a -> new Vec3(a[0], a[1], a[2]),
        3);
    add(
        LinearColor.class,
        double[].class,
        c -> new double[] {c.red(), c.green(), c.blue()},
        a -> new LinearColor(a[0], a[1], a[2]),
        3);
    add(
        PixelBox.class,
        int[].class,
        b -> new int[] {b.left(), b.top(), b.width(), b.height()},
        a -> new PixelBox(a[0], a[1], a[0] + a[2], a[1] + a[3]),
        4);
    add(
        ImageBox.class,
        double[].class,
        b -> new double[] {b.x(), b.y(), b.width(), b.height()},
        a -> new ImageBox(a[0], a[1], a[2], a[3]),
        4);
    add(Affine3.class, double[][].class, CoreJson::rows, CoreJson::affine, 3);
    add(
        MotionStates.class,
        double[][][].class,
        m -> m.states().stream().map(CoreJson::rows).toArray(double[][][]::new),
        CoreJson::states,
        ArrayJson.ANY_LENGTH);
  }

  private <T, A> void add(
      Class<T> type, Class<A> array, Function<T, A> toArray, Function<A, T> fromArray, int length) {
    addSerializer(type, new ArrayJson.Writer<>(type, toArray));
    addDeserializer(type, new ArrayJson.Reader<>(type, array, fromArray, length));
  }

  private static double[][] rows(Affine3 map) {
    double[] r = map.toRows();
    return new double[][] {
      {r[0], r[1], r[2], r[3]}, {r[4], r[5], r[6], r[7]}, {r[8], r[9], r[10], r[11]}
    };
  }

  private static Affine3 affine(double[][] rows) {
    double[] values = new double[12];
    for (int row = 0; row < 3; row++) {
      if (rows[row].length != 4) {
        throw new IllegalArgumentException("a row of " + rows[row].length + " numbers, not 4");
      }
      System.arraycopy(rows[row], 0, values, 4 * row, 4);
    }
    return Affine3.ofRows(values);
  }

  private static MotionStates states(double[][][] states) {
    List<Affine3> result = new ArrayList<>();
    for (double[][] rows : states) {
      if (rows.length != 3) {
        throw new IllegalArgumentException("an affine map of " + rows.length + " rows, not 3");
      }
      result.add(affine(rows));
    }
    return new MotionStates(result);
  }
}
