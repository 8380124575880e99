package org.diorama.opengl.frame;

import java.util.ArrayList;
import java.util.List;
import org.diorama.core.light.LampShape;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.Vec3;
import org.diorama.core.render.View;

/**
 * A part of a lamp with shadow maps of its own, drawn from its center. From one place alone a wide
 * lamp's shadows can't be told: what lies behind a blocker there is seen by other parts of it. So
 * it is cut into cells that are small from where the things it lights are, and what a point sees of
 * the lamp is what it sees of them: Heckbert and Herf, Simulating Soft Shadows with Graphics
 * Hardware (1997), with the percentage-closer filter of a cell's size between them.
 *
 * @param part of the lamp
 * @param faces of its maps
 * @param inView those of which the camera may see what they take in
 */
record LampCell(Part part, List<LampFace> faces, List<LampFace> inView) {
  /** Width over distance up to which a lamp stays whole. */
  private static final double WIDE = 0.3;

  /** Width over distance of a cell. */
  private static final double FINE = 0.15;

  /** The most cells of a lamp. */
  static final int MOST = 12;

  /**
   * Cuts a lamp into cells.
   *
   * @param distance in meters of the things that it lights
   * @param most cells
   * @return one where it is narrow from there, or round all about
   */
  static List<LampCell> of(
      View view, Affine3 worldFromLamp, LampShape shape, double distance, double reach, int most) {
    List<LampFace> faces = LampFace.of(shape);
    List<LampCell> cells = new ArrayList<>();
    for (Part part : parts(shape, distance, most)) {
      Affine3 worldFromCell = worldFromLamp.times(Affine3.translation(part.at()));
      List<LampFace> inView =
          faces.stream()
              .filter(face -> ViewMeeting.meets(view, worldFromCell, face, reach))
              .toList();
      cells.add(new LampCell(part, faces, inView));
    }
    return cells;
  }

  /**
   * A part of a lamp.
   *
   * @param at its center in the lamp's frame
   * @param width along Y, meters
   * @param length along Z
   */
  record Part(Vec3 at, double width, double length) {
    static Part whole(LampShape shape) {
      return new Part(Vec3.ZERO, shape.width(), shape.length());
    }
  }

  /** Whether a lamp has cells if it is wide; what is round all about has none. */
  static boolean mayBeCut(LampShape shape) {
    return !(shape instanceof LampShape.Point || shape instanceof LampShape.Spot);
  }

  /** Parts of equal area that cover the lamp. */
  static List<Part> parts(LampShape shape, double distance, int most) {
    if (!mayBeCut(shape) || Math.max(shape.width(), shape.length()) < WIDE * distance) {
      return List.of(Part.whole(shape));
    }
    if (shape instanceof LampShape.Disk) {
      double across = shape.width() / (FINE * distance);
      return spiral(shape.width(), (int) Math.min(most, Math.ceil(across * across)));
    }
    return grid(shape.width(), shape.length(), FINE * distance, most);
  }

  private static List<Part> grid(double width, double length, double fine, int most) {
    int columns = (int) Math.min(most, Math.ceil(width / fine));
    int rows = (int) Math.min(most, Math.ceil(length / fine));
    while (columns * rows > most) {
      if (columns > 1 && (rows == 1 || width / columns < length / rows)) {
        columns--;
      } else {
        rows--;
      }
    }
    List<Part> parts = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        double y = width * ((column + 0.5) / columns - 0.5);
        double z = length * ((row + 0.5) / rows - 0.5);
        parts.add(new Part(new Vec3(0, y, z), width / columns, length / rows));
      }
    }
    return parts;
  }

  /** Small disks on Vogel's spiral: A Better Way to Construct the Sunflower Head (1979). */
  private static List<Part> spiral(double diameter, int count) {
    double golden = Math.PI * (3 - Math.sqrt(5));
    double small = diameter / Math.sqrt(count);
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double radius = diameter / 2 * Math.sqrt((i + 0.5) / count);
      double y = radius * StrictMath.cos(golden * i);
      double z = radius * StrictMath.sin(golden * i);
      parts.add(new Part(new Vec3(0, y, z), small, small));
    }
    return parts;
  }
}
