package org.diorama.scenefile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.diorama.core.asset.NamedPoint;
import org.diorama.core.math.Vec3;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Named points of an object that the scene declares. */
class KeypointsTest {
  @TempDir private Path folder;

  private SceneReading read(String keypoints) {
    return SceneText.read(
        folder,
        SceneText.MINIMAL.replace(
            "objects: {}",
            "objects:\n  part:\n    asset: {primitive: box}\n    label: none\n    keypoints: "
                + keypoints));
  }

  @Test
  void inTheirOrder() {
    SceneReading reading = read("{tip: [0, 0, 1], hole: [0.5, -0.25, 0.125]}");
    assertEquals(
        List.of(
            new NamedPoint("tip", new Vec3(0, 0, 1)),
            new NamedPoint("hole", new Vec3(0.5, -0.25, 0.125))),
        reading.variantsOrThrow().base().objects().get(0).keypoints());
    assertEquals("[0.5, -0.25, 0.125]", reading.resolvedKeys().get("objects.part.keypoints.hole"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{tip: [0, 0]}|found a list of 2",
        "{tip: [0, 0, a]}|number",
        "{tip: 1}|[x, y, z]",
        "[[0, 0, 1]]|a map from names",
      })
  void saysWhatIsWrong(String keypoints, String what) {
    List<String> said = SceneText.says(folder, read(keypoints));
    assertEquals(1, said.size(), said.toString());
    assertTrue(said.get(0).startsWith("scene.yaml:"), said.get(0));
    assertTrue(said.get(0).contains(what), said.get(0));
  }
}
