package org.diorama.dataset.verify.foreign;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.diorama.dataset.verify.finding.Fault;
import org.diorama.dataset.verify.json.Json;
import org.diorama.dataset.verify.label.BoxDiagnosis;
import org.diorama.dataset.verify.read.CocoFolders;
import org.diorama.dataset.verify.read.FaultyFile;
import org.diorama.dataset.verify.read.IdImage;
import org.diorama.dataset.verify.read.Mask;
import org.diorama.dataset.verify.read.PngImage;
import org.diorama.dataset.verify.read.PngReader;
import org.diorama.dataset.verify.read.PresentFile;
import tools.jackson.databind.JsonNode;

/** Panoptic annotations: the ids of segments and of the image, areas, boxes, categories. */
final class PanopticFileCheck {
  static final String NAME = "panoptic segments";

  private final Optional<Path> folder;
  private final Set<Long> categories;
  private final SelfScore self;

  /**
   * @param folder of the panoptic images; absent where there is none
   * @param categories ids of those that are listed
   * @param self takes what could be read
   */
  PanopticFileCheck(Optional<Path> folder, Set<Long> categories, SelfScore self) {
    this.folder = folder;
    this.categories = categories;
    this.self = self;
  }

  void check(ForeignImage image, JsonNode annotation, ForeignReport report) throws IOException {
    entries(image, annotation, report);
    if (folder.isEmpty() || !image.hasSize()) {
      report.lacking("the panoptic images in a folder beside the file");
      return;
    }
    String name = annotation.path("file_name").asString("");
    if (!CocoFolders.isInside(name)) {
      report.find(
          Fault.FILE_NAME_WRONG,
          image,
          "'" + name + "' is no name of a file in the folder of panoptic images");
      return;
    }
    Path file = folder.get().resolve(name);
    try {
      PngImage png = PngReader.read(PresentFile.bytes(file), image.width(), image.height());
      if (png.channels() < 3 || png.bitDepth() != 8) {
        report.find(Fault.PNG_FORMAT, image, file.getFileName() + " is no image of colors");
        return;
      }
      segments(image, annotation, png.colorIds(), report);
    } catch (NoSuchFileException e) {
      report.find(Fault.IMAGE_FILE_MISSING, image, file + " is not there");
    } catch (FaultyFile e) {
      report.find(e.fault(), image, file.getFileName() + ": " + e.getMessage());
    }
  }

  /** What a list of segments says by itself, as panopticapi's evaluator reads it. */
  private void entries(ForeignImage image, JsonNode annotation, ForeignReport report) {
    Set<JsonNode> ids = new HashSet<>();
    for (JsonNode segment : annotation.path("segments_info")) {
      if (!categories.contains(segment.path("category_id").asLong(-1))) {
        report.find(Fault.CATEGORY_UNKNOWN, image, "segment " + segment);
      }
      if (!segment.path("id").isIntegralNumber()) {
        report.find(Fault.ID_NO_NUMBER, image, "segment " + segment);
      } else if (!ids.add(segment.path("id"))) {
        report.find(Fault.ID_DUPLICATE, image, "segment " + segment.path("id") + " twice");
      }
      if (!segment.has("iscrowd")) {
        report.find(Fault.ISCROWD_MISSING, image, "segment " + segment);
      }
      if (!segment.path("area").isNumber()) {
        report.find(Fault.AREA_MISSING, image, "segment " + segment);
      }
    }
  }

  private void segments(ForeignImage image, JsonNode annotation, int[] ids, ForeignReport report) {
    SortedMap<Integer, Mask> masks = IdImage.masks(ids, image.width(), image.height());
    Set<Integer> named = new HashSet<>();
    for (JsonNode segment : annotation.path("segments_info")) {
      report.examined(1);
      int id = segment.path("id").asInt(-1);
      Mask mask = masks.get(id);
      if (!named.add(id)) {
        continue;
      }
      if (mask == null) {
        report.find(Fault.PANOPTIC_ID_NOT_IN_IMAGE, image, "segment " + segment);
      } else {
        values(image, segment, mask, report);
      }
    }
    for (int id : masks.keySet()) {
      if (id != 0 && !named.contains(id)) {
        report.find(Fault.PANOPTIC_ID_NOT_IN_JSON, image, "id " + id + " has " + masks.get(id));
      }
    }
    self.add(ids, annotation.path("segments_info"));
  }

  private static void values(
      ForeignImage image, JsonNode segment, Mask mask, ForeignReport report) {
    double[] box = Json.numbers(segment.path("bbox"));
    double[] due = BoxDiagnosis.numbers(mask.box());
    boolean boxed = box.length != 4 || BoxDiagnosis.of(box, due, 1).isEmpty();
    JsonNode area = segment.path("area");
    if (area.isNumber() && area.asDouble() != mask.area() || !boxed) {
      report.find(
          Fault.PANOPTIC_SEGMENT_WRONG,
          image,
          "%s; the image has %d pixels in %s"
              .formatted(segment, mask.area(), BoxDiagnosis.text(due)));
    }
  }
}
