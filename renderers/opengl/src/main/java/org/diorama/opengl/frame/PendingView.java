package org.diorama.opengl.frame;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
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
import org.diorama.core.geometry.ProjectedBounds.Relation;
import org.diorama.core.render.Channel;
import org.diorama.core.render.InstanceContrast;
import org.diorama.core.render.InstanceContrast.Luminance;
import org.diorama.core.render.InstanceCoverage;
import org.diorama.core.render.InstanceTable;
import org.diorama.core.render.RenderedView;
import org.diorama.core.render.SilhouetteBits;
import org.diorama.core.render.TruncationTiles;
import org.diorama.core.render.View;
import org.diorama.opengl.pass.GpuLayout;

/**
 * A view on its way back from the device.
 *
 * @param instanceIds of the table's rows
 * @param planesAt byte of the planes in the staging memory; likewise the others
 * @param silhouettesAt of each batch of the coverage plan, where they are asked for
 */
record PendingView(
    ViewPlan plan,
    List<Integer> instanceIds,
    int planesAt,
    int tableAt,
    int tilesAt,
    List<Integer> silhouettesAt) {

  /**
   * Copies the planes into a frame's buffers and reads the table.
   *
   * @throws DioramaException TEMPORARY where the device has not drawn, rather than a black image
   */
  RenderedView finish(ByteBuffer staging, PooledFrame frame) {
    View view = plan.view();
    ViewLayout layout = plan.layout();
    int lastColor = staging.getInt(planesAt + 4 * layout.lastColor());
    if (view.channels().contains(Channel.COLOR) && lastColor >>> 24 != 255) {
      throw new DioramaException(
          ExitStatus.TEMPORARY, "OpenGL: the device returned no image; retry on another device");
    }
    Map<Channel, ByteBuffer> planes = new EnumMap<>(Channel.class);
    for (Channel channel : view.channels()) {
      int bytes = layout.pixels() * channel.bytesPerPixel();
      ByteBuffer plane = frame.take(bytes);
      plane.put(0, staging, planesAt + 4 * layout.place(channel), bytes);
      planes.put(channel, plane);
    }
    return new RenderedView(
        view.name(),
        layout.width(),
        layout.height(),
        Collections.unmodifiableMap(planes),
        table(staging),
        plan.keepsSilhouettes() ? silhouettes(staging, frame) : List.of());
  }

  /** One a row. */
  private List<SilhouetteBits> silhouettes(ByteBuffer staging, PooledFrame frame) {
    SilhouetteBits nothing = new SilhouetteBits(PixelBox.EMPTY, IntBuffer.allocate(0));
    List<SilhouetteBits> result = new ArrayList<>(Collections.nCopies(instanceIds.size(), nothing));
    for (int i = 0; i < silhouettesAt.size(); i++) {
      CoveragePlan.Batch batch = plan.coverage().batches().get(i);
      // Sizes differ from frame to frame: a pool of few sizes finds a buffer again.
      int roomy = Math.max(4096, Integer.highestOneBit(4 * batch.words() - 1) << 1);
      ByteBuffer words = frame.take(roomy);
      words.put(0, staging, silhouettesAt.get(i), 4 * batch.words());
      for (int target = batch.first(); target < batch.first() + batch.count(); target++) {
        CoveragePlan.Target each = plan.coverage().targets().get(target);
        IntBuffer own = words.asIntBuffer().slice(each.firstWord(), each.words());
        result.set(each.row(), new SilhouetteBits(each.box(), own));
      }
    }
    return result;
  }

  private InstanceTable table(ByteBuffer staging) {
    Map<Integer, Double> truncations = truncations(staging);
    List<InstanceCoverage> rows = new ArrayList<>();
    for (int i = 0; i < instanceIds.size(); i++) {
      double outside = plan.rowBounds().get(i).relation() == Relation.OUTSIDE ? 1 : 0;
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
            plan.layout().width() - staging.getInt(at + 4),
            plan.layout().height() - staging.getInt(at + 8),
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
    for (CoveragePlan.Truncated entry : plan.coverage().truncated()) {
      int first = tilesAt + entry.firstTarget() * tileBytes;
      double share =
          TruncationTiles.truncation(
              plan.view().camera(),
              entry.tiles(),
              (tile, x, y) -> {
                int word = first + tile * tileBytes + 4 * (y * wordsPerRow + (x >> 5));
                return (bits.getInt(word) >>> (x & 31) & 1) != 0;
              });
      result.put(entry.row(), share);
    }
    return result;
  }
}
