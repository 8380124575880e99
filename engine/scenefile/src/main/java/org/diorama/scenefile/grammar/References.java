package org.diorama.scenefile.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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
    checkCircles(reading);
  }

  private static void check(
      String path, String what, String name, Set<String> known, Reading reading) {
    if (!known.contains(name)) {
      reading.problem(
          reading.location(path),
          path,
          "the scene has no " + what + " " + Shown.text(name),
          known.isEmpty() ? "Add it." : reading.advice(name, known));
    }
  }

  /** Each value through which an object meets itself is reported. */
  private void checkCircles(Reading reading) {
    Map<String, String> ofObjects = new TreeMap<>(objects);
    ofObjects.keySet().removeIf(path -> !path.startsWith("objects."));
    Carriers carriers = new Carriers();
    ofObjects.forEach((path, carrier) -> carriers.add(owner(path), root(carrier)));
    carriers.close();
    ofObjects.forEach(
        (path, carrier) -> {
          if (carriers.isCircle(owner(path), root(carrier))) {
            // A way costs time, and nobody sees it where there are too many.
            String way =
                reading.isFull()
                    ? owner(path)
                    : String.join(", ", carriers.way(owner(path), root(carrier)));
            reading.problem(
                reading.location(path),
                path,
                "it stands on or in itself, by way of " + way,
                "Name another object.");
          }
        });
  }

  /** The object at the top of the scene that a path lies in. */
  private static String owner(String path) {
    return path.split("\\.", 3)[1];
  }

  private static String root(String group) {
    return group.split("\\.", 2)[0];
  }
}
