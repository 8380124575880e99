package org.diorama.dataset.verify.frame;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.diorama.dataset.verify.files.FrameGroup;
import org.diorama.dataset.verify.files.ManifestFacts;
import org.diorama.dataset.verify.finding.Fault;
import org.diorama.dataset.verify.read.FaultyFile;
import org.diorama.dataset.verify.read.NpyImage;
import org.diorama.dataset.verify.read.PngImage;
import org.diorama.dataset.verify.read.PngReader;
import tools.jackson.databind.JsonNode;

/**
 * Flow warps a frame onto the next step: where its state says that the surface is seen there, the
 * stored image of that step has the same instance at the pixel that the flow leads to. Of a surface
 * that does not move by itself, flow is what the cameras' poses and the depth make of it.
 */
final class FlowCheck implements FrameCheck {
  private static final int SEEN = 1;
  private static final int OUTSIDE = 3;

  /** Of half a step of depth, which moves near things most. */
  private static final double PIXELS = 0.25;

  private final Path root;
  private final ManifestFacts manifest;
  private final FrameGroup group;

  FlowCheck(Path root, ManifestFacts manifest, FrameGroup group) {
    this.root = root;
    this.manifest = manifest;
    this.group = group;
  }

  @Override
  public String name() {
    return "flow onto the next step";
  }

  @Override
  public void check(FrameEvidence frame, CheckReport report) {
    for (ViewEvidence view : frame.views()) {
      AnnotatorFiles files = new AnnotatorFiles(root, view, report);
      Optional<NpyImage> flow = files.floats("flow");
      Optional<PngImage> states = files.whole("flow_state");
      if (flow.isEmpty() || states.isEmpty() || !view.has(Plane.INSTANCE)) {
        report.lacking("the annotator flow as .npy");
        continue;
      }
      int[] state = states.get().gray();
      outside(view, flow.get(), state, files);
      still(frame, view, flow.get(), state, files);
      next(frame, view, flow.get(), state, files, report);
    }
  }

  private static double u(ViewEvidence view, NpyImage flow, int pixel) {
    return pixel % view.camera().width() + 0.5 + flow.values()[2 * pixel];
  }

  private static double v(ViewEvidence view, NpyImage flow, int pixel) {
    return pixel / view.camera().width() + 0.5 + flow.values()[2 * pixel + 1];
  }

  private static boolean isInside(ViewEvidence view, double u, double v) {
    return u >= 0 && v >= 0 && u < view.camera().width() && v < view.camera().height();
  }

  /** Seen and hidden surfaces stay in the image. */
  private static void outside(ViewEvidence view, NpyImage flow, int[] state, AnnotatorFiles files) {
    for (int i = 0; i < state.length; i++) {
      boolean stays = state[i] > 0 && state[i] < OUTSIDE;
      if (state[i] > OUTSIDE || stays && !isInside(view, u(view, flow, i), v(view, flow, i))) {
        files.find(Fault.FLOW_WRONG, "flow_state", i, "has the state " + state[i]);
        return;
      }
    }
  }

  /** Where neither state of an object differs, only the camera moves. */
  private void still(
      FrameEvidence frame, ViewEvidence view, NpyImage flow, int[] state, AnnotatorFiles files) {
    JsonNode poses =
        frame.record().path("frame").path("cameras").path(view.index()).path("world_from_camera");
    if (!view.has(Plane.DEPTH) || poses.size() != 5 && poses.size() != 1) {
      return;
    }
    double[] there = CameraPose.rows(poses.get(poses.size() - 1));
    CameraPose next =
        new CameraPose(
            "", view.camera().width(), view.camera().height(), view.camera().matrix(), there);
    Map<Integer, Boolean> moves = new HashMap<>();
    for (JsonNode node : frame.nodes()) {
      JsonNode states = node.path("world_from_object");
      boolean moving =
          states.size() == 5 && !states.get(4).equals(CameraPose.atLabelInstant(states));
      moves.merge(node.path("instance_id").asInt(-1), moving, Boolean::logicalOr);
    }
    int[] ids = view.values(Plane.INSTANCE);
    int[] steps = view.values(Plane.DEPTH);
    for (int i = 0; i < state.length; i++) {
      if (state[i] == SEEN && steps[i] > 0 && !moves.getOrDefault(ids[i], true)) {
        double x = i % view.camera().width() + 0.5;
        double y = i / view.camera().width() + 0.5;
        double[] due =
            next.toImage(view.camera().toWorld(x, y, steps[i] * manifest.depthScale() / 1000));
        if (Math.abs(due[0] - u(view, flow, i)) > PIXELS
            || Math.abs(due[1] - v(view, flow, i)) > PIXELS) {
          files.find(
              Fault.FLOW_WRONG,
              "flow",
              i,
              "leads to %.3f, %.3f, the cameras' poses to %.3f, %.3f"
                  .formatted(u(view, flow, i), v(view, flow, i), due[0], due[1]));
          return;
        }
      }
    }
  }

  private void next(
      FrameEvidence frame,
      ViewEvidence view,
      NpyImage flow,
      int[] state,
      AnnotatorFiles files,
      CheckReport report) {
    long next = frame.number() + 1;
    if (next % manifest.length() == 0 || !group.frames().contains(next)) {
      report.lacking("the next step");
      return;
    }
    String name = view.fileName().replace(group.frameName(frame.number()), group.frameName(next));
    int[] now = view.values(Plane.INSTANCE);
    int[] then;
    try {
      then =
          PngReader.read(
                  Files.readAllBytes(root.resolve(Plane.INSTANCE.path(name))),
                  view.camera().width(),
                  view.camera().height())
              .gray();
    } catch (FaultyFile e) {
      report.lacking("a sound instance image of the next step");
      return;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    int seen = 0;
    for (int i = 0; i < state.length; i++) {
      if (state[i] == SEEN) {
        seen++;
        int target = (int) v(view, flow, i) * view.camera().width() + (int) u(view, flow, i);
        if (then[target] != now[i] && then[target] != Meaning.DROPPED_PIECES) {
          files.find(
              Fault.FLOW_WRONG,
              "flow",
              i,
              "leads from instance %d to %d".formatted(now[i], then[target]));
          return;
        }
      }
    }
    report.examined(seen);
  }
}
