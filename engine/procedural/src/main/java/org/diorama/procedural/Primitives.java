package org.diorama.procedural;

import java.util.Arrays;
import java.util.List;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;
import org.diorama.core.asset.AssetKeypoints;
import org.diorama.core.asset.LevelOfDetail;
import org.diorama.core.asset.Material;
import org.diorama.core.asset.Mesh;
import org.diorama.core.asset.MeshBounds;
import org.diorama.core.asset.Model;
import org.diorama.core.asset.ModelDigest;
import org.diorama.core.asset.Part;
import org.diorama.core.bvh.MeshBvhBuilder;
import org.diorama.core.math.LinearColor;

/** Unit shapes as models: one level of detail, one plain gray material. */
public final class Primitives {
  /** A light matt gray; scenes give objects their own color. */
  private static final Material MATERIAL =
      Material.plain("plain", new LinearColor(0.6, 0.6, 0.6), 0, 0.6);

  private Primitives() {}

  /** Names of all shapes, as scene files write them. */
  public static List<String> names() {
    return Arrays.stream(Shape.values()).map(Shape::id).toList();
  }

  /**
   * @param name one of {@link #names}
   * @param segments facets around a round shape, 3 to 1024
   * @throws DioramaException BAD_INPUT where there is no such shape or number of segments
   */
  public static Model model(String name, int segments) {
    Mesh mesh;
    try {
      mesh = shape(name).mesh(segments);
    } catch (IllegalArgumentException e) {
      throw new DioramaException(ExitStatus.BAD_INPUT, name + ": " + e.getMessage(), e);
    }
    LevelOfDetail level = new LevelOfDetail(0, List.of(new Part(0, 0, mesh.indices().length)));
    List<Material> materials = List.of(MATERIAL);
    return new Model(
        ModelDigest.of(mesh, materials, List.of(), List.of(level)),
        MeshBounds.of(mesh, level),
        mesh,
        materials,
        List.of(),
        List.of(level),
        List.of(MeshBvhBuilder.build(mesh, level)));
  }

  /**
   * Named points of a shape, whatever its number of segments.
   *
   * @throws DioramaException BAD_INPUT where there is no such shape
   */
  public static AssetKeypoints keypoints(String name) {
    return ShapePoints.of(shape(name));
  }

  private static Shape shape(String name) {
    return Arrays.stream(Shape.values())
        .filter(shape -> shape.id().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new DioramaException(
                    ExitStatus.BAD_INPUT,
                    "unknown shape '" + name + "'; there are " + String.join(", ", names())));
  }
}
