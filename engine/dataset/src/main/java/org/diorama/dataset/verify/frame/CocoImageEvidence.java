package org.diorama.dataset.verify.frame;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * What annotation files say of one image.
 *
 * @param images its entries in files of each kind that there are, {@code instances} first
 * @param annotations with the path of their file
 * @param panoptic its panoptic annotation, by the path of the file
 * @param keypoints annotations of points
 * @param posed categories that have points; none without files of them
 * @param stuff annotations of stuff
 * @param unread kinds of which a file could not be read
 */
record CocoImageEvidence(
    Map<String, Map<String, JsonNode>> images,
    List<Entry> annotations,
    Map<String, JsonNode> panoptic,
    List<Entry> keypoints,
    Set<Integer> posed,
    List<Entry> stuff,
    Set<String> unread) {
  static final String INSTANCES = "instances";
  static final String PANOPTIC = "panoptic";
  static final String KEYPOINTS = "keypoints";
  static final String STUFF = "stuff";

  /** Before any file is looked into. */
  static final CocoImageEvidence NONE =
      new CocoImageEvidence(
          Map.of(), List.of(), Map.of(), List.of(), Set.of(), List.of(), Set.of());

  /**
   * Its entry among the images of instances, by the path of the file; more than one where several
   * have it.
   */
  Map<String, JsonNode> image() {
    return images.getOrDefault(INSTANCES, Map.of());
  }

  /** Whether there are files of a kind. */
  boolean has(String kind) {
    return images.containsKey(kind);
  }

  /** Whether all it has of a kind may stand in a file that cannot be read, which is told. */
  boolean isUnread(String kind) {
    return images.getOrDefault(kind, Map.of()).isEmpty() && unread.contains(kind);
  }

  /** One annotation. */
  record Entry(String file, JsonNode json) {
    long id() {
      return json.path("id").isIntegralNumber() ? json.path("id").asLong() : -1;
    }

    /** The instance that it names; 0 where it names none. */
    int instance() {
      return json.path("diorama").path("instance_id").asInt(0);
    }
  }

  /** The annotation of an instance. */
  Optional<Entry> annotation(int instance) {
    return annotations.stream().filter(entry -> entry.instance() == instance).findFirst();
  }
}
