package org.diorama.core.sample;

import org.diorama.core.light.LampShape;
import org.diorama.core.math.LinearColor;

/**
 * One lamp that is on.
 *
 * @param name in the scene
 * @param index among the lamps of that name, which light one instance each
 * @param worldFromLamp rigid; the frame of {@link LampShape}
 * @param intensity candela per channel along its +X
 * @param visible whether its glowing shape is seen
 */
public record SampledLamp(
    String name,
    int index,
    LampShape shape,
    MotionStates worldFromLamp,
    LinearColor intensity,
    boolean visible) {
  /** Candela per square meter, per channel, of its surface seen from +X. */
  public LinearColor luminance() {
    return intensity.times(1 / shape.area());
  }
}
