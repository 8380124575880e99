package org.diorama.dataset.verify.frame;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.diorama.dataset.verify.finding.Fault;
import org.diorama.dataset.verify.json.Json;
import org.diorama.dataset.verify.label.BoxDiagnosis;
import org.diorama.dataset.verify.label.Segmentation;
import org.diorama.dataset.verify.read.FaultyFile;
import org.diorama.dataset.verify.read.Mask;
import tools.jackson.databind.JsonNode;

/**
 * Full silhouettes: each holds its visible mask, the visible fraction is their ratio, its box is
 * tight, and what hides the rest is what the instance image shows there. At each pixel that two of
 * them share, one of the two lies before the other.
 */
final class AmodalCheck implements ViewCheck {
  @Override
  public String name() {
    return "amodal masks and occluders";
  }

  /** A silhouette that may be compared with others. */
  private record Sound(CocoImageEvidence.Entry entry, Mask full, JsonNode occlusion) {
    /** Pixels at which another instance lies before it. */
    long before(int instance) {
      for (JsonNode occluder : occlusion) {
        if (occluder.path("instance_id").asInt(-1) == instance) {
          return occluder.path("before").asLong(0);
        }
      }
      return 0;
    }
  }

  @Override
  public void check(ViewEvidence view, CheckReport report) {
    List<Sound> sound = new ArrayList<>();
    for (CocoImageEvidence.Entry entry : view.coco().annotations()) {
      JsonNode extras = entry.json().path("diorama");
      if (!extras.has("amodal_mask")) {
        report.lacking("the annotator amodal_mask");
      } else if (!view.has(Plane.INSTANCE)) {
        report.lacking("a sound instance image");
      } else {
        report.examined(1);
        silhouette(view, entry, extras, report)
            .filter(full -> extras.has("occlusion"))
            .ifPresent(full -> sound.add(new Sound(entry, full, extras.path("occlusion"))));
      }
    }
    for (int i = 0; i < sound.size(); i++) {
      for (int k = i + 1; k < sound.size(); k++) {
        order(view, sound.get(i), sound.get(k), report);
      }
    }
  }

  private static void order(ViewEvidence view, Sound one, Sound other, CheckReport report) {
    int id = one.entry().instance();
    int otherId = other.entry().instance();
    long shared = one.full().intersection(other.full());
    if (other.before(id) + one.before(otherId) != shared) {
      report.findAnnotation(
          Fault.OCCLUDERS_WRONG,
          one.entry(),
          view.imageId(),
          "of %d pixels that instances %d and %d share, the first is before at %d, the other at %d"
              .formatted(shared, id, otherId, other.before(id), one.before(otherId)));
    }
  }

  /** Empty where there is none to compare with others. */
  private static Optional<Mask> silhouette(
      ViewEvidence view, CocoImageEvidence.Entry entry, JsonNode extras, CheckReport report) {
    Mask full;
    try {
      full =
          Segmentation.decode(
              extras.path("amodal_mask"), view.camera().width(), view.camera().height());
    } catch (FaultyFile e) {
      report.findAnnotation(e.fault(), entry, view.imageId(), "amodal mask: " + e.getMessage());
      return Optional.empty();
    }
    Mask visible = view.instanceMask(entry.instance());
    if (!visible.isWithin(full)) {
      report.findAnnotation(
          Fault.AMODAL_TOO_SMALL,
          entry,
          view.imageId(),
          "%d of %d visible pixels lie outside"
              .formatted(visible.area() - visible.intersection(full), visible.area()));
      return Optional.empty();
    }
    double fraction = extras.path("visible_fraction").asDouble(-1);
    double due = (double) visible.area() / full.area();
    if (Math.abs(fraction - due) > 1e-9) {
      report.findAnnotation(
          Fault.VISIBLE_FRACTION_WRONG,
          entry,
          view.imageId(),
          "%s; %d of %d pixels are %s".formatted(fraction, visible.area(), full.area(), due));
    }
    double[] box = Json.numbers(extras.path("bbox_amodal"));
    if (extras.has("bbox_amodal") && !Arrays.equals(box, BoxDiagnosis.numbers(full.box()))) {
      report.findAnnotation(
          Fault.BOX_AMODAL_WRONG,
          entry,
          view.imageId(),
          BoxDiagnosis.text(box)
              + ", its mask's is "
              + BoxDiagnosis.text(BoxDiagnosis.numbers(full.box())));
    }
    double[] whole = Json.numbers(extras.path("bbox_full"));
    if (whole.length == 4 && !ExtentCheck.holds(whole, BoxDiagnosis.numbers(full.box()))) {
      report.findAnnotation(
          Fault.BOX_FULL_WRONG,
          entry,
          view.imageId(),
          BoxDiagnosis.text(whole)
              + ", its silhouette reaches "
              + BoxDiagnosis.text(BoxDiagnosis.numbers(full.box())));
    }
    if (extras.has("occlusion")) {
      occluders(view, entry, extras.path("occlusion"), full, report);
    }
    return Optional.of(full);
  }

  private static void occluders(
      ViewEvidence view,
      CocoImageEvidence.Entry entry,
      JsonNode occlusion,
      Mask full,
      CheckReport report) {
    SortedMap<Integer, Long> shown = new TreeMap<>();
    view.instanceMasks()
        .forEach(
            (id, mask) -> {
              long hidden = mask.intersection(full);
              boolean other = id != 0 && id != Meaning.DROPPED_PIECES && id != entry.instance();
              if (other && hidden > 0) {
                shown.put(id, hidden);
              }
            });
    SortedMap<Integer, Long> named = new TreeMap<>();
    occlusion.forEach(
        occluder -> {
          if (occluder.path("pixels").asLong(-1) != 0) {
            named.put(occluder.path("instance_id").asInt(-1), occluder.path("pixels").asLong(-1));
          }
        });
    long bare = view.instanceMask(0).intersection(full);
    if (bare > 0) {
      report.findAnnotation(
          Fault.OCCLUDERS_WRONG,
          entry,
          view.imageId(),
          "at %d pixels of its silhouette nothing is seen, that neither".formatted(bare));
    }
    if (!shown.equals(named)) {
      report.findAnnotation(
          Fault.OCCLUDERS_WRONG,
          entry,
          view.imageId(),
          "pixels by instance are " + named + ", the image shows " + shown);
    }
  }
}
