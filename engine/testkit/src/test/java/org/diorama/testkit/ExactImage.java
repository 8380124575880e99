package org.diorama.testkit;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diorama.core.geometry.PixelBox;
import org.diorama.core.math.Vec3;
import org.diorama.core.render.Channel;
import org.diorama.core.render.InstanceCoverage;
import org.diorama.core.render.InstanceRow;
import org.diorama.core.render.InstanceTable;
import org.diorama.core.render.RenderJob;
import org.diorama.core.render.RenderedView;
import org.diorama.core.render.SilhouetteBits;

/** Planes that a test can spoil, and the table that follows from them. */
final class ExactImage {
  final int width;
  final int[] ids;
  final float[] depths;
  final Vec3[] normals;
  final int[][] albedos;
  final int[] parts;
  private final ExactView exact;

  ExactImage(TestScene scene) {
    RenderJob job = scene.job();
    exact = new ExactView(job, job.views().get(0), scene.assets());
    width = exact.width();
    ids = new int[exact.pixels()];
    depths = new float[exact.pixels()];
    normals = new Vec3[exact.pixels()];
    albedos = new int[exact.pixels()][4];
    parts = new int[exact.pixels()];
    for (int pixel = 0; pixel < ids.length; pixel++) {
      ids[pixel] = exact.id(pixel);
      depths[pixel] = (float) exact.depth(pixel);
      normals[pixel] = Vec3.ZERO;
      int at = pixel;
      exact.surface(pixel).ifPresent(surface -> fill(at, surface));
    }
  }

  private void fill(int pixel, ExactSurface surface) {
    double u = exact.centerU(pixel);
    double v = exact.centerV(pixel);
    normals[pixel] = surface.normal(u, v).orElseThrow();
    parts[pixel] = surface.part();
    for (int i = 0; i < 3; i++) {
      albedos[pixel][i] = (int) Math.rint(surface.albedo(u, v)[i]);
    }
    albedos[pixel][3] = 255;
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
    Map<Channel, ByteBuffer> planes = new EnumMap<>(Channel.class);
    planes.put(Channel.DEPTH, depth);
    planes.put(Channel.INSTANCE, instance);
    addSurfaces(planes);
    RenderedView plain =
        new RenderedView("", width, ids.length / width, planes, new InstanceTable(List.of()));
    return new RenderedView("", width, ids.length / width, planes, table(plain, change));
  }

  private void addSurfaces(Map<Channel, ByteBuffer> planes) {
    ByteBuffer normal = ByteBuffer.allocate(12 * ids.length).order(ByteOrder.nativeOrder());
    ByteBuffer albedo = ByteBuffer.allocate(4 * ids.length);
    ByteBuffer part = ByteBuffer.allocate(2 * ids.length).order(ByteOrder.nativeOrder());
    for (int pixel = 0; pixel < ids.length; pixel++) {
      for (int i = 0; i < 3; i++) {
        normal.putFloat(12 * pixel + 4 * i, (float) normals[pixel].component(i));
      }
      for (int i = 0; i < 4; i++) {
        albedo.put(4 * pixel + i, (byte) albedos[pixel][i]);
      }
      part.putShort(2 * pixel, (short) parts[pixel]);
    }
    planes.put(Channel.NORMAL, normal);
    planes.put(Channel.ALBEDO, albedo);
    planes.put(Channel.PART, part);
  }

  /** The exact silhouettes, of which one pixel of one row may be turned. */
  List<SilhouetteBits> silhouettes(int row, int x, int y) {
    List<SilhouetteBits> all = new ArrayList<>();
    PixelBox box = new PixelBox(0, 0, width, ids.length / width);
    for (int i = 0; i < exact.geometry().rows().size(); i++) {
      int[] words = new int[SilhouetteBits.wordsOf(box)];
      for (int pixel = 0; pixel < ids.length; pixel++) {
        boolean turned = i == row && pixel == y * width + x;
        InstanceRow each = exact.geometry().rows().get(i);
        if (exact.covers(each, exact.centerU(pixel), exact.centerV(pixel)) != turned) {
          int column = pixel % width;
          words[pixel / width * ((width + 31) / 32) + column / 32] |= 1 << column;
        }
      }
      all.add(new SilhouetteBits(box, IntBuffer.wrap(words)));
    }
    return all;
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
