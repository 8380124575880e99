package org.diorama.procedural.surface;

import java.util.EnumMap;
import java.util.Map;
import org.diorama.core.surface.SurfaceKind;

/**
 * How each kind of surface is made. Mean reflectances lie where they were measured: asphalt 0.04
 * fresh to 0.12 worn and 0.08 in the field; concrete 0.2 to 0.29 aged and 0.55 new (Pomerantz,
 * Akbari and others, Lawrence Berkeley National Laboratory; field values by Takebayashi and others,
 * Study on Surface Heat Budget of Various Pavements, 2012); bare soil 0.1 to 0.23; fresh snow 0.8
 * to 0.9 (Warren, Optical Properties of Snow, 1982). Broadband albedo of grass, 0.21 to 0.25, is
 * mostly infrared: of visible light a lawn reflects 0.04 to 0.15, green most.
 */
final class Recipes {
  private static final Map<SurfaceKind, Recipe> ALL = all();

  private Recipes() {}

  static Recipe of(SurfaceKind kind) {
    return ALL.get(kind);
  }

  private static Map<SurfaceKind, Recipe> all() {
    Map<SurfaceKind, Recipe> all = new EnumMap<>(SurfaceKind.class);
    all.put(SurfaceKind.ASPHALT, new Mineral.Asphalt(8));
    all.put(SurfaceKind.CONCRETE, new Mineral.Concrete(8));
    all.put(SurfaceKind.GRASS, new Grass(4));
    all.put(SurfaceKind.SOIL, new Mineral.Soil(6));
    all.put(SurfaceKind.GRAVEL, new Mineral.Gravel(4));
    all.put(SurfaceKind.PAVING, new Masonry.Paving(6));
    all.put(SurfaceKind.TILES, new Masonry.Tiles(2.4));
    all.put(SurfaceKind.BRICK, new Masonry.Brick(2.7));
    all.put(SurfaceKind.PLASTER, new Masonry.Plaster(4));
    all.put(SurfaceKind.WOOD, new Indoor.Wood(2.4));
    all.put(SurfaceKind.CARPET, new Indoor.Carpet(2));
    all.put(SurfaceKind.FACADE, new Facade(6));
    return all;
  }
}
