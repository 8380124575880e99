package org.diorama.opengl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.diorama.core.asset.AlphaMode;
import org.diorama.core.asset.Material;
import org.diorama.core.geometry.PinholeCamera;
import org.diorama.core.light.Development;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.LinearColor;
import org.diorama.core.math.Rotations;
import org.diorama.core.math.Vec3;
import org.diorama.core.render.Channel;
import org.diorama.core.render.Draw;
import org.diorama.core.render.RenderJob;
import org.diorama.core.render.View;
import org.diorama.core.sample.GradientSky;
import org.diorama.core.sample.SampledLighting;
import org.diorama.core.weather.Precipitation;
import org.diorama.core.weather.SampledWeather;
import org.diorama.core.weather.SampledWeather.Haze;
import org.diorama.core.weather.SurfaceWeather;
import org.diorama.procedural.Shape;
import org.diorama.testkit.FogContract;
import org.diorama.testkit.InMemoryAssets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cards in fog, far and near. */
class FogTest {
  private static final double EV = 8;
  private static final PinholeCamera CAMERA = new PinholeCamera(320, 64, 160, 160, 160, 32);
  private static final double[] DISTANCES = {4, 10, 20, 35, 60, 90};

  private static final Vec3 FAR_AWAY = new Vec3(5000, -3000, 40);

  private final FogContract contract = new FogContract(Renders::frame);
  private final InMemoryAssets assets = new InMemoryAssets();

  FogTest() {
    // In shares of what the exposure shows as white.
    double white = 1.2 * StrictMath.pow(2, EV) / Material.GLOW;
    assets.add("glowing", Shape.BOX.mesh(4), card(LinearColor.WHITE.times(0.7 * white)));
    assets.add("black", Shape.BOX.mesh(4), card(LinearColor.BLACK));
  }

  private static Material card(LinearColor emission) {
    return new Material(
        "card",
        LinearColor.BLACK,
        1,
        1,
        emission,
        Material.NO_TEXTURE,
        Material.NO_TEXTURE,
        Material.NO_TEXTURE,
        AlphaMode.OPAQUE,
        0.5);
  }

  @ParameterizedTest
  @ValueSource(doubles = {60, 300})
  void transmittanceIsExponential(double visibility) {
    contract.evenFog(Vec3.ZERO, visibility);
    contract.evenFog(FAR_AWAY, visibility);
  }

  @ParameterizedTest
  @ValueSource(doubles = {2, 30})
  void transmittanceIsThatOfThinningFog(double scaleHeight) {
    contract.thinningFog(Vec3.ZERO, 60, scaleHeight);
    contract.thinningFog(FAR_AWAY, 60, scaleHeight);
  }

  @Test
  void whatIsLostTheFogGives() {
    contract.fogsOwnLight();
  }

  /** Ids and depth know no weather. */
  @Test
  void labelsAreTheSameInAnyWeather() {
    List<byte[]> clear = new ArrayList<>();
    List<byte[]> foggy = new ArrayList<>();
    for (Channel channel : List.of(Channel.DEPTH, Channel.INSTANCE)) {
      clear.add(plane(channel, "glowing", Vec3.ZERO, Optional.empty()));
      foggy.add(
          plane(
              channel, "glowing", Vec3.ZERO, Optional.of(new Haze(30, 0, 50, LinearColor.WHITE))));
    }
    for (int i = 0; i < clear.size(); i++) {
      assertArrayEquals(clear.get(i), foggy.get(i));
    }
  }

  /** Far away only the fog is left, seamlessly with the sky beside it. */
  @Test
  void farThingsTakeTheColorOfTheHorizon() {
    byte[] image = image("black", Vec3.ZERO, new Haze(25, 50, 100, LinearColor.WHITE));
    int last = DISTANCES.length - 1;
    int card = image[4 * (32 * 320 + column(last)) + 1] & 0xff;
    int beside = image[4 * (32 * 320 + 310) + 1] & 0xff;
    assertEquals(beside, card, 3);
    assertTrue(card > 20, "the fog is lit: " + card);
  }

  /** A staircase of cards side by side, one image column band each, whatever their distance. */
  private static int column(int card) {
    return 30 + 48 * card;
  }

  private byte[] image(String asset, Vec3 origin, Haze haze) {
    return plane(Channel.COLOR, asset, origin, Optional.of(haze));
  }

  private byte[] plane(Channel channel, String asset, Vec3 origin, Optional<Haze> haze) {
    List<Draw> draws = new ArrayList<>();
    for (int i = 0; i < DISTANCES.length; i++) {
      double d = DISTANCES[i];
      // The front face, seen on the axis of its column, is d away along its ray.
      double across = (column(i) + 0.5 - 160) / 160;
      double planar = d / Math.sqrt(1 + across * across);
      double size = 0.2 * planar;
      draws.add(
          assets.draw(
              i + 1,
              asset,
              Affine3.translation(
                      origin.plus(new Vec3(across * planar, planar + size / 2, -size / 2)))
                  .times(Affine3.scaling(new Vec3(size, size, size)))));
    }
    LinearColor sky = LinearColor.WHITE.times(60);
    SampledLighting light = new SampledLighting(Optional.empty(), new GradientSky(sky, sky, sky));
    SampledWeather weather = new SampledWeather(haze, SurfaceWeather.DRY, Precipitation.NONE);
    Affine3 pose = Affine3.translation(origin).times(Rotations.lookAt(Vec3.ZERO, Vec3.UNIT_Y));
    View view = new View("", CAMERA, pose, Development.exposed(EV), EnumSet.allOf(Channel.class));
    byte[][] bytes = new byte[1][];
    Renders.view(
        assets,
        new RenderJob(draws, light, weather, List.of(view)),
        rendered -> {
          bytes[0] = new byte[channel.bytesPerPixel() * 320 * 64];
          rendered.plane(channel).get(0, bytes[0]);
        });
    return bytes[0];
  }
}
