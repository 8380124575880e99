package org.diorama.dataset.verify.frame;

import java.util.Optional;
import org.diorama.dataset.verify.files.ManifestFacts;
import tools.jackson.databind.JsonNode;

/** What the pixels of an id are in the semantic and the panoptic image, by its label. */
final class Meaning {
  /** The id of pieces that the author's rules dropped from their instance. */
  static final int DROPPED_PIECES = 65535;

  private static final int FIRST_STUFF = 65536;

  private final ViewEvidence view;
  private final int semanticVoid;
  private final int skySemantic;
  private final int skyPanoptic;

  Meaning(ViewEvidence view, ManifestFacts manifest) {
    this.view = view;
    this.semanticVoid = manifest.semanticVoid();
    Optional<JsonNode> sky = new CategoryFacts(manifest.categories()).sky();
    boolean labelled = sky.isPresent() && CategoryFacts.use(sky.get()).equals("label");
    int id = sky.map(category -> category.path("id").asInt(0)).orElse(0);
    skySemantic = labelled ? id : sky.isPresent() ? semanticVoid : 0;
    skyPanoptic = labelled ? FIRST_STUFF + id : 0;
  }

  /** Category of a labelled instance, void of a dropped one, else background. */
  int semantic(int instance) {
    if (instance == 0) {
      return skySemantic;
    }
    if (instance == DROPPED_PIECES) {
      return semanticVoid;
    }
    return view.label(instance)
        .map(
            label ->
                label.isAnnotated() || label.isStuff()
                    ? label.category()
                    : label.isVoid() ? semanticVoid : 0)
        .orElse(0);
  }

  /** Its id of an annotated instance, the one of its category of stuff, else none. */
  int panoptic(int instance) {
    if (instance == 0) {
      return skyPanoptic;
    }
    return view.label(instance)
        .map(
            label ->
                label.isAnnotated()
                    ? instance
                    : label.isStuff() ? FIRST_STUFF + label.category() : 0)
        .orElse(0);
  }

  /** The category of a segment of stuff; 0 for any other. */
  static int stuffOf(int segment) {
    return Math.max(0, segment - FIRST_STUFF);
  }
}
