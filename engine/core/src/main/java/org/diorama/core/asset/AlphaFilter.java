package org.diorama.core.asset;

import java.util.List;

/** The alpha rule of a model's level, see {@link AlphaTest}. Drawn colors never change it. */
final class AlphaFilter implements TriangleFilter {
  private final Model model;
  private final List<Part> parts;
  private final LevelTriangles triangles;

  private AlphaFilter(Model model, int level) {
    this.model = model;
    this.parts = model.levels().get(level).parts();
    this.triangles = LevelTriangles.of(model.mesh(), model.levels().get(level));
  }

  static TriangleFilter of(Model model, int level) {
    boolean anyMasked =
        model.levels().get(level).parts().stream()
            .anyMatch(part -> isMasked(model.materials().get(part.material())));
    return anyMasked ? new AlphaFilter(model, level) : TriangleFilter.ALL;
  }

  private static boolean isMasked(Material material) {
    return material.alphaMode() == AlphaMode.MASK
        && material.baseColorTexture() != Material.NO_TEXTURE;
  }

  @Override
  public boolean accepts(int triangle, double weight1, double weight2) {
    Material material = model.materials().get(parts.get(triangles.part(triangle)).material());
    if (!isMasked(material)) {
      return true;
    }
    double u = interpolate(triangle, weight1, weight2, 0);
    double v = interpolate(triangle, weight1, weight2, 1);
    return AlphaTest.isSolid(material, model.textures().get(material.baseColorTexture()), u, v);
  }

  private double interpolate(int triangle, double weight1, double weight2, int component) {
    float[] coordinates = model.mesh().textureCoordinates();
    return coordinates[2 * triangles.vertex(triangle, 0) + component] * (1 - weight1 - weight2)
        + coordinates[2 * triangles.vertex(triangle, 1) + component] * weight1
        + coordinates[2 * triangles.vertex(triangle, 2) + component] * weight2;
  }
}
