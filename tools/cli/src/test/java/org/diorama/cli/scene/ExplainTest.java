package org.diorama.cli.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.diorama.cli.CommandRun;
import org.diorama.cli.TestScene;
import org.diorama.core.ExitStatus;
import org.diorama.core.sample.DrawnValue;
import org.diorama.core.sample.frame.FrameSampler;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code diorama explain} says of a scene. */
class ExplainTest {
  @TempDir private Path folder;
  private Path scene;

  @BeforeEach
  void write() throws IOException {
    scene = TestScene.write(folder);
  }

  @Test
  void saysHowEachValueIsDrawnAndWhereItWasSet() {
    List<String> lines = CommandRun.of("explain", scene).expect(0).out().lines().toList();
    for (String line :
        List.of(
            "camera.shell.radius\tuniform [4, 5]\tm\tsequence\t" + scene + ":12:13",
            "camera.fov\t50\tdegrees\t-\t" + scene + ":15:8",
            "lighting.sun.temperature\t5500\tK\t-\tdefault",
            "objects.blocks.area.x\tuniform [-1.5, 1.5]\tm\tinstance\t" + scene + ":27:15",
            "objects.blocks.size.z\tuniform [0.3, 1]\tm\tinstance\t" + scene + ":29:22",
            "frames\t16\t-\t-\t" + scene + ":3:9",
            "seed\t11\t-\t-\t" + scene + ":4:7")) {
      assertTrue(lines.contains(line), line + "\nis not in\n" + String.join("\n", lines));
    }
    assertTrue(lines.stream().noneMatch(line -> line.startsWith("\t")), "no frame, no draws");
    assertTrue(
        lines.stream().noneMatch(line -> line.contains("\tdefault:")), "defaults have no line");
  }

  @Test
  void anOptionIsThePlaceOfWhatItSets() {
    String out =
        CommandRun.of("explain", scene, "--set", "camera.fov={uniform: [40, 60]}", "--seed", 5)
            .expect(0)
            .out();
    assertTrue(
        out.contains("camera.fov\tuniform [40, 60]\tdegrees\tsequence\t--set camera.fov\n"), out);
    assertTrue(out.contains("seed\t5\t-\t-\t--seed\n"), out);
  }

  @Test
  void aFrameShowsExactlyWhatItDrew() {
    List<String> shown = new ArrayList<>();
    String path = "";
    for (String line :
        CommandRun.of("explain", scene, "--frame", 3)
            .expect(0)
            .out()
            .lines()
            .filter(each -> each.startsWith("# "))
            .map(each -> each.substring(2))
            .toList()) {
      String[] fields = line.split("\t");
      path = line.startsWith("\t") ? path : fields[0];
      if (line.startsWith("\t")) {
        shown.add(path + " " + fields[1].replace("instance ", "") + " " + fields[2]);
      }
    }
    List<String> drawn = new ArrayList<>();
    try (LoadedScene loaded = LoadedScene.load(scene, List.of(), List.of())) {
      for (DrawnValue draw :
          new FrameSampler(loaded.variants(), loaded.library()).sample(3).draws()) {
        drawn.add(
            draw.path()
                + " "
                + (draw.instance() < 0 ? "drawn" : draw.instance())
                + " "
                + draw.value());
      }
    }
    assertFalse(drawn.isEmpty());
    assertEquals(drawn.stream().sorted().toList(), shown.stream().sorted().toList());
  }

  @Test
  void refusesWhatIsNoSceneOrNoFrame() {
    CommandRun missing =
        CommandRun.of("explain", folder.resolve("none.yaml")).expect(ExitStatus.BAD_INPUT.code());
    assertEquals("", missing.out());
    assertTrue(missing.err().contains("no such file"), missing.err());
    CommandRun.of("explain", scene, "--frame", -1).expect(ExitStatus.USAGE.code());
  }
}
