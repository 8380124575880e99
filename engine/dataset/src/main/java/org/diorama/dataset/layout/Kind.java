package org.diorama.dataset.layout;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.diorama.core.scene.Annotator;
import org.diorama.core.scene.Annotators;
import org.diorama.core.scene.FloatFiles;
import org.diorama.core.scene.LabelFile;

/** The files that a frame can have, one a camera. */
public enum Kind {
  IMAGE(Optional.empty(), new LabelFile("images", LabelFile.Form.PNG)),
  DEPTH(Annotator.DEPTH),
  INSTANCE(Annotator.INSTANCE),
  SEMANTIC(Annotator.SEMANTIC),
  PANOPTIC(Annotator.PANOPTIC),
  DEPTH_FLOAT(Annotator.DEPTH_FLOAT, 0, "Z"),
  DISTANCE(Annotator.DISTANCE),
  DISTANCE_FLOAT(Annotator.DISTANCE_FLOAT, 0, "distance"),
  NORMALS(Annotator.NORMALS, 0, "N.X", "N.Y", "N.Z"),
  NORMALS_WORLD(Annotator.NORMALS_WORLD, 0, "N.X", "N.Y", "N.Z"),
  ALBEDO(Annotator.ALBEDO),
  NOCS(Annotator.NOCS),
  PARTS(Annotator.PARTS),
  FLOW(Annotator.FLOW, 0, "forward.u", "forward.v"),
  FLOW_STATE(Annotator.FLOW, 1),
  FLOW_BACKWARD(Annotator.FLOW_BACKWARD, 0, "backward.u", "backward.v"),
  FLOW_BACKWARD_STATE(Annotator.FLOW_BACKWARD, 1),
  DISPARITY(Annotator.DISPARITY, 0, "disparity"),
  POINTS_PLY(Annotator.POINTS, 0),
  POINTS_NPZ(Annotator.POINTS, 1);

  private final Optional<Annotator> annotator;
  private final LabelFile file;
  private final List<String> channels;

  Kind(Optional<Annotator> annotator, LabelFile file, String... channels) {
    this.annotator = annotator;
    this.file = file;
    this.channels = List.of(channels);
  }

  /** The first file of an annotator. */
  Kind(Annotator annotator) {
    this(annotator, 0);
  }

  Kind(Annotator annotator, int file, String... channels) {
    this(Optional.of(annotator), annotator.files().get(file), channels);
  }

  /** Those of a frame with some annotators. */
  public static List<Kind> of(Annotators annotators) {
    return Stream.of(values())
        .filter(kind -> kind.annotator.stream().allMatch(annotators::has))
        .toList();
  }

  /** Relative to the dataset, without a slash at its end. */
  public String folder() {
    return file.folder();
  }

  /** What its files are. */
  public LabelFile.Form form() {
    return file.form();
  }

  /** Names of the channels of a file of floats, pixel by pixel; none for others. */
  public List<String> channels() {
    return channels;
  }

  /** Path relative to the dataset. */
  public String path(Layout layout, long frame, String camera, FloatFiles floats) {
    return folder() + "/" + layout.fileName(frame, camera, file.form().extension(floats));
  }
}
