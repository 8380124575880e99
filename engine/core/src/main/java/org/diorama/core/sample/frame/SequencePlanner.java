package org.diorama.core.sample.frame;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.diorama.core.asset.AssetFact;
import org.diorama.core.math.Affine3;
import org.diorama.core.sample.camera.CameraCheck;
import org.diorama.core.sample.camera.CameraSampler;
import org.diorama.core.sample.camera.DrawnMount;
import org.diorama.core.sample.instance.Instance;
import org.diorama.core.sample.motion.Moment;
import org.diorama.core.sample.sight.LevelChooser;
import org.diorama.core.scene.CameraDescription;
import org.diorama.core.scene.SequenceDescription;

/** Decides what holds for all steps of a sequence: which cameras fit, and levels of detail. */
final class SequencePlanner {
  /** How often a mount is drawn until its cameras keep their constraints. */
  static final int ATTEMPTS = 64;

  private final SequenceDescription sequence;
  private final CameraSampler cameras;
  private final int[] first;
  private final List<Instance> drawn;
  private final List<Moment> moments;
  private final CameraCheck check;
  private final Set<String> held;

  /**
   * @param first how often each mount is drawn again before its first try
   * @param instances placed, in their order
   * @param held names of cameras that others were placed by: they are not drawn again alone
   */
  SequencePlanner(
      SequenceDescription sequence,
      CameraSampler cameras,
      int[] first,
      List<Instance> instances,
      CameraCheck check,
      Set<String> held) {
    this.sequence = sequence;
    this.cameras = cameras;
    this.first = first;
    this.drawn = instances.stream().filter(each -> each.asset().isPresent()).toList();
    this.moments = moments(instances);
    this.check = check;
    this.held = held;
  }

  SequencePlan.ViewPlan plan() {
    int[] attempts = first.clone();
    while (true) {
      int[] levels = levels(attempts);
      boolean kept = true;
      for (int mount = 0; mount < attempts.length; mount++) {
        Optional<String> problem = violation(mount, attempts[mount], levels);
        kept &= problem.isEmpty();
        if (problem.isPresent() && !mayBeDrawnAgain(mount, attempts[mount])) {
          String cause = problem.get() + "; drawn " + (attempts[mount] + 1) + " times";
          boolean again = isHeld(mount) && attempts[mount] + 1 < ATTEMPTS;
          return new SequencePlan.ViewPlan(attempts, levels, Optional.of(cause), again);
        }
        attempts[mount] += problem.isPresent() ? 1 : 0;
      }
      if (kept) {
        return new SequencePlan.ViewPlan(attempts, levels, Optional.empty(), false);
      }
    }
  }

  /** Of cameras as they are drawn first, where no constraint can send them back. */
  Optional<int[]> attemptsWithoutConstraints() {
    boolean free =
        cameras.mounts().stream()
            .flatMap(List::stream)
            .allMatch(camera -> camera.constraints().isNone());
    return free ? Optional.of(first.clone()) : Optional.empty();
  }

  private boolean mayBeDrawnAgain(int mount, int attempt) {
    return attempt + 1 < ATTEMPTS && cameras.varies(mount) && !isHeld(mount);
  }

  private boolean isHeld(int mount) {
    return cameras.mounts().get(mount).stream().anyMatch(camera -> held.contains(camera.name()));
  }

  /** What a mount's cameras do not keep at any label instant, if anything. */
  private Optional<String> violation(int mount, int attempt, int[] levels) {
    List<CameraDescription> standing = cameras.mounts().get(mount);
    List<Moment> labels = moments.size() == 1 ? moments : Moment.labelsOf(sequence);
    for (int i = 0; i < standing.size(); i++) {
      for (Moment moment : standing.get(i).constraints().isNone() ? List.<Moment>of() : labels) {
        DrawnMount drawnMount = cameras.mount(mount, moment.step(), attempt);
        Optional<String> problem =
            check.violation(
                standing.get(i),
                drawnMount.cameras().get(i),
                drawnMount.worldFromCamera(i, moment.seconds()),
                new CameraCheck.Surroundings(drawn, levels, moment.seconds()));
        if (problem.isPresent()) {
          return problem;
        }
      }
    }
    return Optional.empty();
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
      if (LevelChooser.hasChoice(asset)) {
        List<Affine3> poses =
            moments.stream().map(moment -> instance.worldFromAxes(moment.seconds())).toList();
        levels[i] =
            instance
                .level()
                .orElseGet(() -> LevelChooser.choose(asset, instance.scale(), poses, eyes));
      }
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
