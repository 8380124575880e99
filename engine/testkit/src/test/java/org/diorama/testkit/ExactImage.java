package org.diorama.testkit;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diorama.core.geometry.PixelBox;
import org.diorama.core.render.Channel;
import org.diorama.core.render.InstanceCoverage;
import org.diorama.core.render.InstanceRow;
import org.diorama.core.render.InstanceTable;
import org.diorama.core.render.RenderJob;
import org.diorama.core.render.RenderedView;

/** Planes that a test can spoil, and the table that follows from them. */
final class ExactImage {
  final int width;
  final int[] ids;
  final float[] depths;
  private final ExactView exact;

  ExactImage(TestScene scene) {
    RenderJob job = scene.job();
    exact = new ExactView(job, job.views().get(0), scene.assets());
    width = exact.width();
    ids = new int[exact.pixels()];
    depths = new float[exact.pixels()];
    for (int pixel = 0; pixel < ids.length; pixel++) {
      ids[pixel] = exact.id(pixel);
      depths[pixel] = (float) exact.depth(pixel);
    }
  }

  /** How the instance table is to be spoiled; returns the row to use. */
  interface RowChange {
    InstanceCoverage apply(InstanceCoverage row);
  }

  RenderedView view(RowChange change) {
    ByteBuffer depth = ByteBuffer.allocate(4 * ids.length).order(ByteOrder.nativeOrder());
    ByteBuffer instance = ByteBuffer.allocate(2 * ids.length).order(ByteOrder.nativeOrder());
    for (int pixel = 0; pixel < ids.length; pixel++) {
      depth.putFloat(4 * pixel, depths[pixel]);
      instance.putShort(2 * pixel, (short) ids[pixel]);
    }
    Map<Channel, ByteBuffer> planes = Map.of(Channel.DEPTH, depth, Channel.INSTANCE, instance);
    RenderedView plain =
        new RenderedView("", width, ids.length / width, planes, new InstanceTable(List.of()));
    return new RenderedView("", width, ids.length / width, planes, table(plain, change));
  }

  private InstanceTable table(RenderedView plain, RowChange change) {
    Map<Integer, RenderTables.Visible> visible = RenderTables.visible(plain);
    List<InstanceCoverage> rows = new ArrayList<>();
    for (InstanceRow row : exact.geometry().rows()) {
      int id = row.instanceId();
      RenderTables.Visible seen =
          visible.getOrDefault(id, new RenderTables.Visible(0, PixelBox.EMPTY, 0, 0));
      int silhouette = 0;
      for (int pixel = 0; pixel < ids.length; pixel++) {
        silhouette += exact.covers(row, exact.centerU(pixel), exact.centerV(pixel)) ? 1 : 0;
      }
      rows.add(
          change.apply(
              new InstanceCoverage(
                  id,
                  seen.pixels(),
                  silhouette,
                  seen.box(),
                  seen.nearest(),
                  seen.farthest(),
                  exact.truncation(row),
                  Optional.empty())));
    }
    return new InstanceTable(rows);
  }
}
