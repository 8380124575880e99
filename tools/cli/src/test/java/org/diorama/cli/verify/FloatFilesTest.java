package org.diorama.cli.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import org.diorama.cli.CommandRun;
import org.diorama.cli.TestScene;
import org.diorama.dataset.verify.DatasetVerification;
import org.diorama.dataset.verify.Verification;
import org.diorama.dataset.verify.finding.Fault;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Depths, distances, normals and flow of things that move, in both forms of files. */
class FloatFilesTest {
  /** Things that drive past one another before a camera that moves. */
  private static final String YAML =
      """
      version: 1
      name: surfaces
      frames: 3
      seed: 8
      image: {width: 48, height: 36}
      sequence: {length: 3, fps: 5}
      categories: {block: {id: 1}}
      camera: {trajectory: {points: [[-3, -5, 2], [-1, -5, 2]], speed: 1}, look_at: [0, 0, 0.4]}
      objects:
        floor: {asset: {primitive: plane}, size: [20, 20, 1], label: none}
        back: {asset: {primitive: box}, at: [0, 1.5, 0], size: [2.5, 0.5, 1], label: block}
        front:
          asset: {primitive: sphere}
          at: [-0.8, -0.5, 0]
          size: 0.9
          label: block
          motion: {velocity: [1.5, 0, 0], turn_rate: 40}
      labels:
        annotators: [depth_float, distance_float, normals, normals_world, flow, flow_backward]
        float_files: %s
      """;

  @TempDir private static Path folder;
  private static Path original;
  private static Path worldAlone;

  private static Path render(String form) throws IOException {
    return render(form, YAML, form);
  }

  private static Path render(String name, String yaml, String form) throws IOException {
    Path out = folder.resolve(name);
    Path scene =
        TestScene.write(
            Files.createDirectories(folder.resolve("of_" + name)), yaml.formatted(form));
    CommandRun.of("render", scene, "--renderer", "reference", "--out", out).expect(0);
    return out;
  }

  @BeforeAll
  static void render() throws IOException {
    original = render("npy");
    worldAlone = render("world", YAML.replace("normals, normals_world", "normals_world"), "npy");
  }

  private static Verification verify(Path root) throws InterruptedException {
    return DatasetVerification.run(root, 2, done -> {}, (findings, examined) -> {});
  }

  /** Flow of things that move by themselves is held against their poses. */
  @Test
  void flowOfAnotherStepIsFound(@TempDir Path place) throws Exception {
    PlantedDataset planted = PlantedDataset.of(original, place.resolve("planted"));
    planted.write("flow/00000000.npy", planted.bytes("flow/00000001.npy"));
    planted.seal();
    Verification verification = verify(planted.root());
    assertEquals(Set.of(Fault.FLOW_WRONG), verification.counts().keySet());
    assertEquals("flow/00000000.npy", verification.findings().get(0).file());
  }

  /** Without those of the camera's axes, too: depths and the camera's pose say how they lie. */
  @ParameterizedTest
  @CsvSource({"1000, false", "1, true"})
  void normalsOfTheWorldAloneAreHeldAgainstSurfaces(int step, boolean isTurned, @TempDir Path place)
      throws Exception {
    PlantedDataset planted = PlantedDataset.of(worldAlone, place.resolve("planted"));
    String path = "normals_world/00000001.npy";
    byte[] file = planted.bytes(path);
    ByteBuffer array = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    int pixels = 48 * 36;
    int head = file.length - 3 * Float.BYTES * pixels;
    for (int pixel = 0; pixel < pixels; pixel += step) {
      int at = head + 3 * Float.BYTES * pixel;
      float x = array.getFloat(at);
      float y = array.getFloat(at + 4);
      float z = array.getFloat(at + 8);
      // A quarter turn about y, or each a length of 2, be it of nothing.
      array.putFloat(at, isTurned ? z : 2);
      array.putFloat(at + 4, isTurned ? y : 0);
      array.putFloat(at + 8, isTurned ? -x : 0);
    }
    planted.write(path, file);
    planted.seal();
    Verification verification = verify(planted.root());
    assertEquals(Set.of(Fault.NORMAL_WRONG), verification.counts().keySet());
    assertEquals(path, verification.findings().get(0).file());
  }

  @Test
  void anExrImageThatEndsEarlyIsFound(@TempDir Path place) throws Exception {
    PlantedDataset planted = PlantedDataset.of(render("exr"), place.resolve("planted"));
    byte[] bytes = planted.bytes("normals/00000000.exr");
    planted.write("normals/00000000.exr", Arrays.copyOf(bytes, bytes.length - 4));
    planted.seal();
    assertEquals(Set.of(Fault.FLOATS_DAMAGED), verify(planted.root()).counts().keySet());
  }

  @Test
  void bothFormsOfFilesAreSound() throws Exception {
    for (Path root : new Path[] {original, worldAlone, render("exr")}) {
      Verification verification = verify(root);
      assertTrue(verification.findings().isEmpty(), () -> verification.findings().toString());
      for (String check :
          new String[] {
            "depths and distances as floats and steps", "normals", "flow onto the next step"
          }) {
        assertTrue(verification.examined().get(check).things() > 1000, check);
      }
    }
  }
}
