package org.diorama.core.surface;

import java.util.Locale;

/** What the ground, a wall or a floor is made of; its texture is made from parameters. */
public enum SurfaceKind {
  ASPHALT,
  CONCRETE,
  GRASS,
  SOIL,
  GRAVEL,
  /** Square concrete slabs of half a meter. */
  PAVING,
  /** Glazed tiles of 0.3 m. */
  TILES,
  BRICK,
  PLASTER,
  /** Oak planks. */
  WOOD,
  CARPET,
  /** A plastered wall with rows of windows, three meters a story; each wall has whole windows. */
  FACADE;

  /** The word in scene files and records. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
