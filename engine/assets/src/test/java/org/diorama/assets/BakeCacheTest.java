package org.diorama.assets;

import static org.diorama.assets.ModelFixtures.write;
import static org.diorama.assets.ModelFixtures.writeSquare;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.diorama.core.asset.Model;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BakeCacheTest {
  private static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000_000_000L);

  @TempDir Path folder;

  @BeforeEach
  void writeModel() throws IOException {
    writeSquare(folder, "Kd 1 0 0\n");
  }

  private Model load() {
    try (LibraryFixture fixture = new LibraryFixture(folder)) {
      return fixture.model("square.obj");
    }
  }

  private List<Path> files(String suffix) throws IOException {
    try (Stream<Path> walk = Files.walk(folder.resolve("cache"))) {
      return walk.filter(path -> path.toString().endsWith(suffix)).toList();
    }
  }

  private Path onlyBake() throws IOException {
    List<Path> bakes = files(".bake");
    assertEquals(1, bakes.size());
    return bakes.get(0);
  }

  @Test
  void aSecondLibraryFindsTheBake() throws IOException {
    Model first = load();
    Files.setLastModifiedTime(onlyBake(), LONG_AGO);
    assertEquals(first.digest(), load().digest());
    assertEquals(LONG_AGO, Files.getLastModifiedTime(onlyBake()));
    assertTrue(files(".tmp").isEmpty());
  }

  @Test
  void theContentCountsNotThePlaceOrTheTime() throws IOException {
    Model first = load();
    Files.setLastModifiedTime(onlyBake(), LONG_AGO);
    Files.setLastModifiedTime(folder.resolve("square.obj"), LONG_AGO);
    Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
    for (String name : List.of("square.obj", "square.mtl")) {
      Files.move(folder.resolve(name), elsewhere.resolve(name));
    }
    try (LibraryFixture fixture = new LibraryFixture(folder)) {
      assertEquals(first.digest(), fixture.model("elsewhere/square.obj").digest());
    }
    assertEquals(LONG_AGO, Files.getLastModifiedTime(onlyBake()));
  }

  @Test
  void aChangedMaterialFileIsNoticedAndAChangeBackToo() throws IOException {
    String red = load().digest();
    writeSquare(folder, "Kd 0 1 0\n");
    String green = load().digest();
    assertNotEquals(red, green);
    assertEquals(2, files(".bake").size());
    writeSquare(folder, "Kd 1 0 0\n");
    assertEquals(red, load().digest());
    assertEquals(2, files(".bake").size());
  }

  @Test
  void aDamagedBodyIsBakedAnew() throws IOException {
    String digest = load().digest();
    Path bake = onlyBake();
    byte[] bytes = Files.readAllBytes(bake);
    byte[] damaged = bytes.clone();
    damaged[damaged.length - 5] ^= 1;
    Files.write(bake, damaged);
    assertEquals(digest, load().digest());
    assertEquals(-1, Arrays.mismatch(bytes, Files.readAllBytes(onlyBake())));
  }

  @Test
  void aDamagedHeaderIsBakedAnew() throws IOException {
    String digest = load().digest();
    Path bake = onlyBake();
    byte[] damaged = Files.readAllBytes(bake);
    damaged[20] ^= 1;
    Files.write(bake, damaged);
    assertEquals(digest, load().digest());
    onlyBake();
  }

  @Test
  void processesThatBakeTheSameAgree() throws Exception {
    write(folder, "box.obj", ModelFixtures.boxObj(0, 0, 0, 1, 1, 1));
    List<Process> processes =
        List.of(
            ChildJvm.start(List.of(), LoadModelMain.class, folder.toString(), "box.obj"),
            ChildJvm.start(List.of(), LoadModelMain.class, folder.toString(), "box.obj"),
            ChildJvm.start(List.of(), LoadModelMain.class, folder.toString(), "box.obj"));
    String first = ChildJvm.output(processes.get(0));
    assertTrue(first.startsWith("digest "), first);
    assertEquals(first, ChildJvm.output(processes.get(1)));
    assertEquals(first, ChildJvm.output(processes.get(2)));
    onlyBake();
    assertTrue(files(".tmp").isEmpty());
  }

  /** Cold, the importer runs in the child alone; warm, it runs nowhere. */
  @Test
  void thisSideNeverLoadsTheImporter() throws Exception {
    List<String> logged = List.of("-Xlog:class+load=info:stdout");
    for (String state : List.of("cold", "warm")) {
      String log =
          ChildJvm.output(
              ChildJvm.start(logged, LoadModelMain.class, folder.toString(), "square.obj"));
      assertTrue(log.contains("org.diorama.assets.bake.BakeFile "), state);
      assertFalse(log.contains("org.lwjgl"), state);
      assertFalse(log.contains("org.diorama.assets.worker"), state);
      assertEquals(
          state.equals("cold"), log.contains("org.diorama.assets.process.ImportChild "), state);
    }
  }
}
