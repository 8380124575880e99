package org.diorama.scenefile.grammar.light;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.diorama.scenefile.diagnostic.Location;
import org.diorama.scenefile.yaml.YamlNode;

/**
 * A weather's preset makes one whole: where nothing is written of the sky, it is an atmosphere, the
 * only sky that clouds change. It counts as written where the preset is.
 */
public final class PresetSky {
  private static final String SKY = LightingKeys.SKY.name();

  private PresetSky() {}

  /**
   * @param root of a whole scene, right or wrong
   * @param weather key of the weather
   * @param lighting key of the light
   */
  public static YamlNode under(YamlNode root, String weather, String lighting) {
    if (!(root instanceof YamlNode.Mapping scene)) {
      return root;
    }
    Optional<Location> preset =
        map(scene, weather)
            .flatMap(each -> each.find(WeatherKeys.PRESET.name()))
            .map(PresetSky::at);
    Optional<YamlNode.Entry> light = scene.find(lighting);
    if (preset.isEmpty()) {
      return root;
    }
    if (light.isEmpty()) {
      YamlNode.Mapping added = with(new YamlNode.Mapping(preset.get(), List.of()), preset.get());
      List<YamlNode.Entry> entries = new ArrayList<>(scene.entries());
      entries.add(new YamlNode.Entry(preset.get(), lighting, added));
      return new YamlNode.Mapping(scene.location(), entries);
    }
    if (!(light.get().value() instanceof YamlNode.Mapping own) || own.find(SKY).isPresent()) {
      return root;
    }
    return new YamlNode.Mapping(
        scene.location(),
        scene.entries().stream()
            .map(
                entry ->
                    entry == light.get()
                        ? new YamlNode.Entry(entry.location(), lighting, with(own, preset.get()))
                        : entry)
            .toList());
  }

  private static Optional<YamlNode.Mapping> map(YamlNode.Mapping parent, String key) {
    return parent
        .find(key)
        .map(YamlNode.Entry::value)
        .filter(YamlNode.Mapping.class::isInstance)
        .map(YamlNode.Mapping.class::cast);
  }

  private static Location at(YamlNode.Entry preset) {
    return preset.value().location();
  }

  private static YamlNode.Mapping with(YamlNode.Mapping light, Location at) {
    List<YamlNode.Entry> entries = new ArrayList<>(light.entries());
    YamlNode atmosphere = new YamlNode.Scalar(at, SkyKeys.ATMOSPHERE.name(), true);
    entries.add(new YamlNode.Entry(at, SKY, atmosphere));
    return new YamlNode.Mapping(light.location(), entries);
  }
}
