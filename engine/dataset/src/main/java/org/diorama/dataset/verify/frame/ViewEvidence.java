package org.diorama.dataset.verify.frame;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.diorama.dataset.verify.read.IdImage;
import org.diorama.dataset.verify.read.Mask;
import org.diorama.dataset.verify.read.PngImage;
import tools.jackson.databind.JsonNode;

/**
 * All that a dataset holds of one image.
 *
 * @param fileName relative to the folder of each kind
 * @param imageId by frame and camera
 * @param labels of the record, by rising instance id
 * @param stuff of the record, by rising category id
 * @param planes those that could be read
 * @param values of planes with one number a pixel, row by row; not copied
 * @param depths of its surfaces
 * @param coco what the annotation files say
 */
record ViewEvidence(
    long frame,
    int index,
    String fileName,
    long imageId,
    CameraPose camera,
    List<RecordedLabel> labels,
    List<JsonNode> stuff,
    Map<Plane, PngImage> planes,
    Map<Plane, int[]> values,
    SortedMap<Integer, Mask> instanceMasks,
    Depths depths,
    CocoImageEvidence coco) {

  ViewEvidence(
      long frame,
      int index,
      String fileName,
      long imageId,
      CameraPose camera,
      List<RecordedLabel> labels,
      List<JsonNode> stuff,
      Map<Plane, PngImage> planes,
      CocoImageEvidence coco) {
    this(
        frame,
        index,
        fileName,
        imageId,
        camera,
        labels,
        stuff,
        planes,
        values(planes),
        masks(planes.get(Plane.INSTANCE)),
        Depths.none(),
        coco);
  }

  private static Map<Plane, int[]> values(Map<Plane, PngImage> planes) {
    Map<Plane, int[]> values = new EnumMap<>(Plane.class);
    planes.forEach(
        (plane, image) -> {
          if (plane == Plane.PANOPTIC) {
            values.put(plane, image.colorIds());
          } else if (plane != Plane.IMAGE) {
            values.put(plane, image.gray());
          }
        });
    return values;
  }

  private static SortedMap<Integer, Mask> masks(PngImage image) {
    return image == null
        ? new TreeMap<>()
        : IdImage.masks(image.gray(), image.width(), image.height());
  }

  /**
   * Whether the instance image is another frame's: it shows strange ids, or most ids with other
   * areas than the record's.
   */
  boolean showsAnotherFrame() {
    long right =
        labels.stream()
            .filter(label -> instanceMask(label.instance()).area() == label.area())
            .count();
    return has(Plane.INSTANCE)
        && (2 * right < labels.size() || instanceMasks.keySet().stream().anyMatch(this::isStrange));
  }

  private boolean isStrange(int id) {
    return id != 0 && id != Meaning.DROPPED_PIECES && label(id).isEmpty();
  }

  /** The same by other annotation files. */
  ViewEvidence with(CocoImageEvidence other) {
    return with(depths, other);
  }

  /** The same with what is known of its depths. */
  ViewEvidence with(Depths known) {
    return with(known, coco);
  }

  private ViewEvidence with(Depths known, CocoImageEvidence other) {
    return new ViewEvidence(
        frame,
        index,
        fileName,
        imageId,
        camera,
        labels,
        stuff,
        planes,
        values,
        instanceMasks,
        known,
        other);
  }

  /** The same without one of its planes. */
  ViewEvidence without(Plane plane) {
    Map<Plane, PngImage> rest = new EnumMap<>(planes);
    rest.remove(plane);
    return new ViewEvidence(frame, index, fileName, imageId, camera, labels, stuff, rest, coco);
  }

  boolean has(Plane plane) {
    return planes.containsKey(plane);
  }

  /** Values of a plane with one number a pixel, row by row; not to be changed. */
  int[] values(Plane plane) {
    return values.get(plane);
  }

  Optional<RecordedLabel> label(int instance) {
    return labels.stream().filter(label -> label.instance() == instance).findFirst();
  }

  /** The pixels of an instance by the instance image; empty where it shows none. */
  Mask instanceMask(int instance) {
    return instanceMasks.getOrDefault(
        instance, new Mask(camera.width(), camera.height(), new int[0]));
  }
}
