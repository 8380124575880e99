package org.diorama.core.scene;

import java.util.List;
import java.util.Optional;

/**
 * A class of labelled things or stuff.
 *
 * @param id at least 1, unique in the scene
 * @param supercategory COCO's supercategory; equals the name where the author gave none
 * @param from asset categories that this one takes in; its own name alone where the author gave
 *     none
 * @param form whether instances are told apart
 * @param use what becomes of its pixels
 * @param into name of the category that all of its instances are labelled as; that one has none
 */
public record Category(
    String name,
    int id,
    String supercategory,
    List<String> from,
    Form form,
    Use use,
    Optional<String> into) {
  /** What the pixels without any surface are taken in by, as if it were an asset's category. */
  public static final String SKY = "sky";

  /** COCO's two kinds of categories. */
  public enum Form {
    /** Each instance is annotated. */
    THING,
    /** One segment an image, such as road or sky. */
    STUFF
  }

  /** Fate of the pixels of a category. */
  public enum Use {
    LABEL,
    /** Not annotated, and left out of every loss. */
    VOID,
    /** Not annotated, background. */
    NONE
  }

  public Category {
    from = List.copyOf(from);
  }

  /** Things that are labelled. */
  public Category(String name, int id, String supercategory, List<String> from) {
    this(name, id, supercategory, from, Form.THING, Use.LABEL, Optional.empty());
  }

  /** Whether labels can be of it. */
  public boolean isListed() {
    return use == Use.LABEL && into.isEmpty();
  }

  public boolean isStuff() {
    return form == Form.STUFF;
  }

  /** Whether it takes in the assets of a category, or the sky. */
  public boolean takes(String assetCategory) {
    return from.contains(assetCategory);
  }
}
