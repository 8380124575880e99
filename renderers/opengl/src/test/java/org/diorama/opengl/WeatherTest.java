package org.diorama.opengl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
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
import org.diorama.core.weather.SurfaceWeather;
import org.diorama.procedural.Shape;
import org.diorama.testkit.InMemoryAssets;
import org.junit.jupiter.api.Test;

/** Rain, snow and wet ground on a rough floor with a wall. */
class WeatherTest {
  private static final PinholeCamera CAMERA = new PinholeCamera(160, 120, 130, 130, 80, 60);
  private static final Affine3 POSE = Rotations.lookAt(new Vec3(0, -6, 1.6), new Vec3(0, 0, 1));
  private static final Precipitation NONE = Precipitation.NONE;

  private final InMemoryAssets assets = new InMemoryAssets();

  WeatherTest() {
    Material gray = Material.plain("gray", LinearColor.WHITE.times(0.4), 0, 1);
    assets.add("floor", Shape.PLANE.mesh(4), gray);
    assets.add("wall", Shape.BOX.mesh(4), gray);
    Material dark = Material.plain("dark", LinearColor.WHITE.times(0.02), 0, 1);
    assets.add("dark floor", Shape.PLANE.mesh(4), dark);
    assets.add("dark wall", Shape.BOX.mesh(4), dark);
  }

  @Test
  void labelsAreTheSameInAnyWeather() {
    SampledWeather storm = weather(new SurfaceWeather(1, 0.5, 0.05), new Precipitation(20, 2, 3));
    for (Channel channel : List.of(Channel.DEPTH, Channel.INSTANCE)) {
      assertArrayEquals(plane(channel, SampledWeather.CLEAR), plane(channel, storm));
    }
  }

  @Test
  void wetPorousGroundIsDarkerAndSnowIsNearlyWhite() {
    double dry = floor(SampledWeather.CLEAR);
    double wet = floor(weather(new SurfaceWeather(1, 0, 0), NONE));
    double snowy = floor(weather(new SurfaceWeather(0, 0, 0.2), NONE));
    assertTrue(wet < 0.75 * dry, wet + " of " + dry);
    // Albedo 0.9 instead of 0.4.
    assertEquals(0.9 / 0.4, snowy / dry, 0.2);
  }

  @Test
  void snowLiesOnWhatFacesUpAndNotOnWalls() {
    byte[] bare = plane(Channel.COLOR, SampledWeather.CLEAR);
    byte[] snowy = plane(Channel.COLOR, weather(new SurfaceWeather(0, 0, 0.2), NONE));
    int wall = 4 * (55 * 160 + 80);
    assertEquals(bare[wall + 1] & 0xff, snowy[wall + 1] & 0xff, 12);
  }

  /** Water runs down a wall in tracks; labels of it are those of a dry one. */
  @Test
  void wallsAreWetInTracks() {
    int even = unevenness(plane(Channel.COLOR, SampledWeather.CLEAR));
    int tracks = unevenness(plane(Channel.COLOR, weather(new SurfaceWeather(1, 0, 0), NONE)));
    assertTrue(even <= 4 && tracks > 20, even + " dry and " + tracks + " wet");
  }

  /** Between the brightest and the darkest place of a row of the wall. */
  private static int unevenness(byte[] image) {
    int least = 255;
    int most = 0;
    for (int x = 56; x < 104; x++) {
      int value = image[4 * (52 * 160 + x) + 1] & 0xff;
      least = Math.min(least, value);
      most = Math.max(most, value);
    }
    return most - least;
  }

  @Test
  void morePuddlesCoverMoreGround() {
    byte[] wet = plane(Channel.COLOR, weather(new SurfaceWeather(1, 0, 0), NONE));
    int last = 0;
    for (double share : new double[] {0.2, 0.5, 0.8}) {
      byte[] flooded = plane(Channel.COLOR, weather(new SurfaceWeather(1, share, 0), NONE));
      int changed = changed(wet, flooded);
      assertTrue(changed > last, share + ": " + changed + " after " + last);
      last = changed;
    }
  }

  /**
   * Streaks differ by pattern alone, and grow with the rate. A drop covers a place for a fiftieth
   * of the exposure: rain shows before what is dark.
   */
  @Test
  void rainFallsInFrontAndItsPatternDecidesWhere() {
    byte[] dry = inTheDark(SampledWeather.CLEAR);
    byte[] light = inTheDark(weather(SurfaceWeather.DRY, new Precipitation(1, 0, 5)));
    byte[] heavy = inTheDark(weather(SurfaceWeather.DRY, new Precipitation(40, 0, 5)));
    byte[] same = inTheDark(weather(SurfaceWeather.DRY, new Precipitation(40, 0, 5)));
    byte[] other = inTheDark(weather(SurfaceWeather.DRY, new Precipitation(40, 0, 6)));
    assertArrayEquals(heavy, same);
    assertFalse(Arrays.equals(heavy, other));
    int few = changed(dry, light);
    int many = changed(dry, heavy);
    assertTrue(few > 20 && many > 3 * few, few + " and " + many);
  }

  @Test
  void snowFalls() {
    byte[] dry = plane(Channel.COLOR, SampledWeather.CLEAR);
    byte[] flakes = plane(Channel.COLOR, weather(SurfaceWeather.DRY, new Precipitation(0, 2, 5)));
    assertTrue(changed(dry, flakes) > 50, "flakes change " + changed(dry, flakes));
  }

  /** Streaks stand upright in still air and lean as wind is to fall: as far, for this one. */
  @Test
  void windSlantsWhatFalls() {
    byte[] dry = plane(Channel.COLOR, SampledWeather.CLEAR);
    double still = lean(dry, new Precipitation(60, 0, 5));
    double right = lean(dry, new Precipitation(60, 0, 5, 7, 180));
    double left = lean(dry, new Precipitation(60, 0, 5, 7, 0));
    assertEquals(0, still, 0.25);
    // Drops of this rain fall at about 6.9 m/s; the camera looks along +Y.
    assertEquals(-1, right, 0.5);
    assertEquals(1, left, 0.5);
  }

  /**
   * Columns by which what rain adds to a row lies to the right of the same in the row below; found
   * where both agree best.
   */
  private double lean(byte[] dry, Precipitation fall) {
    byte[] wet = plane(Channel.COLOR, weather(SurfaceWeather.DRY, fall));
    double best = Double.NEGATIVE_INFINITY;
    int found = 0;
    int apart = 2;
    for (int shift = -6; shift <= 6; shift++) {
      double sum = 0;
      for (int y = 0; y < 60; y++) {
        for (int x = 8; x < 152; x++) {
          sum += added(dry, wet, x + shift, y) * added(dry, wet, x, y + apart);
        }
      }
      found = sum > best ? shift : found;
      best = Math.max(best, sum);
    }
    return (double) found / apart;
  }

  private static double added(byte[] dry, byte[] wet, int x, int y) {
    int at = 4 * (y * 160 + x) + 1;
    return Math.abs((wet[at] & 0xff) - (dry[at] & 0xff));
  }

  private static SampledWeather weather(SurfaceWeather ground, Precipitation fall) {
    return new SampledWeather(Optional.empty(), ground, fall);
  }

  private static int changed(byte[] a, byte[] b) {
    int count = 0;
    for (int i = 1; i < a.length; i += 4) {
      count += Math.abs((a[i] & 0xff) - (b[i] & 0xff)) > 2 ? 1 : 0;
    }
    return count;
  }

  /** Mean of some rows of the floor, linear. */
  private double floor(SampledWeather weather) {
    byte[] image = plane(Channel.COLOR, weather);
    double sum = 0;
    for (int x = 0; x < 160; x++) {
      double v = (image[4 * (105 * 160 + x) + 1] & 0xff) / 255.0;
      sum += v <= 0.04045 ? v / 12.92 : StrictMath.pow((v + 0.055) / 1.055, 2.4);
    }
    return sum / 160;
  }

  private byte[] plane(Channel channel, SampledWeather weather) {
    return plane(channel, weather, "floor", "wall");
  }

  /** The image with dark things in it. */
  private byte[] inTheDark(SampledWeather weather) {
    return plane(Channel.COLOR, weather, "dark floor", "dark wall");
  }

  private byte[] plane(Channel channel, SampledWeather weather, String floor, String wall) {
    List<Draw> draws =
        List.of(
            assets.draw(1, floor, Affine3.scaling(new Vec3(60, 60, 1))),
            assets.draw(
                2,
                wall,
                Affine3.translation(new Vec3(0, 3, 0)).times(Affine3.scaling(new Vec3(4, 1, 3)))));
    LinearColor sky = LinearColor.WHITE.times(1000);
    SampledLighting light = new SampledLighting(Optional.empty(), new GradientSky(sky, sky, sky));
    View view = new View("", CAMERA, POSE, Development.exposed(11), EnumSet.allOf(Channel.class));
    byte[] bytes = new byte[channel.bytesPerPixel() * 160 * 120];
    Renders.view(
        assets,
        new RenderJob(draws, light, weather, List.of(view)),
        rendered -> rendered.plane(channel).get(0, bytes));
    return bytes;
  }
}
