package org.diorama.dataset;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.diorama.core.sample.FactorLevel;
import org.diorama.core.sample.GroupVerdict;
import org.diorama.core.sample.ImageSky;
import org.diorama.core.sample.SampledCamera;
import org.diorama.core.sample.SampledFrame;
import org.diorama.core.sample.SampledNode;
import org.diorama.core.sample.TargetVerdict;
import org.diorama.core.scene.Annotator;
import org.diorama.dataset.format.FrameStructure;
import org.diorama.dataset.record.AssetPart;
import org.diorama.dataset.record.FrameRecord;
import org.diorama.dataset.record.InstanceLabel;
import org.diorama.dataset.record.ViewLabels;

/** Counts while frames go by. What cannot occur counts 0: splits, levels. */
final class TallyCounter {
  private long frames;
  private long images;
  private final SortedMap<Integer, Long> annotations = new TreeMap<>();
  private final SortedSet<String> assets = new TreeSet<>();
  private final SortedMap<Annotator, Long> annotators = new TreeMap<>();
  private final SortedMap<String, List<String>> parts = new TreeMap<>();
  private final SortedMap<String, Long> splits = new TreeMap<>();
  private final SortedMap<String, SortedMap<String, Long>> factors = new TreeMap<>();
  private final SortedMap<String, GroupCount> groups = new TreeMap<>();
  private final SortedMap<String, TargetCount> targets = new TreeMap<>();

  TallyCounter(FrameStructure structure) {
    structure.splits().forEach(split -> splits.put(split, 0L));
    for (FrameStructure.Axis axis : structure.factors()) {
      if (!axis.levels().isEmpty()) {
        SortedMap<String, Long> levels = new TreeMap<>();
        axis.levels().forEach(level -> levels.put(level, 0L));
        factors.put(axis.factor(), levels);
      }
    }
  }

  void add(FrameRecord record) {
    frames++;
    record.annotators().names().forEach(name -> annotators.merge(name, 1L, Long::sum));
    record
        .parts()
        .forEach((asset, all) -> parts.put(asset, all.stream().map(AssetPart::name).toList()));
    SampledFrame frame = record.frame();
    for (SampledNode node : frame.nodes()) {
      assets.add(node.assetId());
    }
    if (frame.lighting().sky() instanceof ImageSky sky) {
      assets.add(sky.hdri());
    }
    frame.context().split().ifPresent(split -> splits.merge(split, 1L, Long::sum));
    for (FactorLevel level : frame.context().factors()) {
      if (factors.containsKey(level.factor())) {
        factors.get(level.factor()).merge(level.level(), 1L, Long::sum);
      }
    }
    for (GroupVerdict group : frame.groups()) {
      groups.merge(group.group(), GroupCount.of(group), GroupCount::plus);
    }
    for (int i = 0; i < frame.cameras().size(); i++) {
      addTargets(frame, frame.cameras().get(i), record.views().get(i));
    }
    for (ViewLabels view : record.views()) {
      images++;
      for (InstanceLabel label : view.instances()) {
        if (label.isAnnotated()) {
          annotations.merge(label.categoryId(), 1L, Long::sum);
        }
      }
      view.stuff().forEach(stuff -> annotations.merge(stuff.categoryId(), 1L, Long::sum));
    }
  }

  /** The targets that one camera looks at. A sequence's are those of its first frame. */
  private void addTargets(SampledFrame frame, SampledCamera camera, ViewLabels labels) {
    if (frame.context().position().step() > 0) {
      return;
    }
    Map<Integer, InstanceLabel> byId =
        labels.instances().stream()
            .collect(Collectors.toMap(InstanceLabel::instanceId, Function.identity()));
    for (TargetVerdict verdict : frame.targets()) {
      if (!verdict.camera().equals(camera.name())) {
        continue;
      }
      InstanceLabel label = byId.get(verdict.instanceId());
      OptionalDouble measured =
          label == null
              ? OptionalDouble.empty()
              : TargetCheck.measured(verdict, label, camera.pinhole());
      targets.merge(
          verdict.group() + "." + verdict.target().text(),
          TargetCount.of(verdict, measured),
          TargetCount::plus);
    }
  }

  Tally total() {
    return new Tally(
        frames, images, annotations, assets, annotators, parts, splits, factors, groups, targets);
  }
}
