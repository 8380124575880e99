package org.diorama.core.scene;

import java.util.Map;

/** A scene in all the variants that its discrete factors make of it. Safe for several threads. */
public interface SceneVariants {
  /** The scene without any level's changes. Factors, counts and sequences are read from it. */
  SceneDescription base();

  /**
   * The scene with the changes of some levels.
   *
   * @param levels name of the level of every discrete factor, by the factor's name
   */
  SceneDescription at(Map<String, String> levels);

  /** A scene without discrete factors. */
  static SceneVariants of(SceneDescription scene) {
    return new SceneVariants() {
      @Override
      public SceneDescription base() {
        return scene;
      }

      @Override
      public SceneDescription at(Map<String, String> levels) {
        return scene;
      }
    };
  }
}
