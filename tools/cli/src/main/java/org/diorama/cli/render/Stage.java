package org.diorama.cli.render;

/** The steps of a frame, in their order. */
enum Stage {
  SAMPLE,
  RENDER,
  /** Labels, compression and files. */
  COMMIT
}
