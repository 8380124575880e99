package org.diorama.dataset.verify.frame;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.diorama.dataset.verify.files.FrameGroup;
import org.diorama.dataset.verify.files.ListedFile;
import org.diorama.dataset.verify.files.ManifestFacts;
import org.diorama.dataset.verify.finding.Fault;
import org.diorama.dataset.verify.read.FaultyFile;
import org.diorama.dataset.verify.read.PresentFile;

/**
 * YOLO's text files against the records and the instance image: one file an image in the folder of
 * its split, whose image is the dataset's own; a line for each annotated instance that is no crowd,
 * with its class, and numbers that give back its box, its mask to the pixel, and its points.
 */
final class YoloCheck implements FrameCheck {
  private final Path root;
  private final ManifestFacts manifest;
  private final Map<String, ListedFile> listed;
  private final YoloNames names;

  YoloCheck(Path root, ManifestFacts manifest, FrameGroup group) {
    this.root = root;
    this.manifest = manifest;
    listed = group.byPath();
    names = YoloNames.of(root, manifest);
  }

  @Override
  public String name() {
    return "labels of YOLO";
  }

  @Override
  public void check(FrameEvidence frame, CheckReport report) {
    if (manifest
        .head()
        .path("formats")
        .valueStream()
        .noneMatch(f -> f.asString("").equals("yolo"))) {
      report.lacking("the format yolo");
      return;
    }
    boolean posed =
        frame
            .record()
            .at("/annotators/names")
            .valueStream()
            .anyMatch(name -> name.asString("").equals("keypoints"));
    for (YoloLines.Task task : YoloLines.Task.values()) {
      if (task == YoloLines.Task.POSE && (!posed || names.classes(task).isEmpty())) {
        continue;
      }
      for (ViewEvidence view : frame.views()) {
        report.examined(1);
        image(frame, view, task, report);
      }
    }
  }

  private void image(
      FrameEvidence frame, ViewEvidence view, YoloLines.Task task, CheckReport report) {
    String split = frame.record().at("/frame/context/split").asString("all");
    String stem = view.fileName().replaceFirst("\\.png$", "");
    String labels = task.path("labels/" + split + "/" + stem + ".txt");
    String image = task.path("images/" + split + "/" + view.fileName());
    for (String other : manifest.splits()) {
      Stream.of("labels/" + other + "/" + stem + ".txt", "images/" + other + "/" + view.fileName())
          .map(task::path)
          .filter(path -> !other.equals(split) && listed.containsKey(path))
          .forEach(
              path ->
                  report.findImage(
                      manifest.length() * manifest.twins() == 1
                          ? Fault.SPLIT_WRONG
                          : Fault.TWIN_ACROSS_SPLITS,
                      path,
                      view.imageId(),
                      "its frame is of '" + split + "'"));
    }
    ListedFile own = listed.get(Plane.IMAGE.path(view.fileName()));
    ListedFile second = listed.get(image);
    if (!view.has(Plane.IMAGE)) {
      report.lacking("a sound color image");
    } else if (own == null || second == null || !second.sha256().equals(own.sha256())) {
      report.findImage(
          Fault.YOLO_IMAGE_WRONG,
          image,
          view.imageId(),
          second == null ? "it is not there" : "it is not the one in images/");
    }
    try {
      byte[] bytes = PresentFile.bytes(root.resolve(labels));
      List<String> lines = new String(bytes, StandardCharsets.ISO_8859_1).lines().toList();
      new YoloLines(task, names)
          .check(
              view,
              lines,
              (fault, detail) -> report.findImage(fault, labels, view.imageId(), detail));
    } catch (FaultyFile e) {
      report.findImage(e.fault(), labels, view.imageId(), e.getMessage());
    } catch (NoSuchFileException e) {
      report.findImage(Fault.YOLO_LABELS_MISSING, labels, view.imageId(), "it is not there");
    } catch (IOException e) {
      throw new UncheckedIOException(labels, e);
    }
  }
}
