package org.diorama.core.label.box;

import java.util.List;
import java.util.Optional;
import org.diorama.core.geometry.ImageBox;
import org.diorama.core.geometry.PinholeCamera;
import org.diorama.core.geometry.ProjectedBounds;
import org.diorama.core.math.Affine3;

/**
 * The box of an instance's whole silhouette, inside the image and outside: around its projected
 * triangles, what an alpha test leaves out included. Triangles that reach nearer to the camera's
 * plane than {@link ProjectedBounds#NEAR} are cut there, where all that is drawn ends: the box of
 * what passes the camera is finite, and as large as its true silhouette, thousands of pixels often.
 */
public final class FullBox {
  private FullBox() {}

  /**
   * Empty where nothing of it lies in front of the camera.
   *
   * @param worldFromCamera rigid, OpenCV frame
   */
  public static Optional<ImageBox> of(
      PinholeCamera camera, Affine3 worldFromCamera, List<Body> bodies) {
    ProjectedExtent extent = new ProjectedExtent(camera);
    for (Body body : bodies) {
      add(body.points(), worldFromCamera.inverseTimes(body.worldFromObject()), extent);
    }
    return extent.box();
  }

  private static void add(LevelPoints points, Affine3 map, ProjectedExtent extent) {
    float[] p = points.positions();
    boolean cut = false;
    for (int i = 0; i < p.length; i += 3) {
      double z = map.m20() * p[i] + map.m21() * p[i + 1] + map.m22() * p[i + 2] + map.m23();
      if (z < ProjectedBounds.NEAR) {
        cut = true;
      } else {
        extent.add(
            map.m00() * p[i] + map.m01() * p[i + 1] + map.m02() * p[i + 2] + map.m03(),
            map.m10() * p[i] + map.m11() * p[i + 1] + map.m12() * p[i + 2] + map.m13(),
            z);
      }
    }
    if (cut) {
      addCuts(points, map, extent);
    }
  }

  private static void addCuts(LevelPoints points, Affine3 map, ProjectedExtent extent) {
    int[] corners = points.triangles();
    double[] view = new double[points.positions().length];
    for (int i = 0; i < view.length; i += 3) {
      float x = points.positions()[i];
      float y = points.positions()[i + 1];
      float z = points.positions()[i + 2];
      view[i] = map.m00() * x + map.m01() * y + map.m02() * z + map.m03();
      view[i + 1] = map.m10() * x + map.m11() * y + map.m12() * z + map.m13();
      view[i + 2] = map.m20() * x + map.m21() * y + map.m22() * z + map.m23();
    }
    for (int i = 0; i < corners.length; i++) {
      int a = 3 * corners[i];
      int b = 3 * corners[i % 3 == 2 ? i - 2 : i + 1];
      extent.addCut(view[a], view[a + 1], view[a + 2], view[b], view[b + 1], view[b + 2]);
    }
  }
}
