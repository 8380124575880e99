package org.diorama.core.scene;

import java.util.List;

/**
 * A scene as its author declared it: every value a distribution, nothing drawn yet.
 *
 * @param version of the scene language
 * @param frames how many frames a plain render makes
 * @param seed of all randomness; any value, 0 included
 * @param objects in the file's order
 */
public record SceneDescription(
    int version,
    String name,
    long frames,
    long seed,
    ImageDescription image,
    List<Category> categories,
    CameraDescription camera,
    LightingDescription lighting,
    List<ObjectDescription> objects,
    LabelRules labels) {
  public SceneDescription {
    categories = List.copyOf(categories);
    objects = List.copyOf(objects);
  }
}
