package org.diorama.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.diorama.core.label.InstanceAnnotation;
import org.diorama.core.label.LabelAssets;
import org.diorama.core.label.LabelVerdict;
import org.diorama.core.label.Labeler;
import org.diorama.core.math.Vec3;
import org.diorama.core.render.DeviceRequest;
import org.diorama.core.render.RenderSession;
import org.diorama.core.render.RenderedFrame;
import org.diorama.core.scene.Annotators;
import org.diorama.core.scene.LabelRules;
import org.diorama.core.scene.LabelRules.Then;
import org.diorama.testkit.AnalyticScenes;
import org.diorama.testkit.TestScene;
import org.junit.jupiter.api.Test;

/** From geometry to verdict: what is seen is labelled, and nothing else. */
class LabelingTest {
  private final TestScene scene = new TestScene(AnalyticScenes.shapes(), Vec3.ZERO);

  private void sphereAt(double x, double y, double z, double size) {
    scene.add("sphere", AnalyticScenes.centered(new Vec3(x, y, z), size));
  }

  private List<InstanceAnnotation> annotations() {
    try (RenderSession session =
            new ReferenceRendererProvider().open(DeviceRequest.AUTO, scene.assets());
        RenderedFrame frame = session.submit(List.of(scene.job())).get(0).join()) {
      return Labeler.label(scene.frame(), frame, Annotators.DEFAULT, LabelAssets.none())
          .views()
          .get(0)
          .instances();
    }
  }

  @Test
  void hiddenOffFrameBehindAndSubPixelThingsAreNotAnnotated() {
    sphereAt(0, 6, 0, 2);
    sphereAt(0, 12, 0, 2);
    sphereAt(40, 12, 0, 2);
    sphereAt(0, -6, 0, 2);
    // 0.0008 m at 6 m are 0.04 pixels, between the centers of four.
    sphereAt(-2, 6, 0, 0.0008);
    assertEquals(
        List.of(
            LabelVerdict.ANNOTATED,
            LabelVerdict.INVISIBLE,
            LabelVerdict.INVISIBLE,
            LabelVerdict.INVISIBLE,
            LabelVerdict.INVISIBLE),
        annotations().stream().map(InstanceAnnotation::verdict).toList());
  }

  @Test
  void anUnlabelledThingInFrontOccludes() {
    sphereAt(0, 8, 0, 2);
    scene.addUnlabelled("quad", AnalyticScenes.centered(new Vec3(0, 3, -2), 4));
    List<InstanceAnnotation> annotations = annotations();
    assertEquals(0.5, annotations.get(0).visibleFraction(), 0.01);
    assertEquals(LabelVerdict.UNLABELLED, annotations.get(1).verdict());
    assertTrue(annotations.get(1).area() > 0);
  }

  @Test
  void dropRulesDecideWhatBecomesOfSmallAndHiddenThings() {
    sphereAt(0, 8, 0, 2);
    sphereAt(0, 6, 1, 2);
    sphereAt(-3, 8, -1, 0.1);
    assertEquals(
        List.of(LabelVerdict.MOSTLY_HIDDEN, LabelVerdict.ANNOTATED, LabelVerdict.FEW_PIXELS),
        verdicts(Then.VOID));
    assertEquals(
        List.of(LabelVerdict.CROWD, LabelVerdict.ANNOTATED, LabelVerdict.CROWD),
        verdicts(Then.CROWD));
    assertEquals(
        List.of(LabelVerdict.ANNOTATED, LabelVerdict.ANNOTATED, LabelVerdict.ANNOTATED),
        verdicts(Then.KEEP));
  }

  private List<LabelVerdict> verdicts(Then then) {
    scene.rules(new LabelRules(65, 16, 0.8, then));
    return annotations().stream().map(InstanceAnnotation::verdict).toList();
  }
}
