package org.diorama.cli.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.diorama.cli.CommandRun;
import org.diorama.cli.ShippedScenes;
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

  /** The scene's own value is not what was drawn, and its line not where that was set. */
  @Test
  void whatALevelDrawsIsBelowTheLevelsValue() throws IOException {
    Path levels =
        Files.writeString(
            folder.resolve("levels.yaml"),
            """
            version: 1
            name: levels
            camera: {at: [0, -4, 1], fov: {uniform: [40, 50]}}
            factors:
              fill: {many: {set: {objects: {a: {count: {uniform_int: [5, 9]}}}}}}
            objects:
              a: {asset: {primitive: box}, label: none, count: {uniform_int: [1, 2]}}
            """);
    List<String> lines =
        CommandRun.of("explain", levels, "--frame", 0).expect(0).out().lines().toList();
    int own =
        lines.indexOf("# objects.a.count\tuniform_int [1, 2]\t-\tsequence\t" + levels + ":7:52");
    int set =
        lines.indexOf(
            "# factors.fill.many.set.objects.a.count\tuniform_int [5, 9]\t-\tsequence\t"
                + levels
                + ":5:44");
    assertTrue(own > 0 && set > 0, String.join("\n", lines));
    assertTrue(lines.get(set + 1).matches("# \tdrawn\t[5-9]"), lines.get(set + 1));
    assertFalse(lines.get(own + 1).startsWith("# \t"), lines.get(own + 1));
    int fov =
        lines.indexOf("# camera.fov\tuniform [40, 50]\tdegrees\tsequence\t" + levels + ":3:31");
    assertTrue(lines.get(fov + 1).startsWith("# \tdrawn\t4"), String.join("\n", lines));
  }

  @Test
  void refusesWhatIsNoSceneOrNoFrame() {
    CommandRun missing =
        CommandRun.of("explain", folder.resolve("none.yaml")).expect(ExitStatus.BAD_INPUT.code());
    assertEquals("", missing.out());
    assertTrue(missing.err().contains("no such file"), missing.err());
    CommandRun.of("explain", scene, "--frame", -1).expect(ExitStatus.USAGE.code());
  }

  /** Some 300 bytes each, of at most a mebibyte. */
  private static final int TOO_MANY = 3500;

  @Test
  void aFrameIsWrittenAsASceneHoweverManyThingsItHas() throws IOException {
    Path many =
        Files.writeString(
            folder.resolve("many.yaml"),
            """
            version: 1
            name: many
            image: {width: 64, height: 48}
            categories: {crate: {id: 1}}
            camera: {at: [0, -60, 40], look_at: [0, 0, 0]}
            objects:
              crates:
                asset: {primitive: box}
                count: %d
                area: {x: [-100, 100], y: [-100, 100]}
                yaw: {uniform: [0, 360]}
                size: [{uniform: [0.2, 0.6]}, {uniform: [0.2, 0.6]}, 0.4]
                label: crate
                material: {base_color: {uniform: ['#000000', '#ffffff']}}
            """
                .formatted(TOO_MANY));
    CommandRun printed = CommandRun.of("explain", many, "--frame", 0).expect(0);
    assertTrue(printed.err().contains("too large to be read as a scene again"), printed.err());
    Path frozen = folder.resolve("frozen.yaml");
    CommandRun written = CommandRun.of("explain", many, "--frame", 0, "--out", frozen).expect(0);
    assertEquals("", written.err());
    assertTrue(written.out().startsWith("camera."), "not in comments");
    try (LoadedScene first = LoadedScene.load(many, List.of(), List.of());
        LoadedScene again = LoadedScene.load(frozen, List.of(), List.of())) {
      assertEquals(
          first.sampler().sample(0).nodes().toString(),
          again.sampler().sample(0).nodes().toString());
    }
    assertEquals(TOO_MANY, Files.readAllLines(folder.resolve("frozen-1.jsonl")).size());
    String refused =
        CommandRun.of("explain", many, "--frame", 0, "--out", frozen)
            .expect(ExitStatus.CANNOT_CREATE.code())
            .err();
    assertTrue(refused.contains("frozen-1.jsonl is there already; --force replaces it"), refused);
  }

  @Test
  void aSmallFrameIsOneFile() throws IOException {
    Path frozen = folder.resolve("frozen.yaml");
    CommandRun.of("explain", scene, "--frame", 1, "--out", frozen).expect(0);
    CommandRun.of("explain", scene, "--frame", 1, "--out", frozen, "--force").expect(0);
    CommandRun.of("validate", frozen).expect(0);
    try (Stream<Path> files = Files.list(folder)) {
      assertTrue(files.noneMatch(each -> each.toString().endsWith(".jsonl")));
    }
    CommandRun.of("explain", scene, "--out", frozen).expect(ExitStatus.USAGE.code());
  }

  /** Names of model files stay: elsewhere they name nothing, and that is said. */
  @Test
  void aSceneThatCannotBeReadWhereItIsWrittenIsToldOf() throws IOException {
    Files.createDirectory(folder.resolve("parts"));
    Files.copy(
        ShippedScenes.file("parts").resolve("bracket.stl"), folder.resolve("parts/bracket.stl"));
    Path part =
        Files.writeString(
            folder.resolve("part.yaml"),
            "version: 1\nname: part\ncamera: {at: [0, -1, 0]}\n"
                + "objects: {a: {asset: {file: parts/bracket.stl, units: mm, up: z}, label: none}}\n");
    Path frozen = Files.createDirectory(folder.resolve("elsewhere")).resolve("frozen.yaml");
    String said = CommandRun.of("explain", part, "--frame", 0, "--out", frozen).expect(0).err();
    assertTrue(said.contains("can't be read as it is") && said.contains("bracket.stl"), said);
  }
}
