package org.diorama.dataset.verify.finding;

import java.util.Locale;

/**
 * Everything that verification can find, by a name that stays: what it means for whoever trains on
 * the files, and what to do. Figures are measured with COCO's own evaluator.
 */
public enum Fault {
  // Files
  FILE_MISSING("the manifest lists a file that is not there", Remedy.REPAIR),
  FILE_CHANGED("a file's content is not what the manifest's SHA-256 says", Remedy.REPAIR),
  FILE_UNLISTED("a file lies in the dataset that the manifest does not list", Remedy.REMOVE),
  FOLDER_FOR_FILE("a folder lies in the place of a file", "move it away, then verify --repair"),
  FILE_OUTSIDE(
      "a link leads out of the dataset; a copy of it lacks the file",
      "put the file itself in the link's place"),
  FILE_UNREADABLE("a file cannot be read", "look at its permissions and at the disk"),
  JSON_UNREADABLE("a file is not the JSON that its name says; loaders stop", Remedy.FINISH),
  NUMBER_NOT_FINITE(
      "a number is NaN or infinite, or read as that; losses become NaN, strict loaders stop",
      "write its number or leave the entry out; Python's json.dump stops with allow_nan=False"),
  NOT_FINISHED("there is no _SUCCESS: a run may still be at work, or died", Remedy.FINISH),
  SEAL_BROKEN("_SUCCESS does not hold the manifest's SHA-256", Remedy.FINISH),
  CONFIGURATION_CHANGED("the stored configuration is not the one of the digest", Remedy.RENDER),
  SCENE_CHANGED("the stored scene is not the one that the frames were made from", Remedy.PUT_BACK),
  FRAME_GAP("a requested frame is neither there nor among the failed ones", Remedy.REPAIR),
  FRAME_UNLISTED("the lists of frames contradict each other", Remedy.FINISH),
  CREDITS_WRONG(
      "makers or licenses of assets are told otherwise; who publishes breaks a license",
      Remedy.FINISH),
  MANIFEST_WRONG(
      "the manifest says otherwise than the configuration that frames were made by", Remedy.FINISH),
  COUNT_WRONG("a count of the manifest is not what is there", Remedy.FINISH),
  // Images
  PNG_TRUNCATED(
      "an image ends before its last chunk; many readers fill up in silence", Remedy.REPAIR),
  PNG_DAMAGED(
      "an image's checksums fail; many readers show wrong pixels in silence", Remedy.REPAIR),
  PNG_FORMAT("an image has another pixel format than its kind; values are misread", Remedy.REPAIR),
  FLOATS_DAMAGED("a file of floats is cut off, or of another form; loaders stop", Remedy.REPAIR),
  IMAGE_SIZE("an image file has another size than stated; every label is misplaced", Remedy.REPAIR),
  // Records
  RECORD_UNREADABLE("a record cannot be read; its frame cannot be replayed", Remedy.REPAIR),
  RECORD_OF_OTHER_FRAME("a record belongs to another frame than its file says", Remedy.REPAIR),
  RECORD_FILES_WRONG("a record lists other files than the manifest", Remedy.REPAIR),
  RECORD_CONTRADICTS_ITSELF("labels and nodes of a record differ", Remedy.REPAIR),
  RECORD_NOT_OF_SCENE("the scene samples another frame than the record holds", Remedy.REPAIR),
  // Masks
  MASK_UNREADABLE("a mask cannot be decoded; loaders stop or skip it", Remedy.LABELS),
  MASK_SIZE("a mask's size is not its image's; evaluators stop", Remedy.LABELS),
  MASK_EMPTY("a mask has no pixel; losses divide by 0", Remedy.LABELS),
  MASK_ROW_MAJOR("run lengths go by rows; COCO's go by columns (IoU about 0.09)", Remedy.LABELS),
  MASK_SWAPPED("a mask is that of another instance of its image", Remedy.LABELS),
  MASK_DIFFERS("a mask is not its id in the instance image", Remedy.LABELS),
  MASKS_OVERLAP("masks of one image share pixels; two targets claim them", Remedy.LABELS),
  INSTANCE_IMAGE_WRONG("an instance image is not that of its labels", Remedy.REPAIR),
  SEMANTIC_WRONG(
      "a semantic image contradicts the labels; classes are learned wrong", Remedy.REPAIR),
  VOID_WRONG("pixels without annotation are neither void nor background", Remedy.REPAIR),
  COLOR_WRONG("a color image is not the one that its labels are of", Remedy.REPAIR),
  // Values of annotations
  AREA_WRONG("an area is not its mask's; objects change size buckets", Remedy.LABELS),
  AREA_OF_BOX("an area is width × height; objects change size buckets", Remedy.LABELS),
  BOX_WRONG("a box is not tight around its mask", Remedy.LABELS),
  BOX_SHIFTED("a box is shifted against its mask", Remedy.LABELS),
  BOX_INCLUSIVE("width and height leave out the last pixel (AP 0.70 at 10 px)", Remedy.LABELS),
  BOX_CORNERS("a box holds two corners, where width and height belong", Remedy.LABELS),
  BOX_CENTERED("x and y are a box's center, where its upper left corner belongs", Remedy.LABELS),
  BOX_SWAPPED("x and y, or width and height, of a box are exchanged", Remedy.LABELS),
  BOX_UPSIDE_DOWN("a box counts y from the image's lower edge", Remedy.LABELS),
  BOX_NORMALIZED(
      "a box has fractions of its image's sides; as pixels, it shrinks into a corner",
      Remedy.LABELS),
  BOX_NEGATIVE("a width or height is below 0; areas and losses change their sign", Remedy.LABELS),
  BOX_OUTSIDE("a box reaches out of its image", Remedy.LABELS),
  BOX_EMPTY("a box has no extent; losses become infinite", Remedy.LABELS),
  BOX_MISSING("an annotation has no box; loaders stop with a KeyError", Remedy.LABELS),
  AREA_MISSING("an annotation has no area; evaluators stop with a KeyError", Remedy.LABELS),
  ISCROWD_MISSING("an annotation has no iscrowd; evaluators stop with a KeyError", Remedy.LABELS),
  CROWD_WRONG("iscrowd is not 0 or 1, or not what the label's rules made of it", Remedy.LABELS),
  VALUE_NO_NUMBER(
      "a text, a truth value or null stands for a number; it equals none, or arithmetic stops",
      Remedy.LABELS),
  CROWD_WITH_POLYGONS("a crowd has polygons; COCO's crowds have run lengths", Remedy.LABELS),
  CATEGORY_WRONG("an annotation's category is not its object's", Remedy.LABELS),
  VISIBLE_FRACTION_WRONG("a visible fraction is not visible by full pixels", Remedy.LABELS),
  EXTRAS_WRONG("what stands under 'diorama' is not what the record says", Remedy.LABELS),
  ANNOTATION_MISSING(
      "an object of the record has no annotation; it becomes background", Remedy.LABELS),
  ANNOTATION_SURPLUS("an annotation has no object in the record", Remedy.LABELS),
  AMODAL_TOO_SMALL("visible pixels lie outside the full silhouette", Remedy.LABELS),
  BOX_AMODAL_WRONG("the amodal box is not that of the amodal mask", Remedy.LABELS),
  BOX_LOOSE_WRONG("the loose box is not that of the 3D box's corners", Remedy.LABELS),
  BOX_FULL_WRONG("the full box does not reach as far as its silhouette, or farther", Remedy.LABELS),
  EXTENT_WRONG("a distance or size is not that of boxes and depths", Remedy.LABELS),
  OCCLUSION_ORDER_WRONG("who hides whom is not what annotations and depths say", Remedy.LABELS),
  BOX_3D_WRONG("a 3D box does not hold what its mask shows", Remedy.LABELS),
  POSE_WRONG("a pose is not where the record has the object", Remedy.LABELS),
  OCCLUDERS_WRONG("what hides an object is not what the image shows there", Remedy.LABELS),
  PIECES_WRONG("a mask has another number of pieces", Remedy.LABELS),
  KEYPOINT_OFF_MASK("a visible keypoint lies on another object or at another depth", Remedy.LABELS),
  // Ids
  ID_ZERO("an annotation has id 0; evaluators count its match as a miss", Remedy.LABELS),
  ID_DUPLICATE("two entries have one id; one of them vanishes in loaders", Remedy.LABELS),
  ID_WRONG("an id is not the one of frame, camera and instance", Remedy.LABELS),
  ID_NO_NUMBER("an id is missing or no whole number", Remedy.LABELS),
  IMAGE_UNKNOWN("an annotation names an image that is not listed; it is never read", Remedy.LABELS),
  IMAGE_UNLISTED("an image of a frame is in no annotation file", Remedy.LABELS),
  IMAGE_TWICE("an image is listed twice; it counts double", Remedy.LABELS),
  IMAGE_SURPLUS("an image is listed that no frame has; loaders stop there", Remedy.LABELS),
  CATEGORY_UNKNOWN("an annotation names a category that is not listed", Remedy.LABELS),
  CATEGORY_NAME_TWICE(
      "two categories have one name; whoever goes by names takes them for one, or loses one",
      Remedy.LABELS),
  ANNOTATION_TWICE(
      "two annotations are equal in all but their ids; each object counts once too often",
      Remedy.LABELS),
  IMAGES_NONE("a file lists no images; trainers stop, or learn nothing of it", Remedy.LABELS),
  CATEGORY_ID_WRONG(
      "a category's id is below 1; many trainers take 0 for background", Remedy.LABELS),
  CATEGORIES_WRONG(
      "the categories have no names, or not all that loaders ask for, or are others' than the dataset's",
      Remedy.LABELS),
  FILE_NAME_WRONG(
      "an image's file name is none, leads out of its folder, or is not of its frame and camera",
      Remedy.LABELS),
  IMAGE_TURNED(
      "an image's Exif turns it: some loaders obey that, others don't, and labels fit one of them",
      "turn its pixels to where the labels are, and remove the Exif orientation"),
  IMAGE_FILE_MISSING("an image's file is not there; loaders stop", "give --images, or remove it"),
  SIZE_MISSING("an image has no width or height; masks cannot be decoded", Remedy.LABELS),
  // Panoptic and stuff
  STUFF_WRONG("an annotation of stuff is not its category in the picture", Remedy.LABELS),
  PANOPTIC_WRONG("a panoptic image is not that of its labels", Remedy.REPAIR),
  PANOPTIC_ID_NOT_IN_JSON(
      "a panoptic image has an id that its JSON lacks; evaluators stop", Remedy.LABELS),
  PANOPTIC_ID_NOT_IN_IMAGE("a segment has no pixel in its image; evaluators stop", Remedy.LABELS),
  PANOPTIC_SEGMENT_WRONG("a segment's area, box, category or crowd is wrong", Remedy.LABELS),
  PANOPTIC_UNLISTED("an image has no panoptic annotation", Remedy.LABELS),
  // YOLO
  YOLO_DATA_WRONG("data.yaml names other classes, folders or points", Remedy.FORMAT),
  YOLO_LABELS_MISSING("an image has no labels of YOLO; it becomes background", Remedy.FORMAT),
  YOLO_IMAGE_WRONG("an image in YOLO's folders is not that of its labels", Remedy.FORMAT),
  YOLO_CLASS_WRONG("a line's class is not its object's category", Remedy.FORMAT),
  YOLO_BOX_WRONG("a line's box is not that of its object's mask", Remedy.FORMAT),
  YOLO_POLYGON_WRONG("a line's polygon is not its object's mask", Remedy.FORMAT),
  YOLO_KEYPOINTS_WRONG("a line's points are not those of its object", Remedy.FORMAT),
  YOLO_LINES_WRONG("lines are no labels, or not as many as objects", Remedy.FORMAT),
  // Depth
  DEPTH_CLIPPED(
      "depths stop at a value below the object's; far surfaces are learned as flat", Remedy.REPAIR),
  DEPTH_STALE("a depth image is not that of its labels", Remedy.REPAIR),
  DEPTH_OUT_OF_RANGE("depths in a mask leave the object's depth range", Remedy.REPAIR),
  DISTANCE_WRONG("a distance or depth is not that of the depth image", Remedy.REPAIR),
  NORMAL_WRONG("a normal is none of the surface that is seen", Remedy.REPAIR),
  FLOW_WRONG("flow leads to another surface than the one it starts from", Remedy.REPAIR),
  NOCS_WRONG("an object coordinate is not that of the surface that is seen", Remedy.REPAIR),
  ALBEDO_WRONG("an albedo is none of the surface that is seen", Remedy.REPAIR),
  PARTS_WRONG("a part is none of the object that is seen", Remedy.REPAIR),
  DISPARITY_WRONG("a disparity is not the one that depth and cameras give", Remedy.REPAIR),
  POINTS_WRONG("points are not the surfaces that the images show", Remedy.REPAIR),
  POINTS_DAMAGED("a file of points is cut off, or of another form; loaders stop", Remedy.REPAIR),
  // Cameras, sequences, splits
  CAMERA_WRONG("a camera's matrix or pose is not the record's", Remedy.LABELS),
  CAMERAS_SWAPPED("an image has the camera of another one", Remedy.LABELS),
  CAMERAS_DISAGREE("two cameras see different things at one point", Remedy.REPAIR),
  TRACK_CHANGED("an object's track id changes within its sequence", Remedy.REPAIR),
  TWIN_ACROSS_SPLITS(
      "an image, its twins or steps of its sequence lie in different splits: a leak",
      Remedy.LABELS),
  SPLIT_WRONG("an image lies in a split that is not its frame's", Remedy.LABELS),
  // Polygons
  POLYGON_SHORT("a polygon of 4 numbers is read as a box; below 6 there is no area", Remedy.LABELS),
  POLYGON_NORMALIZED(
      "polygons have fractions of their image's sides; as pixels, masks shrink into a corner",
      Remedy.LABELS),
  POLYGON_ODD("a polygon has an odd count of numbers", Remedy.LABELS),
  POLYGON_THROUGH_CENTERS("polygons run through pixel centers (IoU 0.25 at 2 px)", Remedy.LABELS),
  KEYPOINTS_WRONG("keypoints are not what COCO defines; poses are learned wrong", Remedy.LABELS),
  SEGMENTATION_MISSING("an annotation has no segmentation; mask training stops", Remedy.LABELS),
  // Merged datasets
  MERGE_DIFFERS("merged files are not those of their source", "merge them again"),
  // Replay and evaluation
  REPLAY_DIFFERS("a label is another one when its record is rendered again", Remedy.REPAIR),
  REPLAY_COLOR_DIFFERS("an image is another one when its record is rendered again", Remedy.REPAIR),
  REPLAY_IMPOSSIBLE("a record cannot be rendered again", "see the cause that is named"),
  SELF_AP_LOW("the ground truth as its own detections scores below 1", Remedy.LABELS);

  private final String meaning;
  private final String remedy;

  Fault(String meaning, String remedy) {
    this.meaning = meaning;
    this.remedy = remedy;
  }

  /** The name that machines see, such as {@code id-zero}. */
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What it means, one line. */
  public String meaning() {
    return meaning;
  }

  /** What to do, one line. */
  public String remedy() {
    return remedy;
  }

  /** What can be done, in the words of the command line. */
  private static final class Remedy {
    static final String REPAIR = "verify --repair renders the frame again";
    static final String FINISH = "remove _SUCCESS and run 'diorama finish'";
    static final String RENDER = "render into another folder";
    static final String LABELS = "write the labels again: of ours by verify --repair";
    static final String FORMAT = "verify --repair writes the format again";
    static final String REMOVE = "move it away";
    static final String PUT_BACK = "put its files back as they were; --repair signs no other";
  }
}
