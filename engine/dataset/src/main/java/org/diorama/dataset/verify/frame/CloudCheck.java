package org.diorama.dataset.verify.frame;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.diorama.dataset.verify.files.ManifestFacts;
import org.diorama.dataset.verify.finding.Fault;
import org.diorama.dataset.verify.read.NpzReader;
import org.diorama.dataset.verify.read.PlyReader;
import org.diorama.dataset.verify.read.PointCloud;

/**
 * Point clouds against the images: a point for each pixel with a surface, in their order, where the
 * depth has it in the world, with the image's color, the instance and the category of the pixel.
 */
final class CloudCheck implements ViewCheck {
  private static final String FOLDER = "points";
  private static final double SINGLE = 1e-6;

  private final Path root;
  private final ManifestFacts manifest;

  CloudCheck(Path root, ManifestFacts manifest) {
    this.root = root;
    this.manifest = manifest;
  }

  @Override
  public String name() {
    return "points";
  }

  @Override
  public void check(ViewEvidence view, CheckReport report) {
    AnnotatorFiles files = new AnnotatorFiles(root, view, report);
    cloud(view, ".ply", files.points(FOLDER, ".ply", PlyReader::read), report);
    cloud(view, ".npz", files.points(FOLDER, ".npz", NpzReader::read), report);
  }

  private void cloud(
      ViewEvidence view, String ending, Optional<PointCloud> cloud, CheckReport report) {
    if (cloud.isEmpty() || !view.has(Plane.INSTANCE)) {
      report.lacking("the annotator points");
      return;
    }
    report.examined(cloud.get().count());
    String fault = fault(view, cloud.get());
    if (!fault.isEmpty()) {
      String path = FOLDER + "/" + view.fileName().replaceFirst("\\.png$", ending);
      report.findImage(Fault.POINTS_WRONG, path, view.imageId(), fault);
    }
  }

  private String fault(ViewEvidence view, PointCloud cloud) {
    int[] ids = view.values(Plane.INSTANCE);
    Meaning meaning = new Meaning(view, manifest);
    Map<Integer, Integer> semantic = new HashMap<>();
    int point = 0;
    for (int i = 0; i < ids.length; i++) {
      if (ids[i] == 0) {
        continue;
      }
      if (point == cloud.count()) {
        return "%d points, of more pixels with a surface".formatted(cloud.count());
      }
      String fault = "";
      // What the instance is: the semantic image is told for itself.
      int category = semantic.computeIfAbsent(ids[i], meaning::semantic);
      if (cloud.instances()[point] != ids[i]) {
        fault = "is of instance %d, its pixel of %d".formatted(cloud.instances()[point], ids[i]);
      } else if (cloud.categories()[point] != category) {
        fault = "is of %d, its pixel of %d".formatted(cloud.categories()[point], category);
      } else if (view.has(Plane.IMAGE) && !hasColor(view, cloud, point, i)) {
        fault = "has another color than its pixel";
      } else if (!view.depths().isEmpty() && view.depths().isKnown(i)) {
        fault = place(view, cloud, point, i);
      }
      if (!fault.isEmpty()) {
        return "point %d, of column %d row %d, %s"
            .formatted(point, i % view.camera().width(), i / view.camera().width(), fault);
      }
      point++;
    }
    return point == cloud.count()
        ? ""
        : "%d points, of %d pixels with a surface".formatted(cloud.count(), point);
  }

  private static boolean hasColor(ViewEvidence view, PointCloud cloud, int point, int pixel) {
    for (int channel = 0; channel < 3; channel++) {
      if (Byte.toUnsignedInt(cloud.colors()[3 * point + channel])
          != view.planes().get(Plane.IMAGE).at(pixel, channel)) {
        return false;
      }
    }
    return true;
  }

  private static String place(ViewEvidence view, PointCloud cloud, int point, int pixel) {
    double x = pixel % view.camera().width() + 0.5;
    double y = pixel / view.camera().width() + 0.5;
    double z = view.depths().at(pixel);
    double[] due = view.camera().toWorld(x, y, z);
    double[] ray = view.camera().ray(pixel);
    double reach = Math.sqrt(ray[0] * ray[0] + ray[1] * ray[1] + 1);
    for (int axis = 0; axis < 3; axis++) {
      double is = cloud.positions()[3 * point + axis];
      double slack = reach * view.depths().slack(pixel) + SINGLE * z;
      if (!(Math.abs(is - due[axis]) <= slack)) {
        return "lies at %.5f on axis %d, its pixel at %.5f".formatted(is, axis, due[axis]);
      }
    }
    return "";
  }
}
