package org.diorama.scenefile.grammar;

import org.diorama.core.math.DecimalText;
import org.diorama.core.random.FrameKey;
import org.diorama.core.sample.SampledNode;
import org.diorama.scenefile.grammar.kind.Key;
import org.diorama.scenefile.grammar.kind.MapKind;
import org.diorama.scenefile.grammar.kind.Values;
import org.diorama.scenefile.grammar.object.InstanceCounts;
import org.diorama.scenefile.grammar.object.ObjectKeys;

/**
 * What the things of a scene come to together: instances of a frame and images of a dataset have
 * numbers, and those end.
 */
final class SceneLimits {
  /** More than any array of cameras has. */
  static final int MOST_CAMERAS = 1000;

  private final Values scene;

  private SceneLimits(Values scene) {
    this.scene = scene;
  }

  /** Reports what goes beyond them, and whether nothing does. */
  static boolean hold(Values scene, int cameras, long frames) {
    SceneLimits limits = new SceneLimits(scene);
    return limits.holdImages(cameras, frames) & limits.holdInstances();
  }

  private boolean holdImages(int cameras, long frames) {
    if (cameras > MOST_CAMERAS) {
      Key<?> key = scene.has(SceneKeys.RIGS) ? SceneKeys.RIGS : SceneKeys.CAMERAS;
      scene.problem(
          key, "the scene has " + cameras + " cameras", "Keep them to " + MOST_CAMERAS + ".");
      return false;
    }
    long last = FrameKey.lastFrame(cameras);
    if (frames - 1 > last) {
      scene.problem(
          SceneKeys.FRAMES,
          frames + " frames of " + cameras + " cameras have more images than there are ids",
          "Write at most " + (last + 1) + ", or use fewer cameras.");
      return false;
    }
    return true;
  }

  /**
   * Groups that fill their places count as none: how many these are is known when they are drawn.
   */
  private boolean holdInstances() {
    InstanceCounts counts = InstanceCounts.of(scene.reading());
    double instances = 0;
    double most = 0;
    String largest = "";
    for (String path : counts.paths(scene.reading())) {
      double count = counts.most(path);
      instances += count;
      if (count > most) {
        most = count;
        largest = path;
      }
    }
    if (instances <= SampledNode.MAX_INSTANCE_ID) {
      return true;
    }
    String path = MapKind.join(largest, ObjectKeys.COUNT.name());
    scene
        .reading()
        .problem(
            scene.reading().location(path),
            path,
            "a frame can come to "
                + DecimalText.of(instances)
                + " instances, "
                + DecimalText.of(most)
                + " of these here, where children count for each parent",
            "Lower the counts: a frame holds at most " + SampledNode.MAX_INSTANCE_ID + ".");
    return false;
  }
}
