package org.diorama.dataset.verify.frame;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.diorama.dataset.verify.finding.Fault;
import org.diorama.dataset.verify.json.Json;
import org.diorama.dataset.verify.read.PngImage;
import tools.jackson.databind.JsonNode;

/**
 * Object coordinates: on labelled instances alone, and there where pose and depth have the surface.
 * How an asset's bounds stretch is not told, but it is one line for each axis of the asset, which
 * all pixels of its instances lie on; and the 3D box, where there is one, spans from 0 to 1.
 */
final class NocsCheck implements FrameCheck {
  private static final String FOLDER = "nocs";
  private static final double STEPS = 65534;

  /** Half a step in the file, and what single precision leaves open. */
  private static final double ROUNDING = 3e-5;

  /** What a coarse level of detail may lie off the asset's own bounds, as a share of them. */
  private static final double LEVELS = 0.05;

  /** An end of a line counts where its slack is a small part of the line. */
  private static final double LONG = 50;

  private final Path root;

  NocsCheck(Path root) {
    this.root = root;
  }

  @Override
  public String name() {
    return "object coordinates";
  }

  @Override
  public void check(FrameEvidence frame, CheckReport report) {
    for (ViewEvidence view : frame.views()) {
      AnnotatorFiles files = new AnnotatorFiles(root, view, report);
      Optional<PngImage> image = files.whole(FOLDER, 3, 16);
      if (image.isEmpty() || !view.has(Plane.INSTANCE)) {
        report.lacking("the annotator nocs");
        continue;
      }
      report.examined(image.get().width() * (long) image.get().height());
      new Coordinates(frame, view, image.get(), files).check();
    }
  }

  /** The line of one axis of an asset: its outermost places whose coordinates are not cut off. */
  private static final class Line {
    private double low = Double.POSITIVE_INFINITY;
    private double high = Double.NEGATIVE_INFINITY;
    private double atLow;
    private double atHigh;
    private double slack;

    void add(double place, double value, double off) {
      if (place < low) {
        low = place;
        atLow = value;
        slack = Math.max(slack, off);
      }
      if (place > high) {
        high = place;
        atHigh = value;
        slack = Math.max(slack, off);
      }
    }

    boolean isLong() {
      return high - low > LONG * slack;
    }

    double slope() {
      return (atHigh - atLow) / (high - low);
    }

    boolean holds(double place, double value, double off) {
      double due = atLow + slope() * (place - low);
      boolean inside = place >= low && place <= high;
      return !inside || Math.abs(value - due) <= slope() * (off + slack) + ROUNDING;
    }
  }

  /** The coordinates of one view. */
  private static final class Coordinates {
    private final ViewEvidence view;
    private final PngImage image;
    private final AnnotatorFiles files;
    private final int[] ids;
    private final Map<Integer, Body> bodies = new HashMap<>();
    private final Set<Integer> untold = new HashSet<>();
    private final Map<String, Line[]> lines = new HashMap<>();
    private final double[] place = new double[3];
    private final double[] off = new double[3];

    /**
     * An instance.
     *
     * @param objectFromCamera scale included
     * @param boxFromCamera of its 3D box; nothing where it is not told
     */
    private record Body(
        String asset, double[] objectFromCamera, double[] boxFromCamera, double[] size) {}

    Coordinates(FrameEvidence frame, ViewEvidence view, PngImage image, AnnotatorFiles files) {
      this.view = view;
      this.image = image;
      this.files = files;
      ids = view.values(Plane.INSTANCE);
      Map<Integer, List<JsonNode>> nodes = new HashMap<>();
      for (JsonNode node : frame.nodes()) {
        nodes
            .computeIfAbsent(node.path("instance_id").asInt(-1), id -> new ArrayList<>())
            .add(node);
      }
      nodes.forEach(this::add);
    }

    /** Of several objects that are one instance it is not told which one a pixel shows. */
    private void add(int id, List<JsonNode> nodes) {
      JsonNode node = nodes.get(0);
      double[] object = CameraPose.rows(CameraPose.atLabelInstant(node.path("world_from_object")));
      if (nodes.size() > 1) {
        untold.add(id);
      } else if (node.path("category_id").asInt(0) != 0 && object.length == 12) {
        JsonNode box =
            view.label(id).map(label -> label.json().at("/extras/bbox_3d")).orElse(node.path("-"));
        double[] camera = CameraPose.rows(box.path("camera_from_box"));
        bodies.put(
            id,
            new Body(
                node.path("asset_id").asString(""),
                AffineRows.chain(view.camera().worldFromCamera(), AffineRows.undo(object)),
                camera.length == 12 ? AffineRows.undo(camera) : new double[0],
                Json.numbers(box.path("size"))));
      }
    }

    void check() {
      for (int i = 0; i < ids.length; i++) {
        boolean due = bodies.containsKey(ids[i]);
        for (int axis = 0; axis < 3; axis++) {
          if (image.at(i, axis) > 0 != due && !untold.contains(ids[i])) {
            tell(i, due ? "has none, of instance " + ids[i] : "has one, and no labelled instance");
            return;
          }
        }
        if (due && locate(bodies.get(ids[i]).objectFromCamera(), i)) {
          learn(i);
        }
      }
      for (int i = 0; i < ids.length; i++) {
        Body body = bodies.get(ids[i]);
        if (body != null && !(onLines(body, i) && inBox(body, i))) {
          return;
        }
      }
    }

    private double value(int pixel, int axis) {
      return (image.at(pixel, axis) - 1) / STEPS;
    }

    /** Whether it is not cut off at an end of the bounds. */
    private boolean isInside(int pixel, int axis) {
      return image.at(pixel, axis) > 1 && image.at(pixel, axis) <= STEPS;
    }

    /** Finds where a pixel's surface lies, and by how much that is open; false where unknown. */
    private boolean locate(double[] fromCamera, int pixel) {
      if (view.depths().isEmpty() || !view.depths().isKnown(pixel)) {
        return false;
      }
      double z = view.depths().at(pixel);
      double slack = view.depths().slack(pixel);
      double[] ray = view.camera().ray(pixel);
      for (int axis = 0; axis < 3; axis++) {
        int i = 4 * axis;
        double along =
            fromCamera[i] * ray[0] + fromCamera[i + 1] * ray[1] + fromCamera[i + 2] * ray[2];
        place[axis] = along * z + fromCamera[i + 3];
        off[axis] = Math.abs(along) * slack;
      }
      return Double.isFinite(place[0] + place[1] + place[2]);
    }

    private void learn(int pixel) {
      Line[] known =
          lines.computeIfAbsent(
              bodies.get(ids[pixel]).asset(), a -> new Line[] {new Line(), new Line(), new Line()});
      for (int axis = 0; axis < 3; axis++) {
        if (isInside(pixel, axis)) {
          known[axis].add(place[axis], value(pixel, axis), off[axis]);
        }
      }
    }

    private boolean onLines(Body body, int pixel) {
      if (!locate(body.objectFromCamera(), pixel)) {
        return true;
      }
      Line[] known = lines.get(body.asset());
      for (int axis = 0; axis < 3; axis++) {
        Line line = known[axis];
        boolean held = line.isLong() && isInside(pixel, axis);
        if (held && !(line.slope() > 0 && line.holds(place[axis], value(pixel, axis), off[axis]))) {
          tell(
              pixel,
              "is %.5f on axis %d, off the line of the others of %s"
                  .formatted(value(pixel, axis), axis, body.asset()));
          return false;
        }
      }
      return true;
    }

    private boolean inBox(Body body, int pixel) {
      if (body.boxFromCamera().length == 0 || !locate(body.boxFromCamera(), pixel)) {
        return true;
      }
      for (int axis = 0; axis < 3; axis++) {
        double size = body.size()[axis];
        double due = place[axis] / size + 0.5;
        if (size > LONG * off[axis]
            && isInside(pixel, axis)
            && Math.abs(value(pixel, axis) - due) > LEVELS + off[axis] / size) {
          tell(
              pixel,
              "is %.5f on axis %d, the 3D box has %.5f there"
                  .formatted(value(pixel, axis), axis, due));
          return false;
        }
      }
      return true;
    }

    private void tell(int pixel, String detail) {
      files.find(Fault.NOCS_WRONG, FOLDER, pixel, detail);
    }
  }
}
