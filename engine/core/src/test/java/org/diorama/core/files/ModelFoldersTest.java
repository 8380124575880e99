package org.diorama.core.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFoldersTest {
  @TempDir private Path folder;
  private Path scene;
  private Path inside;
  private Path outside;

  @BeforeEach
  void write() throws IOException {
    folder = folder.toRealPath();
    scene = Files.createDirectories(folder.resolve("scene/deep")).getParent();
    inside = Files.writeString(scene.resolve("a.obj"), "");
    outside =
        Files.writeString(Files.createDirectory(folder.resolve("models")).resolve("b.obj"), "");
    // A name that begins like the scene's folder is another one.
    Files.writeString(Files.createDirectory(folder.resolve("scenery")).resolve("c.obj"), "");
    Files.createSymbolicLink(scene.resolve("out.obj"), outside);
    Files.createSymbolicLink(scene.resolve("out"), outside.getParent());
    Files.createSymbolicLink(scene.resolve("in.obj"), inside);
    Files.createSymbolicLink(scene.resolve("circle.obj"), scene.resolve("circle.obj"));
  }

  @Test
  void filesOfTheScenesFolderAreRead() {
    ModelFolders alone = ModelFolders.of(scene, List.of());
    for (String name : List.of("a.obj", "deep/../a.obj", "../scene/a.obj", inside.toString())) {
      assertEquals(Optional.of(inside), alone.find(name).real(), name);
    }
    assertEquals(Optional.of(inside), alone.find("in.obj").real());
  }

  @Test
  void nothingElseIsOpenedOrToldOf() {
    ModelFolders alone = ModelFolders.of(scene, List.of());
    for (String name :
        List.of(
            "../models/b.obj",
            "../models/none.obj",
            "../scenery/c.obj",
            "out.obj",
            "out/b.obj",
            "deep/../out.obj",
            "/etc/passwd",
            "/no/such/file")) {
      assertEquals(Optional.empty(), alone.find(name).real(), name);
      assertTrue(alone.find(name).outside(), name);
    }
  }

  @Test
  void whatIsNoFileIsMissing() {
    ModelFolders alone = ModelFolders.of(scene, List.of());
    for (String name : List.of("none.obj", "deep", "circle.obj", "a\0b")) {
      assertEquals(Optional.empty(), alone.find(name).real(), name);
      assertFalse(alone.find(name).outside(), name);
    }
  }

  @Test
  void otherFoldersAreReadWhereTheyAreNamed() {
    ModelFolders with = ModelFolders.of(scene, List.of(outside.getParent()));
    for (String name : List.of("../models/b.obj", "out.obj", "out/b.obj", outside.toString())) {
      assertEquals(Optional.of(outside), with.find(name).real(), name);
    }
    assertTrue(with.find("../scenery/c.obj").outside());
    assertEquals(
        Optional.of(outside), ModelFolders.everywhere(scene).find("../models/b.obj").real());
  }

  @Test
  void namesBesideAreToldOfWhereTheyMayBeRead() {
    ModelFolders alone = ModelFolders.of(scene, List.of());
    assertTrue(alone.beside("b.obj").contains("a.obj"));
    assertEquals(List.of(), alone.beside("../models/c.obj"));
    assertEquals(List.of(), alone.beside("out/c.obj"));
    assertEquals(List.of(), alone.beside("none/c.obj"));
  }
}
