package org.diorama.dataset.verify.frame;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.diorama.dataset.verify.finding.Fault;
import org.diorama.dataset.verify.read.FloatImage;

/**
 * Disparity of rectified pairs: in both images what focal length, baseline and depth give, f b / z
 * and by how much the image centers differ. Cameras of no pair have none. That the two see the same
 * things at the same depths {@link RigCheck} proves.
 */
final class DisparityCheck implements FrameCheck {
  static final String FOLDER = "disparity";
  private static final double ROUNDING = 1e-9;
  private static final double SINGLE = 1e-6;

  private final Path root;

  DisparityCheck(Path root) {
    this.root = root;
  }

  @Override
  public String name() {
    return "disparities";
  }

  @Override
  public void check(FrameEvidence frame, CheckReport report) {
    for (ViewEvidence view : frame.views()) {
      AnnotatorFiles files = new AnnotatorFiles(root, view, report);
      Optional<FloatImage> image = files.floats(FOLDER, FOLDER);
      Optional<ViewEvidence> partner = partner(view, frame.views());
      if (image.isEmpty() || !view.has(Plane.INSTANCE)) {
        report.lacking("the annotator disparity, or a rectified pair");
      } else if (partner.isEmpty()) {
        files.find(Fault.DISPARITY_WRONG, FOLDER, "its camera has no rectified partner");
      } else {
        values(view, partner.get(), image.get().values(), files);
        report.examined(image.get().values().length);
      }
    }
  }

  /** The first other camera that sees each point in the same row. */
  static Optional<ViewEvidence> partner(ViewEvidence view, List<ViewEvidence> views) {
    return views.stream()
        .filter(other -> other != view && areRectified(view.camera(), other.camera()))
        .findFirst();
  }

  private static boolean areRectified(CameraPose one, CameraPose other) {
    double[] move = move(one, other);
    double across = Math.abs(move[3]);
    double turn = Math.abs(move[1]) + Math.abs(move[2]) + Math.abs(move[6]);
    boolean parallel = turn <= ROUNDING && move[0] > 0 && move[5] > 0;
    return one.width() == other.width()
        && one.height() == other.height()
        && one.matrix()[0] == other.matrix()[0]
        && one.matrix()[1] == other.matrix()[1]
        && one.matrix()[3] == other.matrix()[3]
        && parallel
        && across > 0
        && Math.abs(move[7]) <= ROUNDING * across
        && Math.abs(move[11]) <= ROUNDING * across;
  }

  /** Maps the other camera's frame to the one's. */
  private static double[] move(CameraPose one, CameraPose other) {
    return AffineRows.chain(other.worldFromCamera(), AffineRows.undo(one.worldFromCamera()));
  }

  private static double baseline(ViewEvidence one, ViewEvidence other) {
    return move(one.camera(), other.camera())[3];
  }

  /** Up to the first that is not the depth's. */
  private static void values(
      ViewEvidence view, ViewEvidence partner, float[] disparities, AnnotatorFiles files) {
    double baseline = baseline(view, partner);
    double scale = view.camera().matrix()[0] * Math.abs(baseline);
    double between = view.camera().matrix()[2] - partner.camera().matrix()[2];
    double shift = baseline > 0 ? between : -between;
    int[] ids = view.values(Plane.INSTANCE);
    for (int i = 0; i < disparities.length; i++) {
      if (ids[i] == 0) {
        if (disparities[i] != 0) {
          files.find(Fault.DISPARITY_WRONG, FOLDER, i, "has one and no surface");
          return;
        }
      } else if (!view.depths().isEmpty() && view.depths().isKnown(i)) {
        double z = view.depths().at(i);
        double slack = view.depths().slack(i);
        double least = scale / (z + slack) + shift;
        double most = scale / Math.max(z - slack, SINGLE) + shift;
        double rounding = SINGLE * (Math.abs(most) + Math.abs(shift) + 1);
        if (disparities[i] < least - rounding || disparities[i] > most + rounding) {
          files.find(
              Fault.DISPARITY_WRONG,
              FOLDER,
              i,
              "is %.4f, of the depth %.4f".formatted(disparities[i], scale / z + shift));
          return;
        }
      }
    }
  }
}
