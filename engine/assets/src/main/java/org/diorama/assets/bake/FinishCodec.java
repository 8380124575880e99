package org.diorama.assets.bake;

import org.diorama.core.asset.Finish;
import org.diorama.core.math.LinearColor;

/** A material's finish in the body. */
final class FinishCodec {
  static final int BYTES = 13 * 8 + 4;

  private FinishCodec() {}

  static void encode(ByteSink sink, Finish finish) {
    Finish.Transmission transmission = finish.transmission();
    sink.float64(finish.coat().weight()).float64(finish.coat().roughness());
    BodyCodec.color(sink, finish.sheen().color());
    sink.float64(finish.sheen().roughness());
    sink.float64(transmission.share()).float64(transmission.ior());
    sink.int32(transmission.solid() ? 1 : 0);
    BodyCodec.color(sink, transmission.absorption());
    // The format holds finite numbers only: zero stands for a clear body.
    sink.float64(Double.isInfinite(transmission.distance()) ? 0 : transmission.distance());
    sink.float64(finish.translucency());
  }

  static Finish decode(ByteSource source) throws CorruptBakeException {
    return new Finish(
        new Finish.Coat(source.finite(), source.finite()),
        new Finish.Sheen(BodyCodec.color(source), source.finite()),
        transmission(source),
        source.finite());
  }

  private static Finish.Transmission transmission(ByteSource source) throws CorruptBakeException {
    double share = source.finite();
    double ior = source.finite();
    boolean solid = source.int32() == 1;
    LinearColor absorption = BodyCodec.color(source);
    double distance = source.finite();
    return new Finish.Transmission(
        share, ior, solid, absorption, distance == 0 ? Double.POSITIVE_INFINITY : distance);
  }
}
