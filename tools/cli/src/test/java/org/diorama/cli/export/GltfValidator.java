package org.diorama.cli.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.diorama.cli.Shell;
import org.junit.jupiter.api.Assumptions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Khronos' own validator, the npm package gltf-validator at the version and hash of the lock file.
 * It is installed below {@code target}, once.
 */
final class GltfValidator {
  private static final Path SOURCES = Path.of("src/test/node/gltf-validator");
  private static final Path FOLDER = Path.of("target/gltf-validator");

  private GltfValidator() {}

  /** Started for the first file of this process, with which it ends: its stdin closes then. */
  private static final class Running {
    private static final Process NODE = start();

    private static Process start() {
      try {
        return new ProcessBuilder("node", FOLDER.resolve("validate.cjs").toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Installs it; where that can't be the test says so and ends. */
  static void require() throws IOException, InterruptedException {
    Files.createDirectories(FOLDER);
    for (String name : new String[] {"package.json", "package-lock.json", "validate.cjs"}) {
      Files.copy(SOURCES.resolve(name), FOLDER.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }
    if (Files.exists(FOLDER.resolve("node_modules/gltf-validator/index.js"))) {
      return;
    }
    try {
      Shell.run("npm", "ci", "--ignore-scripts", "--prefix", FOLDER.toString());
    } catch (IOException e) {
      Assumptions.abort("NOT TESTED: gltf-validator needs npm and its registry: " + e.getMessage());
    }
  }

  /** The validator's report. */
  static JsonNode report(Path glb) throws IOException {
    Process node = Running.NODE;
    node.outputWriter().append(glb.toString()).append('\n').flush();
    String report = node.inputReader().readLine();
    assertNotNull(report, "the validator has ended");
    return JsonMapper.shared().readTree(report);
  }

  /** Fails where the validator finds an error or has a warning. */
  static void requireSound(Path glb) throws IOException {
    JsonNode report = report(glb);
    assertEquals("2.0.0-dev.3.10", report.get("validatorVersion").asString());
    assertTrue(report.get("info").get("totalTriangleCount").asInt() > 0, report.toString());
    JsonNode issues = report.get("issues");
    for (String severity : new String[] {"numErrors", "numWarnings"}) {
      assertEquals(0, issues.get(severity).asInt(), issues::toPrettyString);
    }
  }
}
