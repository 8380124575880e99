package org.diorama.core.scene;

/** How often a parameter is drawn: once a dataset, once a frame, or once an instance. */
public enum Scope {
  DATASET,
  FRAME,
  INSTANCE
}
