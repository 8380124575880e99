package org.diorama.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.diorama.core.geometry.PinholeCamera;
import org.diorama.core.geometry.PixelBox;
import org.diorama.core.label.InstanceAnnotation;
import org.diorama.core.label.LabelAssets;
import org.diorama.core.label.Labeler;
import org.diorama.core.math.Rotations;
import org.diorama.core.math.Vec3;
import org.diorama.core.render.RenderedView;
import org.diorama.core.render.SilhouetteBits;
import org.diorama.core.sample.SampledFrame;
import org.diorama.core.sample.SampledNode;

/** Five cubes in a cross, and every set of them seen as one instance, by any renderer. */
public final class MergedCubesContract {
  private static final Vec3[] PLACES = {
    new Vec3(0, 7, 0),
    new Vec3(-2, 7, 0),
    new Vec3(2, 7, 0),
    new Vec3(0, 7, 2),
    // Half behind the first: of this one a part is hidden.
    new Vec3(0, 9, -2)
  };

  private final FinishContract.Drawing renderer;
  private final TestScene scene =
      new TestScene(AnalyticScenes.shapes(), Vec3.ZERO)
          .camera(
              new PinholeCamera(64, 64, 40, 40, 32, 32), Rotations.lookAt(Vec3.ZERO, Vec3.UNIT_Y));

  /** The frame with these instances under the least of their ids. */
  private static SampledFrame merged(SampledFrame frame, int set) {
    int least = Integer.numberOfTrailingZeros(set) + 1;
    List<SampledNode> nodes = new ArrayList<>();
    for (SampledNode node : frame.nodes()) {
      boolean in = (set >> (node.instanceId() - 1) & 1) != 0;
      nodes.add(
          new SampledNode(
              in ? least : node.instanceId(),
              node.trackId(),
              node.group(),
              node.index(),
              node.parent(),
              node.assetId(),
              node.assetDigest(),
              node.level(),
              node.categoryId(),
              node.worldFromObject(),
              node.material()));
    }
    nodes.sort(Comparator.comparingInt(SampledNode::instanceId));
    return new SampledFrame(
        frame.scene(),
        frame.key(),
        frame.context(),
        frame.categories(),
        frame.labels(),
        frame.cameras(),
        frame.lighting(),
        frame.weather(),
        nodes,
        frame.groups(),
        frame.targets(),
        frame.draws());
  }

  /** Masks and silhouettes of one instance, as bits of an image of 64 × 64. */
  private record Seen(long[] mask, long[] silhouette, InstanceAnnotation label) {}

  public MergedCubesContract(FinishContract.Drawing renderer) {
    this.renderer = renderer;
  }

  private Seen seen(SampledFrame frame, LabelAssets assets, int id) {
    List<Seen> seen = new ArrayList<>();
    renderer.frame(
        scene.assets(),
        InstanceLabelContract.job(frame),
        rendered -> {
          InstanceAnnotation label =
              Labeler.label(frame, rendered, InstanceLabelContract.VALUES, assets)
                  .views()
                  .get(0)
                  .instances()
                  .stream()
                  .filter(one -> one.instanceId() == id)
                  .findFirst()
                  .orElseThrow();
          seen.add(seen(rendered.views().get(0), label));
        });
    return seen.get(0);
  }

  private static Seen seen(RenderedView view, InstanceAnnotation label) {
    SilhouetteBits silhouette = label.measures().silhouette().orElseThrow();
    long[] bits = new long[64];
    long[] mask = new long[64];
    for (int i = 0; i < 64 * 64; i++) {
      bits[i / 64] |= silhouette.covers(i % 64, i / 64) ? 1L << i % 64 : 0;
      mask[i / 64] |= RenderTables.instance(view, i) == label.instanceId() ? 1L << i % 64 : 0;
    }
    return new Seen(mask, bits, label);
  }

  /** Masks, silhouettes and boxes are those of the cubes, joined. */
  public void everySubsetIsTheUnionOfItsCubes() {
    for (Vec3 place : PLACES) {
      scene.add("box", AnalyticScenes.centered(place, 2));
    }
    LabelAssets assets = new LabelAssets(scene.assets());
    SampledFrame apart = scene.frame();
    List<Seen> cubes = new ArrayList<>();
    for (int id = 1; id <= PLACES.length; id++) {
      cubes.add(seen(apart, assets, id));
    }
    for (int set = 1; set < 1 << PLACES.length; set++) {
      int id = Integer.numberOfTrailingZeros(set) + 1;
      Seen whole = seen(merged(apart, set), assets, id);
      long[] mask = new long[64];
      long[] silhouette = new long[64];
      PixelBox box = PixelBox.EMPTY;
      for (int i = 0; i < PLACES.length; i++) {
        if ((set >> i & 1) != 0) {
          for (int y = 0; y < 64; y++) {
            mask[y] |= cubes.get(i).mask()[y];
            silhouette[y] |= cubes.get(i).silhouette()[y];
          }
          box = box.union(cubes.get(i).label().box());
        }
      }
      String which = "cubes " + Integer.toBinaryString(set);
      assertEquals(rows(mask), rows(whole.mask()), which);
      assertEquals(rows(silhouette), rows(whole.silhouette()), which);
      assertEquals(box, whole.label().box(), which);
    }
  }

  private static String rows(long[] bits) {
    StringBuilder text = new StringBuilder();
    for (long row : bits) {
      text.append(Long.toHexString(row)).append('\n');
    }
    return text.toString();
  }
}
