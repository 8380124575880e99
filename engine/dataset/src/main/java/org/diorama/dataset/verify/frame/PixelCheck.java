package org.diorama.dataset.verify.frame;

import org.diorama.dataset.verify.files.ManifestFacts;
import org.diorama.dataset.verify.finding.Fault;

/**
 * The semantic and the panoptic image against the instance image, pixel by pixel: annotated
 * instances with category and id, the rest void or background.
 */
final class PixelCheck implements ViewCheck {
  private static final int IDS = 1 << 16;

  private final ManifestFacts manifest;

  PixelCheck(ManifestFacts manifest) {
    this.manifest = manifest;
  }

  @Override
  public String name() {
    return "instance, semantic and panoptic pixels";
  }

  @Override
  public void check(ViewEvidence view, CheckReport report) {
    if (!view.has(Plane.INSTANCE)) {
      report.lacking("a sound instance image");
      return;
    }
    int[] instance = view.values(Plane.INSTANCE);
    int[][] due = due(view);
    compare(view, Plane.SEMANTIC, instance, due[0], planeOf(view, Plane.SEMANTIC, report), report);
    compare(view, Plane.PANOPTIC, instance, due[1], planeOf(view, Plane.PANOPTIC, report), report);
  }

  /** Semantic, then panoptic values that are due, by id. */
  private int[][] due(ViewEvidence view) {
    Meaning meaning = new Meaning(view, manifest);
    int[][] due = new int[2][IDS];
    view.instanceMasks()
        .keySet()
        .forEach(
            id -> {
              due[0][id] = meaning.semantic(id);
              due[1][id] = meaning.panoptic(id);
            });
    return due;
  }

  /** Pixels of a plane; none where it could not be read. */
  private static int[] planeOf(ViewEvidence view, Plane plane, CheckReport report) {
    if (view.has(plane)) {
      return view.values(plane);
    }
    report.lacking("a readable image in " + plane.path(""));
    return new int[0];
  }

  /**
   * Pixels that contradict in both images, which agree with each other: then the instance image is
   * wrong. None where either has a contradiction of its own, or cannot be read.
   */
  int outvoted(ViewEvidence view) {
    if (!view.has(Plane.INSTANCE) || !view.has(Plane.SEMANTIC) || !view.has(Plane.PANOPTIC)) {
      return 0;
    }
    int[] instance = view.values(Plane.INSTANCE);
    int[] semantic = due(view)[0];
    int[] panoptic = due(view)[1];
    int[] semanticPixels = view.values(Plane.SEMANTIC);
    int[] panopticPixels = view.values(Plane.PANOPTIC);
    int outvoted = 0;
    for (int i = 0; i < instance.length; i++) {
      boolean one = semanticPixels[i] != semantic[instance[i]];
      boolean other = panopticPixels[i] != panoptic[instance[i]];
      int id = panopticPixels[i];
      boolean agree = id > 0 && id < IDS && semantic[id] == semanticPixels[i] && panoptic[id] == id;
      if (one != other || one && !agree && id != 0) {
        return 0;
      }
      outvoted += one ? 1 : 0;
    }
    return outvoted;
  }

  /** One finding an image: the first pixel, and how many there are. */
  private static void compare(
      ViewEvidence view, Plane plane, int[] instance, int[] due, int[] values, CheckReport report) {
    int wrong = 0;
    int first = -1;
    for (int i = 0; i < values.length; i++) {
      if (values[i] != due[instance[i]]) {
        first = wrong == 0 ? i : first;
        wrong++;
      }
    }
    report.examined(values.length);
    if (wrong == 0) {
      return;
    }
    boolean unannotated = due[instance[first]] == 0;
    Fault fault =
        plane == Plane.PANOPTIC
            ? Fault.PANOPTIC_WRONG
            : unannotated ? Fault.VOID_WRONG : Fault.SEMANTIC_WRONG;
    report.findImage(
        fault,
        plane.path(view.fileName()),
        view.imageId(),
        "%d pixels; the first, column %d row %d, is %d, of instance %d %d is due"
            .formatted(
                wrong,
                first % view.camera().width(),
                first / view.camera().width(),
                values[first],
                instance[first],
                due[instance[first]]));
  }
}
