package org.diorama.core.scene;

import java.util.List;

/**
 * A class of labelled things.
 *
 * @param id at least 1, unique in the scene
 * @param supercategory COCO's supercategory; equals the name where the author gave none
 * @param from asset categories that this one takes in; its own name alone where the author gave
 *     none
 */
public record Category(String name, int id, String supercategory, List<String> from) {
  public Category {
    from = List.copyOf(from);
  }
}
