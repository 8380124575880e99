package org.diorama.core.render;

/** What a view can measure of its instances beside their rows' numbers, where it is asked to. */
public enum Measure {
  /** {@link RenderedView#silhouettes()}. */
  SILHOUETTES,
  /** {@link InstanceCoverage#contrast()}; it takes a view with {@link Channel#COLOR}. */
  CONTRAST
}
