package org.diorama.core.sample.frame;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diorama.core.math.Affine3;
import org.diorama.core.sample.DecidedInstance;
import org.diorama.core.sample.instance.Instance;
import org.diorama.core.sample.motion.Moment;
import org.diorama.core.scene.Attachment;
import org.diorama.core.scene.SequenceDescription;
import org.diorama.core.scene.TimedPoses;

/** Says a frame's instances exactly, so that a scene of one frame has the same ones. */
final class DecidedInstances {
  private final SequenceDescription sequence;
  private final int step;
  private final SequencePlan.ViewPlan plan;

  /** Number of each among those of its group. */
  private final Map<Instance, Integer> numbers = new LinkedHashMap<>();

  private final Map<String, Integer> counts = new LinkedHashMap<>();

  /**
   * @param plan made with the same instances
   */
  DecidedInstances(SequenceDescription sequence, int step, SequencePlan.ViewPlan plan) {
    this.sequence = sequence;
    this.step = step;
    this.plan = plan;
  }

  /** In their order, which is that of their ids. */
  List<DecidedInstance> of(List<Instance> instances) {
    List<DecidedInstance> decided = new ArrayList<>();
    int drawn = 0;
    for (Instance instance : instances) {
      numbers.put(instance, counts.merge(instance.object().name(), 1, Integer::sum) - 1);
      Optional<Integer> level = Optional.empty();
      if (instance.asset().isPresent()) {
        int chosen = plan.level(drawn++);
        boolean several = instance.asset().get().levelErrors().size() > 1;
        level = several ? Optional.of(chosen) : Optional.empty();
      }
      decided.add(decided(instance, level));
    }
    return decided;
  }

  private DecidedInstance decided(Instance instance, Optional<Integer> level) {
    double now = sequence.time(step);
    Optional<Affine3> inOnePiece =
        instance.parentFromObject().filter(pose -> now == 0 || instance.motion().isStill());
    return new DecidedInstance(
        instance.object(),
        instance.site(),
        carrier(instance),
        instance.asset().map(asset -> asset.id()),
        inOnePiece.orElseGet(() -> pose(instance, now)),
        inOnePiece.isPresent() ? Optional.empty() : Optional.of(instance.scale()),
        level,
        instance.material(),
        instance.motion().isStill() ? Optional.empty() : Optional.of(poses(instance)));
  }

  private Optional<Attachment> carrier(Instance instance) {
    return instance
        .parent()
        .filter(frame -> !isBelow(instance, frame))
        .map(frame -> new Attachment(frame.object().name(), numbers.get(frame)));
  }

  /** Whether the frame is the instance that the scene's hierarchy has it below. */
  private static boolean isBelow(Instance instance, Instance frame) {
    String path = instance.object().path();
    return frame.object().children().stream().anyMatch(child -> child.path().equals(path))
        && frame.site().equals(instance.site().parent());
  }

  private TimedPoses poses(Instance instance) {
    List<Double> seconds = new ArrayList<>();
    List<Affine3> poses = new ArrayList<>();
    List<Moment> here = Moment.statesOf(sequence, step);
    List<Moment> alone = Moment.statesOf(sequence.ofOneStep(), 0);
    for (int i = 0; i < here.size(); i++) {
      boolean first = i == 0 || alone.get(i).seconds() > alone.get(i - 1).seconds();
      if (first && alone.get(i).seconds() != 0) {
        seconds.add(alone.get(i).seconds());
        poses.add(pose(instance, here.get(i).seconds()));
      }
    }
    return new TimedPoses(seconds, poses);
  }

  private static Affine3 pose(Instance instance, double seconds) {
    return instance.motion().at(instance.parentFromAxes(), seconds);
  }
}
