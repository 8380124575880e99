package org.diorama.core.label;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.diorama.core.asset.AssetFact;
import org.diorama.core.label.keypoint.KeypointLabel;
import org.diorama.core.label.keypoint.KeypointSight;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.Vec3;
import org.diorama.core.sample.GroupKeypoints;
import org.diorama.core.sample.SampledNode;
import org.diorama.core.scene.NamedPoint;

/** Finds the named points of instances: those that the scene declares, or else their asset's. */
final class InstanceKeypoints {
  private final LabelAssets assets;
  private final Map<String, List<NamedPoint>> ofGroups = new HashMap<>();

  InstanceKeypoints(LabelAssets assets, List<GroupKeypoints> declared) {
    this.assets = assets;
    declared.forEach(group -> ofGroups.put(group.group(), group.points()));
  }

  /**
   * What an image shows of a node's points, in the order of their declaration.
   *
   * @throws org.diorama.core.DioramaException BAD_INPUT where its asset is not the one that the
   *     frame was sampled with
   */
  List<KeypointLabel> see(SampledNode node, Affine3 worldFromCamera, KeypointSight sight) {
    AssetFact fact = assets.fact(node);
    List<NamedPoint> points = ofGroups.getOrDefault(node.group(), fact.keypoints().points());
    Affine3 worldFromObject = node.worldFromObject().atLabelInstant();
    Affine3 cameraFromObject = worldFromCamera.inverseTimes(worldFromObject);
    double slack =
        (NamedPoint.TOLERANCE + fact.levelErrors().get(node.level())) * stretch(worldFromObject);
    return points.stream()
        .map(
            point ->
                sight.see(
                    node.instanceId(),
                    point.name(),
                    cameraFromObject.transformPoint(point.position()),
                    slack))
        .toList();
  }

  /** The greatest factor by which a map lengthens an axis. */
  private static double stretch(Affine3 map) {
    return Math.max(
        map.transformDirection(Vec3.UNIT_X).length(),
        Math.max(
            map.transformDirection(Vec3.UNIT_Y).length(),
            map.transformDirection(Vec3.UNIT_Z).length()));
  }
}
