package org.diorama.procedural.surface;

/** Loose and bound mineral ground. Reflectances: see {@link Recipes}. */
final class Mineral {
  private Mineral() {}

  /** Stones of 8 to 16 mm in bitumen, worn to different grays. */
  record Asphalt(double meters) implements Recipe {
    @Override
    public void fill(SurfacePatch patch, long key) {
      int size = patch.size();
      Cells stones = Cells.of(size, size / 2, 0.9f, Hash.key(key, 0));
      float[] patches = Noise.fractal(size, 4, 4, 5, 0.75f, Hash.key(key, 1));
      float[] grain = Noise.fractal(size, size / 8, size / 8, 3, 1f, Hash.key(key, 2));
      for (int i = 0; i < patch.texels(); i++) {
        float bare = stones.unit(i, 0);
        float stone = Noise.step(0.05f, 0.35f, stones.edge()[i]);
        float gray = 0.058f + stone * (0.012f + 0.075f * bare * bare * bare);
        gray *= 1 + 0.11f * patches[i] + 0.13f * grain[i];
        float warmth = 0.04f * (stones.unit(i, 1) - 0.5f);
        patch.set(i, gray * (1.03f + warmth), gray, gray * (0.96f - warmth));
        patch.height()[i] =
            0.004f + 0.0009f * stone * (0.4f + bare) + 0.0008f * grain[i] + 0.003f * patches[i];
        patch.roughness()[i] = 0.88f;
      }
    }
  }

  /** Cast concrete: clouds of cement, sand, a few pores. */
  record Concrete(double meters) implements Recipe {
    @Override
    public void fill(SurfacePatch patch, long key) {
      int size = patch.size();
      float[] clouds = Noise.fractal(size, 4, 4, 6, 0.7f, Hash.key(key, 0));
      float[] sand = Noise.fractal(size, size / 8, size / 8, 3, 1f, Hash.key(key, 1));
      Cells pores = Cells.of(size, size / 8, 0.9f, Hash.key(key, 2));
      for (int i = 0; i < patch.texels(); i++) {
        float pore = pores.unit(i, 0) < 0.12f ? Noise.step(0.75f, 1.0f, pores.edge()[i]) : 0;
        float gray = 0.3f * (1 + 0.13f * clouds[i] + 0.07f * sand[i]) * (1 - 0.5f * pore);
        patch.set(i, gray * 1.02f, gray, gray * 0.94f);
        patch.height()[i] = 0.004f + 0.0004f * sand[i] + 0.002f * clouds[i] - 0.002f * pore;
        patch.roughness()[i] = 0.85f;
      }
    }
  }

  /** Bare, crumbly earth. */
  record Soil(double meters) implements Recipe {
    @Override
    public void fill(SurfacePatch patch, long key) {
      int size = patch.size();
      float[] humps = Noise.fractal(size, 6, 6, 6, 0.75f, Hash.key(key, 0));
      float[] moisture = Noise.fractal(size, 4, 4, 4, 0.7f, Hash.key(key, 1));
      Cells clods = Cells.of(size, size / 16, 1f, Hash.key(key, 2));
      Cells crumbs = Cells.of(size, size / 4, 1f, Hash.key(key, 3));
      for (int i = 0; i < patch.texels(); i++) {
        float clod = clods.unit(i, 0) * Noise.step(0, 0.5f, clods.edge()[i]);
        float crumb = crumbs.unit(i, 0) * Noise.step(0, 0.4f, crumbs.edge()[i]);
        float shade =
            0.13f * (0.78f + 0.16f * moisture[i] + 0.14f * humps[i] + 0.22f * clod + 0.25f * crumb);
        patch.set(i, shade * 1.22f, shade * 0.93f, shade * 0.66f);
        patch.height()[i] = 0.03f + 0.015f * humps[i] + 0.006f * clod + 0.0035f * crumb;
        patch.roughness()[i] = 0.95f;
      }
    }
  }

  /** Crushed stone of 16 to 32 mm. */
  record Gravel(double meters) implements Recipe {
    @Override
    public void fill(SurfacePatch patch, long key) {
      int size = patch.size();
      Cells stones = Cells.of(size, size / 8, 1f, Hash.key(key, 0));
      Cells chips = Cells.of(size, size / 4, 1f, Hash.key(key, 1));
      float[] grain = Noise.fractal(size, size / 4, size / 4, 2, 1f, Hash.key(key, 2));
      float[] drifts = Noise.fractal(size, 4, 4, 4, 0.7f, Hash.key(key, 3));
      for (int i = 0; i < patch.texels(); i++) {
        // Small chips lie in the gaps between large stones.
        boolean large = stones.edge()[i] > 0.12f && stones.unit(i, 2) < 0.8f;
        Cells top = large ? stones : chips;
        float dome = Noise.step(0, large ? 0.6f : 0.4f, top.edge()[i]);
        float gray = 0.1f + 0.22f * top.unit(i, 0);
        gray *= (0.45f + 0.55f * dome) * (1 + 0.1f * grain[i] + 0.08f * drifts[i]);
        float warmth = 0.12f * (top.unit(i, 1) - 0.35f);
        patch.set(i, gray * (1 + warmth), gray, gray * (0.96f - warmth));
        patch.height()[i] =
            0.01f
                + (large ? 0.006f + 0.009f * dome : 0.005f * dome)
                + 0.0006f * grain[i]
                + 0.008f * drifts[i];
        patch.roughness()[i] = 0.8f;
      }
    }
  }
}
