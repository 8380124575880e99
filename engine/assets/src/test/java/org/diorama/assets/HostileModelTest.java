package org.diorama.assets;

import static org.diorama.assets.ModelFixtures.png;
import static org.diorama.assets.ModelFixtures.write;
import static org.diorama.assets.ModelFixtures.writeSquare;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are damaged or mean harm end with one clean line, and the next file imports. */
class HostileModelTest {
  private static final String PLAIN =
      "{\"pbrMetallicRoughness\":{\"baseColorTexture\":{\"index\":0}}}";

  @TempDir Path outside;
  private Path folder;
  private LibraryFixture fixture;

  @BeforeEach
  void open() throws IOException {
    folder = Files.createDirectory(outside.resolve("models"));
    fixture = new LibraryFixture(folder);
    write(folder, "fine.obj", ModelFixtures.boxObj(0, 0, 0, 1, 1, 1));
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  private String refusal(String file) {
    DioramaException e = assertThrows(DioramaException.class, () -> fixture.model(file));
    assertEquals(ExitStatus.BAD_INPUT, e.status(), e.getMessage());
    assertTrue(e.getMessage().startsWith(file + ": "), e.getMessage());
    assertFalse(e.getMessage().contains("\n"), e.getMessage());
    return e.getMessage();
  }

  private void assertNextModelImports() {
    assertEquals(12, fixture.model("fine.obj").levels().get(0).triangleCount());
  }

  /** Assimp looks for the slash of an image's type and follows a null pointer without. */
  @Test
  void oneWrongCharacterThatKillsTheImporterIsACleanError() throws IOException {
    byte[] image = png(1, 0xffff0000);
    String json = GlbFixture.json(image, PLAIN).replace("image/png", "image-png");
    Files.write(folder.resolve("bad.glb"), GlbFixture.glb(json, GlbFixture.binary(image)));
    String message = refusal("bad.glb");
    assertTrue(message.contains("makes the importer crash"), message);
    assertNextModelImports();
  }

  @Test
  void nestingThatOverflowsTheImportersStackIsACleanError() throws IOException {
    byte[] image = png(1, 0xffff0000);
    int depth = 3_000_000;
    String nested = "\"extras\":" + "[".repeat(depth) + "]".repeat(depth) + ",\"scene\":0,";
    String json = GlbFixture.json(image, PLAIN).replace("\"scene\":0,", nested);
    Files.write(folder.resolve("deep.glb"), GlbFixture.glb(json, GlbFixture.binary(image)));
    String message = refusal("deep.glb");
    assertTrue(message.contains("makes the importer crash"), message);
    assertNextModelImports();
  }

  @Test
  void anImageWithoutContentIsACleanError() throws IOException {
    byte[] image = png(1, 0xffff0000);
    String json = GlbFixture.json(image, PLAIN).replace("{\"bufferView\":3", "{\"bufferVicw\":3");
    Files.write(folder.resolve("bad.glb"), GlbFixture.glb(json, GlbFixture.binary(image)));
    refusal("bad.glb");
    assertNextModelImports();
  }

  @Test
  void truncatedFilesAreCleanErrorsOrSmallerModels() throws IOException {
    byte[] glb = GlbFixture.glb(png(1, 0xffff0000), PLAIN);
    for (int length = 0; length < glb.length; length += glb.length / 7) {
      String name = "cut" + length + ".glb";
      Files.write(folder.resolve(name), Arrays.copyOf(glb, length));
      refusal(name);
    }
    Files.write(folder.resolve("cut.stl"), Arrays.copyOf(GlbFixture.stl(1), 100));
    refusal("cut.stl");
    write(folder, "empty.obj", "");
    refusal("empty.obj");
    assertNextModelImports();
  }

  @Test
  void coordinatesThatAreNotFiniteAreRefused() throws IOException {
    write(folder, "inf.obj", "v 0 0 0\nv 1 0 0\nv 0 1e999 0\nf 1 2 3\n");
    refusal("inf.obj");
    write(folder, "nan.obj", "v 0 0 0\nv 1 0 0\nv 0 nan 0\nf 1 2 3\n");
    refusal("nan.obj");
    Files.write(folder.resolve("inf.stl"), GlbFixture.stl(Float.POSITIVE_INFINITY));
    refusal("inf.stl");
  }

  @Test
  void filesOutsideTheFolderAreRefused() throws IOException {
    Files.write(outside.resolve("secret.png"), png(1, 0xffff0000));
    writeSquare(folder, "map_Kd ../secret.png\n");
    assertTrue(refusal("square.obj").contains("../secret.png"));

    write(outside, "secret.mtl", "newmtl surface\nKd 1 0 0\n");
    write(folder, "escape.obj", "mtllib ../secret.mtl\nv 0 0 0\nv 1 0 0\nv 0 1 0\nf 1 2 3\n");
    assertTrue(refusal("escape.obj").contains("../secret.mtl"));

    Files.write(outside.resolve("secret.bin"), GlbFixture.binary(png(1, 0xffff0000)));
    byte[] image = png(1, 0xffff0000);
    write(
        folder,
        "escape.gltf",
        GlbFixture.json(image, PLAIN)
            .replace("\"buffers\":[{", "\"buffers\":[{\"uri\":\"../secret.bin\","));
    assertTrue(refusal("escape.gltf").contains("../secret.bin"));
  }

  @Test
  void linksOutOfTheFolderAreRefused() throws IOException {
    Files.write(outside.resolve("secret.png"), png(1, 0xffff0000));
    Files.createSymbolicLink(folder.resolve("image.png"), outside.resolve("secret.png"));
    writeSquare(folder, "map_Kd image.png\n");
    assertTrue(refusal("square.obj").contains("outside its folder"));
    Files.delete(folder.resolve("image.png"));
  }

  @Test
  void damagedImagesAreWarnings() throws IOException {
    writeSquare(folder, "Kd 1 0 0\nmap_Kd image.png\n");
    Files.write(folder.resolve("image.png"), Arrays.copyOf(png(1, 0xffff0000), 30));
    assertTrue(fixture.model("square.obj").textures().isEmpty());
  }

  @Test
  void randomDamageNeverReachesThisProcess() throws IOException {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    byte[] image = png(2, 0xffff0000, 0xff00ff00, 0x000000ff, 0xffffffff);
    byte[] glb = GlbFixture.glb(image, PLAIN);
    byte[] obj = ModelFixtures.boxObj(0, 0, 0, 1, 1, 1).getBytes();
    byte[] stl = GlbFixture.stl(1);
    int refused = 0;
    for (int round = 0; round < 60; round++) {
      byte[] bytes = (round % 3 == 0 ? obj : round % 3 == 1 ? glb : stl).clone();
      String name =
          "damaged" + round + (round % 3 == 0 ? ".obj" : round % 3 == 1 ? ".glb" : ".stl");
      for (int flips = 1 + random.nextInt(4); flips > 0; flips--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      Files.write(folder.resolve(name), bytes);
      try {
        fixture.model(name);
      } catch (DioramaException e) {
        assertEquals(ExitStatus.BAD_INPUT, e.status(), "seed " + seed + ": " + e.getMessage());
        assertFalse(e.getMessage().contains("Exception"), "seed " + seed + ": " + e.getMessage());
        refused++;
      }
    }
    assertTrue(refused > 0, "seed " + seed + " damaged nothing");
    assertNextModelImports();
  }
}
