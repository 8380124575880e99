package org.diorama.core.random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RandomStreamTest {
  private static final int DRAWS = 100_000;

  @Test
  void aStreamDependsOnEachPartOfItsKeyAndOnNothingElse() {
    long bits = stream(0, "a.b", 3, 4).nextBits();
    assertEquals(bits, stream(0, "a.b", 3, 4).nextBits());
    Set<Long> others = new HashSet<>();
    others.add(bits);
    others.add(stream(1, "a.b", 3, 4).nextBits());
    others.add(stream(0, "a.c", 3, 4).nextBits());
    others.add(stream(0, "a.b", 4, 3).nextBits());
    others.add(stream(0, "a.b", 3, 5).nextBits());
    others.add(stream(0, "a.b", RandomStream.WHOLE_DATASET, -1).nextBits());
    assertEquals(6, others.size());
  }

  @Test
  void pinnedBits() {
    // Every record ever written depends on these; computed with another implementation of Philox.
    RandomStream stream = stream(7, "objects.cars.yaw", 12, 3);
    assertEquals(6611918226590417560L, stream.nextBits());
    assertEquals(6154542122311785892L, stream.nextBits());
  }

  @Test
  void uniformFillsTheUnitIntervalEvenly() {
    Statistics.assertKolmogorov(sample(RandomStream::uniform), x -> x);
  }

  @Test
  void gaussianIsStandardNormal() {
    Statistics.assertKolmogorov(sample(RandomStream::gaussian), Statistics::normalCumulative);
  }

  @Test
  void successiveFramesAndInstancesAreIndependent() {
    // Pairs of neighbors over a 10 × 10 grid.
    long[] frames = new long[100];
    long[] instances = new long[100];
    for (int i = 0; i < DRAWS; i++) {
      int here = digit(stream(0, "p", i, 0));
      frames[10 * here + digit(stream(0, "p", i + 1, 0))]++;
      instances[10 * here + digit(stream(0, "p", i, 1))]++;
    }
    double[] even = DoubleStream.generate(() -> 0.01).limit(100).toArray();
    Statistics.assertChiSquare(frames, even);
    Statistics.assertChiSquare(instances, even);
  }

  @Test
  void uniformIntIsEvenWhereTheRangeDoesNotDivide() {
    long[] counts = new long[7];
    RandomStream stream = stream(5, "dice", 0, 0);
    for (int i = 0; i < DRAWS; i++) {
      counts[(int) stream.uniformInt(-3, 3) + 3]++;
    }
    Statistics.assertChiSquare(counts, DoubleStream.generate(() -> 1 / 7.0).limit(7).toArray());
  }

  @Test
  void uniformIntIsEvenOverAlmostAllLongs() {
    // A range of 3 · 2⁶²: plain remainders would hit its first third twice as often.
    long[] counts = new long[3];
    RandomStream stream = stream(5, "wide", 0, 0);
    for (int i = 0; i < DRAWS; i++) {
      long value = stream.uniformInt(Long.MIN_VALUE, (1L << 62) - 1);
      counts[(int) ((value >> 62) + 2)]++;
    }
    Statistics.assertChiSquare(counts, DoubleStream.generate(() -> 1 / 3.0).limit(3).toArray());
  }

  @Test
  void rangesAreKept() {
    RandomStream stream = stream(1, "edge", 0, 0);
    double next = Math.nextUp(1.0);
    for (int i = 0; i < 1000; i++) {
      assertEquals(1.0, stream.uniform(1.0, next), "half-open");
      assertEquals(2.5, stream.uniform(2.5, 2.5));
      assertEquals(9, stream.uniformInt(9, 9));
      double value = stream.uniform(-2, 3);
      assertTrue(value >= -2 && value < 3);
    }
    assertNotEquals(
        stream.uniformInt(Long.MIN_VALUE, Long.MAX_VALUE),
        stream.uniformInt(Long.MIN_VALUE, Long.MAX_VALUE));
    assertThrows(IllegalArgumentException.class, () -> stream.uniformInt(1, 0));
  }

  @Test
  void framesStartAtZero() {
    assertThrows(IllegalArgumentException.class, () -> new FrameKey(0, -1));
  }

  private static RandomStream stream(long seed, String path, long moment, long instance) {
    return new RandomStream(seed, StreamPath.of(path), moment, instance);
  }

  private static int digit(RandomStream stream) {
    return (int) (stream.uniform() * 10);
  }

  private interface Draw {
    double from(RandomStream stream);
  }

  /** One draw of each of many frames, the way sampling uses streams. */
  private static double[] sample(Draw draw) {
    return IntStream.range(0, DRAWS)
        .mapToDouble(frame -> draw.from(stream(0, "value", frame, 0)))
        .toArray();
  }
}
