package org.diorama.core.scene;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What can be said of every frame by name: images of their own, one a camera, or values of the
 * annotations. This table is the one source of scene key, schema, reference page, manifest and
 * files.
 */
public enum Annotator {
  DEPTH(
      "Planar z of the surface at the pixel's center; `labels.depth.max` bounds it.",
      "mm, times the manifest's depth_scale",
      "h × w",
      "uint16",
      "0",
      LabelFile.image("depth")),
  INSTANCE(
      "Id in the frame of the instance at the pixel's center: stuff, what is void and what has no"
          + " label has one of its own, too, and no annotation.",
      "",
      "h × w",
      "uint16",
      "0; small pieces that masks leave out 65535",
      LabelFile.image("instance")),
  SEMANTIC(
      "Category id at the pixel's center.",
      "",
      "h × w",
      "uint8; uint16 above 254 categories",
      "0; void 255 or 65535",
      LabelFile.image("semantic")),
  PANOPTIC(
      "Id of COCO's panoptic segment: red + 256 green + 65536 blue.",
      "",
      "h × w × 3",
      "uint8",
      "0",
      LabelFile.image("annotations/panoptic")),
  DEPTH_FLOAT(
      "Planar z of the surface at the pixel's center, without bound.",
      "m",
      "h × w",
      "float32",
      "0",
      LabelFile.floats("depth_float")),
  DISTANCE(
      "Length of the ray from the camera to the surface; step and bound are those of depth.",
      "mm, times the manifest's depth_scale",
      "h × w",
      "uint16",
      "0",
      LabelFile.image("distance")),
  DISTANCE_FLOAT(
      "Length of the ray from the camera to the surface, without bound.",
      "m",
      "h × w",
      "float32",
      "0",
      LabelFile.floats("distance_float")),
  PARTS(
      "Number of the named part of the instance's asset (a mesh of its file, by material where it"
          + " wears several, or what the catalog calls it): a place in the asset's list in the"
          + " manifest's part_names, counted from 1.",
      "",
      "h × w",
      "uint16",
      "0",
      LabelFile.image("parts")),
  NORMALS(
      "Unit normal of the surface, on the side that is seen, by the camera's axes (OpenCV).",
      "",
      "h × w × 3",
      "float32",
      "0, 0, 0",
      LabelFile.floats("normals")),
  NORMALS_WORLD(
      "The same by the world's axes.",
      "",
      "h × w × 3",
      "float32",
      "0, 0, 0",
      LabelFile.floats("normals_world")),
  ALBEDO(
      "Base color of the surface, encoded as sRGB: without light and weather.",
      "",
      "h × w × 3",
      "uint8",
      "0, 0, 0",
      LabelFile.image("albedo")),
  NOCS(
      "Place of the surface within its asset's bounds, each axis from 0 to 1: (value - 1) / 65534."
          + " Of what has a category, be it stuff or void.",
      "",
      "h × w × 3",
      "uint16",
      "0, 0, 0",
      LabelFile.image("nocs")),
  FLOW(
      "How far right and down the surface moves until the next step. Its state: 0 no surface, 1 seen"
          + " there, too, 2 hidden there, 3 outside the image there.",
      "px",
      "h × w × 2; state h × w",
      "float32; state uint8",
      "0, 0; state 0",
      LabelFile.floats("flow"),
      LabelFile.image("flow_state")),
  FLOW_BACKWARD(
      "The same to where it was in the previous step.",
      "px",
      "h × w × 2; state h × w",
      "float32; state uint8",
      "0, 0; state 0",
      LabelFile.floats("flow_backward"),
      LabelFile.image("flow_backward_state")),
  DISPARITY(
      "By how many columns the surface lies further left in a rectified pair's right image; the"
          + " same for both images of the pair. Other cameras have none.",
      "px",
      "h × w",
      "float32",
      "0",
      LabelFile.floats("disparity")),
  POINTS(
      "Every pixel with a surface as a point of the world, row by row: position, color, instance and"
          + " category.",
      "m",
      "points × 3; color points × 3",
      "float64; color uint8, ids uint16",
      "left out",
      new LabelFile("points", LabelFile.Form.PLY),
      new LabelFile("points", LabelFile.Form.NPZ)),
  BBOX_AMODAL(
      "Tight box of the full silhouette inside the image, hidden parts too: that of the amodal mask.",
      "px",
      "x, y, width, height",
      "numbers",
      "absent"),
  BBOX_FULL(
      "Box of the full silhouette inside the image and outside, around its projected triangles; what"
          + " passes the camera is cut 1 mm before its plane.",
      "px",
      "x, y, width, height",
      "numbers",
      "absent"),
  BBOX_LOOSE(
      "Box of the projected corners of the 3D box, inside the image and outside, cut likewise.",
      "px",
      "x, y, width, height",
      "numbers",
      "absent"),
  BBOX_3D(
      "Oriented box around what is drawn of it, tight along the asset's axes, true to scale.",
      "m",
      "size 3; camera_from_box and world_from_box 3 × 4: axes and center",
      "numbers",
      "absent"),
  POSE(
      "Rotation and translation of the asset's axes, and the scale along them.",
      "m",
      "camera_from_object and world_from_object 3 × 4; scale 3",
      "numbers",
      "absent"),
  AMODAL_MASK(
      "The full silhouette inside the image, hidden parts too, in the form of the file's masks.",
      "px",
      "size, counts",
      "COCO's run lengths",
      "absent"),
  OCCLUSION(
      "What lies before it, labelled or not: `pixels` of its silhouette where that is seen instead,"
          + " all that is hidden of it in sum but for small pieces that are void, and `before`,"
          + " those at which it lies before it though a third may hide both (of labelled things;"
          + " stuff and what has no label count where they are seen; records name each id). Of an"
          + " image, every pair of who is in"
          + " front, whose silhouette is behind, and `before`: two that interlock are two pairs.",
      "px",
      "instance_id, pixels, before each; of an image front, back, before",
      "numbers",
      "an empty list"),
  PIECES(
      "In how many pieces it is seen; pixels that touch at a corner are one.",
      "",
      "1",
      "number",
      "absent"),
  EXTENT(
      "Distance of the 3D box's center and of the nearest pixel's surface; the longer side of"
          + " bbox_full.",
      "m, px",
      "distance, nearest, pixels",
      "numbers",
      "null"),
  KEYPOINTS(
      "Named points with COCO's flags, in keypoints.json: 2 on a surface of it that is seen, 1 hidden,"
          + " 0 outside the image.",
      "px; keypoints_3d m",
      "x, y, flag each; keypoints_3d 3 each",
      "numbers",
      "0, 0, 0"),
  CONTRAST(
      "How far it stands out from the pixels around it, through the air and without it.",
      "",
      "apparent, inherent",
      "numbers",
      "null");

  private final String means;
  private final String unit;
  private final String shape;
  private final String type;
  private final String background;
  private final List<LabelFile> files;

  Annotator(
      String means, String unit, String shape, String type, String background, LabelFile... files) {
    this.means = means;
    this.unit = unit;
    this.shape = shape;
    this.type = type;
    this.background = background;
    this.files = List.of(files);
  }

  /** Its name in scenes, records and manifests. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** One sentence or two in Markdown. */
  public String means() {
    return means;
  }

  /** Empty where there is none. */
  public String unit() {
    return unit;
  }

  /** Rows × columns × channels of an image; what a value consists of. */
  public String shape() {
    return shape;
  }

  /** Of each number. */
  public String type() {
    return type;
  }

  /** What stands where there is no surface, or nothing to say. */
  public String background() {
    return background;
  }

  /** Where it lies, one file each a camera; none for a value of the annotations. */
  public List<LabelFile> files() {
    return files;
  }

  /** Whether every frame has it, asked for or not. */
  public boolean isAlways() {
    return compareTo(PANOPTIC) <= 0;
  }

  /** Those that every frame has. */
  static Stream<Annotator> always() {
    return Stream.of(values()).filter(Annotator::isAlways);
  }
}
