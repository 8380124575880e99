package org.diorama.procedural.surface;

/** Floors of rooms. Reflectances: see {@link Recipes}. */
final class Indoor {
  private Indoor() {}

  /** Oak planks of 0.15 m, oiled; the grain runs along the image's rows. */
  record Wood(double meters) implements Recipe {
    @Override
    public boolean isIsotropic() {
      return false;
    }

    @Override
    public void fill(SurfacePatch patch, long key) {
      int size = patch.size();
      int planks = (int) Math.round(meters / 0.15);
      long shifts = Hash.key(key, 1);
      Bond bond =
          Bond.of(
              size,
              meters,
              2,
              planks,
              row -> Hash.unit(shifts, row, 0),
              0.0015,
              0.0025,
              Hash.key(key, 0));
      float[] rings = Noise.fractal(size, 4, 32, 4, 0.8f, Hash.key(key, 2));
      float[] fibers = Noise.fractal(size, 16, size / 4, 3, 0.9f, Hash.key(key, 3));
      for (int i = 0; i < patch.texels(); i++) {
        float flat = bond.inside()[i];
        // Rings: the noise folded a few times, displaced for each plank.
        float phase = 2.6f * rings[i] + 5 * bond.unit(i, 1);
        float fold = Math.abs(2 * (phase - (float) Math.floor(phase)) - 1);
        float late = Noise.step(0.55f, 1f, fold);
        float shade = 0.8f + 0.36f * bond.unit(i, 0) - 0.22f * late + 0.1f * fibers[i];
        float gap = Noise.mix(0.25f, 1f, flat);
        patch.set(i, 0.36f * shade * gap, 0.22f * shade * gap, 0.115f * shade * gap);
        patch.height()[i] = 0.0006f + 0.0012f * flat + 0.00008f * fibers[i];
        patch.roughness()[i] = Noise.mix(0.9f, 0.42f + 0.1f * late, flat);
      }
    }
  }

  /** Looped pile of 6 to 8 mm. */
  record Carpet(double meters) implements Recipe {
    @Override
    public void fill(SurfacePatch patch, long key) {
      int size = patch.size();
      Cells loops = Cells.of(size, size / 4, 0.7f, Hash.key(key, 0));
      float[] wear = Noise.fractal(size, 4, 4, 4, 0.6f, Hash.key(key, 1));
      for (int i = 0; i < patch.texels(); i++) {
        float loop = Noise.step(0, 0.5f, loops.edge()[i]);
        float gray =
            0.22f
                * (0.6f + 0.5f * loop)
                * (0.85f + 0.3f * loops.unit(i, 0))
                * (1 + 0.06f * wear[i]);
        patch.set(i, gray, gray * 0.98f, gray * 0.94f);
        patch.height()[i] = 0.002f + 0.0025f * loop + 0.0005f * wear[i];
        patch.roughness()[i] = 0.97f;
      }
    }
  }
}
