package org.diorama.assets.bake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.diorama.core.asset.NamedSurface;
import org.diorama.core.asset.SupportRegion;
import org.diorama.core.math.Aabb;
import org.diorama.core.math.Vec3;
import org.junit.jupiter.api.Test;

class SurfaceCodecTest {
  private static final Aabb BOUNDS = new Aabb(new Vec3(-1, -2, 0), new Vec3(1, 2, 3));
  private static final double OPEN = Double.POSITIVE_INFINITY;

  /** A board with a hole and a low ceiling, and an open top. */
  static List<NamedSurface> surfaces(Aabb bounds) {
    double x = bounds.size().x() / 4;
    double y = bounds.size().y() / 4;
    double[] cells = {0.5, 0.5, 0.5, 0, 0, OPEN, OPEN, OPEN};
    return List.of(
        new NamedSurface(
            "board_1",
            bounds.min().z(),
            new SupportRegion(bounds.min().x(), bounds.min().y(), x, y, 4, cells)),
        new NamedSurface(
            "top",
            bounds.max().z(),
            new SupportRegion(
                bounds.min().x(), bounds.min().y(), x, y, 1, new double[] {OPEN, OPEN})));
  }

  @Test
  void everythingComesBack() throws CorruptBakeException {
    List<NamedSurface> expected = surfaces(BOUNDS);
    ByteSink sink = new ByteSink();
    SurfaceCodec.encode(sink, expected);
    assertEquals(expected, decode(sink));
    assertEquals(OPEN, decode(sink).get(1).region().leastFreeHeight());
  }

  @Test
  void anAssetWithoutSurfacesHasNone() throws CorruptBakeException {
    ByteSink sink = new ByteSink();
    SurfaceCodec.encode(sink, List.of());
    assertEquals(List.of(), decode(sink));
  }

  @Test
  void aBoardIsFewBytes() {
    double[] cells = new double[SupportRegion.MAX_SIDE * SupportRegion.MAX_SIDE];
    java.util.Arrays.fill(cells, 0.25);
    ByteSink sink = new ByteSink();
    SupportRegion region = new SupportRegion(0, 0, 0.01, 0.01, SupportRegion.MAX_SIDE, cells);
    SurfaceCodec.encode(sink, List.of(new NamedSurface("top", 1, region)));
    assertEquals(4 + 4 + 3 + 5 * 8 + 2 * 4 + 4 + 12, sink.toByteArray().length);
  }

  @Test
  void valuesOutOfRangeAreRefused() throws CorruptBakeException {
    decode(sink("top", 3, -1, -2, 0.5, 1, 4, 2, 8, 0.5));
    List<ByteSink> hostile = new ArrayList<>();
    for (String name : List.of("", "Top", "board_0", "board_100", "../top", "top\n")) {
      hostile.add(sink(name, 3, -1, -2, 0.5, 1, 4, 2, 8, 0.5));
    }
    for (double height : new double[] {3.1, -0.1, Double.NaN, OPEN}) {
      hostile.add(sink("top", height, -1, -2, 0.5, 1, 4, 2, 8, 0.5));
    }
    hostile.add(sink("top", 3, -1.1, -2, 0.5, 1, 4, 2, 8, 0.5));
    hostile.add(sink("top", 3, -1, -2.1, 0.5, 1, 4, 2, 8, 0.5));
    hostile.add(sink("top", 3, -1, -2, 0.6, 1, 4, 2, 8, 0.5));
    hostile.add(sink("top", 3, -1, -2, 0.5, 2.1, 4, 2, 8, 0.5));
    hostile.add(sink("top", 3, -1, -2, -0.5, 1, 4, 2, 8, 0.5));
    hostile.add(sink("top", 3, -1, -2, 0, 1, 4, 2, 8, 0.5));
    hostile.add(sink("top", 3, -1, -2, 0.5, 1, 0, 2, 0, 0.5));
    hostile.add(sink("top", 3, -1, -2, 0.5, 1, -4, -2, 8, 0.5));
    hostile.add(sink("top", 3, -1, -2, 1e-3, 1e-3, 129, 1, 129, 0.5));
    hostile.add(sink("top", 3, -1, -2, 1e-9, 1e-9, 1 << 20, 1 << 20, 8, 0.5));
    hostile.add(sink("top", 3, -1, -2, 0.5, 1, 4, 2, 7, 0.5));
    hostile.add(sink("top", 3, -1, -2, 0.5, 1, 4, 2, 9, 0.5));
    hostile.add(sink("top", 3, -1, -2, 0.5, 1, 4, 2, -8, 0.5));
    hostile.add(sink("top", 3, -1, -2, 0.5, 1, 4, 2, 8, 0));
    hostile.add(sink("top", 3, -1, -2, 0.5, 1, 4, 2, 8, -0.5));
    hostile.add(sink("top", 3, -1, -2, 0.5, 1, 4, 2, 8, OPEN));
    for (int i = 0; i < hostile.size(); i++) {
      ByteSink sink = hostile.get(i);
      assertThrows(CorruptBakeException.class, () -> decode(sink), "case " + i);
    }
  }

  @Test
  void namesAreUniqueAndSurfacesFew() {
    NamedSurface top = surfaces(BOUNDS).get(1);
    ByteSink twice = new ByteSink();
    SurfaceCodec.encode(twice, List.of(top, top));
    assertThrows(CorruptBakeException.class, () -> decode(twice));
    List<NamedSurface> many = new ArrayList<>();
    for (int i = 1; i <= NamedSurface.MAX_COUNT + 1; i++) {
      many.add(new NamedSurface("board_" + i, 1, top.region()));
    }
    ByteSink sink = new ByteSink();
    SurfaceCodec.encode(sink, many);
    assertThrows(CorruptBakeException.class, () -> decode(sink));
  }

  /** One surface whose cells are one run. */
  private static ByteSink sink(
      String name,
      double height,
      double minX,
      double minY,
      double cellX,
      double cellY,
      int columns,
      int rows,
      int run,
      double free) {
    ByteSink sink = new ByteSink();
    sink.int32(1).text(name).float64(height).float64(minX).float64(minY);
    sink.float64(cellX).float64(cellY).int32(columns).int32(rows);
    return sink.int32(1).int32(run).float64(free);
  }

  private static List<NamedSurface> decode(ByteSink sink) throws CorruptBakeException {
    ByteSource source = new ByteSource(sink.toByteArray());
    List<NamedSurface> surfaces = SurfaceCodec.decode(source, BOUNDS);
    source.end();
    return surfaces;
  }
}
