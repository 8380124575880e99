package org.diorama.dataset.verify.frame;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.diorama.dataset.verify.files.ManifestFacts;
import org.diorama.dataset.verify.finding.Fault;
import tools.jackson.databind.JsonNode;

/**
 * Files of annotators that a record names: it lists one in each of their folders for each camera,
 * so that none can be left out of all lists.
 */
final class FolderCheck implements FrameCheck {
  private static final String PNG = ".png";

  private final Map<String, List<String>> folders = new HashMap<>();

  FolderCheck(ManifestFacts manifest) {
    for (JsonNode annotator : manifest.head().path("annotators")) {
      folders.put(
          annotator.path("name").asString(""),
          annotator.path("folders").valueStream().map(folder -> folder.asString("")).toList());
    }
  }

  @Override
  public String name() {
    return "files of every annotator";
  }

  @Override
  public void check(FrameEvidence frame, CheckReport report) {
    Set<String> listed = new HashSet<>();
    for (JsonNode file : frame.record().path("files")) {
      String path = file.path("path").asString("");
      listed.add(path.substring(0, Math.max(0, path.lastIndexOf('.'))));
    }
    for (JsonNode name : frame.record().at("/annotators/names")) {
      for (String folder : folders.getOrDefault(name.asString(""), List.of())) {
        for (ViewEvidence view : frame.views()) {
          boolean due =
              !folder.equals(DisparityCheck.FOLDER)
                  || DisparityCheck.partner(view, frame.views()).isPresent();
          String file = view.fileName().substring(0, view.fileName().length() - PNG.length());
          report.examined(1);
          if (due && !listed.contains(folder + "/" + file)) {
            report.find(
                Fault.RECORD_FILES_WRONG,
                frame.recordPath(),
                "it names the annotator %s and has no %s/%s".formatted(name, folder, file));
          }
        }
      }
    }
  }
}
