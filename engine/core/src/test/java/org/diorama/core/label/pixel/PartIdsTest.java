package org.diorama.core.label.pixel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.diorama.core.asset.AssetParts;
import org.diorama.core.geometry.PinholeCamera;
import org.diorama.core.math.Aabb;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.Vec3;
import org.diorama.core.render.Channel;
import org.diorama.core.render.RenderedView;
import org.diorama.core.sample.FrameInstant;
import org.diorama.core.sample.MotionStates;
import org.diorama.core.sample.SampledNode;
import org.junit.jupiter.api.Test;

class PartIdsTest {
  private static final int WIDTH = 32;
  private static final int HEIGHT = 16;
  private static final PinholeCamera LENS = new PinholeCamera(WIDTH, HEIGHT, 30, 30, 16, 8);
  private static final MotionStates STILL = MotionStates.still(Affine3.IDENTITY);

  private static MotionStates card(double right, double z) {
    return MotionStates.still(CubeScene.box(new Vec3(right, 0, z), new Vec3(0.5, 0.5, 0.01)));
  }

  /** Pixel by pixel, of instances of one draw and of several, and of what has no such part. */
  @Test
  void eachPixelHasTheNumberOfItsOwnRunOfTriangles() {
    List<String> names = List.of("hub", "rim", "tire");
    List<Aabb> bounds = Collections.nCopies(3, Aabb.EMPTY);
    List<AssetParts> parts =
        List.of(
            new AssetParts(names, bounds, List.of(3, 1, 2)),
            new AssetParts(names, bounds, List.of(2)),
            new AssetParts(names, bounds, List.of(1, 3)));
    for (int second : new int[] {1, 2}) {
      CubeScene scene =
          new CubeScene(LENS, STILL).cube(1, card(-0.4, 2)).cube(second, card(0.2, 3));
      scene.cube(3, card(0.5, 2));
      List<SampledNode> nodes = scene.frame().nodes();
      RenderedView view = scene.view(FrameInstant.LABEL);
      Random random = new Random(second);
      for (int i = 0; i < WIDTH * HEIGHT; i++) {
        view.plane(Channel.PART).putShort(2 * i, (short) (i % 3 == 0 ? random.nextInt(6) : 1));
      }
      // What the rules drop is of no asset.
      view.plane(Channel.INSTANCE).putShort(2 * (8 * WIDTH + 10), (short) SampledNode.VOID_ID);
      PartIds ids =
          new PartIds(new ThingRuns(scene.frame(), view), node -> parts.get(nodes.indexOf(node)));
      short[] row = new short[WIDTH];
      int told = 0;
      for (int pixel = 0; pixel < WIDTH * HEIGHT; pixel++) {
        if (pixel % WIDTH == 0) {
          ids.fill(pixel / WIDTH, row);
        }
        int shown = Short.toUnsignedInt(view.plane(Channel.PART).getShort(2 * pixel));
        int id = Short.toUnsignedInt(view.plane(Channel.INSTANCE).getShort(2 * pixel));
        int draw = view.plane(Channel.DRAW).getShort(2 * pixel);
        int expected = 0;
        if (id > 0 && id <= 3) {
          int node = id == 3 ? 2 : id - 1 + (second == 1 ? draw - 1 : 0);
          List<Integer> numbers = parts.get(node).numbers();
          expected = shown > 0 && shown <= numbers.size() ? numbers.get(shown - 1) : 0;
        }
        assertEquals(expected, row[pixel % WIDTH], "pixel " + pixel + ", second " + second);
        told += expected > 0 ? 1 : 0;
      }
      assertEquals(true, told > 100, told + " pixels");
    }
  }
}
