package org.diorama.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.diorama.core.ExitStatus;
import org.diorama.scenefile.SceneReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** What README.md and the documents it leads to show is there. */
class ReadmeTest {
  private static final String SCENE = "(?s)```yaml\n(.*?)```";

  private String readme;

  private static List<String> pages() {
    return List.of(
        "README.md",
        "assets/README.md",
        "scenes/README.md",
        "tools/FARM.md",
        "tools/FIGURES.md",
        "engine/dataset/DATASET.md",
        "engine/dataset/TRAINING.md",
        "renderers/opengl/GPU.md");
  }

  @BeforeEach
  void read() throws IOException {
    readme = Files.readString(root().resolve("README.md"));
  }

  @Test
  void everySceneIsSound(@TempDir Path folder) throws IOException {
    List<String> scenes = new ArrayList<>(all(SCENE));
    assertFalse(scenes.isEmpty());
    readme = Files.readString(root().resolve("scenes/README.md"));
    assertFalse(all(SCENE).isEmpty());
    scenes.addAll(all(SCENE));
    for (String scene : scenes) {
      Path file = Files.writeString(folder.resolve("scene.yaml"), scene);
      assertEquals(List.of(), SceneReader.read(file, List.of()).diagnostics());
    }
  }

  @Test
  void everyPathExists() {
    for (String path : all("\\b((?:tools|scenes|assets)/[\\w./]*\\w)")) {
      assertTrue(Files.exists(root().resolve(path)), path);
    }
  }

  /** The table of exit codes is the enumeration, and what a shell makes of signals. */
  @Test
  void everyExitCodeIsExplained() {
    var explained = new TreeSet<>(all("(?m)^\\| (\\d+(?:, \\d+)?) \\|"));
    assertTrue(explained.remove("130, 143"));
    var codes = new TreeSet<String>();
    for (ExitStatus status : ExitStatus.values()) {
      codes.add(Integer.toString(status.code()));
    }
    assertEquals(codes, explained);
  }

  @Test
  void everyCommandLineOfTheTableIsUnderstood() {
    var explained = new TreeSet<String>();
    for (String line : all("(?m)^\\| `([a-z][^`]*)` \\|")) {
      String[] words = line.replace("--frame N", "--frame 7").split(" ");
      explained.add(words[0]);
      CommandLine commands = Main.commandLine();
      if (words.length > 1 && words[1].matches("[a-z].*")) {
        List<String> known =
            List.copyOf(commands.getSubcommands().get(words[0]).getSubcommands().keySet());
        assertTrue(known.containsAll(List.of(words[1].split("\\\\\\|"))), line + ": " + known);
      } else {
        commands.parseArgs(words);
      }
    }
    assertEquals(Main.commandLine().getSubcommands().keySet(), explained);
  }

  /** Links of the documents lead to a file, and those into a page to a heading of it. */
  @ParameterizedTest
  @MethodSource("pages")
  void everyLinkLeadsSomewhere(String page) throws IOException {
    Path file = root().resolve(page);
    readme = Files.readString(file);
    for (String link : all("\\]\\(([^)\\s]+)\\)")) {
      String[] parts = link.split("#", 2);
      Path target = parts[0].isEmpty() ? file : file.resolveSibling(parts[0]);
      assertTrue(Files.exists(target), page + ": " + link);
      assertTrue(parts.length < 2 || headings(target).contains(parts[1]), page + ": " + link);
    }
  }

  /** By the rule for the anchors of headings. */
  private static List<String> headings(Path page) throws IOException {
    return Pattern.compile("(?m)^#+ (.*)$")
        .matcher(Files.readString(page))
        .results()
        .map(heading -> heading.group(1).toLowerCase(Locale.ROOT))
        .map(heading -> heading.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
        .toList();
  }

  /** What the documents say to type are commands, with options that these have. */
  @ParameterizedTest
  @MethodSource("pages")
  void everyOptionIsOneOfItsCommand(String page) throws IOException {
    readme = Files.readString(root().resolve(page));
    List<String> lines = all("tools/diorama ((?:\\\\\n|[^\n`|&;#)])+)");
    assertFalse(lines.isEmpty(), page);
    for (String line : lines) {
      CommandLine command = Main.commandLine();
      for (String word : line.strip().split("\\s+")) {
        String name = word.replaceFirst("[=,].*", "");
        if (name.startsWith("--")) {
          assertTrue(command.getCommandSpec().optionsMap().containsKey(name), page + ": " + line);
        } else {
          command = command.getSubcommands().getOrDefault(word, command);
        }
      }
    }
  }

  /** The first group of every match. */
  private List<String> all(String pattern) {
    return Pattern.compile(pattern).matcher(readme).results().map(match -> match.group(1)).toList();
  }

  private static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("README.md"))) {
      folder = folder.getParent();
    }
    return folder;
  }
}
