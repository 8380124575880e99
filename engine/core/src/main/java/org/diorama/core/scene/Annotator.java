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
      "Planar z of the surface at the pixel's center; surfaces beyond `labels.depth.max`"
          + " have 0.",
      "mm = value × depth_scale of the manifest",
      "h × w",
      "uint16",
      "0",
      LabelFile.image("depth")),
  INSTANCE(
      "Id, inside the frame, of the instance at the pixel's center. Stuff, void and"
          + " unlabelled objects have an id, too, but no annotation.",
      "",
      "h × w",
      "uint16",
      "0; small pieces that masks leave out 65535",
      LabelFile.image("instance")),
  SEMANTIC(
      "Category id at the pixel's center.",
      "",
      "h × w",
      "uint8; uint16 with a category id above 254",
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
      "Planar z of the surface at the pixel's center, without a limit.",
      "m",
      "h × w",
      "float32",
      "0",
      LabelFile.floats("depth_float")),
  DISTANCE(
      "Length of the ray from the camera to the surface, with the step and the limit of"
          + " depth.",
      "mm = value × depth_scale of the manifest",
      "h × w",
      "uint16",
      "0",
      LabelFile.image("distance")),
  DISTANCE_FLOAT(
      "Length of the ray from the camera to the surface, without a limit.",
      "m",
      "h × w",
      "float32",
      "0",
      LabelFile.floats("distance_float")),
  PARTS(
      "Number of the named part of the instance's asset: a place in the asset's list in"
          + " `part_names` of the manifest, counted from 1. Names are those of the catalog, or"
          + " of the meshes in the model's file, with that of the material where a mesh has"
          + " several.",
      "",
      "h × w",
      "uint16",
      "0",
      LabelFile.image("parts")),
  NORMALS(
      "Unit normal of the visible side of the surface, in the camera's axes (OpenCV).",
      "",
      "h × w × 3",
      "float32",
      "0, 0, 0",
      LabelFile.floats("normals")),
  NORMALS_WORLD(
      "The same in the world's axes.",
      "",
      "h × w × 3",
      "float32",
      "0, 0, 0",
      LabelFile.floats("normals_world")),
  ALBEDO(
      "Base color of the surface, encoded as sRGB, without light and weather.",
      "",
      "h × w × 3",
      "uint8",
      "0, 0, 0",
      LabelFile.image("albedo")),
  NOCS(
      "Position of the surface within the bounds of its asset, 0 to 1 along each axis:"
          + " (value - 1) / 65534. Only of what has a category, stuff and void included.",
      "",
      "h × w × 3",
      "uint16",
      "0, 0, 0",
      LabelFile.image("nocs")),
  FLOW(
      "How far the surface moves right and down in the image until the next step. State:"
          + " 0 no surface, 1 visible there, too, 2 hidden there, 3 outside the image there.",
      "px",
      "h × w × 2; state h × w",
      "float32; state uint8",
      "0, 0; state 0",
      LabelFile.floats("flow"),
      LabelFile.image("flow_state")),
  FLOW_BACKWARD(
      "The same back to the previous step: where the surface was, minus where it is.",
      "px",
      "h × w × 2; state h × w",
      "float32; state uint8",
      "0, 0; state 0",
      LabelFile.floats("flow_backward"),
      LabelFile.image("flow_backward_state")),
  DISPARITY(
      "How many columns further left the surface lies in the right image of a rectified"
          + " pair; the same definition for both images. Other cameras have no such file.",
      "px",
      "h × w",
      "float32",
      "0",
      LabelFile.floats("disparity")),
  POINTS(
      "A point for every pixel with a surface, row by row: position in the world, color,"
          + " instance and category.",
      "m",
      "points × 3; color points × 3",
      "float64; color uint8, ids uint16",
      "left out",
      new LabelFile("points", LabelFile.Form.PLY),
      new LabelFile("points", LabelFile.Form.NPZ)),
  BBOX_AMODAL(
      "Tight box of the full silhouette inside the image, hidden parts included: the box"
          + " of the amodal mask.",
      "px",
      "x, y, width, height",
      "numbers",
      "absent"),
  BBOX_FULL(
      "Box of the full silhouette inside and outside the image, around its projected"
          + " triangles; what passes the camera is cut 1 mm before its plane.",
      "px",
      "x, y, width, height",
      "numbers",
      "absent"),
  BBOX_LOOSE(
      "Box of the projected corners of the 3D box, inside and outside the image, cut"
          + " likewise.",
      "px",
      "x, y, width, height",
      "numbers",
      "absent"),
  BBOX_3D(
      "Oriented box around the drawn mesh, tight along the asset's axes, in true size.",
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
      "The full silhouette inside the image, hidden parts included, in the form of the"
          + " file's masks.",
      "px",
      "size, counts",
      "COCO's run lengths",
      "absent"),
  OCCLUSION(
      "What is in front of the instance, labelled or not. Of each occluder: `pixels`, how"
          + " many pixels of the silhouette show it instead (together all that is hidden,"
          + " except small pieces that are void), and `before`, at how many pixels it is in"
          + " front, even where a third object hides both (known of labelled things; stuff and"
          + " unlabelled objects count where they are visible). Of an image: every pair with"
          + " the ids `front` and `back`, and `before`, the pixels where that is so; two"
          + " objects that interlock are two pairs.",
      "px",
      "instance_id, pixels, before each; of an image front, back, before",
      "numbers",
      "an empty list"),
  PIECES(
      "In how many pieces the instance is visible; pixels that touch at a corner are in"
          + " one piece.",
      "",
      "1",
      "number",
      "absent"),
  EXTENT(
      "Distance from the camera to the center of the 3D box, and to the nearest visible"
          + " surface; the longer side of `bbox_full`.",
      "m, px",
      "distance, nearest, pixels",
      "numbers",
      "null"),
  KEYPOINTS(
      "Named points, in keypoints.json, with COCO's flags: 2 on a visible surface of the"
          + " instance, 1 hidden, 0 outside the image.",
      "px; keypoints_3d m",
      "x, y, flag each; keypoints_3d 3 each",
      "numbers",
      "0, 0, 0"),
  CONTRAST(
      "How far the instance stands out from the pixels around it: (L - S) / S of mean"
          + " linear luminances, its own and theirs; `apparent` through the air, `inherent`"
          + " without it.",
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
