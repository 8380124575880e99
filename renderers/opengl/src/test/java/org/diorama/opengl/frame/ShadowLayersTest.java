package org.diorama.opengl.frame;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.diorama.core.light.LampShape;
import org.junit.jupiter.api.Test;

class ShadowLayersTest {
  private static final List<LampFace> FACES = LampFace.of(new LampShape.Point(0.1));

  private static final int MOST = 60;

  private final ShadowLayers layers = new ShadowLayers(MOST, 16_000);

  /** What the layers hold, as if each step had been drawn. */
  private final Map<Integer, int[]> drawn = new HashMap<>();

  private int casters;

  @Test
  void equalInputsShareANumber() {
    int number = layers.number("a");
    assertEquals(number, layers.number("a"));
    assertNotEquals(number, layers.number("b"));
    assertEquals(number, layers.number(new StringBuilder("a").toString()));
  }

  @Test
  void anUnchangedMapIsNotDrawnAgain() {
    run(List.of(map(0, 1, 2, 3), map(1, 4)));
    assertEquals(4, casters);
    run(List.of(map(1, 4), map(0, 1, 2, 3)));
    assertEquals(4, casters);
    run(List.of(map(0, 1, 2)));
    assertEquals(6, casters, "a caster has gone");
    run(List.of(map(2, 4)));
    assertEquals(7, casters, "another face");
  }

  @Test
  void whatStaysIsDrawnOnce() {
    run(List.of(map(0, 1, 2, 3, 10)));
    run(List.of(map(0, 1, 2, 3, 11)));
    casters = 0;
    for (int moved = 12; moved < 40; moved++) {
      run(List.of(map(0, 1, 2, 3, moved)));
      assertEquals(moved - 11, casters, "only what moves is drawn");
    }
  }

  @Test
  void mapsThatShareNothingNeedNoMoreLayersThanThereAreAtATime() {
    for (int frame = 0; frame < 20; frame++) {
      int first = 100 * frame;
      run(IntStream.range(0, 6).mapToObj(i -> map(i, first + i)).toList());
    }
    assertEquals(6, layers.count());
  }

  @Test
  void layersAreAddedForMapsThatAreNeededAgain() {
    List<ShadowLayers.Wanted> here = IntStream.range(0, 6).mapToObj(i -> map(i, 1)).toList();
    List<ShadowLayers.Wanted> there = IntStream.range(0, 6).mapToObj(i -> map(i, 2)).toList();
    for (int turn = 0; turn < 3; turn++) {
      run(here);
      run(there);
    }
    casters = 0;
    run(here);
    run(there);
    assertEquals(0, casters, "all are there");
    assertEquals(12, layers.count());
  }

  @Test
  void layersAreAddedForWhatMapsHaveInCommon() {
    for (int frame = 0; frame < 10; frame++) {
      int moved = 10 + frame;
      casters = 0;
      run(IntStream.range(0, 6).mapToObj(i -> map(i, 1, 2, 3, moved)).toList());
    }
    assertEquals(6, casters, "only what moves is drawn");
    assertEquals(12, layers.count());
  }

  @Test
  void smallCastersAreNotWorthACopy() {
    run(List.of(of(0, 100, 1, 2, 3)));
    ShadowLayers.Plan plan = layers.plan(List.of(of(0, 100, 1, 2, 4)));
    assertEquals(1, plan.steps().size());
    assertTrue(plan.steps().get(0).from() < 0);
  }

  /** Whatever came before, each map ends up with its own casters, all at once. */
  @Test
  void everyMapHoldsItsOwnCasters() {
    long seed = 20261128;
    Random random = new Random(seed);
    for (int frame = 0; frame < 400; frame++) {
      List<ShadowLayers.Wanted> wanted = new ArrayList<>();
      int maps = 1 + random.nextInt(frame % 50 == 0 ? 36 : 12);
      for (int i = 0; i < maps; i++) {
        int[] some =
            IntStream.range(0, 14).filter(caster -> random.nextInt(5) != 0).distinct().toArray();
        wanted.add(of(random.nextInt(3), 9000, some));
      }
      run(wanted);
    }
    assertTrue(layers.count() <= MOST, "seed " + seed);
  }

  @Test
  void inputsThatNoMapHoldsAreForgottenAndTheirNumbersNeverGivenAgain() {
    int held = layers.number("held");
    run(List.of(map(0, held)));
    int last = held;
    for (int i = 0; i < 2000; i++) {
      last = layers.number("input " + i);
    }
    layers.begin();
    assertEquals(held, layers.number("held"));
    assertTrue(layers.number("input 0") > last, "a number means one input for good");
    run(List.of(map(0, held)));
    assertEquals(1, casters, "drawn once");
  }

  private static ShadowLayers.Wanted map(int face, int... casters) {
    return of(face, 50_000, casters);
  }

  private static ShadowLayers.Wanted of(int face, int triangles, int... casters) {
    int[] each = new int[casters.length];
    Arrays.fill(each, triangles);
    return new ShadowLayers.Wanted(FACES.get(face), casters, each);
  }

  private void run(List<ShadowLayers.Wanted> wanted) {
    ShadowLayers.Plan plan = layers.plan(wanted);
    for (ShadowLayers.Step step : plan.steps()) {
      assertTrue(step.layer() < layers.count() && step.from() != step.layer());
      IntStream start = step.from() < 0 ? IntStream.empty() : IntStream.of(drawn.get(step.from()));
      drawn.put(
          step.layer(), IntStream.concat(start, IntStream.of(step.casters())).sorted().toArray());
      casters += step.casters().length;
    }
    for (int i = 0; i < wanted.size(); i++) {
      assertArrayEquals(wanted.get(i).casters(), drawn.get(plan.layerOf().get(i)));
    }
  }
}
