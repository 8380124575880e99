package org.diorama.dataset.verify.replay;

import java.util.BitSet;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.diorama.core.label.pixel.FlowState;
import org.diorama.core.math.Vec3;
import org.diorama.core.render.PossibleSights;
import org.diorama.core.render.SightBand;
import org.diorama.core.render.ViewGeometry;
import org.diorama.core.sample.FrameInstant;
import org.diorama.dataset.verify.read.PointCloud;

/**
 * The labels of one view by two renderers. What is seen at a pixel, instance and depth, may be
 * another thing only in the band where renderers may differ: within 0.01 pixels of a silhouette or
 * an intersection, and there it must be one of the surfaces that exact rays meet. Where both see
 * the same, all that is said of it is the same, save where an edge between triangles passes the
 * pixel's center as near, or two of them lie at one depth.
 *
 * <p>What becomes of a surface in another step, the states of flow, differs only where what exact
 * rays meet there leaves both states open, see {@link PossibleStates}.
 */
final class SightComparison {
  /** Share of pixels that may be in the band. */
  private static final double MOST = 0.02;

  private static final double DEPTH_TOLERANCE = 1e-5;

  /** Of surfaces whose depth is beyond the image's bound. */
  private static final double ANY_DEPTH = 1e12;

  private final int width;
  private final double step;
  private final PieceRule pieces;
  private final Set<Integer> judgedApart;
  private final Map<LabelPlane, LabelPlane.Image> stored = new EnumMap<>(LabelPlane.class);
  private final Map<LabelPlane, LabelPlane.Image> again = new EnumMap<>(LabelPlane.class);
  private final Function<FrameInstant, ViewGeometry> geometries;
  private final Map<FrameInstant, PossibleSights> sights = new EnumMap<>(FrameInstant.class);
  private final Map<LabelPlane, Clouds> clouds = new EnumMap<>(LabelPlane.class);

  private SightBand band;

  /** Instances that each shows before small pieces are left out of their masks. */
  private double[] seen = {};

  private double[] seenAgain = {};

  /** Pixels of pieces that one leaves out and the other does not. */
  private BitSet turned = new BitSet();

  /** Pixels that show another instance, or one at another depth. */
  private BitSet apart = new BitSet();

  private record Clouds(PointCloud stored, PointCloud again, CloudDistances distances) {}

  /**
   * @param width of the image
   * @param step meters a step of depth images
   * @param pieces the author's rule
   * @param judgedApart instances whose verdicts differ as their measures do
   * @param geometries of the view at an instant, made when it is needed
   */
  SightComparison(
      int width,
      double step,
      PieceRule pieces,
      Set<Integer> judgedApart,
      Function<FrameInstant, ViewGeometry> geometries) {
    this.width = width;
    this.step = step;
    this.pieces = pieces;
    this.judgedApart = judgedApart;
    this.geometries = geometries;
  }

  void add(LabelPlane plane, LabelPlane.Image one, LabelPlane.Image other) {
    stored.put(plane, one);
    again.put(plane, other);
  }

  /** Points become an image once both images of instances are there. */
  void add(LabelPlane plane, PointCloud one, PointCloud other, CloudDistances distances) {
    clouds.put(plane, new Clouds(one, other, distances));
  }

  private PossibleSights sights(FrameInstant instant) {
    return sights.computeIfAbsent(instant, at -> new PossibleSights(geometries.apply(at)));
  }

  private SightBand band() {
    if (band == null) {
      band = new SightBand(sights(FrameInstant.LABEL).geometry());
    }
    return band;
  }

  /** Tells what is wrong, one line a plane. */
  void compare(BiConsumer<LabelPlane, String> wrong) {
    if (!stored.containsKey(LabelPlane.INSTANCE) || !stored.containsKey(LabelPlane.DEPTH)) {
      return;
    }
    clouds.forEach(this::expand);
    undoPieces();
    findApart();
    for (int pixel = apart.nextSetBit(0); pixel >= 0; pixel = apart.nextSetBit(pixel + 1)) {
      if (!isAdmitted(stored, seen, pixel) || !isAdmitted(again, seenAgain, pixel)) {
        LabelPlane plane = seen[pixel] == seenAgain[pixel] ? LabelPlane.DEPTH : LabelPlane.INSTANCE;
        wrong.accept(plane, place(plane, pixel, 0) + ", and no edge is within 0.01 pixels");
        return;
      }
    }
    int pixel = wrongPiece();
    if (pixel >= 0) {
      wrong.accept(
          LabelPlane.INSTANCE,
          place(LabelPlane.INSTANCE, pixel, 0) + ", and pieces are as large in both");
    }
    if (apart.cardinality() > MOST * seen.length) {
      wrong.accept(
          LabelPlane.INSTANCE,
          "%d of %d pixels differ, if only on edges".formatted(apart.cardinality(), seen.length));
    }
    for (LabelPlane plane : stored.keySet()) {
      String fault = plane.isState() ? states(plane) : values(plane);
      if (!fault.isEmpty()) {
        wrong.accept(plane, fault);
      }
    }
  }

  /** Pixels of which the two may tell different things, once compared. */
  BitSet others() {
    BitSet others = (BitSet) apart.clone();
    others.or(turned);
    return others;
  }

  private void undoPieces() {
    seen = stored.get(LabelPlane.INSTANCE).values();
    seenAgain = again.get(LabelPlane.INSTANCE).values();
    turned = PieceRule.turned(seen, seenAgain);
    if (!turned.isEmpty()) {
      PossibleSights now = sights(FrameInstant.LABEL);
      double[] one = pieces.undone(seen, seenAgain, pixel -> depth(stored, pixel), now);
      seenAgain = pieces.undone(seenAgain, seen, pixel -> depth(again, pixel), now);
      seen = one;
    }
  }

  /** The first pixel that one leaves out though the rule does not say so, or the reverse. */
  private int wrongPiece() {
    BitSet instances = new BitSet();
    turned.stream().forEach(pixel -> instances.set((int) seen[pixel]));
    turned.stream().forEach(pixel -> instances.set((int) seenAgain[pixel]));
    int one = pieces.contradiction(seen, stored.get(LabelPlane.INSTANCE).values(), instances);
    return one >= 0
        ? one
        : pieces.contradiction(seenAgain, again.get(LabelPlane.INSTANCE).values(), instances);
  }

  /** Points that are not those of their own images are found by reading them. */
  private void expand(LabelPlane plane, Clouds both) {
    double[] one = both.distances().image(both.stored(), stored.get(LabelPlane.INSTANCE).values());
    double[] other = both.distances().image(both.again(), again.get(LabelPlane.INSTANCE).values());
    if (one.length == other.length && one.length > 0) {
      add(plane, new LabelPlane.Image(1, one), new LabelPlane.Image(1, other));
    }
  }

  private void findApart() {
    for (int pixel = 0; pixel < seen.length; pixel++) {
      boolean same =
          seen[pixel] == seenAgain[pixel]
              && isNear(LabelPlane.DEPTH, pixel)
              && (!stored.containsKey(LabelPlane.DEPTH_FLOAT)
                  || isNear(LabelPlane.DEPTH_FLOAT, pixel));
      apart.set(pixel, !same);
    }
  }

  private boolean isNear(LabelPlane plane, int value) {
    return plane.isNear(stored.get(plane).values()[value], again.get(plane).values()[value]);
  }

  /** Whether exact rays allow what one renderer shows. */
  private boolean isAdmitted(
      Map<LabelPlane, LabelPlane.Image> images, double[] instances, int pixel) {
    int id = (int) instances[pixel];
    LabelPlane.Image exact = images.get(LabelPlane.DEPTH_FLOAT);
    double depth =
        exact != null ? exact.values()[pixel] : images.get(LabelPlane.DEPTH).values()[pixel] * step;
    double open = exact != null ? DEPTH_TOLERANCE : DEPTH_TOLERANCE + step / Math.max(depth, step);
    boolean beyond = depth == 0 && id != 0;
    return band().admits(pixel, id, depth, beyond ? ANY_DEPTH : open);
  }

  /** Whether the author's rules made of one surface two different labels. */
  private boolean isRuledApart(LabelPlane plane, int pixel) {
    return plane.isOfInstances() && turned.get(pixel)
        || plane.isOfVerdicts() && judgedApart.contains((int) seen[pixel]);
  }

  private String values(LabelPlane plane) {
    int channels = stored.get(plane).channels();
    for (int i = 0; i < stored.get(plane).values().length; i++) {
      int pixel = i / channels;
      if (!apart.get(pixel)
          && !isNear(plane, i)
          && !isRuledApart(plane, pixel)
          && !mayTurn(plane, pixel)
          && !band().mayShowAnotherTriangle(pixel)) {
        return place(plane, pixel, i % channels) + ", of one surface";
      }
    }
    return "";
  }

  /**
   * Whether the normals of a pixel are opposite, and may be: which side of the surface a normal is
   * on is told by the triangle, and rounding decides where one between the corners of a coarse mesh
   * lies in the triangle's plane, to what normals may differ by.
   */
  private boolean mayTurn(LabelPlane plane, int pixel) {
    if (!plane.isNormal()) {
      return false;
    }
    double[] one = stored.get(plane).values();
    double[] other = again.get(plane).values();
    for (int i = 3 * pixel; i < 3 * pixel + 3; i++) {
      if (!plane.isNear(one[i], -other[i])) {
        return false;
      }
    }
    Vec3 normal = new Vec3(one[3 * pixel], one[3 * pixel + 1], one[3 * pixel + 2]);
    return band()
        .triangleNormal(pixel, plane == LabelPlane.NORMALS_WORLD)
        .filter(triangle -> Math.abs(triangle.dot(normal)) <= plane.openNormal())
        .isPresent();
  }

  private String states(LabelPlane plane) {
    for (int pixel = 0; pixel < stored.get(plane).values().length; pixel++) {
      if (!apart.get(pixel)
          && !isNear(plane, pixel)
          && !isRuledApart(plane, pixel)
          && !(isPossible(stored, plane, pixel) && isPossible(again, plane, pixel))) {
        return place(plane, pixel, 0) + ", and exact rays do not leave both open";
      }
    }
    return "";
  }

  /** Whether a state of one renderer is, by its own flow and depth; also where flow is missing. */
  private boolean isPossible(
      Map<LabelPlane, LabelPlane.Image> images, LabelPlane plane, int pixel) {
    LabelPlane.Image flow = images.get(plane.flow());
    if (flow == null) {
      return true;
    }
    return new PossibleStates(sights(FrameInstant.LABEL), sights(plane.instant()))
        .of(
            pixel % width,
            pixel / width,
            (int) images.get(LabelPlane.INSTANCE).values()[pixel],
            depth(images, pixel),
            (float) flow.values()[2 * pixel],
            (float) flow.values()[2 * pixel + 1])
        .contains(FlowState.values()[(int) images.get(plane).values()[pixel]]);
  }

  private Span depth(Map<LabelPlane, LabelPlane.Image> images, int pixel) {
    LabelPlane.Image exact = images.get(LabelPlane.DEPTH_FLOAT);
    if (exact != null) {
      return new Span(exact.values()[pixel], exact.values()[pixel]);
    }
    double steps = images.get(LabelPlane.DEPTH).values()[pixel];
    return steps == 0
        ? new Span(0, Double.POSITIVE_INFINITY)
        : new Span((steps - 1) * step, (steps + 1) * step);
  }

  private String place(LabelPlane plane, int pixel, int channel) {
    int value = pixel * stored.get(plane).channels() + channel;
    return "column %d row %d is %s, not %s"
        .formatted(
            pixel % width,
            pixel / width,
            stored.get(plane).values()[value],
            again.get(plane).values()[value]);
  }
}
