package org.diorama.core.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.diorama.core.asset.AssetFact;
import org.diorama.core.math.Affine3;
import org.diorama.core.scene.SequenceDescription;

/** Decides what holds for all steps of a sequence: which cameras fit, and levels of detail. */
final class SequencePlanner {
  private final SequenceDescription sequence;
  private final CameraSampler cameras;
  private final List<Instance> drawn;
  private final List<Moment> moments;

  /**
   * @param instances placed, in their order
   */
  SequencePlanner(SequenceDescription sequence, CameraSampler cameras, List<Instance> instances) {
    this.sequence = sequence;
    this.cameras = cameras;
    this.drawn = instances.stream().filter(each -> each.asset().isPresent()).toList();
    this.moments = moments(instances);
  }

  SequencePlan plan() {
    int[] attempts = new int[cameras.mounts().size()];
    return new SequencePlan(attempts, levels(attempts), Optional.empty());
  }

  /** All that differ: one where nothing moves. */
  private List<Moment> moments(List<Instance> instances) {
    boolean moving = instances.stream().anyMatch(Instance::moves);
    for (int mount = 0; mount < cameras.mounts().size(); mount++) {
      moving |= cameras.moves(mount);
    }
    return moving ? Moment.allOf(sequence) : List.of(Moment.FIRST);
  }

  private int[] levels(int[] attempts) {
    List<List<LevelChooser.Eye>> eyes =
        moments.stream().map(moment -> eyes(moment, attempts)).toList();
    int[] levels = new int[drawn.size()];
    for (int i = 0; i < levels.length; i++) {
      Instance instance = drawn.get(i);
      AssetFact asset = instance.asset().orElseThrow();
      List<Affine3> poses =
          moments.stream().map(moment -> instance.worldFromAxes(moment.seconds())).toList();
      levels[i] = LevelChooser.choose(asset, instance.scale(), poses, eyes);
    }
    return levels;
  }

  private List<LevelChooser.Eye> eyes(Moment moment, int[] attempts) {
    List<LevelChooser.Eye> eyes = new ArrayList<>();
    for (int mount = 0; mount < attempts.length; mount++) {
      DrawnMount standing = cameras.mount(mount, moment.step(), attempts[mount]);
      for (int i = 0; i < standing.cameras().size(); i++) {
        Affine3 pose = standing.worldFromCamera(i, moment.seconds());
        eyes.add(LevelChooser.Eye.of(standing.cameras().get(i).pinhole(), pose));
      }
    }
    return eyes;
  }
}
