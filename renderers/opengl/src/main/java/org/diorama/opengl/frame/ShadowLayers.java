package org.diorama.opengl.frame;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which layers hold which shadow maps, from one frame to the next. A map is known by all that was
 * drawn into it: its projection and every caster's model, triangles and place in the light's frame,
 * to the last digit. The nearest surface along a ray is the same in whatever order casters are
 * drawn, so a map is kept as it is where nothing has changed, and else may begin as a copy of one
 * that holds some of its casters: what is kept is seen in the cost alone, and in no byte of an
 * image.
 *
 * <p>There are first as many layers as maps are needed at a time, since a device in software zeroes
 * all of them. More are added once they pay: where a map was dropped that is needed again, as by
 * the ghost entries of Megiddo, Modha: "ARC: A self-tuning, low overhead replacement cache", FAST
 * 2003, or where there is no layer left for what an earlier map and a new one have in common.
 */
final class ShadowLayers {
  /** A map that holds such a share of the triangles that another one holds is copied instead. */
  private static final double MOST_OF_IT = 0.75;

  /** Inputs told apart before those that are in no map any more are forgotten. */
  private static final int MANY_NUMBERS = 1 << 10;

  private final Map<Object, Integer> numbers = new HashMap<>();
  private final List<Layer> layers = new ArrayList<>();

  /** What more layers would still hold, the last one dropped first. */
  private final Deque<Layer> dropped = new ArrayDeque<>();

  private final int most;
  private final long worthACopy;
  private int numbered;
  private int forgetAbove = MANY_NUMBERS;
  private long turn;
  private boolean crowded;

  /**
   * A map that a light needs.
   *
   * @param projection of its casters to its texels; equal ones project equally
   * @param casters what is drawn into it, as {@link #number} tells them apart, rising
   * @param triangles of each caster
   */
  record Wanted(Object projection, int[] casters, int[] triangles) {}

  /**
   * One map to draw.
   *
   * @param map its place among the wanted ones
   * @param layer to draw into
   * @param from layer whose copy it begins as; negative: it begins empty
   * @param casters to draw, rising
   */
  record Step(int map, int layer, int from, int[] casters) {}

  /**
   * What to do in order, after which each wanted map lies in its layer.
   *
   * @param layerOf each wanted map
   */
  record Plan(List<Step> steps, List<Integer> layerOf) {}

  /** The contents of a layer. */
  private static final class Layer {
    private Object projection;
    private int[] casters = {};
    private long used = -1;

    private boolean holds(Wanted map) {
      return map.projection().equals(projection) && Arrays.equals(casters, map.casters());
    }
  }

  /**
   * @param most layers
   * @param worthACopy triangles that take about as long to draw as a copy of a map
   */
  ShadowLayers(int most, long worthACopy) {
    this.most = most;
    this.worthACopy = worthACopy;
  }

  /** A number that equal inputs share and no others have. */
  int number(Object input) {
    return numbers.computeIfAbsent(input, absent -> numbered++);
  }

  /** To be called before a frame's inputs are numbered. */
  void begin() {
    if (numbers.size() > forgetAbove) {
      Set<Integer> drawn =
          Stream.concat(layers.stream(), dropped.stream())
              .flatMapToInt(layer -> Arrays.stream(layer.casters))
              .boxed()
              .collect(Collectors.toSet());
      numbers.values().retainAll(drawn);
      forgetAbove = Math.max(MANY_NUMBERS, 2 * numbers.size());
    }
  }

  /** Layers that there must be. */
  int count() {
    return layers.size();
  }

  /**
   * @param wanted all maps that are needed at the same time
   */
  Plan plan(List<Wanted> wanted) {
    return plan(wanted, wanted.size());
  }

  /**
   * @param wanted all maps that are needed at the same time
   * @param next how many are until the same ones may be needed again
   */
  Plan plan(List<Wanted> wanted, int next) {
    turn++;
    crowded = false;
    if (layers.size() < Math.min(most, next)) {
      grow(Math.max(next, layers.size() * 3 / 2));
    }
    Plan plan = tryPlan(wanted);
    if (crowded && layers.size() < most) {
      grow(2 * layers.size());
      return tryPlan(wanted);
    }
    return plan;
  }

  private Plan tryPlan(List<Wanted> wanted) {
    Integer[] layerOf = new Integer[wanted.size()];
    for (int i = 0; i < layerOf.length; i++) {
      layerOf[i] = find(wanted.get(i));
      if (layerOf[i] != null) {
        layers.get(layerOf[i]).used = turn;
      }
    }
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < layerOf.length; i++) {
      if (layerOf[i] == null) {
        Wanted map = wanted.get(i);
        crowded |= dropped.stream().anyMatch(layer -> layer.holds(map));
        // The others still need theirs.
        long open = Arrays.stream(layerOf).skip(i + 1L).filter(layer -> layer == null).count();
        layerOf[i] = draw(steps, i, map, open);
      }
    }
    return new Plan(steps, List.of(layerOf));
  }

  /** What more layers hold is unknown. */
  private void grow(int maps) {
    int count = Math.min(most, (maps + 5) / 6 * 6);
    layers.clear();
    dropped.clear();
    for (int i = 0; i < count; i++) {
      layers.add(new Layer());
    }
  }

  private Integer find(Wanted map) {
    for (int i = 0; i < layers.size(); i++) {
      if (layers.get(i).holds(map)) {
        return i;
      }
    }
    return null;
  }

  private int draw(List<Step> steps, int index, Wanted map, long open) {
    int from = -1;
    long copied = 0;
    int[] common = {};
    long kept = 0;
    for (int i = 0; i < layers.size(); i++) {
      Layer layer = layers.get(i);
      if (map.projection().equals(layer.projection)) {
        int[] both = common(layer.casters, map.casters());
        long triangles = triangles(map, both);
        if (triangles > copied && both.length == layer.casters.length) {
          copied = triangles;
          from = i;
        }
        if (triangles > kept) {
          kept = triangles;
          common = both;
        }
      }
    }
    boolean pays = kept >= worthACopy;
    boolean fits = unused() > open + 1;
    crowded |= pays && !fits;
    if (!pays || !fits) {
      return fill(steps, index, map, -1);
    }
    if (copied < MOST_OF_IT * kept) {
      // What this map and an earlier one have in common, a later one may have, too.
      from = fill(steps, index, new Wanted(map.projection(), common, new int[0]), -1);
    }
    layers.get(from).used = turn;
    return fill(steps, index, map, from);
  }

  /** Draws a map into the layer that was not used for longest. */
  private int fill(List<Step> steps, int index, Wanted map, int from) {
    int[] there = from < 0 ? new int[0] : layers.get(from).casters;
    int oldest = -1;
    for (int i = 0; i < layers.size(); i++) {
      if (i != from && (oldest < 0 || layers.get(i).used < layers.get(oldest).used)) {
        oldest = i;
      }
    }
    drop(layers.get(oldest));
    Layer layer = new Layer();
    layers.set(oldest, layer);
    layer.projection = map.projection();
    layer.casters = map.casters();
    layer.used = turn;
    int[] rest =
        Arrays.stream(map.casters())
            .filter(caster -> Arrays.binarySearch(there, caster) < 0)
            .toArray();
    steps.add(new Step(index, oldest, from, rest));
    return oldest;
  }

  private void drop(Layer layer) {
    if (layer.projection != null) {
      dropped.addFirst(layer);
    }
    while (layers.size() + dropped.size() > most) {
      dropped.removeLast();
    }
  }

  private long unused() {
    return layers.stream().filter(layer -> layer.used < turn).count();
  }

  private static int[] common(int[] a, int[] b) {
    return Arrays.stream(a).filter(caster -> Arrays.binarySearch(b, caster) >= 0).toArray();
  }

  private static long triangles(Wanted map, int[] casters) {
    long sum = 0;
    for (int caster : casters) {
      sum += map.triangles()[Arrays.binarySearch(map.casters(), caster)];
    }
    return sum;
  }
}
