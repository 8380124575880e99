package org.diorama.scenefile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.diorama.core.asset.AssetFact;
import org.diorama.core.asset.AssetFacts;
import org.diorama.core.asset.LevelOfDetail;
import org.diorama.core.asset.LevelTriangles;
import org.diorama.core.asset.Mesh;
import org.diorama.core.asset.MeshSurface;
import org.diorama.core.asset.Part;
import org.diorama.core.asset.TriangleFilter;
import org.diorama.core.bvh.MeshBvhBuilder;
import org.diorama.core.math.Aabb;
import org.diorama.core.math.Vec3;
import org.diorama.core.scene.AssetReference;
import org.diorama.core.scene.Bone;
import org.diorama.core.scene.NamedPoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Named points of an object that the scene declares. */
class KeypointsTest {
  @TempDir private Path folder;

  private SceneReading read(String keypoints) {
    return SceneText.read(
        folder,
        SceneText.MINIMAL.replace(
            "objects: {}",
            "objects:\n  part:\n    asset: {primitive: box}\n    label: none\n    keypoints: "
                + keypoints));
  }

  @Test
  void inTheirOrder() {
    SceneReading reading = read("{tip: [0, 0, 1], hole: [0.5, -0.25, 0.125]}");
    assertEquals(
        List.of(
            new NamedPoint("tip", new Vec3(0, 0, 1)),
            new NamedPoint("hole", new Vec3(0.5, -0.25, 0.125))),
        reading.variantsOrThrow().base().objects().get(0).keypoints());
    assertEquals("[0.5, -0.25, 0.125]", reading.resolvedKeys().get("objects.part.keypoints.hole"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{tip: [0, 0]}|found a list of 2",
        "{tip: [0, 0, a]}|number",
        "{tip: 1}|[x, y, z]",
        "[[0, 0, 1]]|a map from names",
      })
  void saysWhatIsWrong(String keypoints, String what) {
    List<String> said = SceneText.says(folder, read(keypoints));
    assertEquals(1, said.size(), said.toString());
    assertTrue(said.get(0).startsWith("scene.yaml:"), said.get(0));
    assertTrue(said.get(0).contains(what), said.get(0));
  }

  private static final String POINTS = "{tip: [0, 0, 1], hole: [0.5, 0, 1], rim: [0, 0.5, 1]}";

  @Test
  void aSkeletonJoinsThem() {
    SceneReading reading = read(POINTS + "\n    skeleton: [[tip, hole], [rim, tip]]");
    assertEquals(
        List.of(new Bone("tip", "hole"), new Bone("rim", "tip")),
        reading.variantsOrThrow().base().objects().get(0).skeleton());
    assertEquals("[rim, tip]", reading.resolvedKeys().get("objects.part.skeleton.1"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[]|skeleton: the list is empty",
        "tip|found tip. Write a list of 1 to 1000 pairs of names of keypoints.",
        "[[tip]]|skeleton.0: found a list. Write two names of keypoints, [FROM, TO].",
        "[tip]|skeleton.0: found tip. Write two names of keypoints, [FROM, TO].",
        "[[tip, hole], [tip, hoel]]|skeleton.1: hoel is no keypoint of it. Did you mean hole?",
        "[[x, tip]]|skeleton.0: x is no keypoint of it. Write one of tip, hole, rim.",
        "[[rim, rim]]|skeleton.0: it joins a point to itself. Name two keypoints.",
        "[[tip, hole], [hole, tip]]|skeleton.1: these two are joined already. Remove it.",
      })
  void saysWhatIsWrongWithASkeleton(String skeleton, String what) {
    List<String> said = SceneText.says(folder, read(POINTS + "\n    skeleton: " + skeleton));
    assertEquals(1, said.size(), said.toString());
    assertTrue(said.get(0).startsWith("scene.yaml:9:"), said.get(0));
    assertTrue(said.get(0).contains("objects.part.") && said.get(0).contains(what), said.get(0));
  }

  @Test
  void aSkeletonNeedsKeypoints() {
    SceneReading reading =
        SceneText.read(
            folder,
            SceneText.MINIMAL.replace(
                "objects: {}",
                "objects: {part: {asset: {primitive: box}, label: none, skeleton: [[a, b]]}}"));
    String said = String.join("\n", SceneText.says(folder, reading));
    assertTrue(said.contains("keypoints"), said);
  }

  /** All of one category share a skeleton, so that no two may tell it differently. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[[tip, hole]]|[[hole, tip]]|",
        "[[tip, hole]]|[[hole, rim]]|only one of them joins hole and rim",
        "[[tip, hole], [tip, rim]]|[[hole, tip]]|only one of them joins tip and rim",
      })
  void skeletonsOfOneCategoryAgree(String one, String other, String what) {
    String object = "{asset: {primitive: box}, label: %s, keypoints: %s, skeleton: %s}";
    String points = "{tip: [1, 0, 0], hole: [0, 1, 0], rim: [0, 0, 0]}";
    for (String label : List.of("thing", "other")) {
      SceneReading reading =
          SceneText.read(
              folder,
              SceneText.MINIMAL.replace(
                  "objects: {}",
                  "categories: {thing: {id: 1}, other: {id: 2}}\nobjects:\n  a: "
                      + object.formatted("thing", points, one)
                      + "\n  b: "
                      + object.formatted(label, points, other)));
      String said = SceneChecks.check(reading, new Triangle()).toString();
      boolean conflict = what != null && label.equals("thing");
      assertEquals(conflict ? 1 : 0, said.lines().count(), said);
      assertTrue(!conflict || said.contains("objects.b.skeleton: it and objects.a "), said);
      assertTrue(!conflict || said.contains(what), said);
    }
  }

  /** A right triangle on the floor with legs of a meter. */
  private record Triangle() implements AssetFacts {
    @Override
    public List<String> candidates(AssetReference reference) {
      return List.of("triangle");
    }

    @Override
    public AssetFact fact(String id) {
      return new AssetFact(id, "digest", "", new Aabb(Vec3.ZERO, Vec3.ONE), List.of(0.0));
    }

    @Override
    public MeshSurface surface(String id, int level) {
      Mesh mesh =
          new Mesh(
              new float[] {0, 0, 0, 1, 0, 0, 0, 1, 0},
              new float[9],
              new float[12],
              new float[6],
              new int[] {0, 1, 2});
      LevelOfDetail whole = new LevelOfDetail(0, List.of(new Part(0, 0, 3)));
      return new MeshSurface(
          LevelTriangles.of(mesh, whole), MeshBvhBuilder.build(mesh, whole), TriangleFilter.ALL);
    }
  }

  /** In millimeters where meters are due, say. */
  @Test
  void pointsBesideTheSurfaceAreFound() {
    SceneReading reading =
        read("{tip: [1, 0, 0.004], hole: [250, 250, 0], air: [0.5, 0.2, 0.006]}");
    String said = SceneChecks.check(reading, new Triangle()).toString();
    assertEquals(2, said.lines().count(), said);
    assertTrue(said.contains("hole lies more than 5 mm from the surface of triangle"), said);
    assertTrue(said.contains("air lies more than 5 mm"), said);
    assertTrue(said.contains("scene.yaml:8:43: objects.part.keypoints.hole: "), said);
  }
}
