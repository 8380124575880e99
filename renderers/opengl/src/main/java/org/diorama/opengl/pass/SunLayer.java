package org.diorama.opengl.pass;

import java.util.Arrays;
import java.util.List;
import org.diorama.core.math.Aabb;
import org.diorama.core.math.Vec3;

/**
 * The projection of one of the sun's maps, equal where each bit is.
 *
 * @param words as {@code shadow.glsl} describes them, but for the place of its map
 */
public record SunLayer(List<Integer> words) {
  private static final int WORDS = 7;

  /** Of its size: more than the shaders leave around the receivers for the filter. */
  private static final double ROOM = 0.01;

  /** Likewise, in meters. */
  private static final double LEAST_ROOM = 0.02;

  static SunLayer of(int[] all, int first) {
    return new SunLayer(Arrays.stream(all, first, first + WORDS).boxed().toList());
  }

  /** Whether no receiver lies in it. */
  public boolean isEmpty() {
    return words.get(0) == 0;
  }

  /**
   * Whether a caster may shade any of its receivers.
   *
   * @param caster bounds in light space, relative to the camera
   */
  public boolean meets(Aabb caster) {
    if (isEmpty()) {
      return false;
    }
    Aabb receivers = receivers();
    Vec3 size = receivers.size();
    double roomX = ROOM * size.x() + LEAST_ROOM;
    double roomY = ROOM * size.y() + LEAST_ROOM;
    return caster.max().x() >= receivers.min().x() - roomX
        && caster.min().x() <= receivers.max().x() + roomX
        && caster.max().y() >= receivers.min().y() - roomY
        && caster.min().y() <= receivers.max().y() + roomY
        && caster.max().z() >= receivers.min().z() - ROOM * size.z() - LEAST_ROOM;
  }

  /** Bounds in light space, relative to the camera; not for an empty one. */
  Aabb receivers() {
    return new Aabb(
        new Vec3(-number(0), -number(2), -number(4)), new Vec3(number(1), number(3), number(5)));
  }

  /** From the order-preserving integers of the shaders. */
  private double number(int place) {
    int word = words.get(place);
    return Float.intBitsToFloat(word < 0 ? word & 0x7fffffff : ~word);
  }
}
