package org.diorama.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.diorama.core.asset.AlphaMode;
import org.diorama.core.asset.Material;
import org.diorama.core.asset.Texture;
import org.diorama.core.geometry.PinholeCamera;
import org.diorama.core.geometry.PixelBox;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.LinearColor;
import org.diorama.core.math.Rotations;
import org.diorama.core.math.Vec3;
import org.diorama.core.render.Channel;
import org.diorama.core.render.InstanceCoverage;
import org.diorama.core.render.RenderedView;
import org.diorama.procedural.Shape;

/**
 * At a threshold of one half, what has an alpha of 0.3 is not there and what has one of 0.7 is, in
 * every plane, measure and shadow: not one byte tells them from nothing, and from a solid thing.
 */
public final class AlphaContract {
  private static final PinholeCamera CAMERA = new PinholeCamera(64, 48, 60, 60, 32, 24);

  /** What the card covers. */
  private static final PixelBox COVERED = new PixelBox(12, 9, 32, 39);

  private final FinishContract.Drawing renderer;

  public AlphaContract(FinishContract.Drawing renderer) {
    this.renderer = renderer;
  }

  /** What a view shows, kept beyond its buffers. */
  private record Shown(
      Map<Channel, ByteBuffer> planes, List<InstanceCoverage> rows, int silhouettePixels) {}

  /** A card of an alpha of 0.3 before a wall in the sun: an image of the wall alone. */
  public void belowTheThresholdNothingIsThere() {
    Shown wall = show(List.of());
    Shown sheer = show(List.of(card(0.3, AlphaMode.MASK)));
    wall.planes()
        .forEach(
            (channel, plane) -> assertEquals(plane, sheer.planes().get(channel), channel + ""));
    assertEquals(wall.rows().get(0), sheer.rows().get(0));
    InstanceCoverage row = sheer.rows().get(1);
    assertEquals(0, row.visiblePixels());
    assertEquals(0, row.silhouettePixels());
    assertEquals(0, row.visibleFraction());
    assertEquals(PixelBox.EMPTY, row.box());
    assertEquals(0, sheer.silhouettePixels());
  }

  /** One of 0.7: an image of the same card without any test of alpha. */
  public void aboveTheThresholdAllIsThere() {
    Shown solid = show(List.of(card(0.7, AlphaMode.OPAQUE)));
    Shown tested = show(List.of(card(0.7, AlphaMode.MASK)));
    solid
        .planes()
        .forEach(
            (channel, plane) -> assertEquals(plane, tested.planes().get(channel), channel + ""));
    assertEquals(solid.rows(), tested.rows());
    InstanceCoverage row = tested.rows().get(1);
    assertEquals(COVERED, row.box());
    assertEquals(600, row.visiblePixels());
    assertEquals(600, row.silhouettePixels());
    assertEquals(1, row.visibleFraction());
    assertEquals(600, tested.silhouettePixels());
    int shaded = 0;
    ByteBuffer lit = show(List.of()).planes().get(Channel.COLOR);
    for (int pixel = 0; pixel < 64 * 48; pixel++) {
      boolean covered = COVERED.contains(pixel % 64, pixel / 64);
      assertEquals(covered ? 2 : 1, tested.planes().get(Channel.INSTANCE).getShort(2 * pixel));
      assertEquals(covered ? 6 : 8, tested.planes().get(Channel.DEPTH).getFloat(4 * pixel), 1e-5);
      int light = Byte.toUnsignedInt(lit.get(4 * pixel));
      int here = Byte.toUnsignedInt(tested.planes().get(Channel.COLOR).get(4 * pixel));
      shaded += !covered && here < light - 30 ? 1 : 0;
    }
    assertTrue(shaded > 100, shaded + " pixels of its shadow");
  }

  /** A texture of one alpha. */
  private record Card(Material material, Texture texture) {}

  private static Card card(double alpha, AlphaMode mode) {
    Material material =
        new Material(
            "card",
            LinearColor.WHITE,
            0,
            0.7,
            LinearColor.BLACK,
            0,
            Material.NO_TEXTURE,
            Material.NO_TEXTURE,
            mode,
            0.5);
    byte gray = (byte) 150;
    byte[] texels = {gray, gray, gray, (byte) Math.round(255 * alpha)};
    return new Card(material, new Texture(1, 1, true, List.of(texels)));
  }

  private Shown show(List<Card> cards) {
    InMemoryAssets assets = AnalyticScenes.shapes();
    TestScene scene =
        new TestScene(assets, Vec3.ZERO).camera(CAMERA, Rotations.lookAt(Vec3.ZERO, Vec3.UNIT_Y));
    scene.add("quad", AnalyticScenes.centered(new Vec3(0, 8, 0), 40));
    for (Card card : cards) {
      assets.add("card", Shape.QUAD.mesh(3), card.material(), card.texture());
      scene.add(
          "card",
          Affine3.translation(new Vec3(-1, 6, -1.5)).times(Affine3.scaling(new Vec3(2, 1, 3))));
    }
    Shown[] shown = new Shown[1];
    renderer.frame(assets, scene.job(), frame -> shown[0] = copy(frame.views().get(0)));
    return shown[0];
  }

  private static Shown copy(RenderedView view) {
    Map<Channel, ByteBuffer> planes = new EnumMap<>(Channel.class);
    view.planes()
        .forEach(
            (channel, plane) -> {
              int bytes = 64 * 48 * channel.bytesPerPixel();
              ByteBuffer copy = ByteBuffer.allocate(bytes).order(plane.order());
              planes.put(channel, copy.put(0, plane, 0, bytes));
            });
    int last = view.silhouettes().size() - 1;
    return new Shown(planes, view.instances().rows(), view.silhouettes().get(last).count());
  }
}
