package org.diorama.cli.render;

/** The steps of a frame, in their order. */
enum Stage {
  SAMPLE,
  RENDER,
  ENCODE,
  WRITE
}
