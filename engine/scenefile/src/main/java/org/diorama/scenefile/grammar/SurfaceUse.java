package org.diorama.scenefile.grammar;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.diorama.scenefile.yaml.YamlNode;

/**
 * A surface that an object stands on, by the scene's text alone: known whatever else is wrong.
 *
 * @param path of the value that names it
 * @param surface its name, or the start of several
 * @param carrier dotted name of the object that shall have it
 * @param carrierPath dotted path of that object
 * @param declared surfaces that the object has under {@code surfaces}
 * @param built whether the object has an asset, which may have others
 */
public record SurfaceUse(
    String path,
    String surface,
    String carrier,
    String carrierPath,
    Set<String> declared,
    boolean built) {
  private static final String ON = ".place.on";
  private static final String CHILDREN = ".children.";

  /** Those of a reading. */
  record All(List<SurfaceUse> uses) {}

  /**
   * @param named names of surfaces by the path that has them; those whose object is nowhere are
   *     left out
   */
  static List<SurfaceUse> of(YamlNode root, Map<String, List<String>> named) {
    Map<String, YamlNode> objects = new HashMap<>();
    if (!named.isEmpty()) {
      gather(root, "objects", "objects.", objects);
    }
    Map<String, Set<String>> declared = new HashMap<>();
    List<SurfaceUse> uses = new ArrayList<>();
    named.forEach(
        (path, names) -> {
          YamlNode object =
              path.endsWith(ON)
                  ? objects.get(path.substring(0, path.length() - ON.length()))
                  : null;
          for (String name : object == null ? List.<String>of() : names) {
            int dot = name.lastIndexOf('.');
            Optional<String> carrier =
                dot < 0 ? carrierOf(object, path) : Optional.of(name.substring(0, dot));
            String carrierPath = "objects." + carrier.orElse("").replace(".", CHILDREN);
            YamlNode found = objects.get(carrierPath);
            if (found != null) {
              uses.add(
                  new SurfaceUse(
                      path,
                      name.substring(dot + 1),
                      carrier.get(),
                      carrierPath,
                      declared.computeIfAbsent(carrierPath, absent -> keys(found, "surfaces")),
                      child(found, "asset").isPresent()));
            }
          }
        });
    return uses;
  }

  private static void gather(
      YamlNode node, String key, String prefix, Map<String, YamlNode> objects) {
    if (child(node, key).orElse(null) instanceof YamlNode.Mapping map) {
      for (YamlNode.Entry entry : map.entries()) {
        objects.put(prefix + entry.key(), entry.value());
        gather(entry.value(), "children", prefix + entry.key() + CHILDREN, objects);
      }
    }
  }

  /** What an object is attached to, else its parent. */
  private static Optional<String> carrierOf(YamlNode object, String path) {
    Optional<YamlNode> attach = child(object, "attach");
    Optional<YamlNode> to = attach.flatMap(node -> child(node, "to")).or(() -> attach);
    if (to.isPresent()) {
      return to.filter(YamlNode.Scalar.class::isInstance)
          .map(scalar -> ((YamlNode.Scalar) scalar).text());
    }
    int last = path.lastIndexOf(CHILDREN);
    return last < 0
        ? Optional.empty()
        : Optional.of(path.substring("objects.".length(), last).replace(CHILDREN, "."));
  }

  private static Optional<YamlNode> child(YamlNode node, String key) {
    return node instanceof YamlNode.Mapping map
        ? map.find(key).map(YamlNode.Entry::value)
        : Optional.empty();
  }

  private static Set<String> keys(YamlNode node, String key) {
    Set<String> keys = new LinkedHashSet<>();
    if (child(node, key).orElse(null) instanceof YamlNode.Mapping map) {
      map.entries().forEach(entry -> keys.add(entry.key()));
    }
    return keys;
  }
}
