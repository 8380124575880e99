package org.diorama.assets.bake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.diorama.core.asset.Model;
import org.diorama.core.asset.NamedSurface;
import org.diorama.core.math.Aabb;
import org.diorama.procedural.Primitives;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Digests don't help against a child that was taken over: it signs what it writes. */
class HostileBakeTest {
  private static final int ROUNDS = 20_000;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void damagedHeadersAreSoundOrRefused(long seed) {
    Model model = BakeFileTest.model();
    byte[] sound = HeaderCodec.encode(BakeFileTest.header(model));
    Random random = new Random(seed);
    int refused = 0;
    for (int round = 0; round < ROUNDS; round++) {
      byte[] damaged = damage(sound, random);
      try {
        assertSound(HeaderCodec.decode(damaged));
      } catch (CorruptBakeException e) {
        refused++;
      } catch (RuntimeException e) {
        throw new AssertionError("seed " + seed + ", round " + round, e);
      }
    }
    assertTrue(refused > ROUNDS / 10, "refused " + refused);
  }

  private static void assertSound(BakeHeader header) {
    Aabb bounds = header.bounds();
    assertTrue(bounds.min().isFinite() && bounds.max().isFinite());
    assertTrue(header.surfaces().size() <= NamedSurface.MAX_COUNT);
    List<String> names = header.surfaces().stream().map(NamedSurface::name).toList();
    assertEquals(names.size(), names.stream().distinct().count());
    for (NamedSurface surface : header.surfaces()) {
      assertTrue(surface.region().area() > 0);
      assertTrue(surface.region().minX() >= bounds.min().x() - 1e-6);
      assertTrue(surface.height() <= bounds.max().z() + 1e-6);
      // Every point that could be drawn from it is a point of the asset's own extent.
      for (double choice : new double[] {0, 0.5, Math.nextDown(1.0)}) {
        double x = surface.point(choice, choice, choice).x();
        assertTrue(x >= bounds.min().x() - 1e-5 && x <= bounds.max().x() + 1e-5);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {4, 5})
  void damagedBodiesAreSoundOrRefused(long seed) {
    Model model = Primitives.model("cone", 5);
    byte[] sound = BodyCodec.encode(model);
    BakeHeader header = BakeFileTest.header(model);
    Random random = new Random(seed);
    int refused = 0;
    for (int round = 0; round < ROUNDS; round++) {
      byte[] damaged = damage(sound, random);
      try {
        Model read = BodyCodec.decode(damaged, header);
        assertEquals(model.levels().size(), read.levels().size());
        assertEquals(model.bounds(), read.bounds());
      } catch (CorruptBakeException e) {
        refused++;
      } catch (RuntimeException e) {
        throw new AssertionError("seed " + seed + ", round " + round, e);
      }
    }
    assertTrue(refused > ROUNDS / 4, "refused " + refused);
  }

  /** A few bytes changed, four of them set to an extreme, or the end cut off or doubled. */
  private static byte[] damage(byte[] sound, Random random) {
    byte[] bytes = sound.clone();
    switch (random.nextInt(4)) {
      case 0 -> bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
      case 1 -> {
        int at = random.nextInt(bytes.length - 3);
        int[] extremes = {-1, 0, Integer.MAX_VALUE, 0x7ff00000, 0x40000000};
        int value = extremes[random.nextInt(extremes.length)];
        for (int i = 0; i < 4; i++) {
          bytes[at + i] = (byte) (value >> 8 * i);
        }
      }
      case 2 -> bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length));
      default -> {
        int count = 1 + random.nextInt(16);
        for (int i = 0; i < count; i++) {
          bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
        }
      }
    }
    return bytes;
  }
}
