package org.diorama.scenefile.grammar;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.diorama.scenefile.grammar.kind.Reading;
import org.diorama.scenefile.grammar.kind.References;
import org.diorama.scenefile.grammar.kind.Shown;
import org.diorama.scenefile.yaml.YamlNode;

/** Whether the scene has what its values name, and nothing stands on or in itself. */
final class ReferenceChecks {
  private final YamlNode root;
  private final Reading reading;
  private final References references;

  ReferenceChecks(YamlNode root, Reading reading) {
    this.root = root;
    this.reading = reading;
    this.references = reading.references();
  }

  /** Reports names that the scene doesn't have, and objects that stand on or in themselves. */
  void run() {
    Set<String> known = SceneNames.objects(root);
    references.objects().forEach((path, name) -> check(path, "object", name, known));
    references
        .occluders()
        .forEach((path, names) -> names.forEach(name -> check(path, "object", name, known)));
    Set<String> ways = SceneNames.entries(root, "paths");
    references
        .paths()
        .forEach((path, names) -> names.forEach(name -> check(path, "path", name, ways)));
    Set<String> eyes = SceneNames.cameras(root);
    references.cameras().forEach((path, name) -> check(path, "camera", name, eyes));
    checkCircles();
  }

  private void check(String path, String what, String name, Set<String> known) {
    if (!known.contains(name)) {
      reading.problem(
          reading.location(path),
          path,
          "the scene has no " + what + " " + Shown.text(name),
          known.isEmpty() ? "Add it." : reading.advice(name, known));
    }
  }

  /** Each value through which an object meets itself is reported. */
  private void checkCircles() {
    Map<String, String> ofObjects = new TreeMap<>(references.objects());
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
