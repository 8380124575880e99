package org.diorama.dataset.verify.frame;

import java.nio.file.Path;
import java.util.Optional;
import org.diorama.dataset.verify.finding.Fault;
import org.diorama.dataset.verify.read.FloatImage;

/**
 * Normals: of unit length where an instance is, 0 elsewhere, the same by the axes of camera and
 * world where there are both, and for the most part those of the surfaces that the depths show.
 * Which way they point is no sign: between the corners of a coarse mesh they turn as they please.
 */
final class NormalCheck implements ViewCheck {
  private static final double SINGLE = 1e-4;

  private final Path root;

  NormalCheck(Path root) {
    this.root = root;
  }

  @Override
  public String name() {
    return "normals";
  }

  @Override
  public void check(ViewEvidence view, CheckReport report) {
    AnnotatorFiles files = new AnnotatorFiles(root, view, report);
    Optional<FloatImage> local = files.floats("normals", "N.X", "N.Y", "N.Z");
    Optional<FloatImage> world = files.floats("normals_world", "N.X", "N.Y", "N.Z");
    if (local.isEmpty() && world.isEmpty() || !view.has(Plane.INSTANCE)) {
      report.lacking("the annotators normals and normals_world");
      return;
    }
    String folder = local.isPresent() ? "normals" : "normals_world";
    FloatImage normals = local.orElseGet(() -> byCamera(view.camera(), world.orElseThrow()));
    int[] ids = view.values(Plane.INSTANCE);
    report.examined(ids.length);
    String stale = new BentDepths(view, ids).against(normals);
    if (!stale.isEmpty()) {
      files.find(Fault.NORMAL_WRONG, folder, stale);
      return;
    }
    for (int i = 0; i < ids.length; i++) {
      String fault = fault(ids[i], i, normals.values());
      if (!fault.isEmpty()) {
        files.find(Fault.NORMAL_WRONG, folder, i, fault);
        return;
      }
      if (local.isPresent()
          && world.isPresent()
          && !isSame(view.camera(), i, normals, world.get())) {
        files.find(Fault.NORMAL_WRONG, "normals_world", i, "is not the one by the camera");
        return;
      }
    }
  }

  /** Normals of the world by the camera's axes. */
  private static FloatImage byCamera(CameraPose camera, FloatImage world) {
    float[] values = new float[world.values().length];
    for (int i = 0; i < values.length; i++) {
      int axis = i % 3;
      double along = 0;
      for (int row = 0; row < 3; row++) {
        along += camera.worldFromCamera()[4 * row + axis] * world.values()[i - axis + row];
      }
      values[i] = (float) along;
    }
    return new FloatImage(world.width(), world.height(), world.channels(), values);
  }

  private static String fault(int id, int pixel, float[] normals) {
    double x = normals[3 * pixel];
    double y = normals[3 * pixel + 1];
    double z = normals[3 * pixel + 2];
    double length = Math.sqrt(x * x + y * y + z * z);
    if (id == 0) {
      return length == 0 ? "" : "has a normal and no surface";
    }
    return Math.abs(length - 1) <= SINGLE ? "" : "has a normal of length " + length;
  }

  private static boolean isSame(CameraPose camera, int pixel, FloatImage local, FloatImage world) {
    for (int row = 0; row < 3; row++) {
      double due = 0;
      for (int column = 0; column < 3; column++) {
        due += camera.worldFromCamera()[4 * row + column] * local.values()[3 * pixel + column];
      }
      if (Math.abs(due - world.values()[3 * pixel + row]) > SINGLE) {
        return false;
      }
    }
    return true;
  }
}
