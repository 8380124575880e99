package org.diorama.assets.bake;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.diorama.core.math.Vec3;

/**
 * Where the middle of a piece's box lies, in meters in the model's space: +Z up, its front towards
 * -Y, its left at +X.
 *
 * @param above one of the bounds of each axis, negative infinity where there is none
 * @param below the other one, positive infinity likewise; neither belongs to what is between
 */
public record PieceBounds(List<Double> above, List<Double> below) {
  private static final List<Double> NONE_ABOVE = all(Double.NEGATIVE_INFINITY);
  private static final List<Double> NONE_BELOW = all(Double.POSITIVE_INFINITY);

  /** Every piece. */
  public static final PieceBounds ANYWHERE = new PieceBounds(NONE_ABOVE, NONE_BELOW);

  private static final Pattern BOUND = Pattern.compile("([xyz])([<>])(-?\\d+(?:\\.\\d+)?)");

  public PieceBounds {
    above = List.copyOf(above);
    below = List.copyOf(below);
    if (above.size() != 3 || below.size() != 3) {
      throw new IllegalArgumentException("there are three axes");
    }
  }

  private static List<Double> all(double value) {
    return List.of(value, value, value);
  }

  /**
   * Reads bounds such as {@code z>0.4 y<-0.1}; {@code *} stands for none.
   *
   * @throws IllegalArgumentException where they are none
   */
  public static PieceBounds parse(String text) {
    if (text.equals("*")) {
      return ANYWHERE;
    }
    List<Double> above = new ArrayList<>(NONE_ABOVE);
    List<Double> below = new ArrayList<>(NONE_BELOW);
    for (String bound : text.split(" ")) {
      Matcher matcher = BOUND.matcher(bound);
      if (!matcher.matches()) {
        throw new IllegalArgumentException("'" + bound + "' is no bound such as z>0.4");
      }
      int axis = matcher.group(1).charAt(0) - 'x';
      (matcher.group(2).equals(">") ? above : below)
          .set(axis, Double.parseDouble(matcher.group(3)));
    }
    return new PieceBounds(above, below);
  }

  /** Whether a point lies strictly between the bounds. */
  public boolean contain(Vec3 middle) {
    double[] at = {middle.x(), middle.y(), middle.z()};
    for (int axis = 0; axis < 3; axis++) {
      if (at[axis] <= above.get(axis) || at[axis] >= below.get(axis)) {
        return false;
      }
    }
    return true;
  }
}
