package org.diorama.opengl.frame;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;
import org.diorama.core.geometry.PixelBox;
import org.diorama.core.geometry.ProjectedBounds;
import org.diorama.core.geometry.ProjectedBounds.Relation;
import org.diorama.core.render.Channel;
import org.diorama.core.render.InstanceContrast;
import org.diorama.core.render.InstanceContrast.Luminance;
import org.diorama.core.render.InstanceCoverage;
import org.diorama.core.render.InstanceTable;
import org.diorama.core.render.RenderedView;
import org.diorama.core.render.TruncationTiles;
import org.diorama.core.render.View;
import org.diorama.opengl.pass.GpuLayout;

/**
 * A view on its way back from the device.
 *
 * @param instanceIds of the table's rows
 * @param bounds of the table's rows
 * @param planesAt byte of the planes in the staging memory; likewise the others
 */
record PendingView(
    View view,
    ViewLayout layout,
    List<Integer> instanceIds,
    List<ProjectedBounds> bounds,
    List<CoveragePlan.Truncated> truncated,
    int planesAt,
    int tableAt,
    int tilesAt) {

  /**
   * Copies the planes into pooled buffers and reads the table.
   *
   * @throws DioramaException TEMPORARY where the device has not drawn, rather than a black image
   */
  RenderedView finish(ByteBuffer staging, BufferPool pool) {
    int lastColor = staging.getInt(planesAt + 4 * (layout.planeWords() - 1));
    if (view.channels().contains(Channel.COLOR) && lastColor >>> 24 != 255) {
      throw new DioramaException(
          ExitStatus.TEMPORARY, "OpenGL: the device returned no image; retry on another device");
    }
    Map<Channel, ByteBuffer> planes = new EnumMap<>(Channel.class);
    for (Channel channel : Channel.USUAL) {
      if (!view.channels().contains(channel)) {
        continue;
      }
      int bytes = layout.pixels() * channel.bytesPerPixel();
      ByteBuffer plane = pool.take(bytes);
      int from = planesAt + 4 * firstWord(channel);
      plane.put(0, staging, from, bytes);
      planes.put(channel, plane);
    }
    return new RenderedView(
        view.name(),
        layout.width(),
        layout.height(),
        Collections.unmodifiableMap(planes),
        table(staging));
  }

  private int firstWord(Channel channel) {
    return switch (channel) {
      case DEPTH -> layout.depth();
      case INSTANCE -> layout.instance();
      case COLOR -> layout.color();
      default -> throw new IllegalArgumentException("no plane " + channel);
    };
  }

  private InstanceTable table(ByteBuffer staging) {
    Map<Integer, Double> truncations = truncations(staging);
    List<InstanceCoverage> rows = new ArrayList<>();
    for (int i = 0; i < instanceIds.size(); i++) {
      double outside = bounds.get(i).relation() == Relation.OUTSIDE ? 1 : 0;
      rows.add(row(staging, i, truncations.getOrDefault(i, outside)));
    }
    return new InstanceTable(rows);
  }

  private InstanceCoverage row(ByteBuffer staging, int index, double truncation) {
    int at = tableAt + 4 * GpuLayout.TABLE_WORDS * index;
    int visible = staging.getInt(at);
    int silhouette = staging.getInt(at + 28);
    if (visible == 0) {
      return new InstanceCoverage(
          instanceIds.get(index),
          0,
          silhouette,
          PixelBox.EMPTY,
          0,
          0,
          truncation,
          Optional.empty());
    }
    PixelBox box =
        new PixelBox(
            layout.width() - staging.getInt(at + 4),
            layout.height() - staging.getInt(at + 8),
            staging.getInt(at + 12),
            staging.getInt(at + 16));
    return new InstanceCoverage(
        instanceIds.get(index),
        visible,
        silhouette,
        box,
        Float.intBitsToFloat(~staging.getInt(at + 20)),
        Float.intBitsToFloat(staging.getInt(at + 24)),
        truncation,
        contrast(staging, at + 4 * GpuLayout.CONTRAST, visible));
  }

  private static Optional<InstanceContrast> contrast(ByteBuffer staging, int at, int visible) {
    int around = staging.getInt(at + 32);
    return around == 0
        ? Optional.empty()
        : InstanceContrast.of(luminance(staging, at, visible), luminance(staging, at + 16, around));
  }

  private static Luminance luminance(ByteBuffer staging, int at, int pixels) {
    double scale = 1.0 / GpuLayout.CONTRAST_STEPS / pixels;
    return new Luminance(sum(staging, at) * scale, sum(staging, at + 8) * scale);
  }

  private static double sum(ByteBuffer staging, int at) {
    return Integer.toUnsignedLong(staging.getInt(at)) + staging.getInt(at + 4) * 0x1p32;
  }

  private Map<Integer, Double> truncations(ByteBuffer staging) {
    ByteBuffer bits = staging.duplicate().order(ByteOrder.nativeOrder());
    Map<Integer, Double> result = new HashMap<>();
    int wordsPerRow = TruncationTiles.SIZE / 32;
    int tileBytes = 4 * wordsPerRow * TruncationTiles.SIZE;
    for (CoveragePlan.Truncated entry : truncated) {
      int first = tilesAt + entry.firstTarget() * tileBytes;
      double share =
          TruncationTiles.truncation(
              view.camera(),
              entry.tiles(),
              (tile, x, y) -> {
                int word = first + tile * tileBytes + 4 * (y * wordsPerRow + (x >> 5));
                return (bits.getInt(word) >>> (x & 31) & 1) != 0;
              });
      result.put(entry.instance(), share);
    }
    return result;
  }
}
