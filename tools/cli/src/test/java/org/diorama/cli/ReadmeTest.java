package org.diorama.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.diorama.core.ExitStatus;
import org.diorama.scenefile.SceneReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What README.md shows is there. */
class ReadmeTest {
  private static final String SCENE = "(?s)```yaml\n(.*?)```";

  private String readme;

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
