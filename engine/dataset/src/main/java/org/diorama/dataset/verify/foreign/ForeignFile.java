package org.diorama.dataset.verify.foreign;

import java.nio.file.Path;
import java.util.Optional;
import org.diorama.dataset.verify.json.CocoFile;
import org.diorama.dataset.verify.read.CocoFolders;
import tools.jackson.databind.JsonNode;

/**
 * A COCO file that is open, and where what it names lies.
 *
 * @param name of the file in findings
 * @param split that its name tells; absent where it tells none
 * @param images where they lie
 * @param segments where panoptic images lie
 */
public record ForeignFile(
    String name,
    CocoFile coco,
    Optional<String> split,
    CocoFolders images,
    Optional<Path> segments) {

  /** Where an image's file is meant to be; absent where nobody knows, or where it leads out. */
  Optional<Path> image(JsonNode entry) {
    String image = CocoFolders.fileName(entry);
    boolean known = !image.isEmpty() && CocoFolders.isInside(image) && !images.areUnknown();
    return known ? Optional.of(images.image(image)) : Optional.empty();
  }
}
