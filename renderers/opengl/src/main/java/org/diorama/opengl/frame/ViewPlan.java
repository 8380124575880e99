package org.diorama.opengl.frame;

import java.util.ArrayList;
import java.util.List;
import org.diorama.core.geometry.PinholeCamera;
import org.diorama.core.geometry.ProjectedBounds;
import org.diorama.core.render.Measure;
import org.diorama.core.render.View;

/**
 * What one view draws and how much comes back of it, known before anything is drawn.
 *
 * @param transforms of the job's draws
 * @param bounds of the job's draws against the frame
 * @param rowBounds of the table's rows, likewise
 */
record ViewPlan(
    View view,
    ViewLayout layout,
    List<CameraTransforms> transforms,
    List<ProjectedBounds> bounds,
    List<ProjectedBounds> rowBounds,
    CoveragePlan coverage) {

  /**
   * @param maxCoverageWords that the coverage pass may use at once
   */
  static ViewPlan of(View view, JobRecords job, int maxCoverageWords) {
    PinholeCamera camera = view.camera();
    List<CameraTransforms> transforms = new ArrayList<>();
    List<ProjectedBounds> bounds = new ArrayList<>();
    for (Instance instance : job.instances()) {
      CameraTransforms transform =
          CameraTransforms.of(view.worldFromCamera(), instance.draw().worldFromObject());
      transforms.add(transform);
      bounds.add(ProjectedBounds.of(camera, instance.bounds(), transform.cameraFromObject()));
    }
    List<ProjectedBounds> rowBounds =
        job.rows().stream()
            .map(row -> row.draws().mapToObj(bounds::get).reduce(ProjectedBounds::union).get())
            .toList();
    return new ViewPlan(
        view,
        new ViewLayout(
            camera.width(),
            camera.height(),
            job.rows().size(),
            job.instances().size(),
            view.channels()),
        transforms,
        bounds,
        rowBounds,
        CoveragePlan.of(job.rows(), job.instances(), transforms, rowBounds, maxCoverageWords));
  }

  boolean keepsSilhouettes() {
    return view.measures().contains(Measure.SILHOUETTES);
  }

  /** Bytes that the device copies for the CPU to read. */
  long stagingBytes() {
    long silhouettes =
        keepsSilhouettes()
            ? coverage.batches().stream().mapToLong(CoveragePlan.Batch::words).sum()
            : 0;
    return 4L * (layout.planeWords() + layout.tableWords() + coverage.tiles().words())
        + 4 * silhouettes;
  }
}
