package org.diorama.core.render;

/**
 * A part of an image's look that every image has unless its scene says otherwise, and that a job
 * may do without: to see what it costs, or what it does. No label depends on any. Renderers may
 * lack some of them; none draws one that a job does without.
 */
public enum Effect {
  /** What lies close by darkens creases. */
  OCCLUSION,
  /** Walls hide the sky and throw light back. */
  BOUNCE,
  /** Things stand in the way of the sun. */
  SUN_SHADOWS,
  /** Things stand in the way of lamps. */
  LAMP_SHADOWS,
  /** Edges between surfaces are smooth. */
  ANTIALIASING
}
