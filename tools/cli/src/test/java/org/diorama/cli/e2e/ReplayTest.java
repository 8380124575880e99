package org.diorama.cli.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.diorama.cli.CommandRun;
import org.diorama.cli.TestScene;
import org.diorama.cli.Trees;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A frame made again from its record. */
class ReplayTest {
  private static final String TETRAHEDRON =
      """
      v 0 0 0
      v 1 0 0
      v 0 1 0
      v 0 0 1
      f 1 3 2
      f 1 2 4
      f 2 3 4
      f 1 4 3
      """;

  @TempDir private Path folder;

  /** The author's models stay where the scene is. */
  @Test
  void modelsOfTheAuthorAreFoundFromTheScene() throws IOException {
    Files.createDirectories(folder.resolve("parts"));
    Files.writeString(folder.resolve("parts/part.obj"), TETRAHEDRON);
    Path scene =
        TestScene.write(
            folder,
            TestScene.YAML
                .replace("{primitive: sphere}", "{file: parts/part.obj, units: m, up: z}")
                .replace("size: {uniform: [0.3, 0.7]}", "scale: 0.6"));
    Path out = folder.resolve("set");
    CommandRun.of("render", scene, "--renderer", "reference", "--out", out, "--frames", 2)
        .expect(0);
    Path record = out.resolve("records/00000002.json");
    Path again = folder.resolve("again");
    CommandRun alone =
        CommandRun.of("render", "--replay", record, "--renderer", "reference", "--out", again)
            .expect(65);
    assertTrue(alone.err().contains("Name the scene file"), alone.err());
    assertTrue(alone.err().contains("--replay RECORD SCENE"), alone.err());
    assertFalse(Files.exists(again));
    CommandRun.of("render", "--replay", record, scene, "--renderer", "reference", "--out", again)
        .expect(0);
    assertEquals(Trees.digests(out.resolve("depth")), Trees.digests(again.resolve("depth")));
    assertEquals(Trees.digests(out.resolve("records")), Trees.digests(again.resolve("records")));
  }

  /** An image of a sky is the same file, or there is no frame. */
  @Test
  void anotherImageOfTheSkyIsRefused() throws IOException {
    Path image = folder.resolve("studio.hdr");
    Files.copy(Path.of("../../scenes/parts/studio.hdr"), image);
    Path scene =
        TestScene.write(
            folder,
            TestScene.YAML.replace("{illuminance: 20000}", "{hdri: studio.hdr, illuminance: 900}"));
    Path out = folder.resolve("set");
    CommandRun.of("render", scene, "--renderer", "reference", "--out", out, "--frames", 0)
        .expect(0);
    String credits = Files.readString(out.resolve("dataset.json"));
    assertTrue(credits.contains("\"studio.hdr\""), credits);
    Path record = out.resolve("records/00000000.json");
    Path again = folder.resolve("again");
    CommandRun.of("render", "--replay", record, scene, "--renderer", "reference", "--out", again)
        .expect(0);
    assertEquals(Trees.digests(out.resolve("images")), Trees.digests(again.resolve("images")));
    byte[] bytes = Files.readAllBytes(image);
    bytes[bytes.length - 1]++;
    Files.write(image, bytes);
    Path other = folder.resolve("other");
    CommandRun changed =
        CommandRun.of(
                "render", "--replay", record, scene, "--renderer", "reference", "--out", other)
            .expect(65);
    assertTrue(changed.err().contains("studio.hdr is another one now"), changed.err());
    assertFalse(Files.exists(other));
    Files.write(image, Arrays.copyOf(bytes, bytes.length / 2));
    CommandRun torn = CommandRun.of("validate", scene).expect(65);
    assertTrue(torn.err().contains("lighting.sky.hdri: studio.hdr is cut off"), torn.err());
  }
}
