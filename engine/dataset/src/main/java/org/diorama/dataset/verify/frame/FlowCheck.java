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
import org.diorama.dataset.verify.read.FloatImage;
import org.diorama.dataset.verify.read.PngImage;
import org.diorama.dataset.verify.read.PngReader;
import tools.jackson.databind.JsonNode;

/**
 * Flow warps a frame onto the next step: where its state says that the surface is seen there, the
 * stored image of that step has the same instance at one of the four pixels around the place that
 * the flow leads to. Flow is what the poses of things and cameras and the depth make of it.
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
      Optional<FloatImage> flow = files.floats("flow", "forward.u", "forward.v");
      Optional<PngImage> states = files.whole("flow_state");
      if (flow.isEmpty() || states.isEmpty() || !view.has(Plane.INSTANCE)) {
        report.lacking("the annotator flow");
        continue;
      }
      int[] state = states.get().gray();
      outside(view, flow.get(), state, files);
      moved(frame, view, flow.get(), state, files);
      next(frame, view, flow.get(), state, files, report);
    }
  }

  private static double u(ViewEvidence view, FloatImage flow, int pixel) {
    return pixel % view.camera().width() + 0.5 + flow.values()[2 * pixel];
  }

  private static double v(ViewEvidence view, FloatImage flow, int pixel) {
    return pixel / view.camera().width() + 0.5 + flow.values()[2 * pixel + 1];
  }

  private static boolean isInside(ViewEvidence view, double u, double v) {
    return u >= 0 && v >= 0 && u < view.camera().width() && v < view.camera().height();
  }

  /** Seen and hidden surfaces stay in the image. */
  private static void outside(
      ViewEvidence view, FloatImage flow, int[] state, AnnotatorFiles files) {
    for (int i = 0; i < state.length; i++) {
      boolean stays = state[i] > 0 && state[i] < OUTSIDE;
      if (state[i] > OUTSIDE || stays && !isInside(view, u(view, flow, i), v(view, flow, i))) {
        files.find(Fault.FLOW_WRONG, "flow_state", i, "has the state " + state[i]);
        return;
      }
    }
  }

  /** What moves as one body goes where its poses and the camera's take it. */
  private void moved(
      FrameEvidence frame, ViewEvidence view, FloatImage flow, int[] state, AnnotatorFiles files) {
    if (!view.has(Plane.DEPTH)) {
      return;
    }
    JsonNode camera = frame.record().path("frame").path("cameras").path(view.index());
    CameraPose next = CameraPose.atNextStep(camera);
    Map<Integer, double[][]> poses = poses(frame);
    int[] ids = view.values(Plane.INSTANCE);
    int[] steps = view.values(Plane.DEPTH);
    for (int i = 0; i < state.length; i++) {
      double[][] pose = poses.get(ids[i]);
      if (state[i] == SEEN && steps[i] > 0 && pose != null) {
        double x = i % view.camera().width() + 0.5;
        double y = i / view.camera().width() + 0.5;
        double[] point = view.camera().toWorld(x, y, steps[i] * manifest.depthScale() / 1000);
        double[] due = next.toImage(AffineRows.apply(pose[1], AffineRows.inverse(pose[0], point)));
        if (Math.abs(due[0] - u(view, flow, i)) > PIXELS
            || Math.abs(due[1] - v(view, flow, i)) > PIXELS) {
          files.find(
              Fault.FLOW_WRONG,
              "flow",
              i,
              "leads to %.3f, %.3f, the poses to %.3f, %.3f"
                  .formatted(u(view, flow, i), v(view, flow, i), due[0], due[1]));
          return;
        }
      }
    }
  }

  /** Poses now and at the next step, of instances that are of one node. */
  private static Map<Integer, double[][]> poses(FrameEvidence frame) {
    Map<Integer, double[][]> poses = new HashMap<>();
    for (JsonNode node : frame.nodes()) {
      JsonNode states = node.path("world_from_object");
      double[] now = CameraPose.rows(CameraPose.atLabelInstant(states));
      double[] then = CameraPose.rows(states.path(states.size() - 1));
      boolean whole = now.length == 12 && then.length == 12;
      double[][] both = whole ? new double[][] {now, then} : new double[0][];
      poses.merge(node.path("instance_id").asInt(-1), both, (one, other) -> new double[0][]);
    }
    poses.values().removeIf(both -> both.length == 0);
    return poses;
  }

  private void next(
      FrameEvidence frame,
      ViewEvidence view,
      FloatImage flow,
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
        double u = u(view, flow, i);
        double v = v(view, flow, i);
        if (!isAround(view, then, u, v, now[i])) {
          int target = then[(int) v * view.camera().width() + (int) u];
          files.find(
              Fault.FLOW_WRONG,
              "flow",
              i,
              "leads from instance %d to %d".formatted(now[i], target));
          return;
        }
      }
    }
    report.examined(seen);
  }

  /**
   * Whether one of the pixels whose centers are around a place, to a thousandth, shows an instance,
   * or what the rules dropped there.
   */
  private static boolean isAround(ViewEvidence view, int[] ids, double u, double v, int instance) {
    int width = view.camera().width();
    int height = view.camera().height();
    for (int y = (int) Math.max(0, v - 0.501); y <= Math.min(height - 1, v + 0.501); y++) {
      for (int x = (int) Math.max(0, u - 0.501); x <= Math.min(width - 1, u + 0.501); x++) {
        int id = ids[y * width + x];
        if (id == instance || id == Meaning.DROPPED_PIECES) {
          return true;
        }
      }
    }
    return false;
  }
}
