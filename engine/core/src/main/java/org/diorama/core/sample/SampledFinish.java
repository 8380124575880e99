package org.diorama.core.sample;

import java.util.Optional;
import org.diorama.core.asset.Finish;
import org.diorama.core.math.LinearColor;

/** Drawn overrides of a material's {@link Finish}, whose values these are. */
public record SampledFinish(
    Optional<Double> coat,
    Optional<Double> coatRoughness,
    Optional<LinearColor> sheen,
    Optional<Double> sheenRoughness,
    Optional<Double> transmission,
    Optional<Double> ior,
    Optional<Boolean> solid,
    Optional<LinearColor> absorption,
    Optional<Double> absorptionDistance,
    Optional<Double> translucency) {
  /** These where there are any, else the other's. */
  public SampledFinish or(SampledFinish other) {
    return new SampledFinish(
        coat.or(other::coat),
        coatRoughness.or(other::coatRoughness),
        sheen.or(other::sheen),
        sheenRoughness.or(other::sheenRoughness),
        transmission.or(other::transmission),
        ior.or(other::ior),
        solid.or(other::solid),
        absorption.or(other::absorption),
        absorptionDistance.or(other::absorptionDistance),
        translucency.or(other::translucency));
  }

  /** The finish of an asset with these in place of its own. */
  public Finish over(Finish own) {
    Finish.Transmission through = own.transmission();
    return new Finish(
        new Finish.Coat(
            coat.orElse(own.coat().weight()), coatRoughness.orElse(own.coat().roughness())),
        new Finish.Sheen(
            sheen.orElse(own.sheen().color()), sheenRoughness.orElse(own.sheen().roughness())),
        new Finish.Transmission(
            transmission.orElse(through.share()),
            ior.orElse(through.ior()),
            solid.orElse(through.solid()),
            absorption.orElse(through.absorption()),
            absorptionDistance.orElse(through.distance())),
        translucency.orElse(own.translucency()));
  }
}
