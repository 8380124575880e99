package org.diorama.opengl.frame;

import java.nio.ByteBuffer;
import org.diorama.core.asset.Finish;
import org.diorama.core.math.LinearColor;

/** The finish in a material's device record, see {@code records.glsl}. */
final class FinishRecord {
  /** Darkest color of absorption: the logarithm of black is endless. */
  private static final double DARKEST = 1e-6;

  private FinishRecord() {}

  static void put(ByteBuffer out, Finish finish) {
    Finish.Transmission transmission = finish.transmission();
    put(out, finish.coat().weight(), finish.coat().roughness());
    put(out, finish.sheen().roughness(), finish.translucency());
    LinearColor sheen = finish.sheen().color();
    put(out, sheen.red(), sheen.green());
    put(out, sheen.blue(), transmission.share());
    LinearColor color = transmission.absorption();
    put(out, absorption(color.red(), transmission), absorption(color.green(), transmission));
    double ior = transmission.solid() ? transmission.ior() : -transmission.ior();
    put(out, absorption(color.blue(), transmission), ior);
  }

  /** Absorption in 1/m, by Beer and Lambert. */
  private static double absorption(double color, Finish.Transmission transmission) {
    return -Math.log(Math.max(color, DARKEST)) / transmission.distance();
  }

  private static void put(ByteBuffer out, double first, double second) {
    out.putFloat((float) first).putFloat((float) second);
  }
}
