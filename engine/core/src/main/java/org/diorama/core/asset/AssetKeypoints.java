package org.diorama.core.asset;

import java.util.List;
import org.diorama.core.scene.NamedPoint;

/**
 * Named points of an asset.
 *
 * @param points that labels can name, all of them points of the skeleton
 * @param skeleton of its class: order and bones of the points that assets of it have
 */
public record AssetKeypoints(List<NamedPoint> points, Skeleton skeleton) {
  public static final AssetKeypoints NONE = new AssetKeypoints(List.of(), Skeleton.NONE);

  public AssetKeypoints {
    points = List.copyOf(points);
  }
}
