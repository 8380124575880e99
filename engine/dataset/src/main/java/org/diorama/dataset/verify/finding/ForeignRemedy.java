package org.diorama.dataset.verify.finding;

/**
 * What whoever made a COCO file with other means does about a fault of it: no repair reaches it.
 */
public final class ForeignRemedy {
  private ForeignRemedy() {}

  /** One line; that of {@link Fault#remedy} where it holds for files of any maker. */
  public static String of(Fault fault) {
    return switch (fault) {
      case JSON_UNREADABLE ->
          "write or fetch the file again, whole, as UTF-8 without a byte order mark";
      case FILE_MISSING -> "put the file back, or remove what leads to it";
      case TWIN_ACROSS_SPLITS -> "leave the image in one split, best where it is trained on";
      case IMAGE_SIZE -> "write the file's own width and height into the image's entry";
      case MASK_UNREADABLE -> "encode the mask again, as by pycocotools.mask.encode";
      case MASK_SIZE -> "write size as [height, width] of the image, or encode the mask again";
      case MASK_EMPTY -> "remove the annotation, or draw its mask";
      case MASK_ROW_MAJOR -> "count runs down the columns: encode the mask in Fortran's order";
      case AREA_WRONG, AREA_OF_BOX, AREA_MISSING ->
          "write the mask's count of pixels as area; of a box alone width × height";
      case BOX_WRONG -> "write the mask's own extent as bbox, as by pycocotools.mask.toBbox";
      case BOX_SHIFTED -> "measure bbox from the image's upper left corner, not from pixel centers";
      case BOX_INCLUSIVE -> "add 1 to width and height";
      case BOX_CORNERS -> "write [x, y, width, height]: take the first corner from the second";
      case BOX_CENTERED -> "take half of width and height from x and y";
      case BOX_SWAPPED -> "write [x, y, width, height]: x to the right, y downwards";
      case BOX_UPSIDE_DOWN -> "count y downwards from the upper edge: height - y - h";
      case BOX_NORMALIZED ->
          "multiply x and width by the image's width, y and height by its height";
      case BOX_NEGATIVE -> "begin at the upper left corner: add width or height to x or y";
      case BOX_OUTSIDE -> "clip the box to its image, or give the image that it is of";
      case BOX_EMPTY -> "remove the annotation, or write its true width and height";
      case BOX_MISSING -> "write bbox as four numbers, [x, y, width, height]";
      case ISCROWD_MISSING -> "write \"iscrowd\": 0; 1 where an annotation stands for many objects";
      case CROWD_WRONG -> "write iscrowd as the number 0 or 1";
      case VALUE_NO_NUMBER -> "write the number itself, without quotes";
      case CROWD_WITH_POLYGONS -> "write the crowd as run lengths, or iscrowd as 0";
      case ID_ZERO -> "number annotations from 1";
      case ID_DUPLICATE -> "give each entry an id of its own";
      case ID_NO_NUMBER -> "write ids as whole numbers without quotes";
      case IMAGE_UNKNOWN -> "list the image, write its id as a number, or remove the annotation";
      case IMAGE_TWICE -> "list the image once, and give its annotations that one's id";
      case IMAGES_NONE -> "list the images, or leave the file out";
      case ANNOTATION_TWICE -> "remove all but one";
      case CATEGORY_UNKNOWN -> "list the category, or write the id of one that is listed";
      case CATEGORY_ID_WRONG -> "number categories from 1";
      case CATEGORY_NAME_TWICE -> "join the two, or rename one";
      case CATEGORIES_WRONG -> "give each category a name; of panoptic files isthing, too, 1 or 0";
      case FILE_NAME_WRONG -> "write file_name relative to the folder of images, without '..'";
      case SIZE_MISSING -> "write the image's width and height, whole numbers of pixels";
      case PNG_TRUNCATED, PNG_DAMAGED -> "write the image again, or fetch it again";
      case PNG_FORMAT -> "write panoptic images as RGB of 8 bits, id = R + 256 G + 65536 B";
      case PANOPTIC_ID_NOT_IN_JSON -> "list the segment, or make its pixels 0, which is void";
      case PANOPTIC_ID_NOT_IN_IMAGE -> "remove the segment, or draw its pixels";
      case PANOPTIC_SEGMENT_WRONG -> "measure the segment again in its image";
      case POLYGON_SHORT -> "write polygons of three corners or more";
      case POLYGON_NORMALIZED -> "multiply each x by the image's width, each y by its height";
      case POLYGON_ODD -> "write an x and a y for each corner";
      case POLYGON_THROUGH_CENTERS -> "draw polygons along the edges of pixels: trace them again";
      case KEYPOINTS_WRONG -> "write x, y and flag 0, 1 or 2 of each point; count those above 0";
      case SEGMENTATION_MISSING -> "write the mask, or remove the annotation";
      case SELF_AP_LOW -> "correct what else is found; ids from 0 and empty boxes are causes";
      default -> fault.remedy();
    };
  }
}
