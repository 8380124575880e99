package org.diorama.procedural.surface;

import java.util.Arrays;

/**
 * A lawn seen from above: blades laid over one another, each brighter towards its tip.
 *
 * @param meters length of a side of the tile
 */
record Grass(double meters) implements Recipe {
  private static final int PARTS = 16;

  @Override
  public void fill(SurfacePatch patch, long key) {
    int size = patch.size();
    float[] clumps = Noise.fractal(size, 6, 6, 5, 0.75f, Hash.key(key, 0));
    float[] dryness = Noise.fractal(size, 5, 5, 4, 0.7f, Hash.key(key, 1));
    Arrays.fill(patch.roughness(), 0.85f);
    for (int i = 0; i < patch.texels(); i++) {
      patch.set(i, 0.03f, 0.034f, 0.016f);
      patch.height()[i] = 0.001f;
    }
    int blades = patch.texels() / 7;
    for (int blade = 0; blade < blades; blade++) {
      draw(patch, Hash.bits(Hash.key(key, 2), blade, 0), clumps, dryness);
    }
  }

  private static void draw(SurfacePatch patch, long bits, float[] clumps, float[] dryness) {
    int size = patch.size();
    int mask = size - 1;
    float rootX = Hash.unit(bits) * size;
    float rootY = Hash.unit(bits << 24) * size;
    long more = Hash.bits(bits, 1, 0);
    float dx = 2 * Hash.unit(more) - 1;
    float dy = 2 * Hash.unit(more << 24) - 1;
    int root = ((int) rootY & mask) * size + ((int) rootX & mask);
    long last = Hash.bits(bits, 2, 0);
    float reach = (float) (0.045 * (0.6 + 0.8 * Hash.unit(last)) / patch.meters() * size);
    float top = 0.004f + 0.007f * Hash.unit(last << 24) + 0.004f * clumps[root];
    float dry = Noise.step(0.72f, 1.1f, Hash.unit(Hash.bits(bits, 3, 0)) + 0.35f * dryness[root]);
    float shade = 0.75f + 0.5f * Hash.unit(Hash.bits(bits, 4, 0)) + 0.12f * clumps[root];
    float red = shade * Noise.mix(0.085f, 0.24f, dry);
    float green = shade * Noise.mix(0.145f, 0.2f, dry);
    float blue = shade * Noise.mix(0.034f, 0.085f, dry);
    for (int part = 0; part < PARTS; part++) {
      float along = (part + 0.5f) / PARTS;
      int x = (int) Math.floor(rootX + dx * reach * along) & mask;
      int y = (int) Math.floor(rootY + dy * reach * along) & mask;
      float height = top * along * (1.6f - 0.6f * along);
      int texel = y * size + x;
      if (height > patch.height()[texel]) {
        patch.height()[texel] = height;
        float lit = 0.55f + 0.65f * along;
        patch.set(texel, red * lit, green * lit, blue * lit);
      }
    }
  }
}
