package org.diorama.dataset.verify.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.diorama.dataset.files.Sha256;
import org.diorama.dataset.verify.finding.Fault;
import org.diorama.dataset.verify.finding.Finding;
import org.diorama.dataset.verify.finding.Findings;
import org.diorama.dataset.verify.json.Json;
import org.diorama.dataset.verify.read.FaultyFile;
import tools.jackson.databind.JsonNode;

/**
 * The stored scene by what three places tell: its files, the configuration that has their SHA-256
 * and the settings of the command line, and the manifest that has the settings, too.
 */
final class SceneFilesCheck {
  private static final String SCENE = "scene/";
  private static final String CONFIGURATION = SCENE + "configuration.json";
  private static final Set<String> OURS =
      Set.of("configuration.json", "requested.json", "formats.json");

  private final Path root;
  private final ManifestFacts manifest;
  private final Findings findings;

  SceneFilesCheck(Path root, ManifestFacts manifest, Findings findings) {
    this.root = root;
    this.manifest = manifest;
    this.findings = findings;
  }

  void check() throws IOException {
    JsonNode source;
    try {
      source = Json.read(root.resolve(CONFIGURATION)).path("source");
    } catch (FaultyFile e) {
      // What is read before this has told it.
      return;
    }
    same("scene_file", source.path("file"));
    same("settings", source.path("settings"));
    Set<String> known = new TreeSet<>(OURS);
    for (Map.Entry<String, JsonNode> file : source.path("files").properties()) {
      known.add(file.getKey());
      file(file.getKey(), file.getValue().asString(""));
    }
    Path folder = root.resolve(SCENE);
    try (Stream<Path> all = Files.walk(folder)) {
      all.filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString().replace('\\', '/'))
          .filter(name -> !known.contains(name))
          .forEach(name -> find(SCENE + name, "the configuration lists no such file"));
    } catch (UncheckedIOException e) {
      // A folder that may not be looked into, which the search for unlisted files tells.
      if (!(e.getCause() instanceof AccessDeniedException)) {
        throw e.getCause();
      }
    }
  }

  /** Manifest and configuration tell the same. */
  private void same(String key, JsonNode configured) {
    JsonNode told = manifest.head().path(key);
    if (!told.equals(configured)) {
      find(CONFIGURATION, "its " + key + " are " + configured + ", the manifest's " + told);
    }
  }

  private void file(String name, String due) throws IOException {
    Path file = root.resolve(SCENE + name);
    if (!Files.isRegularFile(file)) {
      find(SCENE + name, "it is not there, and the configuration lists it");
      return;
    }
    if (!file.toRealPath().startsWith(root.resolve(SCENE).toRealPath())) {
      find(SCENE + name, "it leads out of the folder of the scene");
      return;
    }
    try {
      String is = Sha256.of(file);
      if (!is.equals(due)) {
        find(SCENE + name, "SHA-256 " + is + ", the configuration has " + due);
      }
    } catch (AccessDeniedException e) {
      // The list of files tells.
    }
  }

  private void find(String file, String detail) {
    findings.add(Finding.of(Fault.SCENE_CHANGED, file, detail));
  }
}
