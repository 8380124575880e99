package org.diorama.cli.e2e;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.Raster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import javax.imageio.ImageIO;
import org.diorama.cli.CommandRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scene of annotators from the command line. */
class AnnotatorsTest {
  private static final Path SCENE = Path.of("../../scenes/annotators.yaml");

  @TempDir private Path folder;

  private void render(String renderer, String annotators) {
    CommandRun.of(
            "render",
            SCENE,
            "--out",
            folder.resolve("out"),
            "--renderer",
            renderer,
            "--frames",
            "1",
            "--set",
            "image.width=48",
            "--set",
            "image.height=36",
            "--set",
            "labels.annotators=" + annotators)
        .expect(0);
  }

  private Path file(String kind, String ending) {
    return folder.resolve("out").resolve(kind).resolve("00000001_left" + ending);
  }

  /** What a run adds is there, what was there stays, and all of it is proven. */
  @Test
  void runsThatAskForMoreAddToTheDataset() throws IOException {
    render("opengl", "[distance]");
    byte[] distance = Files.readAllBytes(file("distance", ".png"));
    assertFalse(Files.exists(file("flow", ".npy")));
    render("opengl", "all");
    assertArrayEquals(distance, Files.readAllBytes(file("distance", ".png")));
    for (String kind : new String[] {"flow", "normals_world", "disparity", "depth_float"}) {
      assertTrue(Files.exists(file(kind, ".npy")), kind);
    }
    for (String kind : new String[] {"albedo", "nocs", "parts", "flow_backward_state"}) {
      assertTrue(Files.exists(file(kind, ".png")), kind);
    }
    assertTrue(Files.exists(file("points", ".ply")) && Files.exists(file("points", ".npz")));
    CommandRun.of("verify", folder.resolve("out")).expect(0);
    Path page = folder.resolve("page.html");
    CommandRun.of("view", folder.resolve("out"), "--html", "--out", page).expect(0);
    assertTrue(Files.readString(page).contains("data-picture=\"points\""));
    render("opengl", "[]");
    assertTrue(Files.exists(file("flow", ".npy")));
  }

  /** Colors are smoothed at edges; labels never: a wall before nothing has one depth. */
  @Test
  void smoothedColorLeavesDepthWithTwoValues() throws IOException {
    Path scene = folder.resolve("wall.yaml");
    Files.writeString(
        scene,
        """
        version: 1
        name: wall
        frames: 1
        image: {width: 64, height: 48}
        categories: {wall: {id: 1}}
        camera: {transform: [1, 0, 0, 0.013, 0, 0, 1, -4, 0, -1, 0, 1.03]}
        objects:
          wall: {asset: {primitive: box}, at: [0, 0, 0.4], size: [1.3, 0.2, 1.1], label: wall}
        """);
    CommandRun.of("render", scene, "--out", folder.resolve("wall"), "--renderer", "opengl")
        .expect(0);
    Raster depth = ImageIO.read(folder.resolve("wall/depth/00000000.png").toFile()).getRaster();
    Raster color = ImageIO.read(folder.resolve("wall/images/00000000.png").toFile()).getRaster();
    TreeSet<Integer> depths = new TreeSet<>();
    for (int y = 0; y < 48; y++) {
      for (int x = 0; x < 64; x++) {
        depths.add(depth.getSample(x, y, 0));
      }
    }
    assertEquals("[0, 3900]", depths.toString());
    // Across an edge there is a pixel whose color lies between those of its neighbors.
    int smoothed = 0;
    for (int x = 1; x < 63; x++) {
      int before = color.getSample(x - 1, 24, 0);
      int here = color.getSample(x, 24, 0);
      int after = color.getSample(x + 1, 24, 0);
      smoothed += Math.abs(here - before) > 8 && Math.abs(after - here) > 8 ? 1 : 0;
    }
    assertTrue(smoothed > 0, "no edge is smoothed");
  }
}
