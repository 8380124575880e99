package org.diorama.opengl.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.diorama.core.asset.Model;
import org.diorama.core.geometry.PinholeCamera;
import org.diorama.core.geometry.ProjectedBounds;
import org.diorama.core.light.Development;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.Rotations;
import org.diorama.core.math.Vec3;
import org.diorama.core.render.Channel;
import org.diorama.core.render.Draw;
import org.diorama.core.render.InstanceRow;
import org.diorama.core.render.TruncationTiles;
import org.diorama.core.render.View;
import org.diorama.core.sample.SampledMaterial;
import org.diorama.opengl.resident.ResidentModel;
import org.diorama.testkit.AnalyticScenes;
import org.diorama.testkit.InMemoryAssets;
import org.junit.jupiter.api.Test;

class CoveragePlanTest {
  private static final PinholeCamera CAMERA = new PinholeCamera(320, 240, 300, 300, 160, 120);
  private static final View VIEW =
      new View(
          "",
          CAMERA,
          Rotations.lookAt(Vec3.ZERO, Vec3.UNIT_Y),
          Development.exposed(12),
          EnumSet.of(Channel.INSTANCE));

  private final InMemoryAssets assets = AnalyticScenes.shapes();
  private final List<Instance> instances = new ArrayList<>();

  @Test
  void batchesHoldTheirBitsAndEveryTargetOnce() {
    for (int i = 0; i < 30; i++) {
      add(new Vec3(-2 + 0.15 * i, 8 + i, 0));
    }
    int most = 200;
    CoveragePlan plan = plan(most);
    assertTrue(plan.batches().size() > 1, "one batch proves nothing");
    int next = 0;
    for (CoveragePlan.Batch batch : plan.batches()) {
      assertEquals(next, batch.first());
      int words = 0;
      for (int t = batch.first(); t < batch.first() + batch.count(); t++) {
        CoveragePlan.Target target = plan.targets().get(t);
        assertEquals(words, target.firstWord(), "bits lie one after another");
        assertTrue(32 * target.words() >= target.box().width() * target.box().height());
        words += target.words();
      }
      assertEquals(words, batch.words());
      assertTrue(words <= most || batch.count() == 1, words + " words in a batch");
      next += batch.count();
    }
    assertEquals(30, next, "all are inside the frame");
    assertEquals(0, plan.tiles().count());
  }

  @Test
  void onlyInstancesThatCrossTheFrameGetTiles() {
    add(new Vec3(0, 9, 0));
    add(AnalyticScenes.rightEdge().times(9));
    add(Vec3.ZERO);
    add(new Vec3(0, -9, 0));
    CoveragePlan plan = plan(1 << 20);
    assertEquals(List.of(1, 2), plan.truncated().stream().map(t -> t.row()).toList());
    assertEquals(1 + TruncationTiles.MOST_TILES, plan.tiles().count());
    Set<Integer> transforms = new HashSet<>();
    for (int t = plan.tiles().first(); t < plan.targets().size(); t++) {
      int transform = plan.targets().get(t).firstTransform();
      assertTrue(transform >= instances.size(), "a transform of its own");
      transforms.add(transform);
    }
    assertEquals(plan.tileViews().size(), transforms.size());
    assertEquals(3, plan.batches().get(0).count(), "the one behind is not drawn");
  }

  @Test
  void commandsPutOpaquePartsFirst() {
    add(new Vec3(0, 9, 0));
    add(new Vec3(1, 9, 0));
    List<PartDraw> parts =
        List.of(
            new PartDraw(0, 0, 0, 0, 3, true, false),
            new PartDraw(0, 1, 3, 0, 3, false, false),
            new PartDraw(1, 2, 6, 0, 3, false, false),
            new PartDraw(1, 3, 9, 0, 3, true, false));
    CoveragePlan plan = plan(1 << 20);
    CoverageCommands commands = CoverageCommands.of(plan, parts, rows());
    CoverageCommands.Run run = commands.runs().get(plan.batches().get(0));
    assertEquals(new CoverageCommands.Run(0, 2, 2), run);
    assertEquals(List.of(1, 2, 0, 3), commands.draws().stream().map(draw -> draw.part()).toList());
    assertEquals(
        List.of(0, 1, 0, 1), commands.draws().stream().map(draw -> draw.target()).toList());
  }

  /** Draws of one id share their targets, each by transforms of its own. */
  @Test
  void drawsOfOneIdCoverTheSameTargets() {
    add(new Vec3(0, 9, 0), 1);
    add(new Vec3(3, 9, 0), 2);
    add(AnalyticScenes.rightEdge().times(9), 2);
    CoveragePlan plan = plan(1 << 20);
    List<PartDraw> parts =
        List.of(
            new PartDraw(0, 0, 0, 0, 3, false, false),
            new PartDraw(1, 0, 0, 0, 3, false, false),
            new PartDraw(2, 0, 0, 0, 3, false, false));
    List<CoverageCommands.CoverageDraw> draws = CoverageCommands.of(plan, parts, rows()).draws();
    assertEquals(3, plan.targets().size(), "two rows, and a tile for the one that crosses");
    assertEquals(
        List.of(
            new CoverageCommands.CoverageDraw(0, 0, 0),
            new CoverageCommands.CoverageDraw(1, 1, 1),
            new CoverageCommands.CoverageDraw(1, 2, 2),
            new CoverageCommands.CoverageDraw(2, 1, 3),
            new CoverageCommands.CoverageDraw(2, 2, 4)),
        draws);
    assertEquals(2, plan.tileViews().size());
  }

  private void add(Vec3 center) {
    add(center, instances.size() + 1);
  }

  private void add(Vec3 center, int id) {
    Model model = assets.model("box");
    ResidentModel resident =
        new ResidentModel(
            model.digest(),
            model.bounds(),
            model.levels(),
            model.materials(),
            0,
            0,
            0,
            0,
            List.of());
    Affine3 pose = AnalyticScenes.centered(center, 1);
    instances.add(
        new Instance(new Draw(id, "box", model.digest(), 0, pose, SampledMaterial.NONE), resident));
  }

  private CoveragePlan plan(int maxWords) {
    List<CameraTransforms> transforms = new ArrayList<>();
    List<ProjectedBounds> bounds = new ArrayList<>();
    for (Instance instance : instances) {
      CameraTransforms transform =
          CameraTransforms.of(VIEW.worldFromCamera(), instance.draw().worldFromObject());
      transforms.add(transform);
      bounds.add(ProjectedBounds.of(CAMERA, instance.bounds(), transform.cameraFromObject()));
    }
    List<ProjectedBounds> rowBounds =
        rows().stream()
            .map(row -> row.draws().mapToObj(bounds::get).reduce(ProjectedBounds::union).get())
            .toList();
    return CoveragePlan.of(rows(), instances, transforms, rowBounds, maxWords);
  }

  private List<InstanceRow> rows() {
    return InstanceRow.of(instances.stream().map(Instance::draw).toList());
  }
}
