package org.diorama.scenefile.grammar;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.diorama.core.NearestNames;
import org.diorama.scenefile.yaml.YamlNode;

/** Names that values of a scene use, by the path of the value. */
final class References {
  private final Map<String, String> objects = new TreeMap<>();
  private final Map<String, List<String>> occluders = new TreeMap<>();
  private final Map<String, List<String>> paths = new TreeMap<>();
  private final Map<String, String> cameras = new TreeMap<>();

  void useObject(String path, String name) {
    objects.put(path, name);
  }

  void useOccluders(String path, List<String> names) {
    occluders.put(path, names);
  }

  void usePath(String path, String name) {
    paths.computeIfAbsent(path, absent -> new ArrayList<>()).add(name);
  }

  void useCamera(String path, String name) {
    cameras.put(path, name);
  }

  /** Reports names that the scene doesn't have, and objects that stand on or in themselves. */
  void check(YamlNode root, Reading reading) {
    Set<String> known = SceneNames.objects(root);
    objects.forEach((path, name) -> check(path, "object", name, known, reading));
    occluders.forEach(
        (path, names) -> names.forEach(name -> check(path, "object", name, known, reading)));
    Set<String> ways = SceneNames.entries(root, "paths");
    paths.forEach((path, names) -> names.forEach(name -> check(path, "path", name, ways, reading)));
    Set<String> eyes = SceneNames.cameras(root);
    cameras.forEach((path, name) -> check(path, "camera", name, eyes, reading));
    objects.keySet().stream()
        .filter(path -> path.startsWith("objects."))
        .forEach(path -> checkCircle(path, reading));
  }

  private static void check(
      String path, String what, String name, Set<String> known, Reading reading) {
    if (!known.contains(name)) {
      reading.problem(
          reading.location(path),
          path,
          "the scene has no " + what + " " + Shown.text(name),
          known.isEmpty() ? "Add it." : NearestNames.advice(name, known));
    }
  }

  /** Walks from object to carrier; the value through which an object meets itself is reported. */
  private void checkCircle(String path, Reading reading) {
    String start = path.split("\\.")[1];
    Set<String> names = new LinkedHashSet<>(List.of(start));
    List<String> front = new ArrayList<>(List.of(root(objects.get(path))));
    while (!front.isEmpty()) {
      String name = front.remove(front.size() - 1);
      if (name.equals(start)) {
        reading.problem(
            reading.location(path),
            path,
            "it stands on or in itself, by way of " + String.join(", ", names),
            "Name another object.");
        return;
      }
      if (names.add(name)) {
        objects.forEach(
            (other, carrier) -> {
              if (other.startsWith("objects." + name + ".")) {
                front.add(root(carrier));
              }
            });
      }
    }
  }

  private static String root(String group) {
    return group.split("\\.", 2)[0];
  }
}
