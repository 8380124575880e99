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
        assertTrue(32 * target.wordsPerRow() >= target.box().width());
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
    assertEquals(List.of(1, 2), plan.truncated().stream().map(t -> t.instance()).toList());
    assertEquals(1 + TruncationTiles.MOST_TILES, plan.tiles().count());
    Set<Integer> transforms = new HashSet<>();
    for (int t = plan.tiles().first(); t < plan.targets().size(); t++) {
      assertTrue(plan.targets().get(t).transform() >= instances.size(), "a transform of its own");
      transforms.add(plan.targets().get(t).transform());
    }
    assertEquals(plan.tileFromObject().size(), transforms.size());
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
    CoverageCommands commands = CoverageCommands.of(plan, parts, 2);
    CoverageCommands.Run run = commands.runs().get(plan.batches().get(0));
    assertEquals(new CoverageCommands.Run(0, 2, 2), run);
    assertEquals(List.of(1, 2, 0, 3), commands.draws().stream().map(draw -> draw.part()).toList());
    assertEquals(
        List.of(0, 1, 0, 1), commands.draws().stream().map(draw -> draw.target()).toList());
  }

  private void add(Vec3 center) {
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
        new Instance(
            new Draw(instances.size() + 1, "box", model.digest(), 0, pose, SampledMaterial.NONE),
            resident));
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
    return CoveragePlan.of(VIEW, instances, transforms, bounds, maxWords);
  }
}
