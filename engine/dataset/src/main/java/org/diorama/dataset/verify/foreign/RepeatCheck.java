package org.diorama.dataset.verify.foreign;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.diorama.dataset.verify.finding.Fault;
import org.diorama.dataset.verify.json.CocoFile;
import org.diorama.dataset.verify.read.CocoFolders;
import org.diorama.dataset.verify.read.FaultyFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Images and annotations that are listed once more under another id. Several threads may tell of
 * images, each of its own.
 */
final class RepeatCheck {
  static final String NAME = "repeats";

  private final CocoFile file;
  private final ForeignReport report;
  private final KeyGroups names;

  RepeatCheck(CocoFile file, ForeignReport report) {
    this.file = file;
    this.report = report;
    names = new KeyGroups(file.imageCount());
  }

  /** Looks for annotations of one image that are equal in all but their ids. */
  void annotations(ForeignImage image, List<JsonNode> annotations) {
    Map<JsonNode, JsonNode> first = new HashMap<>();
    JsonNode panoptic = MissingNode.getInstance();
    for (JsonNode annotation : annotations) {
      report.examined(1);
      JsonNode before = first.putIfAbsent(withoutId(annotation), annotation);
      if (before != null) {
        twice(image, annotation, before);
      } else if (annotation.has("segments_info")) {
        if (panoptic.isObject()) {
          report.find(
              Fault.ID_DUPLICATE,
              image,
              annotation,
              "two panoptic annotations are of this image; loaders keep one");
        }
        panoptic = annotation;
      }
    }
  }

  /** Entries of one id are told as that. */
  private void twice(ForeignImage image, JsonNode annotation, JsonNode before) {
    JsonNode id = annotation.path("id");
    if (annotation.has("segments_info") || !id.equals(before.path("id"))) {
      report.find(
          Fault.ANNOTATION_TWICE,
          image,
          annotation,
          before.has("id")
              ? "it is annotation " + before.path("id") + " once more"
              : "it is listed before, all of it the same");
    }
  }

  private static JsonNode withoutId(JsonNode annotation) {
    ObjectNode rest = (ObjectNode) annotation.deepCopy();
    rest.remove("id");
    return rest;
  }

  /** The same of annotations whose images are not listed: eight bytes of memory each. */
  void annotationsOfNoImage() throws IOException, FaultyFile {
    KeyGroups unlisted = new KeyGroups(file.annotationCount());
    for (int i = 0; i < file.annotationCount(); i++) {
      if (!file.hasImage(file.imageOf(i))) {
        String rest = Integer.toHexString(withoutId(file.annotation(i)).hashCode());
        unlisted.set(i, KeyGroups.key(0, rest.getBytes(StandardCharsets.UTF_8)));
      }
    }
    unlisted.forEach(
        members -> {
          Map<JsonNode, JsonNode> first = new HashMap<>();
          for (int member : members) {
            JsonNode annotation = file.annotation(member);
            JsonNode before = first.putIfAbsent(withoutId(annotation), annotation);
            if (before != null) {
              MissingNode entry = MissingNode.getInstance();
              twice(
                  new ForeignImage(file.imageOf(member), 0, 0, entry, List.of()),
                  annotation,
                  before);
            }
          }
        });
  }

  /** Takes the name of an image's file, for {@link #images}. */
  void name(int index, JsonNode entry) {
    String name = CocoFolders.fileName(entry);
    if (!name.isEmpty()) {
      names.set(index, KeyGroups.key(0, name.getBytes(StandardCharsets.UTF_8)));
    }
  }

  /** Tells of images that name one file under different ids. */
  void images() throws IOException, FaultyFile {
    names.forEach(
        members -> {
          Map<String, ForeignImage> first = new HashMap<>();
          for (int member : members) {
            JsonNode entry = file.image(member);
            String name = CocoFolders.fileName(entry);
            ForeignImage image = new ForeignImage(file.imageId(member), 0, 0, entry, List.of());
            ForeignImage before = first.putIfAbsent(name, image);
            if (before != null && before.id() != image.id()) {
              report.find(
                  Fault.IMAGE_TWICE,
                  image,
                  "its file '" + name + "' is that of image " + before.id());
            }
          }
        });
  }
}
