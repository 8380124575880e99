package org.diorama.core.sky.atmosphere;

import org.diorama.core.sky.air.Air;

/** What skies of one air share, whatever the sun's place. Some 60 ms of work; immutable. */
public final class AirTables {
  private final Air air;
  private final AirProfile profile;
  private final TransmittanceTable sunlight;
  private final MultipleScatteringTable scattered;

  public AirTables(Air air) {
    this.air = air;
    this.profile = new AirProfile(air);
    this.sunlight = new TransmittanceTable(profile);
    this.scattered = new MultipleScatteringTable(profile, sunlight, air.groundAlbedo());
  }

  Air air() {
    return air;
  }

  TransmittanceTable sunlight() {
    return sunlight;
  }

  RayMarch rayMarch() {
    return new RayMarch(profile, sunlight, scattered);
  }
}
