package org.diorama.cli.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
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

  /** Installs it; where that can't be the test says so and ends. */
  static void require() throws IOException, InterruptedException {
    if (Files.exists(FOLDER.resolve("node_modules/gltf-validator/index.js"))) {
      return;
    }
    Files.createDirectories(FOLDER);
    for (String name : new String[] {"package.json", "package-lock.json", "validate.cjs"}) {
      Files.copy(SOURCES.resolve(name), FOLDER.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }
    try {
      Shell.run("npm", "ci", "--ignore-scripts", "--prefix", FOLDER.toString());
    } catch (IOException e) {
      Assumptions.abort("NOT TESTED: gltf-validator needs npm and its registry: " + e.getMessage());
    }
  }

  /** The validator's report. */
  static JsonNode report(Path glb) throws IOException, InterruptedException {
    String script = FOLDER.resolve("validate.cjs").toString();
    return JsonMapper.shared().readTree(Shell.run("node", script, glb.toString()));
  }

  /** Fails where the validator finds an error or has a warning. */
  static void requireSound(Path glb) throws IOException, InterruptedException {
    JsonNode report = report(glb);
    assertEquals("2.0.0-dev.3.10", report.get("validatorVersion").asString());
    assertTrue(report.get("info").get("totalTriangleCount").asInt() > 0, report.toString());
    JsonNode issues = report.get("issues");
    for (String severity : new String[] {"numErrors", "numWarnings"}) {
      assertEquals(0, issues.get(severity).asInt(), issues::toPrettyString);
    }
  }
}
