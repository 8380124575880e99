package org.diorama.testkit;

import java.nio.ByteBuffer;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.diorama.core.math.Vec3;
import org.diorama.core.render.Channel;
import org.diorama.core.render.RenderedView;

/**
 * Judges a renderer's planes of normal, albedo and part, those that it has. At every pixel they
 * must be those of the triangle at its center, except in the excluded band, where they must be
 * those of one triangle that is met within 0.01 pixels, or lies there within a relative depth of
 * 1e-6.
 */
final class SurfacePlanes {
  /** Degrees. The device keeps normals in two 16-bit numbers, which scaled things amplify. */
  static final double NORMAL_TOLERANCE = 0.1;

  /** Steps of 8 bits: each side rounds once, and the device's texels have ten bits. */
  static final int ALBEDO_TOLERANCE = 1;

  private static final double DEPTH_TOLERANCE = 1e-5;

  private final ExactView exact;
  private final RenderedView actual;
  private final Map<Channel, ByteBuffer> planes;
  private final BitSet excluded = new BitSet();

  SurfacePlanes(ExactView exact, RenderedView actual) {
    this.exact = exact;
    this.actual = actual;
    this.planes = actual.planes();
  }

  void judge(List<String> disagreements) {
    if (!planes.containsKey(Channel.NORMAL)
        && !planes.containsKey(Channel.ALBEDO)
        && !planes.containsKey(Channel.PART)) {
      return;
    }
    for (int pixel = 0; pixel < exact.pixels(); pixel++) {
      int id = RenderTables.instance(actual, pixel);
      Optional<ExactSurface> center = exact.surface(pixel);
      if (center.isEmpty() ? !showsNothing(pixel, id) : !shows(pixel, id, center.get())) {
        excluded.set(pixel);
        if (!showsAnyAround(pixel, id)) {
          disagreements.add(describe(pixel, id));
        }
      }
    }
  }

  /** Pixels that are right in the excluded band alone. */
  BitSet excluded() {
    return excluded;
  }

  private boolean showsAnyAround(int pixel, int id) {
    if (id == 0) {
      return showsNothing(pixel, id);
    }
    double depth = RenderTables.depth(actual, pixel);
    return showsAny(pixel, id, exact.surfacesAround(pixel))
        || showsAny(pixel, id, exact.sliversAround(pixel, id, depth, DEPTH_TOLERANCE));
  }

  private boolean showsAny(int pixel, int id, Collection<ExactSurface> surfaces) {
    return surfaces.stream()
        .anyMatch(
            each ->
                isOf(pixel, id, each)
                    && hasAlbedo(pixel, each)
                    && hasNormalBetweenVertices(pixel, each));
  }

  private boolean showsNothing(int pixel, int id) {
    return id == 0 && part(pixel, 0) == 0 && albedo(pixel) == 0 && normal(pixel).equals(Vec3.ZERO);
  }

  private boolean shows(int pixel, int id, ExactSurface surface) {
    return isOf(pixel, id, surface) && hasNormal(pixel, surface) && hasAlbedo(pixel, surface);
  }

  private boolean isOf(int pixel, int id, ExactSurface surface) {
    return id == surface.instanceId() && part(pixel, surface.part()) == surface.part();
  }

  private int part(int pixel, int otherwise) {
    ByteBuffer plane = planes.get(Channel.PART);
    return plane == null ? otherwise : Short.toUnsignedInt(plane.getShort(2 * pixel));
  }

  private int albedo(int pixel) {
    ByteBuffer plane = planes.get(Channel.ALBEDO);
    return plane == null ? 0 : plane.getInt(4 * pixel);
  }

  private Vec3 normal(int pixel) {
    ByteBuffer plane = planes.get(Channel.NORMAL);
    return plane == null
        ? Vec3.ZERO
        : new Vec3(
            plane.getFloat(12 * pixel),
            plane.getFloat(12 * pixel + 4),
            plane.getFloat(12 * pixel + 8));
  }

  private boolean hasNormal(int pixel, ExactSurface surface) {
    if (!planes.containsKey(Channel.NORMAL)) {
      return true;
    }
    Vec3 drawn = normal(pixel);
    return Math.abs(drawn.length() - 1) <= 1e-5
        && surface
            .normal(exact.centerU(pixel), exact.centerV(pixel))
            .map(normal -> degrees(normal, drawn) <= NORMAL_TOLERANCE)
            .orElse(true);
  }

  private boolean hasNormalBetweenVertices(int pixel, ExactSurface surface) {
    if (!planes.containsKey(Channel.NORMAL)) {
      return true;
    }
    List<Vec3> vertices = surface.vertexNormals();
    double spread = 0;
    for (Vec3 one : vertices) {
      for (Vec3 other : vertices) {
        spread = Math.max(spread, degrees(one, other));
      }
    }
    double most = spread + NORMAL_TOLERANCE;
    Vec3 drawn = normal(pixel);
    return Math.abs(drawn.length() - 1) <= 1e-5
        && surface.isOnSeenSide(drawn, exact.centerU(pixel), exact.centerV(pixel))
        && Stream.of(drawn, drawn.negate())
            .anyMatch(side -> vertices.stream().allMatch(each -> degrees(each, side) <= most));
  }

  private static double degrees(Vec3 a, Vec3 b) {
    return Math.toDegrees(Math.atan2(a.cross(b).length(), a.dot(b)));
  }

  private boolean hasAlbedo(int pixel, ExactSurface surface) {
    ByteBuffer plane = planes.get(Channel.ALBEDO);
    if (plane == null) {
      return true;
    }
    double[] codes = surface.albedo(exact.centerU(pixel), exact.centerV(pixel));
    boolean right = plane.get(4 * pixel + 3) == -1;
    for (int i = 0; i < 3; i++) {
      int drawn = Byte.toUnsignedInt(plane.get(4 * pixel + i));
      right &= Math.abs(drawn - Math.rint(codes[i])) <= ALBEDO_TOLERANCE;
    }
    return right;
  }

  private String describe(int pixel, int id) {
    return String.format(
        Locale.ROOT,
        "pixel (%d, %d) of id %d: part %d, normal %s, albedo %08x, exactly %s",
        pixel % exact.width(),
        pixel / exact.width(),
        id,
        part(pixel, 0),
        normal(pixel),
        albedo(pixel),
        exact.surface(pixel).map(surface -> text(pixel, surface)).orElse("nothing"));
  }

  private String text(int pixel, ExactSurface surface) {
    double u = exact.centerU(pixel);
    double v = exact.centerV(pixel);
    double[] codes = surface.albedo(u, v);
    return String.format(
        Locale.ROOT,
        "part %d of id %d, normal %s, albedo %.2f %.2f %.2f",
        surface.part(),
        surface.instanceId(),
        surface.normal(u, v).map(Vec3::toString).orElse("any"),
        codes[0],
        codes[1],
        codes[2]);
  }
}
