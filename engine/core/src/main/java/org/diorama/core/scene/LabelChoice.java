package org.diorama.core.scene;

/** Whether and as what an object is labelled. */
public sealed interface LabelChoice {
  /** By the category of its asset. */
  record FromAsset() implements LabelChoice {}

  /** As the named category of the scene. */
  record As(String category) implements LabelChoice {}

  /** As a part of the instance it stands in: one mask, one box, one id. */
  record Parent() implements LabelChoice {}

  /** Not at all; it still occludes. */
  record None() implements LabelChoice {}
}
