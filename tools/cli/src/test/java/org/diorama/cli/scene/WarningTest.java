package org.diorama.cli.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.diorama.cli.CommandRun;
import org.diorama.cli.TestScene;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is no mistake, but hardly meant, is said to people, and stops nothing. */
class WarningTest {
  @TempDir private Path folder;

  @Test
  void eachCommandThatReadsASceneWarns() throws IOException {
    Path scene = TestScene.write(folder);
    String text = Files.readString(scene);
    Files.writeString(scene, text + "weather: {preset: rain}\n");
    int line = (int) text.lines().count() + 1;
    String warning = "warning: " + scene + ":" + line + ":19: weather.preset: its clouds";
    CommandRun validated = CommandRun.of("validate", scene).expect(0);
    assertTrue(validated.err().contains(warning), validated.err());
    assertTrue(validated.out().contains("\"problems\":0"), validated.out());
    CommandRun explained = CommandRun.of("explain", scene).expect(0);
    assertTrue(explained.err().contains(warning), explained.err());
    CommandRun rendered =
        CommandRun.of(
                "render",
                scene,
                "--out",
                folder.resolve("out"),
                "--frames",
                "0",
                "--renderer",
                "reference",
                "--set",
                "image={width: 16, height: 16}")
            .expect(0);
    assertEquals(1, rendered.err().split("weather.preset: its clouds", -1).length - 1);
  }
}
