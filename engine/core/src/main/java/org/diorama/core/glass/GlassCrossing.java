package org.diorama.core.glass;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.diorama.core.asset.Finish;
import org.diorama.core.math.LinearColor;

/**
 * A surface that lets light pass, on a straight way from a point towards a light. Shadows of glass
 * are as light as what passes all of them: panes by Fresnel's equations, to and fro between their
 * sides; borders of bodies by the same and Beer and Lambert's law between them. That the light is
 * bent, which focuses it, is left out; angles at borders are those within even layers, for which
 * all but the length of the slant way is exact.
 *
 * @param body number that all surfaces of one body share
 * @param distance meters from the point
 * @param cosine of the angle between way and normal, in (0, 1]
 * @param color base color, linear: the tint of what passes
 */
public record GlassCrossing(
    int body, double distance, double cosine, LinearColor color, double metallic, Finish finish) {
  /** Refractive index of coats. */
  private static final double COAT = 1.5;

  /** Darkest color of absorption: what black takes is endless. */
  private static final double DARKEST = 1e-6;

  /** What light is in. */
  private record Medium(int body, Finish.Transmission through) {}

  /**
   * Share of a light that is left after all crossings of its way.
   *
   * @param way by rising distance
   */
  public static LinearColor transmitted(List<GlassCrossing> way) {
    Deque<Medium> media = start(way);
    LinearColor left = LinearColor.WHITE;
    double from = 0;
    for (GlassCrossing crossing : way) {
      if (!media.isEmpty()) {
        left = left.times(absorbed(media.getLast().through(), crossing.distance() - from));
      }
      from = crossing.distance();
      left = left.times(crossing.isBody() ? crossing.border(media) : crossing.pane());
    }
    return left;
  }

  /**
   * Share of light from the point's side that panes on a way send back to it, of a tint as light as
   * theirs.
   *
   * @param way by rising distance
   */
  public static double mirrored(List<GlassCrossing> way) {
    double sum = 0;
    double left = 1;
    for (GlassCrossing crossing : way) {
      if (!crossing.isBody()) {
        double tint = crossing.color.luminance();
        DielectricBorder border = new DielectricBorder(crossing.finish.transmission().ior());
        double once = border.mirrored(crossing.cosine);
        double passes = crossing.share() * DielectricBorder.paneTransmits(once, tint);
        sum += left * crossing.share() * DielectricBorder.paneMirrors(once, tint);
        left *= passes * passes;
      }
    }
    return sum;
  }

  private boolean isBody() {
    return finish.transmission().solid();
  }

  /** The bodies that the point lies in, which are met an odd number of times; innermost last. */
  private static Deque<Medium> start(List<GlassCrossing> way) {
    List<GlassCrossing> bodies = way.stream().filter(GlassCrossing::isBody).toList();
    Deque<Medium> media = new ArrayDeque<>();
    List<Integer> known = new ArrayList<>();
    for (GlassCrossing first : bodies) {
      if (!known.contains(first.body())) {
        known.add(first.body());
        long met = bodies.stream().filter(each -> each.body() == first.body()).count();
        if (met % 2 == 1) {
          media.addFirst(new Medium(first.body(), first.finish().transmission()));
        }
      }
    }
    return media;
  }

  private LinearColor pane() {
    double once = new DielectricBorder(finish.transmission().ior()).mirrored(cosine);
    return each(tint -> DielectricBorder.paneTransmits(once, tint)).times(share());
  }

  /** Crosses into the body or out of it; light takes its tint where it enters. */
  private LinearColor border(Deque<Medium> media) {
    double here = index(media);
    boolean leaves = media.removeIf(medium -> medium.body() == body);
    if (!leaves) {
      media.addLast(new Medium(body, finish.transmission()));
    }
    double sine = Math.sqrt(1 - cosine * cosine) / here;
    double slant = Math.sqrt(1 - sine * sine);
    double passes = 1 - new DielectricBorder(index(media) / here).mirrored(slant);
    return leaves ? color.times(share() * passes) : LinearColor.WHITE.times(passes);
  }

  private static double index(Deque<Medium> media) {
    return media.isEmpty() ? 1 : media.getLast().through().ior();
  }

  /** Of the light below what is mirrored. */
  private double share() {
    double coated = finish.coat().weight() * new DielectricBorder(COAT).mirrored(cosine);
    return finish.transmission().share() * (1 - metallic) * (1 - coated);
  }

  private LinearColor each(DoubleUnaryOperator of) {
    return new LinearColor(
        of.applyAsDouble(color.red()),
        of.applyAsDouble(color.green()),
        of.applyAsDouble(color.blue()));
  }

  /**
   * Share that a way within a body leaves: each distance takes the same (Beer and Lambert).
   *
   * @param meters of the way
   */
  public static LinearColor absorbed(Finish.Transmission through, double meters) {
    double distances = meters / through.distance();
    LinearColor each = through.absorption();
    return new LinearColor(
        Math.pow(Math.max(DARKEST, each.red()), distances),
        Math.pow(Math.max(DARKEST, each.green()), distances),
        Math.pow(Math.max(DARKEST, each.blue()), distances));
  }
}
