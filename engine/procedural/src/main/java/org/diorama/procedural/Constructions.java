package org.diorama.procedural;

import org.diorama.core.asset.Material;
import org.diorama.core.asset.Model;
import org.diorama.core.math.LinearColor;
import org.diorama.core.scene.Construction;

/** Builds what is built to measure. Texture coordinates are meters. */
final class Constructions {
  private Constructions() {}

  static Model model(Construction construction) {
    PartsAssembler parts = new PartsAssembler();
    if (construction instanceof Construction.Ground ground) {
      GroundBuilder.build(parts.part(plain("plain", 0.1, 0.12, 0.06)), ground);
    } else if (construction instanceof Construction.Horizon horizon) {
      HorizonBuilder.build(parts.part(plain("plain", 0.04, 0.055, 0.03)), horizon);
    } else if (construction instanceof Construction.Cove cove) {
      CoveBuilder.build(parts.part(plain("plain", 0.6, 0.6, 0.6)), cove);
    } else {
      new RoomBuilder((Construction.Room) construction, parts).build();
    }
    return parts.build();
  }

  /** A matt surface of a linear color; scenes give theirs. */
  static Material plain(String name, double red, double green, double blue) {
    return Material.plain(name, new LinearColor(red, green, blue), 0, 0.9);
  }
}
