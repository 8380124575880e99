package org.diorama.core.label.pixel;

/** What becomes of the surface that a pixel shows; the ordinal is the value in files. */
public enum FlowState {
  /** There is none. */
  NONE,
  /** The other step shows it, too. */
  VISIBLE,
  /** Something hides it there, be it its own instance. */
  HIDDEN,
  /** It lies outside the image there, or behind the camera. */
  OUTSIDE
}
