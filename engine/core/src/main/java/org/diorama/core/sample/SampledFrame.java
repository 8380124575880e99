package org.diorama.core.sample;

import java.util.List;
import org.diorama.core.random.FrameKey;
import org.diorama.core.scene.Category;
import org.diorama.core.scene.LabelRules;
import org.diorama.core.weather.SampledWeather;

/**
 * A fully decided scene graph: all a renderer and a labeler need, nothing left to chance. It is the
 * frame's record and its replay file.
 *
 * @param scene name of the scene
 * @param context sequence, factors and split
 * @param categories as declared, for readers of the record
 * @param nodes by rising instance id; of those that share one the whole comes before its parts
 * @param targets verdicts in the order of the scene
 * @param draws every drawn value, in the order of the scene; those of cameras come last
 * @param keypoints that the scene declares
 */
public record SampledFrame(
    String scene,
    FrameKey key,
    FrameContext context,
    List<Category> categories,
    LabelRules labels,
    List<SampledCamera> cameras,
    SampledLighting lighting,
    SampledWeather weather,
    List<SampledNode> nodes,
    List<GroupVerdict> groups,
    List<TargetVerdict> targets,
    List<DrawnValue> draws,
    List<GroupKeypoints> keypoints) {
  public SampledFrame {
    categories = List.copyOf(categories);
    cameras = List.copyOf(cameras);
    nodes = List.copyOf(nodes);
    groups = List.copyOf(groups);
    targets = List.copyOf(targets);
    draws = List.copyOf(draws);
    keypoints = List.copyOf(keypoints);
  }

  /** Of a scene that declares no keypoints. */
  public SampledFrame(
      String scene,
      FrameKey key,
      FrameContext context,
      List<Category> categories,
      LabelRules labels,
      List<SampledCamera> cameras,
      SampledLighting lighting,
      SampledWeather weather,
      List<SampledNode> nodes,
      List<GroupVerdict> groups,
      List<TargetVerdict> targets,
      List<DrawnValue> draws) {
    this(
        scene,
        key,
        context,
        categories,
        labels,
        cameras,
        lighting,
        weather,
        nodes,
        groups,
        targets,
        draws,
        List.of());
  }
}
