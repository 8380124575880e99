package org.diorama.core.surface;

/**
 * A procedural surface, decided in full: equal finishes have the same textures.
 *
 * @param variant number of its pattern; each has one of its own
 * @param scale factor on all lengths of the pattern, above 0
 * @param wetness from 0, dry, to 1, soaked with water standing in its hollows
 * @param snow share of the ground that snow covers, 0 to 1, its hollows first
 */
public record SurfaceFinish(
    SurfaceKind kind, int variant, double scale, double wetness, double snow) {
  public SurfaceFinish {
    if (!(scale > 0 && wetness >= 0 && wetness <= 1 && snow >= 0 && snow <= 1)) {
      throw new IllegalArgumentException("a finish of scale > 0 with wetness and snow in 0..1");
    }
  }
}
