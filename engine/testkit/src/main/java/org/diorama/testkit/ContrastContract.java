package org.diorama.testkit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntToDoubleFunction;
import org.diorama.core.asset.Material;
import org.diorama.core.geometry.PinholeCamera;
import org.diorama.core.light.Development;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.LinearColor;
import org.diorama.core.math.Rotations;
import org.diorama.core.math.Vec3;
import org.diorama.core.outdoor.OutdoorLight;
import org.diorama.core.render.Channel;
import org.diorama.core.render.Draw;
import org.diorama.core.render.Effect;
import org.diorama.core.render.InstanceContrast;
import org.diorama.core.render.InstanceCoverage;
import org.diorama.core.render.Measure;
import org.diorama.core.render.RenderJob;
import org.diorama.core.render.RenderedView;
import org.diorama.core.render.View;
import org.diorama.core.sample.GradientSky;
import org.diorama.core.sample.SampledLighting;
import org.diorama.core.sample.SampledMaterial;
import org.diorama.core.weather.FogLayer;
import org.diorama.core.weather.Precipitation;
import org.diorama.core.weather.SampledWeather;
import org.diorama.core.weather.SampledWeather.Haze;
import org.diorama.core.weather.SurfaceWeather;
import org.diorama.procedural.Shape;

/** What every renderer tells of how instances stand out, by closed forms: glowing black cards. */
public final class ContrastContract {
  private static final PinholeCamera CAMERA = new PinholeCamera(151, 61, 120, 120, 75, 30);
  private static final double[] DISTANCES = {5, 12, 25, 40};
  private static final double VISIBILITY = 90;

  /** Of a row of cards above the horizon, so that behind them is fog without end. */
  private static final double ABOVE = 0.15;

  private static final LinearColor SKY = LinearColor.WHITE.times(60);

  /** The device keeps half floats. */
  private static final double PRECISION = 2e-3;

  private final FinishContract.Drawing renderer;
  private final InMemoryAssets assets = new InMemoryAssets();
  private final List<Draw> draws = new ArrayList<>();
  private final List<Double> glows = new ArrayList<>();

  public ContrastContract(FinishContract.Drawing renderer) {
    this.renderer = renderer;
    // A black metal: nothing mirrors in it.
    assets.add("card", Shape.BOX.mesh(4), Material.plain("card", LinearColor.BLACK, 1, 1));
  }

  /** Before the horizon, the air takes the contrast's share that doesn't come through. */
  public void dimsAsKoschmiederSays() {
    for (double luminance : new double[] {0, 0.3}) {
      List<Optional<InstanceContrast>> contrasts = contrasts(row(luminance), fog());
      // A rough metal mirrors a little of the fog at its grazing facets, however black.
      for (int i = 0; i < DISTANCES.length; i++) {
        double inherent = luminance * SKY.green() / around(i) + 0.01 - 1;
        double through = Math.exp(-FogLayer.extinctionOfVisibility(VISIBILITY) * DISTANCES[i]);
        InstanceContrast contrast = contrasts.get(i).orElseThrow();
        String what = luminance + " at " + DISTANCES[i] + " m";
        assertEquals(inherent, contrast.inherent(), 0.012, what);
        double expected = contrast.inherent() * through;
        assertEquals(expected, contrast.apparent(), 0.02 * Math.abs(expected), what);
      }
    }
  }

  /**
   * Cards before each other and at the image's edges, by what the planes show around each. Two of
   * them are one instance.
   */
  public void isMeasuredAgainstPixelsAround() {
    draws.clear();
    glows.clear();
    card(0, 0, 12, 40, 1);
    card(-3, -1, 9, 6, 0.1);
    card(-1.5, 0.2, 8, 1, 0.4);
    card(-1.4, 0.1, 7.5, 0.3, 0.9);
    card(2.9, 0.8, 6, 2, 0.2);
    card(2.2, -0.4, 5, 0.15, 0.7);
    draws.add(card(3, 0.6, 0.3, 5.5, 0.25, 0.4));
    // Each card shows its own glow, without what others throw on it.
    draw(
        new RenderJob(draws, lighting(LinearColor.BLACK), List.of(view(Channel.USUAL)))
            .without(Effect.BOUNCE),
        view -> {
          for (int id = 1; id <= glows.size(); id++) {
            InstanceContrast contrast = row(view, id).contrast().orElseThrow();
            double own = glows.get(id - 1);
            double around = meanAround(view, id, near -> glows.get(near - 1));
            assertEquals(own / around - 1, contrast.inherent(), PRECISION, "card " + id);
            assertEquals(contrast.inherent(), contrast.apparent(), 1e-9, "in clear air");
          }
        });
  }

  /** Rain, snow and fog change contrast and nothing else that is said of an instance. */
  public void weatherTouchesNoOtherLabel() {
    draws.clear();
    List<byte[]> planes = new ArrayList<>();
    List<InstanceCoverage> rows = new ArrayList<>();
    SampledWeather storm =
        new SampledWeather(
            fog().haze(), new SurfaceWeather(1, 0.5, 0.05), new Precipitation(20, 2, 3));
    for (SampledWeather weather : List.of(SampledWeather.CLEAR, storm)) {
      row(0.3);
      draw(
          job(weather),
          view -> {
            for (Channel channel : List.of(Channel.DEPTH, Channel.INSTANCE)) {
              byte[] plane = new byte[view.plane(channel).capacity()];
              view.plane(channel).get(0, plane);
              planes.add(plane);
            }
            rows.addAll(view.instances().rows());
          });
    }
    assertArrayEquals(planes.get(0), planes.get(2));
    assertArrayEquals(planes.get(1), planes.get(3));
    int cards = DISTANCES.length;
    for (int i = 0; i < cards; i++) {
      InstanceCoverage clear = rows.get(i);
      InstanceCoverage stormy = rows.get(cards + i);
      assertEquals(clear, withContrast(stormy, clear.contrast()));
      double before = Math.abs(clear.contrast().orElseThrow().apparent());
      double after = Math.abs(stormy.contrast().orElseThrow().apparent());
      assertTrue(after < before, before + " became " + after);
    }
  }

  /** Before nothing there is nothing to compare with, nor without a picture. */
  public void blackSurroundingsTellNothing() {
    row(0.3);
    SampledLighting dark = lighting(LinearColor.BLACK);
    draw(
        new RenderJob(draws, dark, List.of(view(Channel.USUAL))),
        view -> assertEquals(Optional.empty(), row(view, 1).contrast()));
    draw(
        new RenderJob(draws, lighting(SKY), List.of(view(EnumSet.of(Channel.INSTANCE)))),
        view -> assertEquals(Optional.empty(), row(view, 1).contrast()));
  }

  private static InstanceCoverage withContrast(
      InstanceCoverage row, Optional<InstanceContrast> contrast) {
    return new InstanceCoverage(
        row.instanceId(),
        row.visiblePixels(),
        row.silhouettePixels(),
        row.box(),
        row.nearestDepth(),
        row.farthestDepth(),
        row.truncation(),
        contrast);
  }

  private static double meanAround(RenderedView view, int id, IntToDoubleFunction luminance) {
    double sum = 0;
    int count = 0;
    int ring = InstanceContrast.RING;
    for (int pixel = 0; pixel < view.width() * view.height(); pixel++) {
      if (RenderTables.instance(view, pixel) == id) {
        continue;
      }
      boolean near = false;
      for (int dy = -ring; dy <= ring; dy++) {
        for (int dx = -ring; dx <= ring; dx++) {
          int x = pixel % view.width() + dx;
          int y = pixel / view.width() + dy;
          near |=
              x >= 0
                  && y >= 0
                  && x < view.width()
                  && y < view.height()
                  && RenderTables.instance(view, y * view.width() + x) == id;
        }
      }
      if (near) {
        sum += luminance.applyAsDouble(RenderTables.instance(view, pixel));
        count++;
      }
    }
    return sum / count;
  }

  private static double across(int card) {
    return (20.0 + 36 * card - 75) / 120;
  }

  /** Small cards side by side at different distances; their luminance in shares of the sky's. */
  private List<Draw> row(double luminance) {
    draws.clear();
    glows.clear();
    for (int i = 0; i < DISTANCES.length; i++) {
      double across = across(i);
      double planar = DISTANCES[i] / Math.sqrt(1 + across * across + ABOVE * ABOVE);
      card(across * planar, ABOVE * planar, planar, 0.1 * planar, luminance);
    }
    return draws;
  }

  /** A card with its front at a depth and its middle at a place, in meters. */
  private void card(double x, double z, double depth, double size, double luminance) {
    glows.add(luminance);
    draws.add(card(draws.size() + 1, x, z, depth, size, luminance));
  }

  private Draw card(int id, double x, double z, double depth, double size, double luminance) {
    return assets.draw(
        id,
        "card",
        Affine3.translation(new Vec3(x, depth + size / 2, z - size / 2))
            .times(Affine3.scaling(new Vec3(size, size, size))),
        new SampledMaterial(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(SKY.times(luminance)),
            Optional.empty(),
            List.of()));
  }

  private List<Optional<InstanceContrast>> contrasts(List<Draw> cards, SampledWeather weather) {
    List<Optional<InstanceContrast>> contrasts = new ArrayList<>();
    draw(
        job(weather),
        view -> view.instances().rows().forEach(each -> contrasts.add(each.contrast())));
    assertEquals(cards.size(), contrasts.size());
    return contrasts;
  }

  private static InstanceCoverage row(RenderedView view, int id) {
    return view.instances().rows().get(id - 1);
  }

  private static SampledWeather fog() {
    Haze haze = new Haze(VISIBILITY, 1000, 100, LinearColor.WHITE);
    return new SampledWeather(Optional.of(haze), SurfaceWeather.DRY, Precipitation.NONE);
  }

  /** Luminance of the fog around a card of the row. */
  private static double around(int card) {
    return OutdoorLight.of(lighting(SKY), new GradientSky(SKY, SKY, SKY), fog())
        .sky()
        .luminance(new Vec3(across(card), 1, ABOVE).normalize())
        .green();
  }

  private static SampledLighting lighting(LinearColor sky) {
    return new SampledLighting(Optional.empty(), new GradientSky(sky, sky, sky));
  }

  private RenderJob job(SampledWeather weather) {
    return new RenderJob(draws, lighting(SKY), weather, List.of(view(Channel.USUAL)));
  }

  private static View view(Set<Channel> channels) {
    Affine3 pose = Rotations.lookAt(Vec3.ZERO, Vec3.UNIT_Y);
    return new View("", CAMERA, pose, Development.exposed(7), channels, Set.of(Measure.CONTRAST));
  }

  private void draw(RenderJob job, Consumer<RenderedView> check) {
    renderer.frame(assets, job, frame -> check.accept(frame.views().get(0)));
  }
}
