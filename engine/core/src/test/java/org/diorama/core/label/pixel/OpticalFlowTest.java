package org.diorama.core.label.pixel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.EnumMap;
import java.util.Map;
import org.diorama.core.geometry.PinholeCamera;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.Rotations;
import org.diorama.core.math.Vec3;
import org.diorama.core.render.Channel;
import org.diorama.core.render.RenderedView;
import org.diorama.core.sample.FrameInstant;
import org.diorama.core.sample.MotionStates;
import org.diorama.core.sample.SampledNode;
import org.junit.jupiter.api.Test;

class OpticalFlowTest {
  private static final int WIDTH = 64;
  private static final int HEIGHT = 48;
  private static final PinholeCamera LENS = new PinholeCamera(WIDTH, HEIGHT, 60, 50, 32, 24);
  private static final MotionStates STILL = MotionStates.still(Affine3.IDENTITY);

  /** Across the whole view, its front 4 m away. */
  private static final MotionStates WALL =
      MotionStates.still(CubeScene.box(new Vec3(0, 0, 4.5), new Vec3(100, 100, 1)));

  private static OpticalFlow flow(CubeScene scene, FrameInstant instant) {
    return new OpticalFlow(
        new ThingRuns(scene.frame(), scene.view(FrameInstant.LABEL)),
        scene.camera(),
        scene.view(instant),
        instant,
        new FlowBuffers());
  }

  private static FlowState state(OpticalFlow flow, int x, int y) {
    byte[] row = new byte[WIDTH];
    flow.states(y, row);
    return FlowState.values()[row[x]];
  }

  private static float[][] rows(OpticalFlow flow) {
    float[][] rows = new float[HEIGHT][2 * WIDTH];
    for (int y = 0; y < HEIGHT; y++) {
      flow.rows().fill(y, rows[y]);
    }
    return rows;
  }

  /** Front at 2 m, as wide and high as 24 × 20 pixels there; each step it goes 0.2 m right. */
  private static Affine3 cube(double step) {
    return CubeScene.box(new Vec3(0.2 * step, 0, 2.05), new Vec3(0.8, 0.8, 0.1));
  }

  @Test
  void aMovingCubeFlowsAndHidesWhatItMovesOver() {
    CubeScene scene =
        new CubeScene(LENS, STILL).cube(CubeScene.moving(cube(-1), cube(0), cube(1))).cube(WALL);
    OpticalFlow flow = flow(scene, FrameInstant.NEXT_STEP);
    float[][] rows = rows(flow);
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        boolean inRows = y >= 14 && y < 34;
        boolean onCube = inRows && x >= 20 && x < 44;
        // 60 px × 0.2 m / 2 m.
        assertEquals(onCube ? 6 : 0, rows[y][2 * x], 1e-5, x + ", " + y);
        assertEquals(0, rows[y][2 * x + 1], 1e-5);
        boolean covered = inRows && x >= 44 && x < 50;
        assertEquals(
            covered ? FlowState.HIDDEN : FlowState.VISIBLE, state(flow, x, y), x + "," + y);
      }
    }
  }

  @Test
  void whatLeavesTheImageIsOutside() {
    CubeScene scene = new CubeScene(LENS, STILL).cube(CubeScene.moving(cube(2), cube(3), cube(5)));
    OpticalFlow flow = flow(scene, FrameInstant.NEXT_STEP);
    for (int x = 0; x < WIDTH; x++) {
      FlowState expected =
          x < 38 || x >= 62 ? FlowState.NONE : x < 52 ? FlowState.VISIBLE : FlowState.OUTSIDE;
      assertEquals(expected, state(flow, x, 24), "column " + x);
      assertEquals(expected == FlowState.NONE ? 0 : 12, rows(flow)[24][2 * x], 1e-5);
    }
    assertEquals(FlowState.NONE, state(flow, 40, 2));
  }

  /** A plane seen by two cameras: K (R - t nᵀ / d) K⁻¹, after Hartley and Zisserman, 13.1. */
  @Test
  void aMovingCameraSeesAPlaneByItsHomography() {
    Affine3 next =
        Affine3.translation(new Vec3(0.3, -0.1, 0.5))
            .times(Rotations.aboutAxis(new Vec3(0.2, 1, 0.1).normalize(), 0.06));
    CubeScene scene =
        new CubeScene(LENS, CubeScene.moving(Affine3.IDENTITY, Affine3.IDENTITY, next)).cube(WALL);
    OpticalFlow flow = flow(scene, FrameInstant.NEXT_STEP);
    float[][] rows = rows(flow);
    Affine3 thenFromNow = next.inverse();
    int visible = 0;
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        Vec3 ray = LENS.direction(x + 0.5, y + 0.5);
        // The plane is z = 4: n = +Z and d = 4, so that t is added a quarter of the ray's z times.
        Vec3 there =
            thenFromNow.transformDirection(ray).plus(thenFromNow.translation().times(0.25));
        double u = LENS.projectX(there);
        double v = LENS.projectY(there);
        assertEquals(u - (x + 0.5), rows[y][2 * x], 1e-4);
        assertEquals(v - (y + 0.5), rows[y][2 * x + 1], 1e-4);
        boolean inside = u >= 0 && v >= 0 && u < WIDTH && v < HEIGHT;
        assertEquals(inside ? FlowState.VISIBLE : FlowState.OUTSIDE, state(flow, x, y));
        visible += inside ? 1 : 0;
      }
    }
    assertTrue(visible > 2000 && visible < WIDTH * HEIGHT, "visible " + visible);
  }

  /** There and back again: what moves alike everywhere returns exactly to where it came from. */
  @Test
  void backwardUndoesForward() {
    CubeScene now =
        new CubeScene(LENS, STILL).cube(CubeScene.moving(cube(-1), cube(0), cube(1))).cube(WALL);
    CubeScene next =
        new CubeScene(LENS, STILL).cube(CubeScene.moving(cube(0), cube(1), cube(2))).cube(WALL);
    OpticalFlow forward = flow(now, FrameInstant.NEXT_STEP);
    OpticalFlow backward = flow(next, FrameInstant.PREVIOUS_STEP);
    float[][] there = rows(forward);
    float[][] back = rows(backward);
    int returned = 0;
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        if (state(forward, x, y) == FlowState.VISIBLE) {
          int toX = (int) (x + 0.5 + there[y][2 * x]);
          int toY = (int) (y + 0.5 + there[y][2 * x + 1]);
          assertEquals(-there[y][2 * x], back[toY][2 * toX], 1e-5);
          assertEquals(-there[y][2 * x + 1], back[toY][2 * toX + 1], 1e-5);
          assertEquals(FlowState.VISIBLE, state(backward, toX, toY));
          returned++;
        }
      }
    }
    assertEquals(WIDTH * HEIGHT - 6 * 20, returned);
  }

  /** A box that turns by a half shows its back: its front is there no more. */
  @Test
  void aThingHidesItselfToo() {
    Affine3 thick = CubeScene.box(new Vec3(0, 0, 3), new Vec3(1, 1, 1));
    Affine3 turned = thick.times(Rotations.aboutAxis(Vec3.UNIT_Y, Math.PI));
    CubeScene scene = new CubeScene(LENS, STILL).cube(CubeScene.moving(thick, thick, turned));
    OpticalFlow flow = flow(scene, FrameInstant.NEXT_STEP);
    assertEquals(FlowState.HIDDEN, state(flow, 32, 24));
    assertEquals(FlowState.HIDDEN, state(flow, 36, 20));
  }

  @Test
  void voidPixelsAndBackgroundHaveNone() {
    CubeScene scene = new CubeScene(LENS, STILL).cube(CubeScene.moving(cube(-1), cube(0), cube(1)));
    RenderedView view = scene.view(FrameInstant.LABEL);
    view.plane(Channel.INSTANCE).putShort(2 * (24 * WIDTH + 32), (short) SampledNode.VOID_ID);
    OpticalFlow flow =
        new OpticalFlow(
            new ThingRuns(scene.frame(), view),
            scene.camera(),
            scene.view(FrameInstant.NEXT_STEP),
            FrameInstant.NEXT_STEP,
            new FlowBuffers());
    for (int x : new int[] {2, 32}) {
      assertEquals(FlowState.NONE, state(flow, x, 24));
      assertEquals(0, rows(flow)[24][2 * x]);
    }
    assertEquals(FlowState.VISIBLE, state(flow, 33, 24));
  }

  /** Of an instance made of two cubes that part, each pixel goes with the cube that it shows. */
  @Test
  void objectsOfOneInstanceMoveEachOnItsOwn() {
    CubeScene scene =
        new CubeScene(LENS, STILL)
            .cube(1, CubeScene.moving(small(-0.5), small(-0.5), small(-0.6)))
            .cube(2, MotionStates.still(small(0)))
            .cube(1, CubeScene.moving(small(0.5), small(0.5), small(0.8)))
            .cube(3, WALL);
    OpticalFlow flow = flow(scene, FrameInstant.NEXT_STEP);
    float[] row = rows(flow)[24];
    int[] moved = new int[3];
    for (int x = 0; x < WIDTH; x++) {
      int part = x >= 14 && x < 20 ? -3 : x >= 44 && x < 50 ? 9 : 0;
      assertEquals(part, row[2 * x], 1e-5, "column " + x);
      moved[Integer.signum(part) + 1]++;
      boolean covered = x >= 11 && x < 14 || x >= 53 && x < 59;
      assertEquals(covered ? FlowState.HIDDEN : FlowState.VISIBLE, state(flow, x, 24), "" + x);
    }
    assertArrayEquals(new int[] {6, 52, 6}, moved);
  }

  /** 6 pixels wide, its front at 2 m. */
  private static Affine3 small(double right) {
    return CubeScene.box(new Vec3(right, 0, 2.0005), new Vec3(0.2, 0.2, 0.001));
  }

  /** The other object of the instance takes its place: what it shows there is not the same. */
  @Test
  void anotherObjectOfTheInstanceHidesToo() {
    Affine3 behind = CubeScene.box(new Vec3(0, 0, 3), new Vec3(0.3, 0.3, 0.1));
    CubeScene scene =
        new CubeScene(LENS, STILL)
            .cube(1, MotionStates.still(behind))
            .cube(1, CubeScene.moving(small(0.8), small(0.8), small(0)));
    OpticalFlow flow = flow(scene, FrameInstant.NEXT_STEP);
    assertEquals(FlowState.HIDDEN, state(flow, 32, 24));
  }

  @Test
  void withoutTheirPlaneObjectsOfOneInstanceAreRefused() {
    CubeScene scene =
        new CubeScene(LENS, STILL)
            .cube(1, MotionStates.still(small(-0.5)))
            .cube(1, MotionStates.still(small(0.5)));
    RenderedView whole = scene.view(FrameInstant.LABEL);
    Map<Channel, ByteBuffer> planes = new EnumMap<>(whole.planes());
    planes.remove(Channel.DRAW);
    RenderedView view = new RenderedView("", WIDTH, HEIGHT, planes, whole.instances());
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new OpticalFlow(
                new ThingRuns(scene.frame(), view),
                scene.camera(),
                whole,
                FrameInstant.NEXT_STEP,
                new FlowBuffers()));
  }

  @Test
  void whatComesToLieBehindTheEyeHasNone() {
    MotionStates eye =
        CubeScene.moving(
            Affine3.IDENTITY, Affine3.IDENTITY, Affine3.translation(new Vec3(0.2, 0, 5)));
    OpticalFlow flow = flow(new CubeScene(LENS, eye).cube(WALL), FrameInstant.NEXT_STEP);
    for (float[] row : rows(flow)) {
      for (float moved : row) {
        assertEquals(0, Float.floatToRawIntBits(moved));
      }
    }
    assertEquals(FlowState.OUTSIDE, state(flow, 9, 9));
  }
}
