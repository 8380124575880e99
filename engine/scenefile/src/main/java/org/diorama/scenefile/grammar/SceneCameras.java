package org.diorama.scenefile.grammar;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.diorama.core.scene.CameraDescription;
import org.diorama.core.scene.ImageDescription;
import org.diorama.scenefile.grammar.kind.Key;
import org.diorama.scenefile.grammar.kind.Values;

/** All cameras of a scene: alone, named, on rigs; in the order that numbers them. */
final class SceneCameras {
  private final Values values;

  SceneCameras(Values values) {
    this.values = values;
  }

  /** Whether all cameras that were written could be read, and which are meant. */
  boolean areKnown() {
    List<Key<?>> written =
        Stream.<Key<?>>of(SceneKeys.CAMERA, SceneKeys.CAMERAS, SceneKeys.RIGS)
            .filter(key -> values.reading().locations().containsKey(key.name()))
            .toList();
    boolean alone = written.size() == 1 || !written.contains(SceneKeys.CAMERA);
    return alone && !written.isEmpty() && written.stream().allMatch(values::has);
  }

  /** No more than there are; those that could not be read among them. */
  int written() {
    String start = SceneKeys.CAMERAS.name() + ".";
    long named =
        values.reading().locations().keySet().stream()
            .filter(path -> path.startsWith(start) && path.indexOf('.', start.length()) < 0)
            .count();
    return (int) Math.max(1, named);
  }

  /** Empty where a problem was reported. */
  Optional<List<CameraDescription>> read() {
    ImageDescription image = values.get(SceneKeys.IMAGE);
    List<CameraDescription> cameras = new ArrayList<>();
    values.find(SceneKeys.CAMERA).ifPresent(one -> cameras.addAll(one.in(image)));
    values
        .find(SceneKeys.CAMERAS)
        .ifPresent(named -> named.forEach(one -> cameras.addAll(one.in(image))));
    values
        .find(SceneKeys.RIGS)
        .ifPresent(rigs -> rigs.forEach(rig -> cameras.addAll(rig.in(image))));
    if (cameras.isEmpty()) {
      for (Key<?> key : List.of(SceneKeys.CAMERAS, SceneKeys.RIGS)) {
        if (values.has(key)) {
          values.problem(key, "the scene has no camera", "Add one.");
        }
      }
      return Optional.empty();
    }
    return namesDiffer(cameras) ? Optional.of(cameras) : Optional.empty();
  }

  /** Names end file names, and some file systems take a and A for the same. */
  private boolean namesDiffer(List<CameraDescription> cameras) {
    Map<String, CameraDescription> known = new HashMap<>();
    boolean good = true;
    for (CameraDescription camera : cameras) {
      String key = camera.name().toLowerCase(Locale.ROOT);
      CameraDescription earlier = known.putIfAbsent(key, camera);
      if (earlier != null) {
        good = false;
        values
            .reading()
            .problem(
                values.reading().location(camera.path()),
                camera.path(),
                "there is also the camera " + earlier.name() + " of " + earlier.path(),
                "Names must differ in more than the case of their letters.");
      }
    }
    return good;
  }
}
