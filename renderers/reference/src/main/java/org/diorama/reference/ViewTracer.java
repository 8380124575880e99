package org.diorama.reference;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.diorama.core.bvh.SceneBvhTraversal;
import org.diorama.core.geometry.PinholeCamera;
import org.diorama.core.geometry.PixelBox;
import org.diorama.core.geometry.ProjectedBounds;
import org.diorama.core.math.Vec3;
import org.diorama.core.render.InstanceContrast;
import org.diorama.core.render.InstanceCoverage;
import org.diorama.core.render.InstanceRow;
import org.diorama.core.render.InstanceTable;
import org.diorama.core.render.SilhouetteBits;
import org.diorama.core.render.ViewGeometry;

/** Casts one ray through every pixel's center and counts what each row's instance shows. */
final class ViewTracer {
  private static final int NOTHING = -1;

  private final ViewGeometry geometry;
  private final Optional<ViewShader> shader;
  private final ViewPlanes planes;
  private final PinholeCamera camera;
  private final SceneBvhTraversal traversal = new SceneBvhTraversal();
  private final LabelSampler labels;
  private final int[] rowOfDraw;
  private final int[] visible;
  private final VisibleExtent[] extents;
  private final List<Optional<InstanceContrast>> contrasts = new ArrayList<>();

  /**
   * @param shader for the colors, where they are asked for
   */
  ViewTracer(ViewGeometry geometry, ViewPlanes planes, Optional<ViewShader> shader) {
    this.geometry = geometry;
    this.shader = shader;
    this.planes = planes;
    this.camera = geometry.view().camera();
    this.visible = new int[camera.width() * camera.height()];
    this.labels = new LabelSampler(geometry, planes);
    this.rowOfDraw = InstanceRow.rowOfDraw(geometry.rows());
    this.extents = new VisibleExtent[geometry.rows().size()];
    Arrays.setAll(extents, i -> new VisibleExtent());
  }

  void trace() {
    for (int y = 0; y < camera.height(); y++) {
      for (int x = 0; x < camera.width(); x++) {
        tracePixel(x, y);
      }
    }
    if (geometry.view().measuresContrast()) {
      measureContrast();
    }
    planes.develop(geometry.view());
  }

  private void tracePixel(int x, int y) {
    int pixel = y * camera.width() + x;
    Vec3 direction = camera.direction(x + 0.5, y + 0.5);
    if (geometry.see(traversal, x + 0.5, y + 0.5)) {
      int row = rowOfDraw[traversal.surface()];
      float depth = (float) traversal.distance();
      visible[pixel] = row;
      extents[row].add(x, y, depth);
      InstanceRow shown = geometry.rows().get(row);
      planes.surface(pixel, depth, shown.instanceId(), 1 + traversal.surface() - shown.firstDraw());
      labels.surface(pixel, direction, traversal);
      shader.ifPresent(each -> each.surface(planes, pixel, direction, traversal));
    } else {
      visible[pixel] = NOTHING;
      planes.surface(pixel, 0, 0, 0);
      labels.background(pixel);
      shader.ifPresent(each -> each.background(planes, pixel, direction));
    }
  }

  private void measureContrast() {
    ContrastMeter meter = new ContrastMeter(visible, camera.width(), planes::luminance);
    for (int i = 0; i < extents.length; i++) {
      contrasts.add(meter.measure(i, extents[i].box()));
    }
  }

  InstanceTable instances(List<SilhouetteBits> silhouettes) {
    List<InstanceCoverage> rows = new ArrayList<>();
    for (int i = 0; i < extents.length; i++) {
      VisibleExtent extent = extents[i];
      InstanceRow row = geometry.rows().get(i);
      rows.add(
          new InstanceCoverage(
              row.instanceId(),
              extent.pixels(),
              silhouettes.get(i).count(),
              extent.box(),
              extent.nearest(),
              extent.farthest(),
              geometry.truncation(traversal, row),
              contrasts.isEmpty() ? Optional.empty() : contrasts.get(i)));
    }
    return new InstanceTable(rows);
  }

  /** One a row. Where the instance is visible anyway, no ray is needed. */
  List<SilhouetteBits> silhouettes() {
    return IntStream.range(0, extents.length).mapToObj(this::silhouette).toList();
  }

  private SilhouetteBits silhouette(int index) {
    InstanceRow row = geometry.rows().get(index);
    PixelBox box = geometry.projected(row).map(ProjectedBounds::box).orElse(PixelBox.EMPTY);
    SilhouetteBits bits = new SilhouetteBits(box, IntBuffer.allocate(SilhouetteBits.wordsOf(box)));
    for (int y = box.top(); y < box.bottom(); y++) {
      for (int x = box.left(); x < box.right(); x++) {
        if (visible[y * camera.width() + x] == index
            || geometry.covers(traversal, row, x + 0.5, y + 0.5)) {
          int column = x - box.left();
          int word = (y - box.top()) * bits.wordsPerRow() + (column >> 5);
          bits.words().put(word, bits.words().get(word) | 1 << (column & 31));
        }
      }
    }
    return bits;
  }
}
