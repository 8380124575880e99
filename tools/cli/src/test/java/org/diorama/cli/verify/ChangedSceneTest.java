package org.diorama.cli.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.diorama.cli.CommandRun;
import org.diorama.cli.TestScene;
import org.diorama.cli.Trees;
import org.diorama.dataset.StoredDataset;
import org.diorama.dataset.files.Sha256;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Stored scenes that were edited, and all hashes made right again: files, settings of the command
 * line, the resolved keys. Each is found, and no repair signs it.
 */
class ChangedSceneTest {
  private static final String SCENE = "scene/shapes.yaml";
  private static final String CONFIGURATION = "scene/configuration.json";
  private static final String TETRAHEDRON =
      "v 0 0 0\nv 1 0 0\nv 0 1 0\nv 0 0 1\nf 1 3 2\nf 1 2 4\nf 1 4 3\nf 2 3 4\n";

  @TempDir private static Path folder;
  private static Path original;

  @TempDir private Path place;

  @BeforeAll
  static void render() throws IOException {
    original = folder.resolve("original");
    String yaml =
        TestScene.YAML
            .replace("frames: 16", "frames: 3")
            .replace("{width: 96, height: 64}", "{width: 48, height: 32}");
    CommandRun.of(
            "render",
            TestScene.write(folder, yaml),
            "--set",
            "objects.balls.count=1",
            "--seed",
            5,
            "--renderer",
            "reference",
            "--out",
            original)
        .expect(0);
  }

  private PlantedDataset planted() throws IOException {
    return PlantedDataset.of(original, place.resolve("planted"));
  }

  /** Edits the scene's own file, which the configuration then has the SHA-256 of. */
  private static void edit(PlantedDataset set, UnaryOperator<String> edit) {
    String before = new String(set.bytes(SCENE), StandardCharsets.UTF_8);
    String after = edit.apply(before);
    assertTrue(!after.equals(before));
    set.write(SCENE, after.getBytes(StandardCharsets.UTF_8));
    set.json(
        CONFIGURATION,
        stored ->
            ((ObjectNode) stored.at("/source/files"))
                .put("shapes.yaml", Sha256.of(set.bytes(SCENE))));
  }

  private static void key(PlantedDataset set, String key, String value) {
    set.json(
        CONFIGURATION,
        stored -> {
          ObjectNode keys = (ObjectNode) stored.at("/description/resolved_scene");
          assertTrue(keys.has(key), keys.toString());
          keys.put(key, value);
        });
  }

  /** Makes every hash right, that of the configuration too. */
  private static void seal(PlantedDataset set) {
    String digest = StoredDataset.open(set.root()).description().configuration().digest();
    set.manifest(manifest -> manifest.put("configuration_digest", digest));
    set.seal();
  }

  /** Verifies, sees that repair changes nothing, and gives the findings. */
  private static JsonNode found(PlantedDataset set, String faults) throws IOException {
    var before = Trees.digests(set.root());
    CommandRun run =
        CommandRun.of(
                "verify", set.root(), "--repair", "--json", "--replay", 1, "--progress", "none")
            .expect(65);
    assertTrue(run.err().contains("nothing is repaired"), run.err());
    JsonNode document = JsonMapper.shared().readTree(run.out());
    assertEquals(faults, document.get("faults").toString(), document.toString());
    assertEquals(before, Trees.digests(set.root()));
    return document.get("findings");
  }

  private static void assertNames(JsonNode findings, String file, String detail) {
    boolean named =
        findings
            .valueStream()
            .anyMatch(
                f ->
                    f.get("file").asString().equals(file)
                        && f.get("detail").asString().contains(detail));
    assertTrue(named, findings.toString());
  }

  /** Files of elsewhere are no files of the scene, however equal, and none of them is read. */
  @Test
  void aSceneThatLeadsOut() throws IOException {
    PlantedDataset set = planted();
    Path outside = place.resolve("outside.yaml");
    Files.move(set.root().resolve(SCENE), outside);
    Files.createSymbolicLink(set.root().resolve(SCENE), outside);
    assertNames(leadsOut(set), SCENE, "it leads out of the folder of the scene");

    Files.delete(set.root().resolve(SCENE));
    Files.copy(outside, set.root().resolve(SCENE));
    set.json(
        CONFIGURATION,
        stored ->
            ((ObjectNode) stored.at("/source/files"))
                .put("../../outside.yaml", Sha256.of(set.bytes(SCENE))));
    seal(set);
    assertNames(
        leadsOut(set), "scene/../../outside.yaml", "it leads out of the folder of the scene");
  }

  private static JsonNode leadsOut(PlantedDataset set) throws IOException {
    CommandRun run =
        CommandRun.of("verify", set.root(), "--json", "--replay", "none", "--progress", "none")
            .expect(65);
    return JsonMapper.shared().readTree(run.out()).get("findings");
  }

  @Test
  void settingsOfTheCommandLineAreStoredAndUsed() throws IOException {
    CommandRun run = CommandRun.of("verify", original).expect(0);
    assertTrue(run.err().contains("records sampled again from the scene: 3 examined"), run.err());
    JsonNode manifest =
        JsonMapper.shared().readTree(Files.readAllBytes(original.resolve("dataset.json")));
    assertEquals("shapes.yaml", manifest.get("scene_file").asString());
    assertEquals(
        "[{\"path\":\"objects.balls.count\",\"value\":\"1\"},{\"path\":\"seed\",\"value\":\"5\"}]",
        manifest.get("settings").toString());
  }

  @Test
  void anEditedKeyIsFoundInItsFile() throws IOException {
    PlantedDataset set = planted();
    edit(set, text -> text.replace("fov: 50", "fov: 51"));
    seal(set);
    JsonNode findings = found(set, "{\"scene-changed\":1}");
    assertNames(findings, SCENE, "camera.fov is 51");
  }

  /** What a setting replaces has no effect on frames; the file is another one all the same. */
  @Test
  void aFileIsHeldAgainstTheConfigurationToo() throws IOException {
    PlantedDataset set = planted();
    set.write(
        SCENE,
        new String(set.bytes(SCENE), StandardCharsets.UTF_8)
            .replace("count: 2", "count: 7")
            .getBytes(StandardCharsets.UTF_8));
    seal(set);
    assertNames(found(set, "{\"scene-changed\":1}"), SCENE, "the configuration has");
    CommandRun finish = CommandRun.of("finish", set.root());
    Files.delete(set.root().resolve("dataset.json"));
    CommandRun repair = CommandRun.of("verify", set.root(), "--repair").expect(65);
    assertTrue(repair.err().contains("is another file than"), repair.err());
    assertTrue(finish.code() == 65 && finish.err().contains("put it back"), finish.err());
  }

  @Test
  void filesThatComeAndGoAreFound() throws IOException {
    PlantedDataset set = planted();
    set.write("scene/lib.yaml", new byte[] {'{', '}'});
    set.json(
        CONFIGURATION, stored -> ((ObjectNode) stored.at("/source/files")).put("gone.yaml", "ab"));
    seal(set);
    JsonNode findings = found(set, "{\"file-unlisted\":1,\"scene-changed\":2}");
    assertNames(findings, "scene/lib.yaml", "lists no such file");
    assertNames(findings, "scene/gone.yaml", "it is not there");
  }

  @Test
  void anEditedSettingIsFound() throws IOException {
    PlantedDataset set = planted();
    set.json(
        CONFIGURATION, stored -> ((ObjectNode) stored.at("/source/settings/0")).put("value", "2"));
    seal(set);
    JsonNode findings = found(set, "{\"scene-changed\":2}");
    assertNames(findings, CONFIGURATION, "objects.balls.count is 2, and was 1");
    assertNames(findings, CONFIGURATION, "its settings are");
    set.manifest(manifest -> ((ObjectNode) manifest.get("settings").get(0)).put("value", "2"));
    set.seal();
    assertNames(
        found(set, "{\"scene-changed\":1}"), CONFIGURATION, "objects.balls.count is 2, and was 1");
  }

  /** Files and settings that make up for each other resolve to the same keys. */
  @Test
  void aSettingThatIsRemovedIsFound() throws IOException {
    PlantedDataset set = planted();
    set.json(CONFIGURATION, stored -> ((ArrayNode) stored.at("/source/settings")).remove(0));
    set.manifest(manifest -> ((ArrayNode) manifest.get("settings")).remove(0));
    seal(set);
    assertNames(found(set, "{\"scene-changed\":1}"), SCENE, "objects.balls.count is 2, and was 1");
  }

  @Test
  void aSceneThatCannotBeReadIsFound() throws IOException {
    PlantedDataset set = planted();
    edit(set, text -> text.replace("label: ball", "labell: ball"));
    seal(set);
    assertNames(found(set, "{\"scene-changed\":1}"), SCENE, "labell");
  }

  /** Scene, resolved keys and every hash agree; the records and the images are against them. */
  @Test
  void recordsAndImagesOutvoteAWholeScene() throws IOException {
    PlantedDataset set = planted();
    edit(set, text -> text.replace("fov: 50", "fov: 51"));
    key(set, "camera.fov", "51");
    seal(set);
    JsonNode findings = found(set, "{\"record-not-of-scene\":3,\"scene-changed\":1}");
    assertNames(findings, SCENE, "the files of frames 0 are those of their records");
  }

  /** A frame that is rendered again would be of another scene than the ones beside it. */
  /** No file but the record shows draws: that the others fit it says nothing of the scene. */
  @Test
  void aRecordIsAtFaultWhereNoPixelTells() throws IOException {
    PlantedDataset set = planted();
    set.record(
        1, record -> ((ObjectNode) record.at("/frame/draws/0")).put("value", "[0.123, 0, 0]"));
    set.seal();
    CommandRun run =
        CommandRun.of("verify", set.root(), "--json", "--replay", "all", "--progress", "none")
            .expect(65);
    JsonNode document = JsonMapper.shared().readTree(run.out());
    assertEquals("{\"record-not-of-scene\":1}", document.get("faults").toString());
    assertTrue(document.at("/findings/0/detail").asString().endsWith(": draws"), run.err());
    CommandRun.of("verify", set.root(), "--repair", "--replay", 1, "--progress", "none").expect(0);
    assertEquals(Trees.digests(original), Trees.digests(set.root()));
  }

  @Test
  void noFrameIsRepairedFromAnotherScene() throws IOException {
    PlantedDataset set = planted();
    edit(set, text -> text.replace("fov: 50", "fov: 51"));
    key(set, "camera.fov", "51");
    seal(set);
    byte[] png = set.bytes("depth/00000000.png");
    set.write("depth/00000000.png", Arrays.copyOf(png, png.length - 20));
    var before = Trees.digests(set.root());
    CommandRun repair =
        CommandRun.of("verify", set.root(), "--repair", "--replay", "none").expect(65);
    assertTrue(repair.err().contains("frames without a fault"), repair.err());
    assertEquals(before, Trees.digests(set.root()));
  }

  @Test
  void whatTheConfigurationTellsBesideItsKeysIsFound() throws IOException {
    PlantedDataset set = planted();
    set.json(
        CONFIGURATION,
        stored -> ((ObjectNode) stored.at("/description/labels")).put("min_pixels", 40));
    seal(set);
    assertNames(found(set, "{\"configuration-changed\":1}"), CONFIGURATION, "labels");
  }

  /** A dataset keeps no models: without them the keys that can be read are compared. */
  @Test
  void modelsOfTheAuthorNeedNotBeThere() throws IOException {
    Path own = Files.createDirectories(place.resolve("own"));
    Files.writeString(own.resolve("part.obj"), TETRAHEDRON);
    String yaml =
        TestScene.YAML
            .replace("frames: 16", "frames: 1")
            .replace("{width: 96, height: 64}", "{width: 48, height: 32}")
            .replace("{primitive: sphere}", "{file: part.obj, units: m, up: z}")
            .replace("size: {uniform: [0.3, 0.7]}", "scale: 0.6");
    Path out = place.resolve("out");
    CommandRun.of("render", TestScene.write(own, yaml), "--renderer", "reference", "--out", out)
        .expect(0);
    CommandRun alone = CommandRun.of("verify", out, "--replay", 1).expect(0);
    assertTrue(alone.err().contains("not applicable 1 times for want of the scene"), alone.err());
    CommandRun.of("verify", out, "--scene", own.resolve("shapes.yaml")).expect(0);
    PlantedDataset set = PlantedDataset.of(out, place.resolve("planted"));
    edit(set, text -> text.replace("fov: 50", "fov: 51"));
    seal(set);
    assertNames(found(set, "{\"scene-changed\":1}"), SCENE, "camera.fov is 51");
  }
}
