package org.diorama.dataset.verify.frame;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.diorama.dataset.layout.FrameSet;
import org.diorama.dataset.verify.files.FrameGroup;
import org.diorama.dataset.verify.files.ManifestFacts;
import org.diorama.dataset.verify.finding.Fault;
import org.diorama.dataset.verify.read.FloatImage;
import org.diorama.dataset.verify.read.PngImage;
import tools.jackson.databind.JsonNode;

/**
 * Flow warps a frame onto the next step, or the previous one: where its state says that the surface
 * is seen there, the stored images of that step have the same instance at one of the four pixels
 * around the place that the flow leads to, and no nearer; where it says hidden, something may hide
 * it. Flow is what the poses of things and cameras and the depth make of it, and none where no
 * surface is.
 */
final class FlowCheck implements FrameCheck {
  private static final int NONE = 0;
  private static final int SEEN = 1;
  private static final int HIDDEN = 2;
  private static final int OUTSIDE = 3;

  /** Pixels, and parts of the flow, that single precision leaves open. */
  private static final double PIXELS = 1e-3;

  private static final double SINGLE = 1e-5;

  /** Where flow leads. */
  enum Direction {
    FORWARD("flow", "forward", 1),
    BACKWARD("flow_backward", "backward", -1);

    private final String folder;
    private final String channel;
    private final int step;

    Direction(String folder, String channel, int step) {
      this.folder = folder;
      this.channel = channel;
      this.step = step;
    }
  }

  private final Path root;
  private final ManifestFacts manifest;
  private final FrameSet frames;
  private final FrameGroup group;
  private final Direction direction;

  FlowCheck(Path root, ManifestFacts manifest, FrameGroup group, Direction direction) {
    this.root = root;
    this.manifest = manifest;
    frames = manifest.frames();
    this.group = group;
    this.direction = direction;
  }

  @Override
  public String name() {
    return direction == Direction.FORWARD ? "flow onto the next step" : "flow onto the step before";
  }

  @Override
  public void check(FrameEvidence frame, CheckReport report) {
    for (ViewEvidence view : frame.views()) {
      AnnotatorFiles files = new AnnotatorFiles(root, view, report);
      Optional<FloatImage> flow =
          files.floats(direction.folder, direction.channel + ".u", direction.channel + ".v");
      Optional<PngImage> states = files.whole(stateFolder(), 1, 8);
      if (flow.isEmpty() || states.isEmpty() || !view.has(Plane.INSTANCE)) {
        report.lacking("the annotator " + direction.folder);
        continue;
      }
      new Motion(frame, view, flow.get(), states.get().gray(), files)
          .check(step(frame, view, report));
    }
  }

  private String stateFolder() {
    return direction.folder + "_state";
  }

  /** What the other step's images show; absent where that is not there. */
  private Optional<StepImages> step(FrameEvidence frame, ViewEvidence view, CheckReport report) {
    long other = frame.number() + direction.step;
    boolean sameSequence =
        Math.floorDiv(other, manifest.length()) == frame.number() / manifest.length();
    if (!sameSequence || !frames.contains(other)) {
      report.lacking("the other step");
      return Optional.empty();
    }
    String name = view.fileName().replace(group.frameName(frame.number()), group.frameName(other));
    Optional<StepImages> images = StepImages.read(root, name, view, manifest);
    if (images.isEmpty()) {
      report.lacking("sound images of the other step");
    } else {
      report.examined(view.values(Plane.INSTANCE).length);
    }
    return images;
  }

  /** The flow of one view. */
  private final class Motion {
    private final ViewEvidence view;
    private final FloatImage flow;
    private final int[] state;
    private final AnnotatorFiles files;
    private final CameraPose camera;
    private final Map<Integer, double[]> motions;
    private final int[] ids;
    private final double[] due = new double[3];
    private final double[] near = new double[3];
    private final double[] far = new double[3];

    Motion(
        FrameEvidence frame,
        ViewEvidence view,
        FloatImage flow,
        int[] state,
        AnnotatorFiles files) {
      this.view = view;
      this.flow = flow;
      this.state = state;
      this.files = files;
      ids = view.values(Plane.INSTANCE);
      camera =
          CameraPose.atStep(
              frame.record().path("frame").path("cameras").path(view.index()), direction.step);
      motions = motions(frame);
    }

    /** The camera's frame at the other step from its frame now, of instances of one node. */
    private Map<Integer, double[]> motions(FrameEvidence frame) {
      double[] cameraFromWorld = AffineRows.undo(camera.worldFromCamera());
      Map<Integer, double[]> motions = new HashMap<>();
      for (JsonNode node : frame.nodes()) {
        JsonNode states = node.path("world_from_object");
        double[] now = CameraPose.rows(CameraPose.atLabelInstant(states));
        double[] then = CameraPose.rows(CameraPose.atStepOf(states, direction.step));
        boolean whole = now.length == 12 && then.length == 12;
        double[] motion =
            whole
                ? AffineRows.chain(
                    AffineRows.chain(view.camera().worldFromCamera(), AffineRows.undo(now)),
                    AffineRows.chain(then, cameraFromWorld))
                : new double[0];
        motions.merge(node.path("instance_id").asInt(-1), motion, (one, other) -> new double[0]);
      }
      motions.values().removeIf(motion -> motion.length == 0);
      return motions;
    }

    /** Up to the first pixel that is wrong; flow before what it became of. */
    void check(Optional<StepImages> step) {
      boolean sound =
          none(i -> direction.folder, this::poseFault)
              && none(i -> stateFolder(), this::stateFault);
      if (sound && step.isPresent()) {
        // Where the poses have proven the flow, what is wrong is its state.
        none(i -> isProven(i) ? stateFolder() : direction.folder, i -> stepFault(i, step.get()));
      }
    }

    /** Whether no pixel has a fault; told where one has. */
    private boolean none(IntFunction<String> folders, IntFunction<String> faults) {
      for (int i = 0; i < state.length; i++) {
        String fault = faults.apply(i);
        if (!fault.isEmpty()) {
          files.find(Fault.FLOW_WRONG, folders.apply(i), i, fault);
          return false;
        }
      }
      return true;
    }

    private double u(int pixel) {
      return pixel % view.camera().width() + 0.5 + flow.at(pixel, 0);
    }

    private double v(int pixel) {
      return pixel / view.camera().width() + 0.5 + flow.at(pixel, 1);
    }

    private boolean isInside(double u, double v, double margin) {
      return u >= margin
          && v >= margin
          && u < view.camera().width() - margin
          && v < view.camera().height() - margin;
    }

    private String stateFault(int i) {
      boolean none = ids[i] == 0 || ids[i] == Meaning.DROPPED_PIECES;
      boolean stays = state[i] == SEEN || state[i] == HIDDEN;
      boolean still = flow.at(i, 0) == 0 && flow.at(i, 1) == 0;
      boolean wrong =
          state[i] > OUTSIDE
              || stays && !isInside(u(i), v(i), 0)
              || none && state[i] != NONE
              || state[i] == NONE && (motions.containsKey(ids[i]) || !still);
      return wrong ? "of instance %d has the state %d".formatted(ids[i], state[i]) : "";
    }

    private String poseFault(int i) {
      double[] motion = motions.get(ids[i]);
      if (motion == null || !isKnown(i)) {
        return "";
      }
      double depth = view.depths().at(i);
      project(motion, i, depth - view.depths().slack(i), near);
      project(motion, i, depth + view.depths().slack(i), far);
      project(motion, i, depth, due);
      if (near[2] <= 0 || far[2] <= 0) {
        return "";
      }
      double off = Math.max(Math.abs(due[0] - u(i)), Math.abs(due[1] - v(i)));
      double open =
          PIXELS
              + Math.abs(near[0] - far[0])
              + Math.abs(near[1] - far[1])
              + SINGLE * (Math.abs(due[0]) + Math.abs(due[1]));
      boolean left = state[i] == OUTSIDE && isInside(due[0], due[1], open);
      return off > open || left
          ? "leads to %.3f, %.3f, the poses to %.3f, %.3f".formatted(u(i), v(i), due[0], due[1])
          : "";
    }

    /** Whether poses and depth tell where the surface goes. */
    private boolean isProven(int i) {
      return motions.containsKey(ids[i]) && isKnown(i);
    }

    private boolean isKnown(int i) {
      return !view.depths().isEmpty() && view.depths().isKnown(i);
    }

    private String stepFault(int i, StepImages step) {
      if (state[i] == NONE || state[i] == OUTSIDE) {
        return "";
      }
      boolean known = isProven(i);
      if (known) {
        project(motions.get(ids[i]), i, view.depths().at(i), due);
      }
      double z = known ? due[2] : Double.NaN;
      double slack = known ? view.depths().slack(i) : 0;
      return step.fault(ids[i], state[i] == SEEN, u(i), v(i), z, slack);
    }

    /** Column, row and planar depth at the other step of a pixel's surface. */
    private void project(double[] motion, int pixel, double depth, double[] to) {
      double[] now = view.camera().matrix();
      int width = view.camera().width();
      double x = (pixel % width + 0.5 - now[2]) / now[0] * depth;
      double y = (pixel / width + 0.5 - now[3]) / now[1] * depth;
      for (int row = 0; row < 3; row++) {
        int at = 4 * row;
        to[row] = motion[at] * x + motion[at + 1] * y + motion[at + 2] * depth + motion[at + 3];
      }
      to[0] = camera.matrix()[0] * to[0] / to[2] + camera.matrix()[2];
      to[1] = camera.matrix()[1] * to[1] / to[2] + camera.matrix()[3];
    }
  }
}
