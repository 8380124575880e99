package org.diorama.reference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.diorama.core.bvh.SceneBvhTraversal;
import org.diorama.core.geometry.PinholeCamera;
import org.diorama.core.geometry.PixelBox;
import org.diorama.core.geometry.ProjectedBounds;
import org.diorama.core.math.Vec3;
import org.diorama.core.render.InstanceContrast;
import org.diorama.core.render.InstanceCoverage;
import org.diorama.core.render.InstanceTable;
import org.diorama.core.render.ViewGeometry;

/** Casts one ray through every pixel's center and counts what each instance shows. */
final class ViewTracer {
  private static final int NOTHING = -1;

  private final ViewGeometry geometry;
  private final Optional<ViewShader> shader;
  private final ViewPlanes planes;
  private final PinholeCamera camera;
  private final SceneBvhTraversal traversal = new SceneBvhTraversal();
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
    this.extents = new VisibleExtent[geometry.draws().size()];
    Arrays.setAll(extents, i -> new VisibleExtent());
  }

  void trace() {
    for (int y = 0; y < camera.height(); y++) {
      for (int x = 0; x < camera.width(); x++) {
        tracePixel(x, y);
      }
    }
    if (planes.wantsColor()) {
      measureContrast();
    }
    planes.develop(geometry.view());
  }

  private void tracePixel(int x, int y) {
    int pixel = y * camera.width() + x;
    Vec3 direction = camera.direction(x + 0.5, y + 0.5);
    if (geometry.see(traversal, x + 0.5, y + 0.5)) {
      int surface = traversal.surface();
      float depth = (float) traversal.distance();
      visible[pixel] = surface;
      extents[surface].add(x, y, depth);
      planes.surface(pixel, depth, geometry.draws().get(surface).instanceId());
      shader.ifPresent(each -> each.surface(planes, pixel, direction, traversal));
    } else {
      visible[pixel] = NOTHING;
      planes.surface(pixel, 0, 0);
      shader.ifPresent(each -> each.background(planes, pixel, direction));
    }
  }

  private void measureContrast() {
    ContrastMeter meter = new ContrastMeter(visible, camera.width(), planes::luminance);
    for (int i = 0; i < extents.length; i++) {
      contrasts.add(meter.measure(i, extents[i].box()));
    }
  }

  InstanceTable instances() {
    List<InstanceCoverage> rows = new ArrayList<>();
    for (int i = 0; i < extents.length; i++) {
      VisibleExtent extent = extents[i];
      rows.add(
          new InstanceCoverage(
              geometry.draws().get(i).instanceId(),
              extent.pixels(),
              silhouettePixels(i),
              extent.box(),
              extent.nearest(),
              extent.farthest(),
              geometry.truncation(traversal, i),
              contrasts.isEmpty() ? Optional.empty() : contrasts.get(i)));
    }
    return new InstanceTable(rows);
  }

  /** Where the object is visible anyway, no ray is needed. */
  private int silhouettePixels(int object) {
    PixelBox box = geometry.projected(object).map(ProjectedBounds::box).orElse(PixelBox.EMPTY);
    int count = 0;
    for (int y = box.top(); y < box.bottom(); y++) {
      for (int x = box.left(); x < box.right(); x++) {
        if (visible[y * camera.width() + x] == object
            || geometry.covers(traversal, object, x + 0.5, y + 0.5)) {
          count++;
        }
      }
    }
    return count;
  }
}
