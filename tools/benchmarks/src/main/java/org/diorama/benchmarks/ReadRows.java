package org.diorama.benchmarks;

import org.diorama.core.label.pixel.PixelRows;
import org.diorama.core.label.pixel.SurfacePoints;
import org.diorama.dataset.FloatImages;
import org.diorama.dataset.LabelImages;
import org.diorama.dataset.LabelledView;
import org.diorama.dataset.layout.Kind;
import org.diorama.dataset.png.PngEncoder;

/**
 * Reads what the files of labels hold as their encoders do, and encodes nothing.
 *
 * @param quantized whether lengths and coordinates are read as the 16-bit steps of images, too, or
 *     as floats alone
 */
record ReadRows(boolean quantized, LabelImages images, byte[] bytes, float[] floats) {
  ReadRows(boolean quantized, int width) {
    this(quantized, new LabelImages(), new byte[6 * width], new float[3 * width]);
  }

  /** A number that all of it is needed for. */
  long read(Kind kind, LabelledView labelled) {
    return switch (kind) {
      case DEPTH, DISTANCE -> quantized ? bytes(kind, labelled) : 0;
      case NOCS ->
          quantized ? bytes(kind, labelled) : floats(labelled.coordinates().rows(), labelled);
      case POINTS_PLY -> points(labelled.points());
      case POINTS_NPZ -> 0; // The same ones.
      default ->
          kind.channels().isEmpty()
              ? bytes(kind, labelled)
              : floats(FloatImages.of(kind, labelled), labelled);
    };
  }

  private long bytes(Kind kind, LabelledView labelled) {
    PngEncoder.RowSource rows = images.rows(kind, labelled);
    long sum = 0;
    for (int y = 0; y < labelled.view().height(); y++) {
      rows.fill(y, bytes);
      sum += bytes[y];
    }
    return sum;
  }

  private long floats(PixelRows rows, LabelledView labelled) {
    long sum = 0;
    for (int y = 0; y < labelled.view().height(); y++) {
      rows.fill(y, floats);
      sum += (long) floats[y];
    }
    return sum;
  }

  /** Where points are and which pixels they belong to, whose colors and ids others say. */
  private static long points(SurfacePoints points) {
    long sum = 0;
    for (int y = 0; y < points.rows(); y++) {
      sum += points.read(y);
      sum += (long) (points.xs()[0] + points.ys()[0] + points.zs()[0]) + points.pixel(y, 0);
    }
    return sum;
  }
}
