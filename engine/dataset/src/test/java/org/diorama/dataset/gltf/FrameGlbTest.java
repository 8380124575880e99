package org.diorama.dataset.gltf;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.diorama.core.DioramaException;
import org.diorama.core.EngineVersion;
import org.diorama.core.asset.AssetStore;
import org.diorama.core.asset.LevelTriangles;
import org.diorama.core.asset.Model;
import org.diorama.core.geometry.PinholeCamera;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.Rotations;
import org.diorama.core.math.Vec3;
import org.diorama.core.sample.SampledFrame;
import org.diorama.core.sample.SampledNode;
import org.diorama.dataset.format.AssetCredit;
import org.diorama.dataset.format.FrameStructure;
import org.diorama.testkit.AnalyticScenes;
import org.diorama.testkit.GlbFile;
import org.diorama.testkit.RandomScenes;
import org.diorama.testkit.TestScene;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class FrameGlbTest {
  private static final Vec3 FAR = new Vec3(7071.3, -7070.9, 11.7);

  static GlbFile export(SampledFrame frame, AssetStore assets, AssetCredit... credits)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    FrameGlb.write(frame, FrameStructure.STILL, List.of(credits), assets, out);
    return GlbFile.parse(out.toByteArray());
  }

  private static GlbFile export(TestScene scene) throws IOException {
    return export(scene.frame(), scene.assets());
  }

  private static Vec3 vector(JsonNode values) {
    return new Vec3(values.get(0).asDouble(), values.get(1).asDouble(), values.get(2).asDouble());
  }

  /** glTF's +Y is up, so a point (x, y, z) of the world is (x, z, -y) there. */
  private static Vec3 worldFromGltf(Vec3 p, Vec3 origin) {
    return origin.plus(new Vec3(p.x(), -p.z(), p.y()));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void everyCornerOfEveryTriangleLiesWhereTheFrameHasIt(long seed) throws IOException {
    TestScene scene = RandomScenes.scene(seed, seed % 2 == 0 ? FAR : Vec3.ZERO);
    SampledFrame frame = scene.frame();
    GlbFile file = export(scene);
    Affine3 gltfFromRoot = GlbFile.matrix(file.root());
    Vec3 origin = vector(file.root().get("extras").get("origin"));
    int corners = 0;
    for (SampledNode node : frame.nodes()) {
      JsonNode written = file.children().get(frame.nodes().indexOf(node));
      assertEquals(node.instanceId(), written.get("extras").get("instance_id").asInt());
      Affine3 gltfFromObject = gltfFromRoot.times(GlbFile.matrix(written));
      Model model = scene.assets().model(node.assetId());
      LevelTriangles triangles = LevelTriangles.of(model.mesh(), model.levels().get(0));
      JsonNode primitive =
          file.element("meshes", written.get("mesh").asInt()).get("primitives").get(0);
      float[] positions = file.floats(primitive.get("attributes").get("POSITION").asInt());
      int[] indices = file.integers(primitive.get("indices").asInt());
      for (int corner = 0; corner < indices.length; corner++) {
        Vec3 expected =
            node.worldFromObject()
                .atLabelInstant()
                .transformPoint(
                    point(model.mesh().positions(), triangles.vertex(corner / 3, corner % 3)));
        Vec3 actual =
            worldFromGltf(gltfFromObject.transformPoint(point(positions, indices[corner])), origin);
        double away = expected.minus(origin).length();
        assertEquals(0, actual.minus(expected).length(), 4e-7 * (away + 1), "seed " + seed);
        corners++;
      }
    }
    assertTrue(corners > 1000, "seed " + seed + ": " + corners);
  }

  private static Vec3 point(float[] positions, int vertex) {
    return new Vec3(positions[3 * vertex], positions[3 * vertex + 1], positions[3 * vertex + 2]);
  }

  /** By the projection matrix of the specification, section 3.10.3.2. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void camerasProjectAsTheFramesDo(long seed) throws IOException {
    TestScene scene = new TestScene(AnalyticScenes.shapes(), seed % 2 == 0 ? FAR : Vec3.ZERO);
    Random random = new Random(seed);
    PinholeCamera pinhole = new PinholeCamera(321, 240, 250, 300, 160.5, 120);
    Vec3 eye = new Vec3(random.nextGaussian(), random.nextGaussian(), random.nextGaussian());
    Affine3 originFromCamera = Rotations.lookAt(eye, Vec3.ZERO);
    scene.camera("left", pinhole, originFromCamera);
    scene.camera("right", pinhole, originFromCamera);
    GlbFile file = export(scene);
    assertEquals(2, file.json().get("cameras").size());
    JsonNode node = file.children().get(1);
    assertEquals("right", node.get("name").asString());
    JsonNode extras = node.get("extras");
    assertTrue(extras.get("exact_projection").asBoolean());
    assertEquals("[[250.0,0.0,160.5],[0.0,300.0,120.0],[0.0,0.0,1.0]]", "" + extras.get("cam_K"));
    JsonNode form = file.element("cameras", node.get("camera").asInt()).get("perspective");
    assertFalse(form.has("zfar"));
    double scaleY = 1 / Math.tan(form.get("yfov").asDouble() / 2);
    double scaleX = scaleY / form.get("aspectRatio").asDouble();
    Affine3 gltfFromCamera = GlbFile.matrix(file.root()).times(GlbFile.matrix(node));
    Vec3 origin = vector(file.root().get("extras").get("origin"));
    for (int i = 0; i < 20; i++) {
      Vec3 seen = new Vec3(random.nextGaussian(), random.nextGaussian(), 2 + random.nextDouble());
      Vec3 world =
          scene.frame().cameras().get(1).worldFromCamera().atLabelInstant().transformPoint(seen);
      Vec3 local = world.minus(origin);
      Vec3 p = gltfFromCamera.inverse().transformPoint(new Vec3(local.x(), local.z(), -local.y()));
      double x = (1 + scaleX * p.x() / -p.z()) / 2 * pinhole.width();
      double y = (1 - scaleY * p.y() / -p.z()) / 2 * pinhole.height();
      assertEquals(pinhole.projectX(seen), x, 2e-3, "seed " + seed);
      assertEquals(pinhole.projectY(seen), y, 2e-3, "seed " + seed);
    }
  }

  @Test
  void aPrincipalPointOffTheCenterStandsInTheExtras() throws IOException {
    TestScene scene = new TestScene(AnalyticScenes.shapes(), Vec3.ZERO);
    scene.camera(
        new PinholeCamera(320, 240, 300, 300, 150.5, 130),
        Rotations.lookAt(Vec3.ZERO, Vec3.UNIT_Y));
    JsonNode node = export(scene).children().get(0);
    assertEquals("camera", node.get("name").asString());
    assertFalse(node.get("extras").get("exact_projection").asBoolean());
    assertEquals("[-9.5,10.0]", node.get("extras").get("principal_point_offset").toString());
  }

  @Test
  void theSunShinesDownItsNode() throws IOException {
    TestScene scene = new TestScene(AnalyticScenes.shapes(), FAR);
    GlbFile file = export(scene);
    JsonNode light = file.json().at("/extensions/KHR_lights_punctual/lights/0");
    assertEquals("directional", light.get("type").asString());
    assertEquals(80_000, light.get("intensity").asDouble());
    assertEquals("[1.0,1.0,1.0]", light.get("color").toString());
    assertEquals("[\"KHR_lights_punctual\"]", file.json().get("extensionsUsed").toString());
    JsonNode node = file.children().get(1);
    assertEquals(0, node.at("/extensions/KHR_lights_punctual/light").asInt(-1));
    Vec3 shines =
        GlbFile.matrix(file.root())
            .times(GlbFile.matrix(node))
            .transformDirection(Vec3.UNIT_Z.negate());
    Vec3 expected = scene.frame().lighting().sun().orElseThrow().towards().negate();
    Vec3 actual = worldFromGltf(shines, Vec3.ZERO);
    assertEquals(0, actual.minus(expected).length(), 1e-6);
  }

  @Test
  void instancesOfOneModelShareTheirMesh() throws IOException {
    TestScene scene = new TestScene(AnalyticScenes.shapes(), Vec3.ZERO);
    for (int i = 0; i < 5; i++) {
      scene.add("box", Affine3.translation(new Vec3(i, 5, 0)));
    }
    scene.addUnlabelled("sphere", Affine3.translation(new Vec3(0, 9, 0)));
    GlbFile file = export(scene);
    assertEquals(2, file.json().get("meshes").size());
    Set<Integer> meshes = new HashSet<>();
    file.children().stream().limit(5).forEach(node -> meshes.add(node.get("mesh").asInt()));
    assertEquals(1, meshes.size());
    assertNotEquals(meshes, Set.of(file.children().get(5).get("mesh").asInt()));
  }

  @Test
  void extrasSayWhatAnythingIs() throws IOException {
    TestScene scene = new TestScene(AnalyticScenes.shapes(), Vec3.ZERO);
    scene.add("box", Affine3.translation(new Vec3(1, 5, 0)));
    scene.addUnlabelled("sphere", Affine3.translation(new Vec3(0, 9, 0)));
    String digest = scene.assets().model("box").digest();
    AssetCredit box = new AssetCredit("box", digest, "CC-BY-3.0", "by Someone");
    AssetCredit unused = new AssetCredit("cone", digest, "CC-BY-3.0", "by Nobody");
    GlbFile file = export(scene.frame(), scene.assets(), unused, box);
    JsonNode first = file.children().get(0);
    assertEquals("things_1", first.get("name").asString());
    JsonNode extras = first.get("extras");
    assertEquals("thing", extras.get("category").asString());
    assertEquals(1, extras.get("category_id").asInt());
    assertEquals(1, extras.get("track_id").asInt());
    assertEquals("box", extras.get("asset").asString());
    assertEquals(digest, extras.get("asset_digest").asString());
    assertEquals("[1.0,0.0,0.0,1.0]", extras.get("world_from_object").get(0).toString());
    JsonNode second = file.children().get(1).get("extras");
    assertEquals("", second.get("category").asString());
    assertEquals(0, second.get("category_id").asInt());
    JsonNode root = file.root().get("extras");
    assertEquals(EngineVersion.text(), root.get("engine_version").asString());
    assertEquals(0, root.get("frame").asInt(-1));
    assertEquals(0, root.get("seed").asInt(-1));
    assertEquals("[3000.0,4500.0,7000.0]", root.get("sky").get("zenith").toString());
    assertEquals(1, root.get("assets").size());
    JsonNode asset = file.json().get("asset");
    assertEquals("by Someone, CC-BY-3.0", asset.get("copyright").asString());
    assertEquals("diorama " + EngineVersion.text(), asset.get("generator").asString());
  }

  @Test
  void onlyFarFromTheOriginIsTheRootElsewhere() throws IOException {
    TestScene near = new TestScene(AnalyticScenes.shapes(), new Vec3(99, 0, 0));
    near.add("box", Affine3.IDENTITY);
    assertEquals(Vec3.ZERO, vector(export(near).root().get("extras").get("origin")));
    TestScene far = new TestScene(AnalyticScenes.shapes(), FAR);
    far.add("box", Affine3.IDENTITY);
    GlbFile file = export(far);
    assertEquals(new Vec3(7071, -7071, 12), vector(file.root().get("extras").get("origin")));
    Vec3 local = GlbFile.matrix(file.children().get(0)).translation();
    assertEquals(0, local.minus(new Vec3(0.3, 0.1, -0.3)).length(), 1e-6);
  }

  @Test
  void aSceneWithoutThingsIsAFileToo() throws IOException {
    GlbFile file = export(new TestScene(AnalyticScenes.shapes(), Vec3.ZERO));
    assertFalse(file.json().has("meshes"));
    assertFalse(file.json().has("buffers"));
    assertEquals(0, file.binary().remaining());
  }

  @Test
  void anAssetThatChangedIsRefused() {
    TestScene scene = new TestScene(AnalyticScenes.shapes(), Vec3.ZERO);
    scene.add("box", Affine3.IDENTITY);
    SampledFrame frame = scene.frame();
    scene
        .assets()
        .add(
            "box",
            scene.assets().model("cone").mesh(),
            scene.assets().model("cone").materials().get(0));
    DioramaException e = assertThrows(DioramaException.class, () -> export(frame, scene.assets()));
    assertTrue(e.getMessage().contains("asset box changed"), e.getMessage());
  }

  @Test
  void theSameFrameGivesTheSameBytes() throws IOException {
    byte[][] files = new byte[2][];
    for (int i = 0; i < 2; i++) {
      TestScene scene = RandomScenes.rig(9, FAR);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      FrameGlb.write(scene.frame(), FrameStructure.STILL, List.of(), scene.assets(), out);
      files[i] = out.toByteArray();
    }
    assertArrayEquals(files[0], files[1]);
  }
}
