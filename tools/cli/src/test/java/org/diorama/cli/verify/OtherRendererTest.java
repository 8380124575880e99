package org.diorama.cli.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.diorama.cli.CommandRun;
import org.diorama.dataset.verify.read.FaultyFile;
import org.diorama.dataset.verify.read.PngReader;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What only rendering again finds, by a renderer of other pixels: points, normals, and states of
 * flow.
 */
class OtherRendererTest {
  private static final int WIDTH = 64;
  private static final int HEIGHT = 48;

  /** Row and column of a floor without anything near it, now and in the next step. */
  private static final int PLAIN = 9;

  @TempDir private static Path folder;
  private static Path original;

  @TempDir private Path place;

  @BeforeAll
  static void render() throws IOException {
    original =
        VerifiedScene.render(
            VerifiedScene.plain(folder),
            "original",
            "--set",
            "labels.annotators=[flow, flow_backward, points, normals]",
            "--frames",
            "0-1");
  }

  /**
   * A point that lies elsewhere by less than a step of the depth image, so that no image tells; one
   * by no more than rounding may; a normal on the surface's other side; a state where no edge is,
   * as the next step is not there to hold it against; and one beside an edge that leaves it no
   * choice.
   */
  @Test
  void onlyWhatRoundingCannotMakeIsFound() throws IOException {
    PlantedDataset planted = PlantedDataset.of(original, place.resolve("planted"));
    movePoint(planted, "00000001_left", 1.00005);
    movePoint(planted, "00000000_left", 1.000001);
    String states = "flow_state/00000001_left.png";
    int pixel = plain(planted, states);
    planted.pixels(states, raster -> raster.setSample(pixel % WIDTH, pixel / WIDTH, 0, 2));
    turnNormal(planted, "normals/00000001_left.npy", pixel);
    String beside = "flow_backward_state/00000000_left.png";
    int edge = besideEdge(planted, "instance/00000000_left.png");
    planted.pixels(beside, raster -> raster.setSample(edge % WIDTH, edge / WIDTH, 0, 2));
    planted.seal();
    CommandRun run =
        CommandRun.of(
            "verify", planted.root(), "--replay", "all", "--renderer", "opengl", "--json");
    JsonNode document = JsonMapper.shared().readTree(run.lastLine());
    TreeSet<String> found = new TreeSet<>();
    document
        .path("findings")
        .forEach(
            each -> found.add(each.path("fault").asString() + " " + each.path("file").asString()));
    assertEquals(
        new TreeSet<>(
            List.of(
                "replay-differs normals/00000001_left.npy",
                "replay-differs points/00000001_left.ply",
                "replay-differs " + beside,
                "replay-differs " + states)),
        found,
        run.out());
  }

  /** Away from the camera, a point in the middle of the file. */
  private static void movePoint(PlantedDataset set, String name, double factor) {
    String path = "points/" + name + ".ply";
    byte[] file = set.bytes(path);
    String head = new String(file, 0, Math.min(file.length, 2000), StandardCharsets.ISO_8859_1);
    int body = head.indexOf("end_header\n") + "end_header\n".length();
    int count = Integer.parseInt(head.split("element vertex ")[1].split("\n")[0]);
    int at = body + (file.length - body) / count * (count / 2);
    double[] camera = new double[3];
    set.record(
        Long.parseLong(name.substring(0, 8)),
        record -> {
          for (int axis = 0; axis < 3; axis++) {
            camera[axis] =
                record
                    .at("/frame/cameras/0/world_from_camera")
                    .path(2)
                    .path(axis)
                    .path(3)
                    .asDouble();
          }
        });
    ByteBuffer numbers = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    for (int axis = 0; axis < 3; axis++) {
      int place = at + 8 * axis;
      double off = numbers.getDouble(place) - camera[axis];
      numbers.putDouble(place, camera[axis] + factor * off);
    }
    set.write(path, file);
  }

  private static void turnNormal(PlantedDataset set, String path, int pixel) {
    byte[] file = set.bytes(path);
    ByteBuffer numbers = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    int first = file.length - 3 * Float.BYTES * (WIDTH * HEIGHT - pixel);
    for (int at = first; at < first + 3 * Float.BYTES; at += Float.BYTES) {
      numbers.putFloat(at, -numbers.getFloat(at));
    }
    set.write(path, file);
  }

  /** The first pixel beside one of another instance: nothing moves before the first step. */
  private static int besideEdge(PlantedDataset set, String path) throws IOException {
    int[] ids = gray(set, path);
    int pixel = 1;
    while (ids[pixel] == 0 || ids[pixel - 1] == 0 || ids[pixel] == ids[pixel - 1]) {
      pixel++;
    }
    return pixel;
  }

  /** The middle of a square of pixels that are all seen. */
  private static int plain(PlantedDataset set, String path) throws IOException {
    int[] states = gray(set, path);
    for (int y = HEIGHT - PLAIN - 1; y > PLAIN; y--) {
      for (int x = PLAIN; x < WIDTH - PLAIN; x++) {
        boolean all = true;
        for (int i = 0; i < PLAIN * PLAIN; i++) {
          int column = x + i % PLAIN - PLAIN / 2;
          all &= states[(y + i / PLAIN - PLAIN / 2) * WIDTH + column] == 1;
        }
        if (all) {
          return y * WIDTH + x;
        }
      }
    }
    throw new IllegalStateException("there is no plain floor");
  }

  private static int[] gray(PlantedDataset set, String path) throws IOException {
    try {
      return PngReader.read(set.bytes(path), WIDTH, HEIGHT).gray();
    } catch (FaultyFile e) {
      throw new IOException(e);
    }
  }
}
