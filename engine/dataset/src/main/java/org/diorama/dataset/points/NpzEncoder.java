package org.diorama.dataset.points;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.LocalDateTime;
import java.util.function.IntUnaryOperator;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.diorama.core.label.pixel.SurfacePoints;
import org.diorama.dataset.floats.NpyHeader;

/**
 * Point clouds as NumPy's archive of arrays, in C order: {@code positions} of points × 3 doubles,
 * {@code colors} of points × 3 bytes, {@code instances} and {@code categories} of 16 bits.
 */
public final class NpzEncoder {
  /** Before any clock: the same points give the same bytes. */
  private static final LocalDateTime EPOCH = LocalDateTime.of(1980, 1, 1, 0, 0);

  private static final int BUFFER = 1 << 16;

  private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER).order(ByteOrder.LITTLE_ENDIAN);

  /**
   * Writes one cloud; {@code out} stays open.
   *
   * @param category what the semantic image says of an instance id
   */
  public void encode(SurfacePoints points, IntUnaryOperator category, OutputStream out)
      throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(new Unclosed(out))) {
      zip.setLevel(Deflater.BEST_SPEED);
      write(points, category, zip);
    }
  }

  /** Ending an archive closes what it is written to, which is not ours to close. */
  private static final class Unclosed extends FilterOutputStream {
    Unclosed(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      out.write(bytes, offset, length);
    }

    @Override
    public void close() {
      // The archive's end is written, and the stream goes on.
    }
  }

  private void write(SurfacePoints points, IntUnaryOperator category, ZipOutputStream zip)
      throws IOException {
    int count = points.count();
    begin(zip, "positions", NpyHeader.of("<f8", count, 3));
    forEach(
        points,
        points::read,
        (pixel, i) -> {
          reserve(3 * Double.BYTES, zip);
          buffer.putDouble(points.xs()[i]).putDouble(points.ys()[i]).putDouble(points.zs()[i]);
        });
    begin(zip, "colors", NpyHeader.of("|u1", count, 3));
    forEach(
        points,
        points::find,
        (pixel, i) -> {
          reserve(3, zip);
          for (int channel = 0; channel < 3; channel++) {
            buffer.put(points.color(pixel, channel));
          }
        });
    begin(zip, "instances", NpyHeader.of("<u2", count));
    numbers(points, instance -> instance, zip);
    begin(zip, "categories", NpyHeader.of("<u2", count));
    numbers(points, category, zip);
    flush(zip);
  }

  private void numbers(SurfacePoints points, IntUnaryOperator ofInstance, OutputStream zip)
      throws IOException {
    forEach(
        points,
        points::find,
        (pixel, i) -> {
          reserve(Short.BYTES, zip);
          buffer.putShort((short) ofInstance.applyAsInt(points.instance(pixel)));
        });
  }

  private interface Visitor {
    /**
     * @param pixel its place in the image, row by row
     * @param point its place among the row's points
     */
    void visit(int pixel, int point) throws IOException;
  }

  private static void forEach(SurfacePoints points, IntUnaryOperator row, Visitor visitor)
      throws IOException {
    for (int y = 0; y < points.rows(); y++) {
      int count = row.applyAsInt(y);
      for (int i = 0; i < count; i++) {
        visitor.visit(points.pixel(y, i), i);
      }
    }
  }

  private void begin(ZipOutputStream zip, String name, byte[] head) throws IOException {
    flush(zip);
    ZipEntry entry = new ZipEntry(name + ".npy");
    entry.setTimeLocal(EPOCH);
    zip.putNextEntry(entry);
    zip.write(head);
  }

  private void reserve(int bytes, OutputStream zip) throws IOException {
    if (buffer.remaining() < bytes) {
      flush(zip);
    }
  }

  private void flush(OutputStream zip) throws IOException {
    zip.write(buffer.array(), 0, buffer.position());
    buffer.clear();
  }
}
