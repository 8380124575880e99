package org.diorama.dataset.coco;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diorama.core.asset.Skeleton;
import org.diorama.core.label.keypoint.KeypointLabel;
import org.diorama.core.math.Vec3;
import org.diorama.dataset.record.InstanceExtras;
import org.diorama.dataset.record.InstanceLabel;

/**
 * An entry of {@code annotations} in COCO's file of keypoints.
 *
 * @param keypoints x, y and flag of each point of the category, in its order; 0, 0, 0 for one that
 *     lies outside the image or that the asset lacks
 * @param numKeypoints how many have a flag above 0
 * @param keypoints3d the same points in the camera's frame, meters, wherever they lie; nothing for
 *     those that the asset lacks
 */
record KeypointAnnotation(
    @JsonUnwrapped CocoAnnotation annotation,
    List<Number> keypoints,
    int numKeypoints,
    @JsonProperty("keypoints_3d") List<Optional<Vec3>> keypoints3d) {

  static KeypointAnnotation of(CocoAnnotation annotation, InstanceLabel label, Skeleton skeleton) {
    Map<String, KeypointLabel> byName = new HashMap<>();
    label
        .extras()
        .flatMap(InstanceExtras::keypoints)
        .ifPresent(points -> points.forEach(point -> byName.put(point.name(), point)));
    List<Number> numbers = new ArrayList<>();
    List<Optional<Vec3>> positions = new ArrayList<>();
    int count = 0;
    for (String name : skeleton.points()) {
      Optional<KeypointLabel> point = Optional.ofNullable(byName.get(name));
      int flag = point.map(KeypointLabel::v).orElse(KeypointLabel.OUTSIDE);
      numbers.add(point.map(KeypointLabel::x).orElse(0.0));
      numbers.add(point.map(KeypointLabel::y).orElse(0.0));
      numbers.add(flag);
      positions.add(point.map(KeypointLabel::position));
      count += flag > KeypointLabel.OUTSIDE ? 1 : 0;
    }
    return new KeypointAnnotation(annotation, numbers, count, positions);
  }
}
