package org.diorama.scenefile.grammar;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
