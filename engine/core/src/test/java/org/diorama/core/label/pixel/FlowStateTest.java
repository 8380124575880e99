package org.diorama.core.label.pixel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.diorama.core.geometry.PinholeCamera;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.Rotations;
import org.diorama.core.math.Vec3;
import org.diorama.core.render.RenderedView;
import org.diorama.core.sample.FrameInstant;
import org.diorama.core.sample.MotionStates;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of pixels at the rims of things, whose surfaces lie between pixel centers then. */
class FlowStateTest {
  private static final int WIDTH = 64;
  private static final int HEIGHT = 48;
  private static final PinholeCamera LENS = new PinholeCamera(WIDTH, HEIGHT, 60, 60, 32, 24);
  private static final MotionStates STILL = MotionStates.still(Affine3.IDENTITY);
  private static final MotionStates WALL =
      MotionStates.still(CubeScene.box(new Vec3(0, 0, 4.5), new Vec3(100, 100, 1)));

  private static FlowState[][] states(CubeScene scene) {
    OpticalFlow flow =
        new OpticalFlow(
            new ThingRuns(scene.frame(), scene.view(FrameInstant.LABEL)),
            scene.camera(),
            scene.view(FrameInstant.NEXT_STEP),
            FrameInstant.NEXT_STEP,
            new FlowBuffers());
    FlowState[][] states = new FlowState[HEIGHT][WIDTH];
    byte[] row = new byte[WIDTH];
    for (int y = 0; y < HEIGHT; y++) {
      flow.states(y, row);
      for (int x = 0; x < WIDTH; x++) {
        states[y][x] = FlowState.values()[row[x]];
      }
    }
    return states;
  }

  /** A card 2 m away, 24 pixels wide and 20 high, so many pixels right of column 20. */
  private static Affine3 card(double pixels) {
    return CubeScene.box(new Vec3(pixels / 30, 0, 2.0005), new Vec3(0.8, 2 / 3.0, 0.001));
  }

  /**
   * Of a card that moves by parts of a pixel nothing hides, though pixel centers leave it; it hides
   * the pixels of the wall whose centers come to lie behind it.
   */
  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.3, 0.45, 0.7, 1.3, 2.8})
  void partsOfAPixelHideNothingOfTheCard(double step) {
    Affine3 now = card(0.4);
    FlowState[][] states =
        states(
            new CubeScene(LENS, STILL)
                .cube(CubeScene.moving(now, now, card(0.4 + step)))
                .cube(WALL));
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        boolean inRows = y >= 14 && y < 34;
        boolean isCard = inRows && x >= 20 && x < 44;
        boolean covered = inRows && !isCard && x + 0.5 >= 20.4 + step && x + 0.5 < 44.4 + step;
        assertEquals(
            covered ? FlowState.HIDDEN : FlowState.VISIBLE,
            states[y][x],
            step + ": " + x + ", " + y);
      }
    }
  }

  /**
   * Where a box stands on a floor, the floor before it is nearer at the centers of its pixels than
   * the box, and yet hides nothing of it.
   */
  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.25, 0.4, 0.6})
  void theFloorHidesNothingOfWhatStandsOnIt(double pixels) {
    Affine3 now = CubeScene.box(new Vec3(0, 0.2, 5), new Vec3(2, 0.6, 2));
    Affine3 next = Affine3.translation(new Vec3(4 * pixels / 60, 0, 0.01 * pixels)).times(now);
    MotionStates floor =
        MotionStates.still(CubeScene.box(new Vec3(0, 1.0, 20), new Vec3(100, 1, 39.9)));
    FlowState[][] states =
        states(new CubeScene(LENS, STILL).cube(CubeScene.moving(now, now, next)).cube(floor));
    CubeScene scene = new CubeScene(LENS, STILL).cube(CubeScene.moving(now, now, next)).cube(floor);
    int box = 0;
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        CubeScene.Seen seen = scene.see(x + 0.5, y + 0.5, FrameInstant.LABEL);
        if (seen.node() != null && seen.node().instanceId() == 1 && seen.z() < 4.001) {
          box++;
          assertEquals(FlowState.VISIBLE, states[y][x], x + ", " + y);
        }
      }
    }
    assertTrue(box > 200, box + " pixels");
  }

  /** Beside exact rays, on random cubes: what differs lies within a pixel of a rim then. */
  @Test
  void agreesWithExactRays() {
    int held = 0;
    int wrong = 0;
    for (long seed = 0; seed < 6; seed++) {
      Random random = new Random(seed);
      Affine3 eye =
          Affine3.translation(new Vec3(0.1 * random.nextGaussian(), 0, 0.1 * random.nextGaussian()))
              .times(Rotations.aboutAxis(Vec3.UNIT_Y, 0.03 * random.nextGaussian()));
      CubeScene scene =
          new CubeScene(LENS, CubeScene.moving(Affine3.IDENTITY, Affine3.IDENTITY, eye)).cube(WALL);
      for (int i = 0; i < 8; i++) {
        Affine3 now =
            CubeScene.box(
                    new Vec3(
                        random.nextGaussian(),
                        0.6 * random.nextGaussian(),
                        2 + random.nextDouble()),
                    new Vec3(0.5, 0.4, 0.3))
                .times(Rotations.aboutAxis(new Vec3(1, 2, 3).normalize(), random.nextDouble()));
        Affine3 next =
            Affine3.translation(
                    new Vec3(0.05 * random.nextGaussian(), 0.05 * random.nextGaussian(), 0))
                .times(now);
        scene.cube(CubeScene.moving(now, now, next));
      }
      FlowState[][] states = states(scene);
      for (int y = 0; y < HEIGHT; y++) {
        for (int x = 0; x < WIDTH; x++) {
          CubeScene.Seen seen = scene.see(x + 0.5, y + 0.5, FrameInstant.LABEL);
          if (states[y][x] != FlowState.VISIBLE && states[y][x] != FlowState.HIDDEN) {
            continue;
          }
          Affine3 move =
              eye.inverseTimes(
                  seen.node()
                      .worldFromObject()
                      .at(FrameInstant.NEXT_STEP)
                      .times(seen.node().worldFromObject().atLabelInstant().inverse()));
          Vec3 then = move.transformPoint(LENS.direction(x + 0.5, y + 0.5).times(seen.z()));
          double u = LENS.projectX(then);
          double v = LENS.projectY(then);
          boolean visible = scene.see(u, v, FrameInstant.NEXT_STEP).z() > then.z() * (1 - 1e-6);
          held++;
          if (visible != (states[y][x] == FlowState.VISIBLE)) {
            wrong++;
            assertTrue(isRim(scene, u, v), "seed " + seed + ": " + x + ", " + y);
          }
        }
      }
    }
    assertTrue(held > 15_000 && wrong < 0.02 * held, wrong + " of " + held);
  }

  /**
   * Found many at once, states are those that the definition gives each pixel for itself: of things
   * that turn, come and leave, of one draw or of several, in front of a wall, by an eye that moves.
   */
  @Test
  void manyAtOnceAreWhatEachIsForItself() {
    PinholeCamera lens = new PinholeCamera(150, 40, 90, 90, 75, 20);
    int[] counts = new int[FlowState.values().length];
    FlowBuffers buffers = new FlowBuffers();
    for (long seed = 0; seed < 8; seed++) {
      Random random = new Random(seed);
      Affine3 eye =
          Affine3.translation(new Vec3(0.2 * random.nextGaussian(), 0, 0.4 * random.nextGaussian()))
              .times(Rotations.aboutAxis(Vec3.UNIT_Y, 0.05 * random.nextGaussian()));
      CubeScene scene =
          new CubeScene(lens, CubeScene.moving(Affine3.IDENTITY, Affine3.IDENTITY, eye));
      for (int i = 0; i < 9; i++) {
        Vec3 place = new Vec3(1.5 * random.nextGaussian(), 0.4 * random.nextGaussian(), 3);
        Affine3 now =
            CubeScene.box(place, new Vec3(1.2, 0.5, 0.4))
                .times(Rotations.aboutAxis(new Vec3(1, 2, 3).normalize(), random.nextDouble()));
        Vec3 step = new Vec3(0.3 * random.nextGaussian(), 0, -2.5 * random.nextDouble());
        Affine3 next =
            Affine3.translation(step)
                .times(now)
                .times(Rotations.aboutAxis(Vec3.UNIT_X, 0.2 * random.nextDouble()));
        scene.cube(seed % 2 == 0 ? i + 1 : 1 + i / 2, CubeScene.moving(now, now, next));
      }
      scene.cube(20, WALL);
      RenderedView now = scene.view(FrameInstant.LABEL);
      RenderedView then = scene.view(FrameInstant.NEXT_STEP);
      OpticalFlow flow =
          new OpticalFlow(
              new ThingRuns(scene.frame(), now),
              scene.camera(),
              then,
              FrameInstant.NEXT_STEP,
              buffers);
      EachFlowState each = new EachFlowState(scene, now, then);
      byte[] states = new byte[150];
      for (int y = 0; y < 40; y++) {
        flow.states(y, states);
        for (int x = 0; x < 150; x++) {
          FlowState state = FlowState.values()[states[x]];
          if (each.isSure(x, y)) {
            assertEquals(each.of(x, y), state, "seed " + seed + ": " + x + ", " + y);
            counts[states[x]]++;
          }
        }
      }
    }
    for (FlowState state : List.of(FlowState.VISIBLE, FlowState.HIDDEN, FlowState.OUTSIDE)) {
      assertTrue(counts[state.ordinal()] > 500, state + ": " + counts[state.ordinal()]);
    }
  }

  /** Asked row by row in turns, each tells what it tells alone. */
  @Test
  void flowsMayShareBuffers() {
    PinholeCamera lens = new PinholeCamera(30, 20, 18, 18, 15, 10);
    FlowBuffers shared = new FlowBuffers();
    List<OpticalFlow> together = new ArrayList<>();
    List<OpticalFlow> alone = new ArrayList<>();
    for (double step : new double[] {0.2, -0.4, 0.7}) {
      CubeScene scene = new CubeScene(lens, MotionStates.still(Affine3.IDENTITY)).cube(20, WALL);
      Affine3 now = CubeScene.box(new Vec3(0, 0, 3), new Vec3(0.8, 0.8, 0.4));
      Affine3 next = Affine3.translation(new Vec3(step, 0, 0)).times(now);
      scene.cube(1, CubeScene.moving(next, now, next));
      for (FrameInstant instant : List.of(FrameInstant.NEXT_STEP, FrameInstant.PREVIOUS_STEP)) {
        RenderedView from = scene.view(FrameInstant.LABEL);
        RenderedView to = scene.view(instant);
        together.add(
            new OpticalFlow(
                new ThingRuns(scene.frame(), from), scene.camera(), to, instant, shared));
        alone.add(
            new OpticalFlow(
                new ThingRuns(scene.frame(), from),
                scene.camera(),
                to,
                instant,
                new FlowBuffers()));
      }
    }
    byte[] one = new byte[30];
    byte[] other = new byte[30];
    Set<String> different = new HashSet<>();
    for (int round = 0; round < 2; round++) {
      for (int y = 0; y < 20; y++) {
        for (int i = 0; i < together.size(); i++) {
          together.get(i).states(y, one);
          alone.get(i).states(y, other);
          assertArrayEquals(other, one, "row " + y + " of flow " + i);
          if (y == 10) {
            different.add(Arrays.toString(one));
          }
        }
      }
    }
    assertEquals(3, different.size());
  }

  /** Whether rays within a pixel meet different things. */
  private static boolean isRim(CubeScene scene, double u, double v) {
    int id = scene.see(u, v, FrameInstant.NEXT_STEP).node().instanceId();
    for (int i = 0; i < 49; i++) {
      CubeScene.Seen beside =
          scene.see(u + (i % 7 - 3) / 3.0, v + (i / 7 - 3) / 3.0, FrameInstant.NEXT_STEP);
      if (beside.node() == null || beside.node().instanceId() != id) {
        return true;
      }
    }
    return false;
  }
}
