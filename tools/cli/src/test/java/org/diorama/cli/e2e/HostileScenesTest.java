package org.diorama.cli.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.diorama.cli.Child;
import org.diorama.cli.CommandRun;
import org.diorama.cli.TestScene;
import org.diorama.cli.Trees;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files made to hurt end with code 65, a place and a reason, and leave nothing behind. */
class HostileScenesTest {
  @TempDir private Path folder;
  @TempDir private Path scratch;

  /**
   * @param place file, line and column as a line of stderr holds them
   * @param problem part of what that line says
   */
  record Hostile(String name, byte[] bytes, String place, String problem) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static Hostile text(String name, String yaml, String place, String problem) {
    return new Hostile(name, yaml.getBytes(StandardCharsets.UTF_8), place, problem);
  }

  /** The test's scene with one line changed. */
  private static Hostile changed(
      String name, String from, String to, String place, String problem) {
    assertTrue(TestScene.YAML.contains(from), from);
    return text(name, TestScene.YAML.replace(from, to), place, problem);
  }

  private static String bomb() {
    StringBuilder bomb = new StringBuilder("b0: &b0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 30; i++) {
      String one = "*b" + (i - 1);
      bomb.append("b%d: &b%d [%s]\n".formatted(i, i, (one + ", ").repeat(9) + one));
    }
    return bomb.toString();
  }

  private static String factors(int count) {
    StringBuilder factors = new StringBuilder();
    for (int i = 0; i < count; i++) {
      factors.append("f" + i + ": {a: {}, b: {}}, ");
    }
    return factors.toString();
  }

  private static byte[] latin() {
    return TestScene.YAML
        .replace("name: shapes", "name: caf\u00e9")
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  static Stream<Hostile> files() {
    String camera = "exposure: 14";
    return Stream.of(
        text("alias bomb", bomb() + TestScene.YAML, ":5:", "aliases expand to more than"),
        text("self-reference", "a: &a [*a]\n", ":1:8: ", "inside its own anchor"),
        text("brackets", "[".repeat(100_000), ":1:33: ", "nested deeper than 32"),
        text("braces", "{a: ".repeat(100_000), ":1:129: ", "nested deeper than 32"),
        text("dashes", "- ".repeat(100_000), ":1:65: ", "nested deeper than 32"),
        text(
            "a scalar of 10 MB", "name: " + "x".repeat(10 << 20), ".yaml: ", "larger than 1048576"),
        changed("duplicate key", "seed: 11", "seed: 11\nseed: 12", ":5:1: ", "duplicate key seed"),
        changed(
            "a class",
            "seed: 11",
            "seed: !!javax.script.ScriptEngineManager [1]",
            ":4:7: ",
            "tag tag:yaml.org,2002:javax.script.ScriptEngineManager is not supported"),
        changed("a tag of its own", "seed: 11", "seed: !x 11", ":4:7: ", "tag !x"),
        text("second document", TestScene.YAML + "---\na: 1\n", ":38:1: ", "second document"),
        changed("tabs", "  fov: 50", "\tfov: 50", ":15:1: ", "not YAML"),
        new Hostile("not UTF-8", latin(), ":2:10: ", "not UTF-8"),
        text("nothing", "", ":1:1: ", "the file is empty"),
        text("nothing but a mark", "\uFEFF", ":1:1: ", "the file is empty"),
        new Hostile(
            "UTF-16", TestScene.YAML.getBytes(StandardCharsets.UTF_16), ":1:1: ", "not UTF-8"),
        text(
            "line ends of Windows",
            TestScene.YAML.replace("seed: 11", "sed: 11").replace("\n", "\r\n"),
            ":4:1: ",
            "Did you mean seed?"),
        text(
            "an anchor of a megabyte",
            "x: &a [" + "1, ".repeat(40_000) + "]\ny: *a\nz: *a\n",
            ":3:4: ",
            "aliases expand to more than"),
        text(
            "a fan of includes",
            "include: [" + "diorama/outdoor.yaml, ".repeat(9_000) + "]\n" + TestScene.YAML,
            ":1:10: ",
            "Name at most 64 files"),
        text(
            "a million choices",
            TestScene.YAML.replace(
                "exposure: 14", "exposure: {choice: [" + "1,".repeat(500_000) + "]}"),
            ":16:",
            "more than 100000 values"),
        text(
            "a thousand factors",
            TestScene.YAML + "factors: {" + factors(1000) + "}\n",
            ":38:",
            "combinations of levels"),
        text("a long name", "name: " + "x".repeat(9_999) + "\n", ":1:7: ", "found the text"),
        text(
            "deep children",
            TestScene.YAML.replace(
                "  balls:",
                "  deep: " + "{children: {a: ".repeat(9) + "1" + "}}".repeat(9) + "\n  balls:"),
            ":32:",
            "nested in more than"),
        changed("a zero byte", "shapes", "a\0b", ":2:8: ", "U+0000"),
        changed("a bell", "shapes", "\"a\\u0007\"", ":2:7: ", "U+0007"),
        changed("a turned name", "shapes", "\"a\\u202Eb\"", ":2:7: ", "U+202E"),
        changed("a turned object", "  balls:", "  \"b\u202Ea\":", ":32:3: ", "U+202E"),
        changed("a name that leaves", "shapes", "../../x", ":2:7: ", "../../x"),
        changed("an object that leaves", "  balls:", "  ../../x:", ":32:3: ", "../../x"),
        changed("a device", "shapes", "CON", ":2:7: ", "Windows"),
        changed("an object like a device", "  balls:", "  nul:", ":32:3: ", "Windows"),
        changed("not a number", camera, "exposure: .nan", ":16:13: ", ".nan"),
        changed("infinity", camera, "exposure: .inf", ":16:13: ", ".inf"),
        changed("a number beyond doubles", camera, "exposure: 1e400", ":16:13: ", "1e400"),
        changed(
            "a range beyond doubles", camera, "exposure: {uniform: [0, 1e400]}", ":16:", "1e400"),
        changed("2^31 objects", "count: 2\n", "count: 2147483648\n", ":34:12: ", "out of range"),
        changed(
            "2^31 objects at most",
            "count: 2\n",
            "count: {uniform_int: [0, 2147483648]}\n",
            ":34:",
            "out of range"),
        changed("an image of 2^31 pixels", "width: 96", "width: 65536", ":5:16: ", "out of range"),
        text("itself", "include: itself.yaml\n" + TestScene.YAML, ":1:10: ", "include themselves"),
        text(
            "a circle",
            "include: [other.yaml]\n" + TestScene.YAML,
            "other.yaml:1:10: ",
            "a_circle.yaml includes other.yaml includes a_circle.yaml"),
        text(
            "a way out",
            "include: [../../etc/passwd]\n" + TestScene.YAML,
            ":1:11: ",
            "outside the scene's folder"),
        text("the root", "include: /etc/passwd\n" + TestScene.YAML, ":1:10: ", "absolute"),
        text("a link", "include: link.yaml\n" + TestScene.YAML, ":1:10: ", "outside"),
        changed(
            "a model that is none",
            "{primitive: sphere}",
            "{file: ../../../../../../etc/passwd, units: m, up: z}",
            ":33:",
            "etc/passwd"),
        changed(
            "a copy of itself", "  balls:", "  balls:\n    like: balls", ":33:", "is like balls"));
  }

  @BeforeEach
  void write() throws IOException {
    for (Hostile hostile : files().toList()) {
      Files.write(file(hostile), hostile.bytes());
    }
    Files.writeString(folder.resolve("other.yaml"), "include: a_circle.yaml\n");
    Files.writeString(scratch.resolve("secret.yaml"), "seed: 12\n");
    Files.createSymbolicLink(folder.resolve("link.yaml"), scratch.resolve("secret.yaml"));
  }

  private Path file(Hostile hostile) {
    return folder.resolve(hostile.name().replace(' ', '_').replace("^", "") + ".yaml");
  }

  @ParameterizedTest
  @MethodSource("files")
  void isRefusedWithItsPlaceAndLeavesNothing(Hostile hostile) throws IOException {
    Map<String, String> before = Trees.digests(folder);
    for (String command : List.of("render", "validate", "explain")) {
      List<Object> line = new ArrayList<>(List.of(command, file(hostile)));
      if (command.equals("render")) {
        line.addAll(List.of("--renderer", "reference", "--out", folder.resolve("out")));
      }
      CommandRun run = CommandRun.of(line.toArray()).expect(65);
      assertTrue(
          run.err()
              .lines()
              .anyMatch(said -> said.contains(hostile.place()) && said.contains(hostile.problem())),
          hostile.place() + hostile.problem() + " in " + run.err());
      assertTrue(run.err().length() < 5_000, "it floods the terminal");
      assertTrue(run.err().codePoints().noneMatch(c -> c == 0x202E || c == 7 || c == 0));
    }
    assertEquals(before, Trees.digests(folder));
  }

  /** What is no file to be read: without a writer a pipe would wait for ever. */
  @Test
  void whatIsNoFileIsRefused() throws Exception {
    Path pipe = folder.resolve("pipe.yaml");
    assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
    Path circle = folder.resolve("circle.yaml");
    Files.createSymbolicLink(circle, circle);
    Path inside = Files.createDirectory(folder.resolve("folder.yaml"));
    Map<Path, String> said =
        Map.of(
            pipe,
            "this is a named pipe",
            circle,
            "cannot be read",
            inside,
            "this is a folder",
            folder.resolve("none.yaml"),
            "no such file");
    said.forEach(
        (file, problem) -> {
          CommandRun run = CommandRun.of("validate", file).expect(65);
          assertTrue(run.err().startsWith(file + ": " + problem), run.err());
        });
  }

  /** All in one process, in an empty working folder, where a dataset would go to by default. */
  @Test
  void aProcessOfItsOwnLeavesItsWorkingFolderEmpty() throws Exception {
    Path empty = Files.createDirectory(scratch.resolve("empty"));
    List<Object> line = new ArrayList<>(List.of("validate"));
    files().forEach(hostile -> line.add(file(hostile)));
    List<String> inside = List.of("env", "-C", empty.toString());
    try (Child child = Child.start(scratch, inside, Map.of(), line.toArray())) {
      CommandRun run = child.await().expect(65);
      assertTrue(run.lastLine().startsWith("{\"scenes\":" + files().count() + ","), run.lastLine());
    }
    Hostile one = files().toList().get(0);
    try (Child child = Child.start(scratch, inside, Map.of(), "render", file(one))) {
      child.await().expect(65);
    }
    try (Stream<Path> left = Files.list(empty)) {
      assertEquals(List.of(), left.toList());
    }
  }
}
