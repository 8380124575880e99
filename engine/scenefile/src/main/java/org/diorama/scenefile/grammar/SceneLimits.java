package org.diorama.scenefile.grammar;

import java.util.List;
import org.diorama.core.math.DecimalText;
import org.diorama.core.random.FrameKey;
import org.diorama.core.sample.SampledNode;
import org.diorama.core.scene.NumberBounds;
import org.diorama.core.scene.ObjectDescription;
import org.diorama.core.scene.Placement;
import org.diorama.scenefile.grammar.kind.Key;
import org.diorama.scenefile.grammar.kind.MapKind;
import org.diorama.scenefile.grammar.kind.Values;
import org.diorama.scenefile.grammar.object.ObjectKeys;

/**
 * What the things of a scene come to together: instances of a frame and images of a dataset have
 * numbers, and those end.
 */
final class SceneLimits {
  /** More than any array of cameras has. */
  static final int MOST_CAMERAS = 1000;

  private final Values scene;
  private double instances;
  private double most;
  private ObjectDescription largest;

  private SceneLimits(Values scene) {
    this.scene = scene;
  }

  /** Reports what goes beyond them, and whether nothing does. */
  static boolean hold(Values scene, int cameras, long frames, List<ObjectDescription> objects) {
    SceneLimits limits = new SceneLimits(scene);
    return limits.holdImages(cameras, frames) & limits.holdInstances(objects);
  }

  /** The same of instances alone. */
  static boolean hold(Values scene, List<ObjectDescription> objects) {
    return new SceneLimits(scene).holdInstances(objects);
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
  private boolean holdInstances(List<ObjectDescription> objects) {
    objects.forEach(object -> add(object, 1));
    if (instances <= SampledNode.MAX_INSTANCE_ID) {
      return true;
    }
    String path = MapKind.join(largest.path(), ObjectKeys.COUNT.name());
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

  /**
   * @param parents instances that each have such children
   */
  private void add(ObjectDescription object, double parents) {
    // Those that are written one by one are all there are, whatever their parents.
    double count =
        object.placement() instanceof Placement.Given given
            ? given.instances().size()
            : parents
                * object
                    .count()
                    .map(each -> NumberBounds.of(each.distribution()).max())
                    .orElse(0.0);
    instances += count;
    if (count > most) {
      most = count;
      largest = object;
    }
    object.children().forEach(child -> add(child, count));
  }
}
