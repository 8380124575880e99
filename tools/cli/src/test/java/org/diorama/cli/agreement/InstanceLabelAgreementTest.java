package org.diorama.cli.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
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
import org.diorama.core.render.OutlineBand;
import org.diorama.core.render.RenderJob;
import org.diorama.core.render.RenderSession;
import org.diorama.core.render.RenderedFrame;
import org.diorama.core.render.RenderedView;
import org.diorama.core.render.ViewGeometry;
import org.diorama.testkit.InstanceLabelContract;
import org.diorama.testkit.RandomScenes;
import org.diorama.testkit.RenderTables;
import org.diorama.testkit.TestScene;
import org.junit.jupiter.api.Test;

/**
 * Values of annotations from both renderers, on random scenes seen by rigs of small cameras. What
 * comes from geometry is equal. What comes from pixels differs by no more than the pixels do: the
 * number of pieces, what is seen of points, and the nearest surface are others only where a pixel
 * of the instance is, and silhouettes only within 0.01 pixels of its outline.
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
        List<Seen> drawn = labels(openGl, scene);
        List<Seen> traced = labels(reference, scene);
        RenderJob job = InstanceLabelContract.job(scene.frame());
        for (int view = 0; view < drawn.size(); view++) {
          OutlineBand outlines =
              new OutlineBand(ViewGeometry.of(job, job.views().get(view), scene.assets()));
          for (int i = 0; i < drawn.get(view).labels().instances().size(); i++) {
            compare(
                "seed " + seed + " view " + view, traced.get(view), drawn.get(view), i, outlines);
          }
        }
      }
    }
    System.out.println(compared + " annotations of both renderers, " + apart + " a little apart");
    assertTrue(compared > 6 * SCENES, compared + " compared");
  }

  /** One view's labels, and what its planes show: instances, and planar z in meters. */
  private record Seen(ViewAnnotations labels, int width, int[] ids, float[] depths) {
    static Seen of(ViewAnnotations labels, RenderedView view) {
      int[] ids = new int[view.width() * view.height()];
      float[] depths = new float[ids.length];
      for (int pixel = 0; pixel < ids.length; pixel++) {
        ids[pixel] = RenderTables.instance(view, pixel);
        depths[pixel] = RenderTables.depth(view, pixel);
      }
      return new Seen(labels, view.width(), ids, depths);
    }

    /** Pixels that both show otherwise, of which one shows an instance. */
    int others(Seen other, int id) {
      int others = 0;
      for (int pixel = 0; pixel < ids.length; pixel++) {
        boolean same =
            ids[pixel] == other.ids[pixel]
                && Math.abs(depths[pixel] - other.depths[pixel]) <= 2e-5 * depths[pixel];
        others += !same && (ids[pixel] == id || other.ids[pixel] == id) ? 1 : 0;
      }
      return others;
    }
  }

  private static List<Seen> labels(RenderSession session, TestScene scene) {
    try (RenderedFrame rendered =
        session.submit(List.of(InstanceLabelContract.job(scene.frame()))).get(0).join()) {
      LabelAssets assets = new LabelAssets(scene.assets());
      List<ViewAnnotations> labels =
          Labeler.label(scene.frame(), rendered, InstanceLabelContract.VALUES, assets).views();
      labels.forEach(view -> view.instances().forEach(InstanceLabelAgreementTest::requireSum));
      List<Seen> seen = new ArrayList<>();
      for (int view = 0; view < labels.size(); view++) {
        seen.add(Seen.of(labels.get(view), rendered.views().get(view)));
      }
      return seen;
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

  private void compare(String where, Seen one, Seen other, int row, OutlineBand outlines) {
    InstanceAnnotation traced = one.labels().instances().get(row);
    InstanceAnnotation drawn = other.labels().instances().get(row);
    String which = where + " instance " + traced.instanceId();
    int others = one.others(other, traced.instanceId());
    int band = 2 + Math.max(silhouettePixelsOrNone(traced), silhouettePixelsOrNone(drawn)) / 100;
    assertEquals(traced.area(), drawn.area(), Math.min(band, others), which);
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
    int outline = silhouettesApart(which, a, b, traced.instanceId(), one, outlines);
    assertEquals(silhouettePixels(traced), silhouettePixels(drawn), Math.min(band, outline), which);
    assertNear(which, a.boxAmodal(), b.boxAmodal());
    for (Occluder front : a.occluders().orElseThrow()) {
      int pixels =
          b.occluders().orElseThrow().stream()
              .filter(each -> each.instanceId() == front.instanceId())
              .mapToInt(Occluder::pixels)
              .sum();
      int open = others + outline + one.others(other, front.instanceId());
      assertEquals(
          front.pixels(), pixels, Math.min(band, open), which + " behind " + front.instanceId());
    }
    boolean same =
        a.pieces().equals(b.pieces())
            && flags(a).equals(flags(b))
            && Math.abs(nearest(a) / nearest(b) - 1) < 1e-4;
    assertTrue(same || others > 0, which + ": " + a + ", not " + b);
    apart += same ? 0 : 1;
  }

  /** How many pixels of two silhouettes differ; all where the outline of their instance is. */
  private static int silhouettesApart(
      String which,
      InstanceMeasures a,
      InstanceMeasures b,
      int id,
      Seen seen,
      OutlineBand outlines) {
    int apart = 0;
    for (int pixel = 0; pixel < seen.ids().length; pixel++) {
      int x = pixel % seen.width();
      int y = pixel / seen.width();
      if (a.silhouette().orElseThrow().covers(x, y) != b.silhouette().orElseThrow().covers(x, y)) {
        apart++;
        assertTrue(outlines.passes(id, x, y), which + ": the silhouette at " + x + ", " + y);
      }
    }
    return apart;
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
