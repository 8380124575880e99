package org.diorama.dataset.verify.replay;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.diorama.core.sample.FrameInstant;
import org.diorama.dataset.verify.read.FaultyFile;
import org.diorama.dataset.verify.read.FloatImage;
import org.diorama.dataset.verify.read.FloatReader;
import org.diorama.dataset.verify.read.NpzReader;
import org.diorama.dataset.verify.read.PlyReader;
import org.diorama.dataset.verify.read.PngImage;
import org.diorama.dataset.verify.read.PngReader;
import org.diorama.dataset.verify.read.PointCloud;

/**
 * Images of labels, and by how much a pixel may differ between two renderers that see the same
 * surface there: single precision, and what each rounds to.
 */
enum LabelPlane {
  INSTANCE("instance", 0, 0),
  SEMANTIC("semantic", 0, 0),
  PANOPTIC("annotations/panoptic", 0, 0),
  PARTS("parts", 0, 0),
  FLOW_STATE("flow_state", 0, 0),
  FLOW_BACKWARD_STATE("flow_backward_state", 0, 0),
  DEPTH("depth", 1, 2e-5),
  DISTANCE("distance", 1, 2e-5),
  DEPTH_FLOAT("depth_float", 0, 2e-5, "Z"),
  DISTANCE_FLOAT("distance_float", 0, 2e-5, "distance"),
  /** Two steps: each renderer rounds. */
  ALBEDO("albedo", 2, 0),
  /** A thousandth of the asset. */
  NOCS("nocs", 66, 0),
  /** A fifth of a degree: 0.1 for each renderer. */
  NORMALS("normals", 3.5e-3, 0, "N.X", "N.Y", "N.Z"),
  NORMALS_WORLD("normals_world", 3.5e-3, 0, "N.X", "N.Y", "N.Z"),
  FLOW("flow", 1e-2, 1e-3, "forward.u", "forward.v"),
  FLOW_BACKWARD("flow_backward", 1e-2, 1e-3, "backward.u", "backward.v"),
  DISPARITY("disparity", 1e-3, 2e-5, "disparity"),
  /** How far each pixel's point lies from the camera, see {@link CloudDistances}. */
  POINTS_PLY("points", 0, 2e-5, "distance"),
  POINTS_NPZ("points", 0, 2e-5, "distance");

  private final String folder;
  private final double absolute;
  private final double relative;
  private final List<String> channels;

  LabelPlane(String folder, double absolute, double relative, String... channels) {
    this.folder = folder;
    this.absolute = absolute;
    this.relative = relative;
    this.channels = List.of(channels);
  }

  /** That of a path in a dataset; absent where it is no image of labels. */
  static Optional<LabelPlane> of(String path) {
    return Stream.of(values())
        .filter(plane -> path.startsWith(plane.folder + "/"))
        .filter(plane -> plane.channels.isEmpty() == path.endsWith(".png"))
        .filter(plane -> !plane.isCloud() || path.endsWith(plane.ending()))
        .findFirst();
  }

  boolean isCloud() {
    return this == POINTS_PLY || this == POINTS_NPZ;
  }

  private String ending() {
    return this == POINTS_PLY ? ".ply" : ".npz";
  }

  /** The flow whose pixels such states are of. */
  LabelPlane flow() {
    return this == FLOW_STATE ? FLOW : FLOW_BACKWARD;
  }

  /** When it leads to, likewise. */
  FrameInstant instant() {
    return this == FLOW_STATE ? FrameInstant.NEXT_STEP : FrameInstant.PREVIOUS_STEP;
  }

  /**
   * Decodes a file of points.
   *
   * @throws FaultyFile where it is damaged
   */
  PointCloud cloud(byte[] file, int most) throws FaultyFile {
    return this == POINTS_PLY ? PlyReader.read(file, most) : NpzReader.read(file, most);
  }

  boolean isState() {
    return this == FLOW_STATE || this == FLOW_BACKWARD_STATE;
  }

  /** Whether a pixel says what becomes of its instance in labels. */
  boolean isOfVerdicts() {
    return this == SEMANTIC || this == PANOPTIC;
  }

  /** Whether a pixel says something of its instance, and nothing where it is in none. */
  boolean isOfInstances() {
    return switch (this) {
      case INSTANCE, SEMANTIC, PANOPTIC, PARTS, NOCS -> true;
      case FLOW, FLOW_BACKWARD, FLOW_STATE, FLOW_BACKWARD_STATE -> true;
      default -> false;
    };
  }

  boolean isNormal() {
    return this == NORMALS || this == NORMALS_WORLD;
  }

  /** By how much two unit normals may be apart: each of three axes by as much as it may. */
  double openNormal() {
    return Math.sqrt(3) * absolute;
  }

  boolean isNear(double one, double other) {
    return Math.abs(one - other) <= absolute + relative * Math.max(Math.abs(one), Math.abs(other));
  }

  /**
   * @param values row by row, pixel by pixel, channel by channel
   */
  record Image(int channels, double[] values) {}

  /**
   * Decodes a file.
   *
   * @throws FaultyFile where it is damaged, or of another size
   */
  Image read(byte[] file, int width, int height) throws FaultyFile {
    if (!channels.isEmpty()) {
      FloatImage image = FloatReader.read(file, width, height, channels);
      double[] values = new double[image.values().length];
      for (int i = 0; i < values.length; i++) {
        values[i] = image.values()[i];
      }
      return new Image(image.channels(), values);
    }
    PngImage image = PngReader.read(file, width, height);
    int count = this == PANOPTIC ? 1 : image.channels();
    int[] ids = this == PANOPTIC ? image.colorIds() : new int[0];
    double[] values = new double[width * height * count];
    for (int i = 0; i < values.length; i++) {
      values[i] = this == PANOPTIC ? ids[i] : image.at(i / count, i % count);
    }
    return new Image(count, values);
  }
}
