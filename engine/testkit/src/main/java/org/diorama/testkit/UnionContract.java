package org.diorama.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.diorama.core.geometry.PinholeCamera;
import org.diorama.core.geometry.PixelBox;
import org.diorama.core.light.Development;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.LinearColor;
import org.diorama.core.math.Vec3;
import org.diorama.core.render.Channel;
import org.diorama.core.render.Draw;
import org.diorama.core.render.InstanceCoverage;
import org.diorama.core.render.InstanceTable;
import org.diorama.core.render.Measure;
import org.diorama.core.render.RenderJob;
import org.diorama.core.render.RenderedView;
import org.diorama.core.render.View;
import org.diorama.core.sample.GradientSky;
import org.diorama.core.sample.SampledLighting;

/**
 * What every renderer says of things made of several draws: all draws of one id are one instance,
 * seen and measured as their union. Boxes flat as cards, by their pixels.
 */
public final class UnionContract {
  /** Ten pixels a meter at a depth of six. */
  private static final PinholeCamera CAMERA = new PinholeCamera(64, 48, 60, 60, 32, 24);

  private final FinishContract.Drawing renderer;
  private final InMemoryAssets assets = AnalyticScenes.shapes();
  private final List<Draw> draws = new ArrayList<>();

  public UnionContract(FinishContract.Drawing renderer) {
    this.renderer = renderer;
  }

  /** Two overlapping boxes of one id, half behind a third. */
  public void overlappingBoxesOfOneId() {
    card(7, 6, new PixelBox(12, 14, 32, 34));
    card(3, 3, new PixelBox(32, 0, 64, 48));
    card(7, 9, new PixelBox(22, 19, 42, 39));
    show(
        CAMERA,
        view -> {
          assertEquals(List.of(3, 7), ids(view.instances()));
          InstanceCoverage union = view.instances().rows().get(1);
          assertEquals(400 + 400 - 150, union.silhouettePixels());
          assertEquals(650 - 200, union.visiblePixels());
          assertEquals(new PixelBox(12, 14, 32, 39), union.box());
          assertEquals(6, union.nearestDepth(), 0.01);
          assertEquals(9, union.farthestDepth(), 0.01);
          assertEquals(0, union.truncation());
          for (int pixel = 0; pixel < 64 * 48; pixel++) {
            int x = pixel % 64;
            int y = pixel / 64;
            boolean covered = in(x, y, 12, 14, 32, 34) || in(x, y, 22, 19, 42, 39);
            assertEquals(covered, view.silhouettes().get(1).covers(x, y), x + ", " + y);
            assertEquals(in(x, y, 32, 0, 64, 48), view.silhouettes().get(0).covers(x, y));
            // The nearer of the two boxes of one id is the first, the one before both is alone.
            boolean second = !in(x, y, 12, 14, 32, 34) && in(x, y, 22, 19, 32, 39);
            int draw = second ? 2 : covered || in(x, y, 32, 0, 64, 48) ? 1 : 0;
            assertEquals(draw, view.plane(Channel.DRAW).getShort(2 * pixel), x + ", " + y);
          }
        });
  }

  /** Mirror images inside and outside the frame: half of the whole's solid angle is outside. */
  public void halfOfAThingIsOutside() {
    card(1, 6, new PixelBox(52, 14, 62, 34));
    card(1, 6, new PixelBox(2, 14, 12, 34));
    card(2, 6, new PixelBox(26, 2, 28, 4));
    show(
        new PinholeCamera(39, 48, 60, 60, 7, 24),
        view -> {
          assertEquals(List.of(1, 2), ids(view.instances()));
          InstanceCoverage thing = view.instances().rows().get(0);
          assertEquals(0.5, thing.truncation(), 0.01);
          assertEquals(200, thing.silhouettePixels());
          assertEquals(200, thing.visiblePixels());
        });
  }

  /** One part is behind the camera, or beside it: that part is outside, and no pixel is lost. */
  public void aPartBehindTheCamera() {
    card(1, 6, new PixelBox(12, 14, 32, 34));
    draws.add(draw(1, Affine3.translation(new Vec3(0, 0, -6)).times(flat(2, 2))));
    show(
        CAMERA,
        view -> {
          InstanceCoverage thing = view.instances().rows().get(0);
          assertEquals(400, thing.silhouettePixels());
          // Unlike the one behind, it stands beside the axis: a little farther away.
          assertTrue(thing.truncation() > 0.5 && thing.truncation() < 0.6, thing::toString);
        });
  }

  private static boolean in(int x, int y, int left, int top, int right, int bottom) {
    return new PixelBox(left, top, right, bottom).contains(x, y);
  }

  private static List<Integer> ids(InstanceTable table) {
    return table.rows().stream().map(InstanceCoverage::instanceId).toList();
  }

  /** A box whose front covers these pixels of {@link #CAMERA}. */
  private void card(int id, double depth, PixelBox pixels) {
    double x = ((pixels.left() + pixels.right()) / 2.0 - 32) / 60 * depth;
    double y = ((pixels.top() + pixels.bottom()) / 2.0 - 24) / 60 * depth;
    Affine3 size = flat(pixels.width() / 60.0 * depth, pixels.height() / 60.0 * depth);
    draws.add(draw(id, Affine3.translation(new Vec3(x, y, depth)).times(size)));
  }

  /** A box with its middle in the origin, next to no depth. */
  private static Affine3 flat(double width, double height) {
    return Affine3.scaling(new Vec3(width, height, 1e-6))
        .times(Affine3.translation(new Vec3(0, 0, -0.5)));
  }

  private Draw draw(int id, Affine3 pose) {
    return assets.draw(id, "box", pose);
  }

  private void show(PinholeCamera camera, Consumer<RenderedView> check) {
    GradientSky sky = new GradientSky(LinearColor.WHITE, LinearColor.WHITE, LinearColor.WHITE);
    View view =
        new View(
            "",
            camera,
            Affine3.IDENTITY,
            Development.exposed(12),
            EnumSet.of(Channel.DEPTH, Channel.INSTANCE, Channel.DRAW),
            EnumSet.of(Measure.SILHOUETTES));
    renderer.frame(
        assets,
        new RenderJob(draws, new SampledLighting(Optional.empty(), sky), List.of(view)),
        frame -> {
          RenderTables.assertConsistent(frame.views().get(0));
          check.accept(frame.views().get(0));
        });
  }
}
