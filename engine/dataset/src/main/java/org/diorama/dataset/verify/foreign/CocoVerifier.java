package org.diorama.dataset.verify.foreign;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import org.diorama.dataset.verify.finding.Examined;
import org.diorama.dataset.verify.finding.Fault;
import org.diorama.dataset.verify.finding.Finding;
import org.diorama.dataset.verify.finding.Findings;
import org.diorama.dataset.verify.json.CocoFile;
import org.diorama.dataset.verify.label.CocoIdCheck;
import org.diorama.dataset.verify.read.FaultyFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Verifies one COCO file, several images at a time. */
public final class CocoVerifier {
  private final String name;
  private final ForeignFile source;
  private final CocoFile file;
  private final SplitLeaks leaks;
  private final Findings findings;
  private final List<ForeignCheck> checks;
  private final List<ForeignReport> reports = new ArrayList<>();
  private final ImageFileCheck images;
  private final ForeignReport imageReport;
  private final PanopticFileCheck panoptic;
  private final ForeignReport panopticReport;
  private final RepeatCheck repeats;
  private final SelfScore self = new SelfScore();
  private final Examined examined;

  /**
   * @param leaks takes its images
   */
  public CocoVerifier(ForeignFile source, SplitLeaks leaks, Findings findings, Examined examined) {
    this.source = source;
    this.name = source.name();
    this.file = source.coco();
    this.leaks = leaks;
    this.findings = findings;
    this.examined = examined;
    Set<Long> categories = new HashSet<>();
    file.categories().forEach(category -> categories.add(category.path("id").asLong(-1)));
    checks =
        List.of(
            new CrowdCheck(categories),
            new BoxCheck(file.boxesAreFractions()),
            new AreaCheck(),
            new SegmentationCheck(file.hasSegmentations() && !file.isOurs()),
            new KeypointCheck());
    new CocoIdCheck(name, file, findings).check(examined);
    if (file.hasByteOrderMark()) {
      findings.add(
          Finding.of(
              Fault.JSON_UNREADABLE, name, "it begins with a byte order mark; many loaders stop"));
    }
    if (file.imageCount() == 0 && !file.isOurs()) {
      findings.add(
          Finding.of(
              Fault.IMAGES_NONE,
              name,
              "no images, %d annotations".formatted(file.annotationCount())));
    }
    repeats = new RepeatCheck(file, new ForeignReport(RepeatCheck.NAME, name, findings, examined));
    images = new ImageFileCheck(source.images());
    imageReport = new ForeignReport(ImageFileCheck.NAME, name, findings, examined);
    checks.forEach(check -> reports.add(new ForeignReport(check.name(), name, findings, examined)));
    panoptic = new PanopticFileCheck(source.segments(), categories, self);
    panopticReport = new ForeignReport(PanopticFileCheck.NAME, name, findings, examined);
  }

  /**
   * Verifies all images.
   *
   * @param inFlight images in memory at most
   * @param imageDone called after each image, by any thread
   */
  public void verify(ExecutorService workers, int inFlight, Runnable imageDone)
      throws InterruptedException {
    Semaphore permits = new Semaphore(inFlight);
    AtomicReference<RuntimeException> failure = new AtomicReference<>();
    for (int i = 0; i < file.imageCount() && failure.get() == null; i++) {
      int index = i;
      permits.acquire();
      workers.execute(
          () -> {
            try {
              image(index);
            } catch (IOException e) {
              failure.compareAndSet(null, new UncheckedIOException(e));
            } catch (FaultyFile e) {
              findings.add(Finding.of(e.fault(), name, e.getMessage()));
            } catch (RuntimeException e) {
              failure.compareAndSet(null, e);
            } finally {
              imageDone.run();
              permits.release();
            }
          });
    }
    permits.acquire(inFlight);
    if (failure.get() != null) {
      throw failure.get();
    }
    try {
      annotationsOfNoImage();
      repeats.annotationsOfNoImage();
      repeats.images();
      for (int c = 0; c < checks.size(); c++) {
        checks.get(c).end(reports.get(c));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (FaultyFile e) {
      findings.add(Finding.of(e.fault(), name, e.getMessage()));
    }
    score();
  }

  /** What can be said of annotations without an image's size. */
  private void annotationsOfNoImage() throws IOException, FaultyFile {
    for (int i = 0; i < file.annotationCount(); i++) {
      if (!file.hasImage(file.imageOf(i))) {
        JsonNode json = file.annotation(i);
        imageId(json);
        if (!json.has("segments_info")) {
          ForeignAnnotation annotation = ForeignAnnotation.of(json, 0, 0);
          check(
              new ForeignImage(
                  file.imageOf(i), 0, 0, MissingNode.getInstance(), List.of(annotation)));
        }
      }
    }
  }

  private void imageId(JsonNode annotation) {
    JsonNode image = annotation.path("image_id");
    if (!image.isMissingNode() && !image.isNumber()) {
      Finding finding = Finding.of(Fault.VALUE_NO_NUMBER, name, "image_id is " + image);
      JsonNode id = annotation.path("id");
      findings.add(id.isIntegralNumber() ? finding.ofAnnotation(id.asLong(0)) : finding);
    }
  }

  private void check(ForeignImage image) {
    for (int c = 0; c < checks.size(); c++) {
      for (ForeignAnnotation annotation : image.annotations()) {
        checks.get(c).check(image, annotation, reports.get(c));
      }
    }
  }

  private void image(int index) throws IOException, FaultyFile {
    JsonNode entry = file.image(index);
    int width = ForeignImage.side(entry.path("width"));
    int height = ForeignImage.side(entry.path("height"));
    ForeignImage bare = new ForeignImage(file.imageId(index), width, height, entry, List.of());
    images.check(bare, imageReport);
    leaks.take(source, index, entry);
    List<ForeignAnnotation> annotations = new ArrayList<>();
    List<JsonNode> entries = new ArrayList<>();
    for (int i : file.annotationsOf(bare.id())) {
      JsonNode json = file.annotation(i);
      entries.add(json);
      if (json.has("segments_info")) {
        panoptic.check(bare, json, panopticReport);
      } else {
        boolean sized = bare.hasSize();
        annotations.add(ForeignAnnotation.of(json, sized ? width : 0, sized ? height : 0));
      }
    }
    ForeignImage image = new ForeignImage(bare.id(), width, height, entry, annotations);
    check(image);
    repeats.name(index, entry);
    repeats.annotations(image, entries);
    self.add(image);
  }

  private void score() {
    self.tell(name, findings, examined);
  }
}
