package org.diorama.cli.view;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.diorama.core.label.pixel.FlowState;
import org.diorama.core.sample.SampledNode;
import org.diorama.core.scene.Category;
import org.diorama.dataset.InstanceMeanings;
import org.diorama.dataset.coco.PanopticColors;
import org.diorama.dataset.record.AssetPart;
import org.diorama.dataset.record.FrameRecord;
import org.diorama.dataset.record.InstanceLabel;
import org.diorama.dataset.record.StuffLabel;
import org.diorama.dataset.record.ViewLabels;

/** What the numbers of pictures of ids are called. */
final class PictureNames {
  /** Names of categories by id; void, which is the largest number of either depth. */
  IntFunction<Optional<String>> categories(FrameRecord record) {
    Map<Integer, String> names =
        record.frame().categories().stream()
            .collect(Collectors.toMap(Category::id, Category::name));
    return id ->
        Optional.ofNullable(names.get(id))
            .or(() -> id == 255 || id == 65535 ? Optional.of("void") : Optional.empty());
  }

  static Optional<String> flowState(int state) {
    FlowState[] all = FlowState.values();
    return state < all.length
        ? Optional.of(all[state].name().toLowerCase(Locale.ROOT))
        : Optional.empty();
  }

  /** Parts of different assets have colors of their own, though they have the same numbers. */
  Picture parts(FrameRecord record, int[] parts, int[] instances, int width) {
    Map<Integer, String> assets = new HashMap<>();
    for (SampledNode node : record.frame().nodes()) {
      assets.putIfAbsent(node.instanceId(), node.assetId());
    }
    List<String> names = new ArrayList<>();
    Map<String, Integer> numbers = new HashMap<>();
    int[] ids = new int[parts.length];
    for (int i = 0; i < parts.length; i++) {
      if (parts[i] > 0) {
        String asset = assets.getOrDefault(instances[i], "");
        List<AssetPart> of = record.parts().getOrDefault(asset, List.of());
        String part = parts[i] <= of.size() ? of.get(parts[i] - 1).name() : "part " + parts[i];
        String name = part + " of " + asset;
        ids[i] =
            numbers.computeIfAbsent(
                name,
                key -> {
                  names.add(key);
                  return names.size();
                });
      }
    }
    return PlaneColors.ofIds(ids, width, id -> Optional.of(names.get(id - 1)));
  }

  /** Things in the colors of their instances, stuff in those of its categories. */
  Picture panoptic(FrameRecord record, ViewLabels view, BufferedImage image) {
    IntFunction<Optional<String>> categories = categories(record);
    Map<Integer, String> names = new HashMap<>();
    for (InstanceLabel label : view.instances()) {
      categories
          .apply(label.categoryId())
          .ifPresent(name -> names.put(label.instanceId(), name + " " + label.instanceId()));
    }
    Map<Integer, Integer> stuff = new HashMap<>();
    for (StuffLabel label : view.stuff()) {
      int segment = InstanceMeanings.stuffSegment(label.categoryId());
      stuff.put(segment, label.categoryId());
      categories.apply(label.categoryId()).ifPresent(name -> names.put(segment, name));
    }
    int[] ids = new int[image.getWidth() * image.getHeight()];
    for (int i = 0; i < ids.length; i++) {
      int rgb = image.getRGB(i % image.getWidth(), i / image.getWidth());
      ids[i] = PanopticColors.id(rgb >> 16 & 255, rgb >> 8 & 255, rgb & 255);
    }
    return PlaneColors.ofIds(ids, image.getWidth(), id -> Optional.ofNullable(names.get(id)));
  }
}
