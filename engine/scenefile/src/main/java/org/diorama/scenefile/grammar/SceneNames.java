package org.diorama.scenefile.grammar;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.diorama.scenefile.grammar.camera.CameraKeys;
import org.diorama.scenefile.yaml.YamlNode;

/** The names that a scene's tree gives to things, right or wrong in themselves. */
final class SceneNames {
  private SceneNames() {}

  /** Entries of a map at the top of a scene. */
  static Set<String> entries(YamlNode root, String key) {
    Set<String> names = new LinkedHashSet<>();
    map(root, key).ifPresent(map -> map.entries().forEach(entry -> names.add(entry.key())));
    return names;
  }

  /** Cameras by themselves and on rigs; a pair has two. */
  static Set<String> cameras(YamlNode root) {
    Set<String> names = new LinkedHashSet<>();
    map(root, "cameras").ifPresent(map -> cameras(map, names));
    map(root, "rigs")
        .ifPresent(
            rigs ->
                rigs.entries()
                    .forEach(
                        rig -> map(rig.value(), "cameras").ifPresent(map -> cameras(map, names))));
    return names;
  }

  private static void cameras(YamlNode.Mapping cameras, Set<String> names) {
    for (YamlNode.Entry camera : cameras.entries()) {
      if (camera.value() instanceof YamlNode.Mapping map && map.find("stereo").isPresent()) {
        names.add(camera.key() + CameraKeys.LEFT);
        names.add(camera.key() + CameraKeys.RIGHT);
      } else {
        names.add(camera.key());
      }
    }
  }

  /** Groups of objects, children after their parents and a dot. */
  static Set<String> objects(YamlNode root) {
    Set<String> names = new LinkedHashSet<>();
    objects(root, "objects", "", names);
    return names;
  }

  private static void objects(YamlNode node, String key, String prefix, Set<String> names) {
    map(node, key)
        .ifPresent(
            map ->
                map.entries()
                    .forEach(
                        entry -> {
                          String name = prefix + entry.key();
                          names.add(name);
                          objects(entry.value(), "children", name + ".", names);
                        }));
  }

  private static Optional<YamlNode.Mapping> map(YamlNode node, String key) {
    return Optional.of(node)
        .filter(YamlNode.Mapping.class::isInstance)
        .flatMap(map -> ((YamlNode.Mapping) map).find(key))
        .map(YamlNode.Entry::value)
        .filter(YamlNode.Mapping.class::isInstance)
        .map(YamlNode.Mapping.class::cast);
  }
}
