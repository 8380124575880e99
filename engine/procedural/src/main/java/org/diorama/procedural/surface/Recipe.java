package org.diorama.procedural.surface;

/** How one kind of surface is made. */
interface Recipe {
  /** Length of a side of its tile, meters. */
  double meters();

  /** Fills height, color and roughness of every texel, from the key alone. */
  void fill(SurfacePatch patch, long key);

  /** Whether it looks alike in every direction: its tile may be laid askew. */
  default boolean isIsotropic() {
    return true;
  }

  /** Whether water can stand and snow can lie on it: whether it is no wall. */
  default boolean isLevel() {
    return true;
  }

  /**
   * Pieces along each side of the tile of which a wall has a whole number, counted from its bottom;
   * 0 where it may be cut anywhere.
   */
  default int wholePieces() {
    return 0;
  }
}
