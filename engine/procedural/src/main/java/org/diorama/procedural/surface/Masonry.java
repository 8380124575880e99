package org.diorama.procedural.surface;

/** Laid and plastered surfaces. Reflectances: see {@link Recipes}. */
final class Masonry {
  private Masonry() {}

  /** Square slabs of half a meter with sanded joints. */
  record Paving(double meters) implements Recipe {
    @Override
    public boolean isIsotropic() {
      return false;
    }

    @Override
    public void fill(SurfacePatch patch, long key) {
      int size = patch.size();
      int slabs = (int) Math.round(meters * 2);
      Bond bond = Bond.of(size, meters, slabs, slabs, row -> 0, 0.008, 0.01, Hash.key(key, 0));
      float[] sand = Noise.fractal(size, size / 8, size / 8, 3, 1f, Hash.key(key, 1));
      float[] dirt = Noise.fractal(size, 4, 4, 6, 0.75f, Hash.key(key, 2));
      for (int i = 0; i < patch.texels(); i++) {
        float flat = bond.inside()[i];
        float slab = 0.26f * (0.9f + 0.2f * bond.unit(i, 0));
        float gray = Noise.mix(0.1f, slab, flat) * (1 + 0.08f * sand[i] + 0.1f * dirt[i]);
        patch.set(i, gray * 1.03f, gray, gray * 0.93f);
        patch.height()[i] =
            0.002f
                + flat * (0.005f + 0.0015f * bond.unit(i, 1))
                + 0.0004f * sand[i]
                + 0.0008f * dirt[i];
        patch.roughness()[i] = 0.85f;
      }
    }
  }

  /** Glazed tiles of 0.3 m, joints of 3 mm. */
  record Tiles(double meters) implements Recipe {
    @Override
    public boolean isIsotropic() {
      return false;
    }

    @Override
    public void fill(SurfacePatch patch, long key) {
      int size = patch.size();
      int tiles = (int) Math.round(meters / 0.3);
      Bond bond = Bond.of(size, meters, tiles, tiles, row -> 0, 0.004, 0.003, Hash.key(key, 0));
      float[] clouds = Noise.fractal(size, 8, 8, 5, 0.7f, Hash.key(key, 1));
      for (int i = 0; i < patch.texels(); i++) {
        float flat = bond.inside()[i];
        float tile = 0.5f * (0.95f + 0.1f * bond.unit(i, 0) + 0.05f * clouds[i]);
        float gray = Noise.mix(0.24f, tile, flat);
        patch.set(i, gray * 1.02f, gray, gray * 0.95f);
        patch.height()[i] = 0.001f + 0.0015f * flat + 0.0004f * bond.unit(i, 1);
        patch.roughness()[i] = Noise.mix(0.9f, 0.22f, flat);
      }
    }
  }

  /** Fired bricks in running bond, modules of 225 by 75 mm with joints of 10 mm. */
  record Brick(double meters) implements Recipe {
    @Override
    public boolean isIsotropic() {
      return false;
    }

    @Override
    public boolean isLevel() {
      return false;
    }

    @Override
    public void fill(SurfacePatch patch, long key) {
      int size = patch.size();
      int columns = (int) Math.round(meters / 0.225);
      int rows = 2 * (int) Math.round(meters / 0.15);
      Bond bond =
          Bond.of(
              size, meters, columns, rows, row -> 0.5f * (row % 2), 0.01, 0.004, Hash.key(key, 0));
      float[] grain = Noise.fractal(size, size / 8, size / 8, 3, 1f, Hash.key(key, 1));
      float[] stains = Noise.fractal(size, 4, 4, 6, 0.75f, Hash.key(key, 2));
      for (int i = 0; i < patch.texels(); i++) {
        float face = bond.inside()[i];
        float burnt = bond.unit(i, 0);
        float shade = (0.75f + 0.5f * burnt) * (1 + 0.1f * grain[i] + 0.1f * stains[i]);
        float mortar = 1 + 0.08f * grain[i] + 0.12f * stains[i];
        float hue = 0.9f + 0.2f * bond.unit(i, 1);
        patch.set(
            i,
            Noise.mix(0.3f * mortar, 0.3f * shade, face),
            Noise.mix(0.28f * mortar, 0.125f * shade * hue, face),
            Noise.mix(0.25f * mortar, 0.08f * shade * hue, face));
        patch.height()[i] =
            0.003f + face * (0.006f + 0.0015f * bond.unit(i, 2)) + 0.0006f * grain[i];
        patch.roughness()[i] = 0.88f;
      }
    }
  }

  /** Render with a fine float finish. */
  record Plaster(double meters) implements Recipe {
    @Override
    public boolean isLevel() {
      return false;
    }

    @Override
    public void fill(SurfacePatch patch, long key) {
      int size = patch.size();
      float[] grain = Noise.fractal(size, size / 8, size / 8, 3, 1f, Hash.key(key, 0));
      float[] waves = Noise.fractal(size, 4, 4, 5, 0.6f, Hash.key(key, 1));
      for (int i = 0; i < patch.texels(); i++) {
        float gray = 0.58f * (1 + 0.035f * grain[i] + 0.045f * waves[i]);
        patch.set(i, gray, gray * 0.98f, gray * 0.93f);
        patch.height()[i] = 0.003f + 0.0002f * grain[i] + 0.0008f * waves[i];
        patch.roughness()[i] = 0.9f;
      }
    }
  }
}
