package org.diorama.procedural.surface;

/**
 * Two by two windows in a plastered wall: glass behind a white frame, a reveal and a sill. Rows
 * start at the top; a story is half a tile high.
 */
record Facade(double meters) implements Recipe {
  private static final int SIDE = 2;

  /** Of a window's opening, meters from the story's left and bottom; stories are 3 m by 3 m. */
  private static final float LEFT = 0.9f;

  private static final float RIGHT = 2.1f;
  private static final float SILL = 0.9f;
  private static final float LINTEL = 2.4f;
  private static final float FRAME = 0.07f;
  private static final float DEEP = 0.03f;

  @Override
  public boolean isIsotropic() {
    return false;
  }

  @Override
  public boolean isLevel() {
    return false;
  }

  @Override
  public int wholePieces() {
    return SIDE;
  }

  @Override
  public void fill(SurfacePatch patch, long key) {
    int size = patch.size();
    new Masonry.Plaster(meters).fill(patch, Hash.key(key, 0));
    float[] rain = Noise.fractal(size, size / 16, 4, 4, 0.8f, Hash.key(key, 1));
    float story = (float) meters / SIDE;
    for (int row = 0; row < size; row++) {
      float fromTop = (row + 0.5f) * SIDE / size;
      float z = (1 - (fromTop - (int) fromTop)) * story;
      for (int column = 0; column < size; column++) {
        float across = (column + 0.5f) * SIDE / size;
        float x = (across - (int) across) * story;
        int texel = row * size + column;
        long window = Hash.bits(Hash.key(key, 2), (int) across, (int) fromTop);
        fill(patch, texel, x, z, window, rain[texel]);
      }
    }
  }

  private static void fill(
      SurfacePatch patch, int texel, float x, float z, long window, float rain) {
    boolean sill = z > SILL - 0.06f && z <= SILL && x > LEFT - 0.06f && x < RIGHT + 0.06f;
    if (sill) {
      patch.set(texel, 0.42f, 0.41f, 0.39f);
      patch.height()[texel] += 0.02f;
      return;
    }
    float inside = Math.min(Math.min(x - LEFT, RIGHT - x), Math.min(z - SILL, LINTEL - z));
    if (inside < 0) {
      // Rain runs down from sills.
      float below = z < SILL && x > LEFT - 0.05f && x < RIGHT + 0.05f ? (SILL - z) : 0;
      float streak = below > 0 ? 0.12f * Math.max(0, 0.4f + rain) * (1 - 0.8f * below / SILL) : 0;
      scale(patch, texel, 1 - streak);
      patch.height()[texel] += DEEP;
      return;
    }
    float mullion = Math.abs(x - (LEFT + RIGHT) / 2);
    boolean frame = inside < FRAME || mullion < FRAME / 2;
    if (frame) {
      patch.set(texel, 0.72f, 0.72f, 0.7f);
      patch.height()[texel] = 0.012f;
      patch.roughness()[texel] = 0.5f;
      return;
    }
    // Dark rooms, some with curtains to a height of their own.
    float curtain = Hash.unit(window);
    float hem = SILL + (LINTEL - SILL) * Hash.unit(window << 24);
    float side = Math.abs(x - (LEFT + RIGHT) / 2) / ((RIGHT - LEFT) / 2);
    boolean drawn = curtain < 0.35f ? z > hem : curtain < 0.7f && side > 0.62f;
    float glass = drawn ? 0.17f : 0.025f + 0.02f * (z - SILL);
    patch.set(texel, glass * (drawn ? 1.05f : 0.9f), glass, glass * (drawn ? 0.92f : 1.1f));
    patch.height()[texel] = 0;
    patch.roughness()[texel] = 0.08f;
  }

  private static void scale(SurfacePatch patch, int texel, float factor) {
    patch.color()[3 * texel] *= factor;
    patch.color()[3 * texel + 1] *= factor;
    patch.color()[3 * texel + 2] *= factor;
  }
}
