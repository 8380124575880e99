package org.diorama.dataset.verify.frame;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What annotation files say of one image.
 *
 * @param image its entry among the images, by the path of the file that has it; more than one where
 *     several do
 * @param annotations with the path of their file
 * @param panoptic its panoptic annotation, by the path of the file
 * @param keypoints annotations of points
 * @param hasPanoptic whether there are files of panoptic annotations
 */
record CocoImageEvidence(
    Map<String, JsonNode> image,
    List<Entry> annotations,
    Map<String, JsonNode> panoptic,
    List<Entry> keypoints,
    boolean hasPanoptic) {

  /** Before any file is looked into. */
  static final CocoImageEvidence NONE =
      new CocoImageEvidence(Map.of(), List.of(), Map.of(), List.of(), false);

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
