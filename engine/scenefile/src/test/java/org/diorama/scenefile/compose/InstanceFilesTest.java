package org.diorama.scenefile.compose;

import static org.diorama.scenefile.compose.SceneFiles.REST;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.diorama.core.scene.Placement;
import org.diorama.scenefile.SceneOverride;
import org.diorama.scenefile.SceneReading;
import org.diorama.scenefile.SourceFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Instances that stand in files of their own. */
class InstanceFilesTest {
  private static final String POSE = "\"transform\": [1, 0, 0, %s, 0, 1, 0, 0, 0, 0, 1, 0]";
  private static final String BOX = "asset: {primitive: box}, label: none";

  @TempDir private Path folder;
  private SceneFiles files;

  @BeforeEach
  void start() {
    files = new SceneFiles(folder);
    files.with("two.jsonl", "{\"0\": {" + pose(1) + "}}\n{\"4\": {" + pose(2.5) + "}}\n");
  }

  private static String pose(double x) {
    return POSE.formatted(x);
  }

  private static String scene(String instances) {
    return REST + "objects: {boxes: {" + BOX + ", instances: " + instances + "}}\n";
  }

  @Test
  void theyAreTheSameAsWritten() {
    files.with("scene.yaml", scene("two.jsonl"));
    files.with("written.yaml", scene("{'0': {" + pose(1) + "}, '4': {" + pose(2.5) + "}}"));
    SceneReading read = files.read("scene.yaml");
    SceneReading written = files.read("written.yaml");
    assertEquals(written.resolvedKeys(), read.resolvedKeys());
    assertEquals(written.sceneOrThrow().objects(), read.sceneOrThrow().objects());
    assertEquals(
        folder + "/two.jsonl:2:7",
        read.locate("objects.boxes.instances.4").orElseThrow().toString());
  }

  @Test
  void theyAreSourcesOfTheSceneEachOnce() {
    files.with(
        "scene.yaml",
        REST
            + "objects: {a: {BOX, instances: two.jsonl}, b: {BOX, instances: two.jsonl}}"
                .replace("BOX", BOX));
    assertEquals(
        List.of("scene.yaml", "two.jsonl"),
        files.read("scene.yaml").sources().stream().map(SourceFile::name).toList());
  }

  @Test
  void namesStartAtTheFileThatWritesThemAndChildrenHaveSomeToo() {
    files.with("lib/kids.jsonl", "{\"0-0\": {" + pose(3) + "}}\n");
    files.with(
        "lib/part.yaml",
        "objects: {boxes: {children: {kid: {" + BOX + ", instances: kids.jsonl}}}}\n");
    files.with("scene.yaml", "include: lib/part.yaml\n" + scene("two.jsonl"));
    SceneReading read = files.read("scene.yaml");
    assertEquals(1, read.sceneOrThrow().objects().get(0).children().size());
    assertTrue(read.sources().stream().anyMatch(source -> source.name().equals("lib/kids.jsonl")));
  }

  @Test
  void levelsOfFactorsMayNameSome() {
    files.with("one.jsonl", "{\"9\": {" + pose(7) + "}}\n");
    files.with(
        "scene.yaml",
        scene("two.jsonl")
            + "factors: {many: {more: {set: {objects: {boxes: {instances: one.jsonl}}}}, few: {}}}\n");
    SceneReading read = files.read("scene.yaml");
    assertEquals(List.of(), read.diagnostics());
    assertEquals(
        List.of(3, 2),
        Stream.of("more", "few")
            .map(level -> read.variantsOrThrow().at(Map.of("many", level)))
            .map(scene -> scene.objects().get(0).placement())
            .map(placement -> ((Placement.Given) placement).instances().size())
            .toList());
  }

  @Test
  void whatIsWrongInThemHasItsPlace() {
    files.with(
        "two.jsonl", "{\"0\": {" + pose(1) + ", \"levle\": 1}}\n{\"x\": {" + pose(1) + "}}\n");
    files.with("scene.yaml", scene("two.jsonl"));
    List<String> said = files.says("scene.yaml");
    assertEquals(2, said.size(), said.toString());
    assertTrue(
        said.get(0).matches("two.jsonl:1:[0-9]+: objects.boxes.instances.0: .*levle.*level.*"),
        said.get(0));
    assertTrue(said.get(1).startsWith("two.jsonl:2:2: objects.boxes.instances: \"x\" cannot be"));
  }

  @Test
  void filesThatCannotBeAreRefusedBesideOtherProblems() throws IOException {
    Path outside = Files.createTempFile("outside", ".jsonl");
    Files.createSymbolicLink(folder.resolve("link.jsonl"), outside);
    Files.createDirectory(folder.resolve("folder.jsonl"));
    for (String[] each :
        new String[][] {
          {"tow.jsonl", "no file tow.jsonl. Did you mean two.jsonl?"},
          {"../two.jsonl", "../two.jsonl lies outside the scene's folder"},
          {"link.jsonl", "link.jsonl lies outside the scene's folder"},
          {outside.toString(), "is an absolute name"},
          {"folder.jsonl", "folder.jsonl is no file"}
        }) {
      files.with("scene.yaml", scene(each[0]) + "frames: many\n");
      List<String> said = files.says("scene.yaml");
      assertEquals(2, said.size(), said.toString());
      assertTrue(said.get(0).startsWith("scene.yaml:4:"), said.get(0));
      assertTrue(said.get(0).contains(each[1]), said.get(0));
    }
    Files.delete(outside);
  }

  @Test
  void onlyScenesNameThem() {
    files.with("scene.yaml", scene("two.jsonl"));
    String said =
        files
            .says("scene.yaml", SceneOverride.set("objects.boxes.instances", "two.jsonl"))
            .toString();
    assertTrue(said.contains("where scene files name them, not options"), said);
    files.with("scene.yaml", scene("two.csv"));
    said = files.says("scene.yaml").toString();
    assertTrue(said.contains("NAME.jsonl"), said);
  }
}
