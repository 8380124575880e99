package org.diorama.cli.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.diorama.cli.Renderers;
import org.diorama.core.asset.AssetStore;
import org.diorama.core.geometry.ImageBox;
import org.diorama.core.label.InstanceAnnotation;
import org.diorama.core.label.InstanceMeasures;
import org.diorama.core.label.LabelAssets;
import org.diorama.core.label.Labeler;
import org.diorama.core.label.Occluder;
import org.diorama.core.label.ViewAnnotations;
import org.diorama.core.label.keypoint.KeypointLabel;
import org.diorama.core.math.Vec3;
import org.diorama.core.render.RenderSession;
import org.diorama.core.render.RenderedFrame;
import org.diorama.testkit.InstanceLabelContract;
import org.diorama.testkit.RandomScenes;
import org.diorama.testkit.TestScene;
import org.junit.jupiter.api.Test;

/**
 * Values of annotations from both renderers, on random scenes seen by rigs of small cameras. What
 * comes from geometry is equal. What comes from pixels may differ where a border lies within
 * rounding of a pixel's center: by a pixel in a hundred, and one instance in twenty may be in
 * another number of pieces or have a point on the other side of seen and hidden.
 */
class InstanceLabelAgreementTest {
  private static final int SCENES = 8;

  private int compared;
  private int apart;

  @Test
  void bothSayTheSameOfEveryInstance() {
    // Every scene brings assets of its own.
    AtomicReference<AssetStore> current = new AtomicReference<>();
    AssetStore lent = id -> current.get().model(id);
    try (RenderSession openGl = Renderers.open("opengl", lent);
        RenderSession reference = Renderers.open("reference", lent)) {
      for (long seed = 100; seed < 100 + SCENES; seed++) {
        Vec3 origin = seed % 2 == 0 ? Vec3.ZERO : new Vec3(7071.3, -7070.9, 11.7);
        TestScene scene = RandomScenes.rig(seed, origin);
        current.set(scene.assets());
        List<ViewAnnotations> drawn = labels(openGl, scene);
        List<ViewAnnotations> traced = labels(reference, scene);
        for (int view = 0; view < drawn.size(); view++) {
          for (int i = 0; i < drawn.get(view).instances().size(); i++) {
            compare(
                "seed " + seed + " view " + view,
                traced.get(view).instances().get(i),
                drawn.get(view).instances().get(i));
          }
        }
      }
    }
    System.out.println(compared + " annotations of both renderers, " + apart + " a little apart");
    assertTrue(compared > 6 * SCENES, compared + " compared");
    assertTrue(apart <= compared / 20, apart + " of " + compared);
  }

  private static List<ViewAnnotations> labels(RenderSession session, TestScene scene) {
    try (RenderedFrame rendered =
        session.submit(List.of(InstanceLabelContract.job(scene.frame()))).get(0).join()) {
      LabelAssets assets = new LabelAssets(scene.assets());
      List<ViewAnnotations> labels =
          Labeler.label(scene.frame(), rendered, InstanceLabelContract.VALUES, assets).views();
      labels.forEach(view -> view.instances().forEach(InstanceLabelAgreementTest::requireSum));
      return labels;
    }
  }

  /** Visible and hidden pixels are the silhouette's, which must be asked while it is there. */
  private static void requireSum(InstanceAnnotation label) {
    label
        .measures()
        .silhouette()
        .ifPresent(bits -> assertEquals(bits.count(), silhouettePixels(label)));
  }

  private static int silhouettePixels(InstanceAnnotation label) {
    return label.area()
        + label.measures().occluders().orElseThrow().stream().mapToInt(Occluder::pixels).sum();
  }

  private void compare(String where, InstanceAnnotation traced, InstanceAnnotation drawn) {
    String which = where + " instance " + traced.instanceId();
    int band = 2 + Math.max(silhouettePixelsOrNone(traced), silhouettePixelsOrNone(drawn)) / 100;
    assertEquals(traced.area(), drawn.area(), band, which);
    if (!traced.verdict().isAnnotated() || !drawn.verdict().isAnnotated()) {
      return;
    }
    compared++;
    InstanceMeasures a = traced.measures();
    InstanceMeasures b = drawn.measures();
    assertEquals(a.boxFull(), b.boxFull(), which);
    assertEquals(a.boxLoose(), b.boxLoose(), which);
    assertEquals(a.box(), b.box(), which);
    assertEquals(a.pose(), b.pose(), which);
    assertEquals(a.extent().get().distance(), b.extent().get().distance(), which);
    assertEquals(a.extent().get().pixels(), b.extent().get().pixels(), which);
    assertEquals(silhouettePixels(traced), silhouettePixels(drawn), band, which);
    assertNear(which, a.boxAmodal(), b.boxAmodal());
    for (Occluder one : a.occluders().orElseThrow()) {
      int other =
          b.occluders().orElseThrow().stream()
              .filter(each -> each.instanceId() == one.instanceId())
              .mapToInt(Occluder::pixels)
              .sum();
      assertEquals(one.pixels(), other, band, which + " behind " + one.instanceId());
    }
    boolean same =
        a.pieces().equals(b.pieces())
            && flags(a).equals(flags(b))
            && Math.abs(nearest(a) / nearest(b) - 1) < 1e-4;
    apart += same ? 0 : 1;
  }

  private static int silhouettePixelsOrNone(InstanceAnnotation label) {
    return label.verdict().isAnnotated() ? silhouettePixels(label) : 0;
  }

  private static double nearest(InstanceMeasures measures) {
    return measures.extent().orElseThrow().nearest().orElseThrow();
  }

  private static List<Integer> flags(InstanceMeasures measures) {
    return measures.keypoints().orElseThrow().stream().map(KeypointLabel::v).toList();
  }

  /** A pixel on either side. */
  private static void assertNear(String which, Optional<ImageBox> a, Optional<ImageBox> b) {
    assertEquals(a.get().x(), b.get().x(), 1, which);
    assertEquals(a.get().y(), b.get().y(), 1, which);
    assertEquals(a.get().width(), b.get().width(), 2, which);
    assertEquals(a.get().height(), b.get().height(), 2, which);
  }
}
