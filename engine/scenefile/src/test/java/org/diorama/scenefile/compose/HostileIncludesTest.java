package org.diorama.scenefile.compose;

import static org.diorama.scenefile.compose.SceneFiles.REST;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Includes that lead out of the scene's folder, in circles, or without end. */
class HostileIncludesTest {
  private static final String OUTSIDE =
      " lies outside the scene's folder. A scene includes files of its own folder and"
          + " diorama/NAME.yaml: copy the file there.";

  @TempDir private Path around;
  private SceneFiles files;

  @BeforeEach
  void start() throws IOException {
    Path folder = Files.createDirectories(around.resolve("scenes"));
    Files.writeString(around.resolve("secret.yaml"), "seed: 77\n");
    Files.createSymbolicLink(folder.resolve("link.yaml"), around.resolve("secret.yaml"));
    Files.createSymbolicLink(folder.resolve("way"), around);
    Files.createDirectory(folder.resolve("folder.yaml"));
    files = new SceneFiles(folder);
    files.with("lib/outdoor.yaml", "seed: 3\n");
  }

  static Stream<Arguments> refused() {
    return Stream.of(
        Arguments.of("../../etc/passwd", "../../etc/passwd" + OUTSIDE),
        Arguments.of("../secret.yaml", "../secret.yaml" + OUTSIDE),
        Arguments.of("lib/../../secret.yaml", "lib/../../secret.yaml" + OUTSIDE),
        Arguments.of("link.yaml", "link.yaml" + OUTSIDE),
        Arguments.of("way/secret.yaml", "way/secret.yaml" + OUTSIDE),
        Arguments.of("way/none.yaml", "no file way/none.yaml. Write a name relative to this file."),
        Arguments.of(
            "/etc/passwd", "/etc/passwd is an absolute name. Write a name relative to this file."),
        Arguments.of(
            "'~/x.yaml'",
            "no file ~/x.yaml. The folder is missing too; names are relative to this file."),
        Arguments.of("lib", "lib is no file. Name a scene file."),
        Arguments.of(".", ". is no file. Name a scene file."),
        Arguments.of("folder.yaml", "folder.yaml is no file. Name a scene file."),
        Arguments.of(
            "LIB/outdoor.yaml",
            "no file LIB/outdoor.yaml. The folder is missing too; names are relative to this file."),
        Arguments.of("lib/Outdoor.yaml", "no file lib/Outdoor.yaml. Did you mean outdoor.yaml?"),
        Arguments.of(
            "diorama/outdor.yaml",
            "no library outdor.yaml ships with Diorama. Did you mean outdoor.yaml?"),
        Arguments.of(
            "diorama/../../pom.xml",
            "no library ../../pom.xml ships with Diorama. Write one of indoor.yaml, outdoor.yaml,"
                + " studio.yaml."));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void refuses(String name, String problem) {
    files.with("scene.yaml", "include: [" + name + "]\n" + REST + "objects: {}");
    assertEquals(List.of("scene.yaml:1:11: include: " + problem), files.says("scene.yaml"));
    assertEquals(1, files.read("scene.yaml").sources().size());
  }

  @ParameterizedTest
  @MethodSource("refused")
  void refusesItFromAnIncludedFileToo(String name, String problem) {
    files.with("scene.yaml", "include: part.yaml\n" + REST + "objects: {}");
    files.with("part.yaml", "include: [" + name + "]\n");
    assertEquals(1, files.says("scene.yaml").size());
    String said = files.says("scene.yaml").get(0);
    assertTrue(said.startsWith("part.yaml:1:11: include: "), said);
    assertTrue(said.contains(" (scene.yaml includes part.yaml). "), said);
  }

  @Test
  void followsLinksThatStayInside() throws IOException {
    Files.createSymbolicLink(files.folder().resolve("near.yaml"), Path.of("lib/outdoor.yaml"));
    files.with("scene.yaml", "include: [near.yaml, lib/outdoor.yaml]\n" + REST + "objects: {}");
    assertEquals(3, files.read("scene.yaml").sceneOrThrow().seed());
    assertEquals(2, files.read("scene.yaml").sources().size(), "one file under two names");
  }

  @Test
  void circles() {
    files.with("scene.yaml", "include: [a.yaml]\n" + REST + "objects: {}");
    files.with("a.yaml", "include: [b.yaml]\n");
    files.with("b.yaml", "seed: 1\ninclude: [a.yaml]\n");
    assertEquals(
        List.of(
            "b.yaml:2:11: include: files that include themselves: scene.yaml includes a.yaml"
                + " includes b.yaml includes a.yaml (scene.yaml includes a.yaml includes b.yaml)."
                + " Break the circle."),
        files.says("scene.yaml"));
    files.with("self.yaml", "include: [self.yaml]\n" + REST + "objects: {}");
    assertEquals(
        List.of(
            "self.yaml:1:11: include: files that include themselves: self.yaml includes self.yaml."
                + " Break the circle."),
        files.says("self.yaml"));
  }

  private static String names(int from, int to) {
    return IntStream.range(from, to).mapToObj(i -> "m" + i + ".yaml").toList().toString();
  }

  @Test
  void longChainsAndManyFiles() {
    for (int i = 0; i < 40; i++) {
      files.with("c" + i + ".yaml", i == 39 ? "seed: 1\n" : "include: c" + (i + 1) + ".yaml\n");
    }
    files.with("scene.yaml", "include: c0.yaml\n" + REST + "objects: {}");
    assertEquals(1, files.says("scene.yaml").size());
    assertTrue(
        files
            .says("scene.yaml")
            .get(0)
            .startsWith(
                "c14.yaml:1:10: include: more than 16 files include one another (scene.yaml includes"
                    + " c0.yaml includes"),
        files.says("scene.yaml").get(0));
    for (int i = 0; i < 70; i++) {
      files.with("m" + i + ".yaml", "seed: 1\n");
    }
    files.with("half.yaml", "include: " + names(35, 70) + "\n");
    files.with("scene.yaml", "include: " + names(0, 35).replace("[", "[half.yaml, ") + "\n" + REST);
    assertTrue(
        files.says("scene.yaml").get(0).endsWith("a scene of more than 64 files. Join some."),
        files.says("scene.yaml").get(0));
    files.with("scene.yaml", "include: " + names(0, 70) + "\n" + REST);
    assertEquals(
        "scene.yaml:1:10: include: found a list of 70. Name at most 64 files.",
        files.says("scene.yaml").get(0));
  }

  @Test
  void limitsHoldForAllFilesTogether() {
    String half = "# " + "x".repeat(600_000) + "\nseed: 1\n";
    files.with("a.yaml", half).with("b.yaml", half);
    files.with("scene.yaml", "include: [a.yaml, b.yaml]\n" + REST + "objects: {}");
    assertEquals(
        List.of(
            "scene.yaml:1:19: include: with b.yaml the scene is larger than 1048576 bytes. Is it a"
                + " scene file?"),
        files.says("scene.yaml"));
    String values = "objects: {a: {yaw: {choice: [" + "1, ".repeat(60_000) + "2]}}}";
    files.with("a.yaml", values).with("b.yaml", values);
    files.with("scene.yaml", "include: [a.yaml, b.yaml]\n" + REST);
    assertEquals(
        List.of(
            "scene.yaml:1:19: include: the scene's files have more than 100000 values together. Is"
                + " it a scene file?"),
        files.says("scene.yaml"));
  }

  @Test
  void brokenPartsKeepTheirPlaces() throws IOException {
    files.with("a.yaml", "objects: [\n").with("b.yaml", "- 1\n").with("c.yaml", "\n");
    Files.write(files.folder().resolve("d.yaml"), new byte[] {'a', ':', ' ', (byte) 0xff});
    files.with("scene.yaml", "include: [a.yaml, b.yaml, c.yaml, d.yaml]\n" + REST + "objects: {}");
    List<String> said = files.says("scene.yaml");
    assertEquals(4, said.size(), said.toString());
    assertTrue(said.get(0).startsWith("a.yaml:2:1: not YAML: "), said.get(0));
    assertEquals("b.yaml:1:1: found a list. Write keys of a scene.", said.get(1));
    assertTrue(said.get(2).startsWith("c.yaml:1:1: the file is empty."), said.get(2));
    assertTrue(said.get(3).startsWith("d.yaml:1:4: this is not UTF-8 text."), said.get(3));
    assertFalse(files.read("scene.yaml").scene().isPresent());
  }

  @Test
  void namesThatAreNoNames() {
    files.with("scene.yaml", "include: {a: b}\n" + REST + "objects: {}");
    assertEquals(1, files.says("scene.yaml").size());
    files.with("scene.yaml", "include: [[a]]\n" + REST + "objects: {}");
    assertEquals(1, files.says("scene.yaml").size());
    files.with("scene.yaml", "include: [null]\n" + REST + "objects: {}");
    assertEquals(1, files.says("scene.yaml").size());
    files.with("scene.yaml", "include: " + "x".repeat(900) + "\n" + REST + "objects: {}");
    assertEquals(1, files.says("scene.yaml").size());
  }
}
