package org.diorama.cli.verify;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.diorama.cli.Child;
import org.diorama.cli.CommandRun;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What may not be read is a finding with its file, and the rest is read. As root, who may read
 * everything, verify runs without the capabilities that let it.
 */
class UnreadableFilesTest {
  @TempDir private static Path folder;
  private static Path original;
  private static List<String> wrapper;

  @TempDir private Path place;

  @BeforeAll
  static void render() throws Exception {
    wrapper = wrapper();
    original = VerifiedScene.render(VerifiedScene.plain(folder), "original", "--frames", "0-3");
  }

  /** A command that runs another one for which permissions count. */
  private static List<String> wrapper() throws IOException, InterruptedException {
    Path closed = Files.createFile(folder.resolve("closed"));
    Files.setPosixFilePermissions(closed, Set.of());
    List<String> lesser = List.of("setpriv", "--bounding-set=-dac_override,-dac_read_search", "--");
    for (List<String> tried : List.of(List.<String>of(), lesser)) {
      if (!tried.isEmpty() && !Files.isExecutable(Path.of("/usr/bin/setpriv"))) {
        continue;
      }
      List<String> read = new ArrayList<>(tried);
      read.addAll(List.of("cat", closed.toString()));
      Process process =
          new ProcessBuilder(read)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (process.waitFor() == 1) {
        return tried;
      }
    }
    assumeTrue(false, "permissions count for nobody here");
    return List.of();
  }

  /** Verifies while some files or folders may not be read. */
  private CommandRun verify(PlantedDataset set, String... paths) throws Exception {
    Map<Path, Set<PosixFilePermission>> before = new LinkedHashMap<>();
    for (String path : paths) {
      if (Files.isRegularFile(set.root().resolve(path))) {
        // A link to the original's file, whose permissions stay.
        set.write(path, set.bytes(path));
      }
      before.put(set.root().resolve(path), Files.getPosixFilePermissions(set.root().resolve(path)));
    }
    for (Path path : before.keySet()) {
      Files.setPosixFilePermissions(path, Set.of());
    }
    try (Child child =
        Child.start(place, wrapper, Map.of(), "verify", set.root(), "--replay", 1, "--json")) {
      return child.await();
    } finally {
      for (Map.Entry<Path, Set<PosixFilePermission>> path : before.entrySet()) {
        Files.setPosixFilePermissions(path.getKey(), path.getValue());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "images/00000000_left.png depth/00000001_right.png scene/requested.json scene/shapes.yaml"
            + " ATTRIBUTION _SUCCESS",
        "records/00000000.json annotations/instances_train.json scene/configuration.json",
        "images records annotations/panoptic",
        "annotations scene"
      })
  void eachIsAFinding(String paths) throws Exception {
    PlantedDataset set = PlantedDataset.of(original, place.resolve("set"));
    CommandRun run = verify(set, paths.split(" ")).expect(65);
    JsonNode document = JsonMapper.shared().readTree(run.lastLine());
    Set<String> named = new TreeSet<>();
    for (JsonNode finding : document.path("findings")) {
      if (finding.path("fault").asString().equals("file-unreadable")) {
        named.add(finding.path("file").asString());
      }
    }
    for (String path : paths.split(" ")) {
      assertTrue(named.contains(path), path + " is not in " + document);
    }
    assertFalse(document.path("faults").has("file-missing"), run.err());
    assertFalse(document.path("faults").has("scene-changed"), run.err());
    assertFalse(run.err().contains("\tat "), run.err());
  }

  /** Without its manifest nothing can be read: exit code 77, and what to do. */
  @Test
  void aManifestIsNot() throws Exception {
    PlantedDataset set = PlantedDataset.of(original, place.resolve("set"));
    CommandRun run = verify(set, "dataset.json").expect(77);
    assertTrue(run.err().contains("dataset.json; change its owner or mode"), run.err());
  }
}
