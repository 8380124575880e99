package org.diorama.cli.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.diorama.cli.ShippedScenes;
import org.diorama.cli.scene.LoadedScene;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Exported frames of every scene that ships are sound glTF to those who wrote glTF down. */
class GltfValidatorTest {
  @TempDir private Path folder;

  @BeforeAll
  static void install() throws IOException, InterruptedException {
    GltfValidator.require();
  }

  private JsonNode report(byte[] glb) throws IOException, InterruptedException {
    return GltfValidator.report(Files.write(folder.resolve("frame.glb"), glb));
  }

  private static byte[] export(String name, long frame) throws IOException {
    try (LoadedScene scene = ShippedScenes.load(name, List.of())) {
      return Exports.glb(scene, scene.sampler().sample(frame));
    }
  }

  @ParameterizedTest
  @MethodSource("org.diorama.cli.ShippedScenes#names")
  void findsNothing(String name) throws IOException, InterruptedException {
    JsonNode report = report(export(name, 2));
    assertEquals("2.0.0-dev.3.10", report.get("validatorVersion").asString());
    assertTrue(report.get("info").get("totalTriangleCount").asInt() > 0, report.toString());
    JsonNode issues = report.get("issues");
    for (String severity : new String[] {"numErrors", "numWarnings"}) {
      assertEquals(0, issues.get(severity).asInt(), issues::toPrettyString);
    }
  }

  /** Otherwise the test above might pass whatever it is given. */
  @Test
  void findsAWrongIndex() throws IOException, InterruptedException {
    byte[] glb = export("tabletop.yaml", 0);
    String json = new String(glb, StandardCharsets.ISO_8859_1);
    String reference = "\"scene\":";
    int at = json.indexOf(reference) + reference.length();
    assertEquals('0', glb[at]);
    glb[at] = '7';
    JsonNode issues = report(glb).get("issues");
    assertEquals(1, issues.get("numErrors").asInt(), issues::toPrettyString);
    assertEquals("UNRESOLVED_REFERENCE", issues.at("/messages/0/code").asString());
  }
}
