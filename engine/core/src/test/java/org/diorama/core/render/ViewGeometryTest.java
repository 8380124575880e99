package org.diorama.core.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;
import org.diorama.core.asset.LevelOfDetail;
import org.diorama.core.asset.Material;
import org.diorama.core.asset.Mesh;
import org.diorama.core.asset.MeshBounds;
import org.diorama.core.asset.Model;
import org.diorama.core.asset.Part;
import org.diorama.core.bvh.MeshBvhBuilder;
import org.diorama.core.bvh.SceneBvhTraversal;
import org.diorama.core.geometry.PinholeCamera;
import org.diorama.core.light.Development;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.LinearColor;
import org.diorama.core.math.Rotations;
import org.diorama.core.math.Vec3;
import org.diorama.core.sample.GradientSky;
import org.diorama.core.sample.SampledLighting;
import org.diorama.core.sample.SampledMaterial;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ViewGeometryTest {
  private static final PinholeCamera CAMERA = new PinholeCamera(64, 48, 60, 60, 32, 24);
  private static final Model SQUARE = square();

  /** A square of side 2 in the plane x = 0. */
  private static Model square() {
    float[] positions = {0, -1, -1, 0, 1, -1, 0, 1, 1, 0, -1, 1};
    Mesh mesh =
        new Mesh(
            positions, new float[12], new float[16], new float[8], new int[] {0, 1, 2, 0, 2, 3});
    LevelOfDetail level = new LevelOfDetail(0, List.of(new Part(0, 0, 6)));
    return new Model(
        "digest",
        MeshBounds.of(mesh, level),
        mesh,
        List.of(Material.plain("gray", LinearColor.WHITE, 0, 1)),
        List.of(),
        List.of(level),
        List.of(MeshBvhBuilder.build(mesh, level)));
  }

  private static Draw draw(int id, String digest, Vec3 position) {
    return new Draw(id, "square", digest, 0, Affine3.translation(position), SampledMaterial.NONE);
  }

  private static ViewGeometry geometry(Vec3 eye, Draw... draws) {
    View view =
        new View(
            "",
            CAMERA,
            Rotations.lookAt(eye, eye.plus(Vec3.UNIT_X)),
            Development.exposed(12),
            EnumSet.noneOf(Channel.class));
    GradientSky sky = new GradientSky(LinearColor.WHITE, LinearColor.WHITE, LinearColor.WHITE);
    SampledLighting light = new SampledLighting(Optional.empty(), sky);
    RenderJob job = new RenderJob(List.of(draws), light, List.of(view));
    return ViewGeometry.of(job, view, assetId -> SQUARE);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 10_000, -3_000_000})
  void theNearerInstanceIsSeenAtItsPlanarDepth(double offset) {
    Vec3 eye = new Vec3(offset, 2 * offset, 0.5);
    ViewGeometry geometry =
        geometry(
            eye,
            draw(9, "digest", eye.plus(new Vec3(5, 0.9, 0))),
            draw(4, "digest", eye.plus(new Vec3(8, 0, 0))));
    assertEquals(List.of(4, 9), geometry.draws().stream().map(Draw::instanceId).toList());
    SceneBvhTraversal traversal = new SceneBvhTraversal();
    // Image left is +Y here: at column 24 the ray passes the near square, at column 36 beside it.
    assertTrue(geometry.see(traversal, 24, 24));
    assertEquals(1, traversal.surface());
    assertEquals(5, traversal.distance(), 1e-8);
    assertTrue(geometry.see(traversal, 36, 24));
    assertEquals(0, traversal.surface());
    assertEquals(8, traversal.distance(), 1e-8);
    assertTrue(
        geometry.covers(traversal, geometry.rows().get(0), 28, 24),
        "behind the near one, alone it is seen");
    assertFalse(geometry.covers(traversal, geometry.rows().get(1), 36, 24));
    assertFalse(geometry.see(traversal, 1, 1));
  }

  @Test
  void whatLiesNearerThanTheNearPlaneIsNotSeen() {
    ViewGeometry geometry = geometry(Vec3.ZERO, draw(1, "digest", new Vec3(0.0009, 0, 0)));
    assertFalse(geometry.see(new SceneBvhTraversal(), 32, 24));
    ViewGeometry beyond = geometry(Vec3.ZERO, draw(1, "digest", new Vec3(0.0011, 0, 0)));
    assertTrue(beyond.see(new SceneBvhTraversal(), 32, 24));
  }

  @Test
  void anAssetThatChangedIsRefused() {
    DioramaException refusal =
        assertThrows(
            DioramaException.class,
            () -> geometry(Vec3.ZERO, draw(1, "another", new Vec3(3, 0, 0))));
    assertEquals(ExitStatus.BAD_INPUT, refusal.status());
    assertTrue(refusal.getMessage().contains("square"), refusal.getMessage());
  }

  @Test
  void aMirroredInstanceIsSeenFromBothSides() {
    Draw mirrored =
        new Draw(
            1,
            "square",
            "digest",
            0,
            Affine3.translation(new Vec3(4, 0, 0)).times(Affine3.scaling(new Vec3(-1, 1, 1))),
            SampledMaterial.NONE);
    assertTrue(geometry(Vec3.ZERO, mirrored).see(new SceneBvhTraversal(), 32, 24));
  }
}
