package org.diorama.core.outdoor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.SplittableRandom;
import org.diorama.core.math.LinearColor;
import org.diorama.core.math.Rotations;
import org.diorama.core.math.Vec3;
import org.diorama.core.sample.AtmosphereSky;
import org.diorama.core.sample.SampledLighting;
import org.diorama.core.sample.SampledLighting.Sun;
import org.diorama.core.sky.SkyBody;
import org.diorama.core.sky.air.Air;
import org.diorama.core.sky.air.Atmosphere;
import org.diorama.core.sky.air.CloudLayer;
import org.diorama.core.sky.air.Sunlight;
import org.diorama.core.weather.SampledWeather;
import org.junit.jupiter.api.Test;

class CloudShadeTest {
  private static final Vec3 TOWARDS = Rotations.direction(0.7, Rotations.radians(40));
  private static final CloudShade BROKEN =
      new CloudShade(new CloudLayer(0.5, 1_200, 1_000, 6), TOWARDS);

  /** A place on a ray is shaded by the same cloud wherever on the ray it is. */
  @Test
  void aRayHasOneShade() {
    SplittableRandom random = new SplittableRandom(1);
    for (int k = 0; k < 200; k++) {
      Vec3 ground = new Vec3(random.nextDouble(-9e3, 9e3), random.nextDouble(-9e3, 9e3), 0);
      Vec3 tower = ground.plus(TOWARDS.times(random.nextDouble(0, 900)));
      assertEquals(BROKEN.at(ground), BROKEN.at(tower), 1e-6, "seed 1, case " + k);
      assertEquals(0, BROKEN.onGround(tower).minus(ground).length(), 1e-6);
    }
    assertEquals(1, BROKEN.at(new Vec3(0, 0, 1_300)), "above the clouds");
  }

  /** Half the sky in clouds, about half of the ground in the sun, in patches as large as clouds. */
  @Test
  void brokenCloudsGivePatches() {
    assertTrue(BROKEN.mean() > 0.45 && BROKEN.mean() < 0.8, BROKEN.mean() + " of the sun");
    int changes = 0;
    int shaded = 0;
    for (int x = 0; x < 20_000; x += 10) {
      boolean before = BROKEN.at(new Vec3(x - 10, 0, 0)) < 0.5;
      boolean here = BROKEN.at(new Vec3(x, 0, 0)) < 0.5;
      changes += before == here ? 0 : 1;
      shaded += here ? 1 : 0;
    }
    assertTrue(shaded > 200 && shaded < 1_800, shaded + " of 2000 places");
    assertTrue(changes >= 6 && changes <= 60, changes + " edges in 20 km");
    double closed = new CloudShade(new CloudLayer(1, 1_200, 1_000, 6), TOWARDS).mean();
    assertTrue(closed < 1e-4, closed + " of the sun under a closed sky");
  }

  /** Tables hold what the layer says, the fine one to its texels, the coarse one to its mean. */
  @Test
  void tablesAreTheShade() {
    Vec3 camera = new Vec3(4_000, -3_000, 30);
    CloudShadeMap map = new CloudShadeMap(CloudShadeMap.Key.of(BROKEN, camera));
    Vec3 away = camera.minus(new Vec3(map.key().x(), map.key().y(), 0));
    assertTrue(Math.abs(away.x()) <= 128 && Math.abs(away.y()) <= 128, away.toString());
    double[] means = new double[2];
    double worst = 0;
    for (int table = 0; table < 2; table++) {
      double texel = CloudShadeMap.SPANS[table] / CloudShadeMap.SIZE;
      for (int k = 0; k < CloudShadeMap.SIZE * CloudShadeMap.SIZE; k += 7) {
        Vec3 place =
            new Vec3(
                map.key().x() + (k % CloudShadeMap.SIZE - 127.5) * texel,
                map.key().y() + (k / CloudShadeMap.SIZE - 127.5) * texel,
                0);
        double difference = map.texels(table)[k] - BROKEN.at(place);
        means[table] += 7 * difference / (CloudShadeMap.SIZE * CloudShadeMap.SIZE);
        worst = table == 0 ? Math.max(worst, Math.abs(difference)) : worst;
      }
    }
    assertTrue(worst < 1e-6, "off by " + worst);
    assertEquals(0, means[1], 0.01);
    assertEquals(BROKEN.mean(), map.mean(), 1e-6);
  }

  /** Sun and shade at a place are those of the sky as it is drawn there. */
  @Test
  void theShadeIsThatOfTheSkyThatIsDrawn() {
    SkyBody body = new SkyBody(TOWARDS, Sunlight.above(128_000), 0.0093);
    Air air = new Air(40_000, 300, LinearColor.WHITE.times(0.2));
    Atmosphere atmosphere =
        new Atmosphere(air, 0, body, Optional.empty(), Optional.of(BROKEN.layer()));
    SkyBody seen = atmosphere.sunFromGround().orElseThrow();
    SampledLighting lighting =
        new SampledLighting(
            Optional.of(new Sun(seen.towards(), seen.illuminance(), 0.0093)),
            new AtmosphereSky(atmosphere));
    OutdoorLight light =
        OutdoorLight.of(lighting, direction -> LinearColor.BLACK, SampledWeather.CLEAR);
    double here =
        CloudLayer.directTransmittance(BROKEN.layer().crossing(Vec3.ZERO, TOWARDS).slant());
    assertEquals(
        here * seen.illuminance().green(),
        light.sunAt(Vec3.ZERO).orElseThrow().illuminance().green(),
        1e-6 * seen.illuminance().green());
    assertEquals(
        Optional.empty(),
        CloudShade.of(
            new SampledLighting(
                lighting.sun(),
                new AtmosphereSky(
                    new Atmosphere(
                        air,
                        0,
                        body,
                        Optional.empty(),
                        Optional.of(new CloudLayer(0, 1_200, 1_000, 6)))))));
  }
}
