package org.diorama.dataset.verify.frame;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.diorama.dataset.verify.files.ListedFile;
import org.diorama.dataset.verify.files.ManifestFacts;
import org.diorama.dataset.verify.finding.Fault;
import org.diorama.dataset.verify.label.BoxDiagnosis;
import org.diorama.dataset.verify.read.FaultyFile;
import org.diorama.dataset.verify.read.Mask;
import org.diorama.dataset.verify.read.RunLengthReader;
import tools.jackson.databind.JsonNode;

/** A record against its own parts and against the manifest. */
final class RecordCheck implements FrameCheck {
  private final ManifestFacts manifest;
  private final Map<String, ListedFile> listed;

  /**
   * @param listed the files of the frame's group by path
   */
  RecordCheck(ManifestFacts manifest, Map<String, ListedFile> listed) {
    this.manifest = manifest;
    this.listed = listed;
  }

  @Override
  public String name() {
    return "records in themselves";
  }

  @Override
  public void check(FrameEvidence frame, CheckReport report) {
    files(frame, report);
    List<JsonNode> nodes = frame.wholes();
    for (ViewEvidence view : frame.views()) {
      labels(frame, view, nodes, report);
    }
    report.examined(1);
  }

  /** Whether a record is that of its frame; told where not. Nothing else of it counts then. */
  boolean isInPlace(long number, String path, JsonNode record, CheckReport report) {
    JsonNode key = record.path("frame").path("key");
    JsonNode position = record.path("frame").path("context").path("position");
    long sequence = number / manifest.length() / manifest.twins();
    long twin = number / manifest.length() % manifest.twins();
    long step = number % manifest.length();
    boolean seed = key.path("seed").asLong(-1) == manifest.head().path("seed").asLong(-2);
    boolean placed =
        position.path("sequence").asLong(-1) == sequence
            && position.path("twin").asLong(-1) == twin
            && position.path("step").asLong(-1) == step;
    if (key.path("frame").asLong(-1) == number && seed && placed) {
      return true;
    }
    report.find(
        Fault.RECORD_OF_OTHER_FRAME, path, "it is that of %s at %s".formatted(key, position));
    return false;
  }

  private void files(FrameEvidence frame, CheckReport report) {
    JsonNode files = frame.record().path("files");
    for (JsonNode file : files) {
      ListedFile own = ListedFile.of(file);
      if (!own.equals(listed.get(own.path()))) {
        report.find(
            Fault.RECORD_FILES_WRONG,
            frame.recordPath(),
            own.path() + ": the record and the list of files differ");
        return;
      }
    }
    for (ViewEvidence view : frame.views()) {
      for (Plane plane : Plane.values()) {
        String path = plane.path(view.fileName());
        if (!names(files, path)) {
          report.find(Fault.RECORD_FILES_WRONG, frame.recordPath(), "it does not name " + path);
          return;
        }
      }
      for (String folder : folders(frame, view)) {
        if (!names(files, folder + "/" + view.fileName().replaceFirst("png$", ""))) {
          report.find(
              Fault.RECORD_FILES_WRONG, frame.recordPath(), "it names no file in " + folder);
          return;
        }
      }
    }
  }

  private static boolean names(JsonNode files, String path) {
    return files.valueStream().anyMatch(file -> file.path("path").asString("").startsWith(path));
  }

  /** Folders of the record's annotators that a view has a file in. */
  private List<String> folders(FrameEvidence frame, ViewEvidence view) {
    List<String> folders = new ArrayList<>();
    for (JsonNode annotator : manifest.head().path("annotators")) {
      JsonNode name = annotator.path("name");
      boolean asked =
          frame.record().at("/annotators/names").valueStream().anyMatch(name::equals)
              && (!name.asString("").equals("disparity")
                  || DisparityCheck.partner(view, frame.views()).isPresent());
      if (asked) {
        annotator.path("folders").forEach(folder -> folders.add(folder.asString("")));
      }
    }
    return folders;
  }

  private static void labels(
      FrameEvidence frame, ViewEvidence view, List<JsonNode> nodes, CheckReport report) {
    for (int i = 0; i < Math.max(nodes.size(), view.labels().size()); i++) {
      if (i >= nodes.size() || i >= view.labels().size()) {
        report.find(
            Fault.RECORD_CONTRADICTS_ITSELF,
            frame.recordPath(),
            "%d nodes, %d labels of '%s'"
                .formatted(nodes.size(), view.labels().size(), view.camera().name()));
        return;
      }
      RecordedLabel label = view.labels().get(i);
      String fault = contradiction(nodes.get(i), label, view.camera());
      if (!fault.isEmpty()) {
        report.find(
            Fault.RECORD_CONTRADICTS_ITSELF,
            frame.recordPath(),
            "instance %d by '%s': %s".formatted(label.instance(), view.camera().name(), fault));
      }
    }
  }

  /** What does not fit; empty where all does. */
  private static String contradiction(JsonNode node, RecordedLabel label, CameraPose camera) {
    if (node.path("instance_id").asInt(-1) != label.instance()) {
      return "its node is " + node.path("instance_id");
    }
    if (node.path("category_id").asInt(-1) != label.category()) {
      return "category %d, its node's %s".formatted(label.category(), node.path("category_id"));
    }
    if (label.runLengths().isEmpty()) {
      return label.isAnnotated() ? "annotated without a mask" : "";
    }
    try {
      Mask mask =
          RunLengthReader.compressed(camera.width(), camera.height(), label.runLengths().get());
      double[] box = BoxDiagnosis.numbers(mask.box());
      return mask.area() == label.area() && Arrays.equals(box, label.box())
          ? ""
          : "area %d and box %s, its mask has %d and %s"
              .formatted(
                  label.area(),
                  BoxDiagnosis.text(label.box()),
                  mask.area(),
                  BoxDiagnosis.text(box));
    } catch (FaultyFile e) {
      return e.getMessage();
    }
  }
}
