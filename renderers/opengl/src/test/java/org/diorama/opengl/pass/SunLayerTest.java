package org.diorama.opengl.pass;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.diorama.core.math.Aabb;
import org.diorama.core.math.Vec3;
import org.junit.jupiter.api.Test;

class SunLayerTest {
  private static final Aabb RECEIVERS = new Aabb(new Vec3(-4, 2, -10), new Vec3(6, 12, 0.5));

  @Test
  void boundsAreReadAsShadersWriteThem() {
    assertEquals(RECEIVERS, layer(RECEIVERS, 8).receivers());
    assertEquals(layer(RECEIVERS, 8), layer(RECEIVERS, 8));
    assertNotEquals(layer(RECEIVERS, 8), layer(RECEIVERS, 8.25), "depths are told apart");
  }

  @Test
  void whatLiesBesideOrBelowShadesNothing() {
    SunLayer layer = layer(RECEIVERS, 8);
    assertTrue(layer.meets(RECEIVERS));
    assertTrue(layer.meets(at(1, 7, 100)), "towards the sun, however far");
    assertFalse(layer.meets(at(1, 7, -12)), "below all");
    assertTrue(layer.meets(at(-4.5, 7, 0)), "it reaches in");
    assertFalse(layer.meets(at(-4.8, 7, 0)));
    assertFalse(layer.meets(at(6.8, 7, 0)));
    assertFalse(layer.meets(at(1, 1.2, 0)));
    assertFalse(layer.meets(at(1, 12.8, 0)));
  }

  @Test
  void withoutReceiversNothingIsMet() {
    SunLayer none = SunLayer.of(new int[8], 0);
    assertTrue(none.isEmpty());
    assertFalse(none.meets(RECEIVERS));
  }

  /** A box of 1 m around a place. */
  private static Aabb at(double x, double y, double z) {
    Vec3 half = new Vec3(0.5, 0.5, 0.5);
    Vec3 center = new Vec3(x, y, z);
    return new Aabb(center.minus(half), center.plus(half));
  }

  private static SunLayer layer(Aabb receivers, double top) {
    Vec3 low = receivers.min().negate();
    Vec3 high = receivers.max();
    double[] words = {low.x(), high.x(), low.y(), high.y(), low.z(), high.z()};
    int[] all = new int[16];
    for (int i = 0; i < words.length; i++) {
      all[8 + i] = ordered((float) words[i]);
    }
    all[14] = Float.floatToIntBits((float) top);
    return SunLayer.of(all, 8);
  }

  /** The rule of shadow.glsl: rising numbers rise as unsigned integers. */
  private static int ordered(float value) {
    int word = Float.floatToRawIntBits(value);
    return word < 0 ? ~word : word | 0x80000000;
  }
}
