package org.diorama.cli.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.diorama.cli.CommandRun;
import org.diorama.cli.ShippedScenes;
import org.diorama.cli.Trees;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Shipped scenes that use what renderers keep from frame to frame, sky tables, shadow maps, probes,
 * fog, mirrors: what was drawn before shows in no byte of any file.
 */
class WarmFramesTest {
  private static final String LAST = "00000002";

  /** The camera stands still and the light stays, so that what is kept fits other frames, too. */
  private static final Map<String, List<String>> STILL =
      Map.of(
          "street_rain.yaml",
          List.of(
              "camera.at=[-17, 0.5, 1.62]",
              "camera.yaw=0",
              "camera.pitch=-2",
              "camera.fov=55",
              "lighting.sun.azimuth=40",
              // After dusk, when street lamps are on.
              "lighting.sun.elevation=-3"),
          "room_lamps.yaml",
          List.of("camera.at=[-2, -2.1, 1.6]", "camera.look_at=[0.3, 0.8, 0.6]", "camera.fov=65"));

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"street_rain.yaml", "room_lamps.yaml"})
  void aFrameIsTheSameAloneAndAfterOthers(String scene) throws IOException {
    ShippedScenes.load(scene, List.of()).close();
    SortedMap<String, String> alone = frame(render(scene, "alone", "2"));
    assertTrue(alone.size() >= 6, () -> "" + alone.keySet());
    assertEquals(alone, frame(render(scene, "run", "0-2")));
  }

  /** A lane takes the last frame when it is done with another, unless there are more than two. */
  private Path render(String scene, String name, String frames) {
    Path out = folder.resolve(name);
    List<Object> command =
        new ArrayList<>(
            List.of("render", ShippedScenes.file(scene), "--renderer", "opengl", "--out", out));
    command.addAll(List.of("--frames", frames, "--set", "image={width: 160, height: 120}"));
    STILL.get(scene).forEach(value -> command.addAll(List.of("--set", value)));
    CommandRun.of(command.toArray()).expect(0);
    return out;
  }

  private static SortedMap<String, String> frame(Path dataset) throws IOException {
    SortedMap<String, String> files = new TreeMap<>(Trees.digests(dataset));
    files.keySet().removeIf(path -> !path.contains(LAST));
    return files;
  }
}
