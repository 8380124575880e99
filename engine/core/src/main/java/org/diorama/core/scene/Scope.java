package org.diorama.core.scene;

/**
 * How often a parameter is drawn. Instances live as long as their sequence, and a still frame is a
 * sequence of one.
 */
public enum Scope {
  /** Once for all. */
  DATASET,
  /** Once a sequence. */
  SEQUENCE,
  /** Anew for each frame of a sequence. */
  FRAME,
  /** Once a sequence for all instances below one parent. */
  PARENT,
  /** Once a sequence for each instance. */
  INSTANCE
}
