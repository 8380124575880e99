package org.diorama.dataset.format;

import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.diorama.core.label.keypoint.CategorySkeleton;
import org.diorama.core.render.RendererIdentity;
import org.diorama.core.scene.Category;
import org.diorama.core.scene.LabelRules;

/**
 * What all frames of a dataset have in common. It is written when the first run starts; later runs
 * must bring an equal configuration, and {@code finish} needs nothing else but the records.
 *
 * @param scene name of the scene
 * @param resolvedScene the scene after includes and settings, as dotted keys and values; without
 *     its {@code frames}
 * @param cameras names in the frame's order; one empty name for the only, unnamed camera
 * @param structure how the frames belong together
 * @param assets every asset that a frame may show, by id
 * @param keypoints of categories that have any, by rising id
 */
public record DatasetDescription(
    String scene,
    long seed,
    SortedMap<String, String> resolvedScene,
    List<Category> categories,
    LabelRules labels,
    List<String> cameras,
    FrameStructure structure,
    String engineVersion,
    String renderer,
    String rendererVersion,
    String deviceClass,
    List<AssetCredit> assets,
    List<CategorySkeleton> keypoints) {
  public DatasetDescription {
    resolvedScene = Collections.unmodifiableSortedMap(new TreeMap<>(resolvedScene));
    categories = List.copyOf(categories);
    cameras = List.copyOf(cameras);
    assets = assets.stream().sorted(Comparator.comparing(AssetCredit::id)).toList();
    keypoints = List.copyOf(keypoints);
    requireCameraNames(cameras);
  }

  private static void requireCameraNames(List<String> cameras) {
    boolean unnamed = cameras.equals(List.of(""));
    boolean sound = cameras.stream().allMatch(FileNames::isSound);
    if (cameras.isEmpty()
        || new HashSet<>(cameras).size() != cameras.size()
        || !(unnamed || sound)) {
      throw new IllegalArgumentException(
          "cameras need names of their own that fit into file names: " + cameras);
    }
  }

  /** Takes what matters of the renderer: the device itself is no part of a dataset. */
  public DatasetDescription(
      String scene,
      long seed,
      Map<String, String> resolvedScene,
      List<Category> categories,
      LabelRules labels,
      List<String> cameras,
      FrameStructure structure,
      String engineVersion,
      RendererIdentity renderer,
      List<AssetCredit> assets,
      List<CategorySkeleton> keypoints) {
    this(
        scene,
        seed,
        new TreeMap<>(resolvedScene),
        categories,
        labels,
        cameras,
        structure,
        engineVersion,
        renderer.name(),
        renderer.version(),
        renderer.deviceClass(),
        assets,
        keypoints);
  }

  /** What must not change between the runs of one dataset. */
  public DatasetConfiguration configuration() {
    Map<String, String> values = new TreeMap<>();
    resolvedScene.forEach((key, value) -> values.put("scene." + key, value));
    values.put("seed", Long.toString(seed));
    values.put("engine.version", engineVersion);
    values.put("renderer.name", renderer);
    values.put("renderer.version", rendererVersion);
    values.put("renderer.device_class", deviceClass);
    assets.forEach(asset -> values.put("asset." + asset.id(), asset.digest()));
    return new DatasetConfiguration(values);
  }
}
