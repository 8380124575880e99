package org.diorama.dataset.verify.merged;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.diorama.dataset.verify.finding.Examined;
import org.diorama.dataset.verify.finding.Fault;
import org.diorama.dataset.verify.finding.Finding;
import org.diorama.dataset.verify.finding.Findings;
import org.diorama.dataset.verify.json.CocoFile;
import org.diorama.dataset.verify.label.Segmentation;
import org.diorama.dataset.verify.read.FaultyFile;
import tools.jackson.databind.JsonNode;

/**
 * Whether COCO's further forms in a merged dataset tell what its own files tell: the same images,
 * the same annotations with the same masks, in the same order.
 */
public final class MergedForms {
  /** The name of this check. */
  public static final String NAME = "further forms of merged annotations";

  private final Path root;
  private final Findings findings;
  private final Examined examined;

  public MergedForms(Path root, Findings findings, Examined examined) {
    this.root = root;
    this.findings = findings;
    this.examined = examined;
  }

  /**
   * @param form such as {@code coco-polygon}
   */
  public void check(String form) throws IOException {
    examined.announce(NAME);
    Path annotations = root.resolve("annotations");
    Set<String> names = names(annotations);
    names.addAll(names(annotations.resolve(form)));
    for (String name : names) {
      String file = "annotations/" + form + "/" + name;
      for (Path each : new Path[] {annotations.resolve(name), root.resolve(file)}) {
        if (!Files.isRegularFile(each)) {
          differ(file, root.relativize(each) + " is not there");
        }
      }
      if (Files.isRegularFile(annotations.resolve(name))
          && Files.isRegularFile(root.resolve(file))) {
        try (CocoFile base = CocoFile.open(annotations.resolve(name));
            CocoFile own = CocoFile.open(root.resolve(file))) {
          file(file, base, own);
        } catch (FaultyFile e) {
          findings.add(Finding.of(e.fault(), file, e.getMessage()));
        }
      }
    }
  }

  /** Of files with masks. */
  private static Set<String> names(Path folder) throws IOException {
    Set<String> names = new TreeSet<>();
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        files
            .map(file -> file.getFileName().toString())
            .filter(name -> name.matches("(instances|stuff|keypoints)(_[\\w-]+)?\\.json"))
            .forEach(names::add);
      }
    }
    return names;
  }

  private void file(String file, CocoFile base, CocoFile own) throws IOException, FaultyFile {
    if (base.imageCount() != own.imageCount()
        || base.annotationCount() != own.annotationCount()
        || !base.categories().equals(own.categories())) {
      differ(file, "it has other images, annotations or categories than COCO's own file");
      return;
    }
    for (int i = 0; i < base.imageCount(); i++) {
      if (!base.image(i).equals(own.image(i))) {
        differ(file, "image " + own.imageId(i) + " is another than in COCO's own file");
      }
    }
    for (int i = 0; i < base.annotationCount(); i++) {
      examined.add(NAME, 1);
      if (!same(base, base.annotation(i), own.annotation(i))) {
        findings.add(
            Finding.of(Fault.MERGE_DIFFERS, file, "it is another than in COCO's own file")
                .ofImage(own.imageOf(i))
                .ofAnnotation(own.annotationId(i)));
      }
    }
  }

  /** What another maker's entry lacks may have been added. */
  private static boolean same(CocoFile base, JsonNode was, JsonNode is)
      throws IOException, FaultyFile {
    boolean keys =
        was.properties().stream()
            .filter(entry -> !entry.getKey().equals("segmentation") && !entry.getValue().isNull())
            .allMatch(entry -> entry.getValue().equals(is.path(entry.getKey())));
    return keys && masks(base, was, is);
  }

  private static boolean masks(CocoFile base, JsonNode was, JsonNode is)
      throws IOException, FaultyFile {
    JsonNode before = was.path("segmentation");
    JsonNode after = is.path("segmentation");
    if (before.isMissingNode() || before.isNull() || before.isArray() && before.isEmpty()) {
      return before.equals(after);
    }
    JsonNode image = base.imageOfId(was.path("image_id").asLong());
    int width = image.path("width").asInt();
    int height = image.path("height").asInt();
    return Segmentation.decode(before, width, height)
        .equals(Segmentation.decode(after, width, height));
  }

  private void differ(String file, String detail) {
    findings.add(Finding.of(Fault.MERGE_DIFFERS, file, detail));
  }
}
