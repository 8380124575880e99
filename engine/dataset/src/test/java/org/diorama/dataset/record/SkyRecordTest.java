package org.diorama.dataset.record;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.diorama.core.math.LinearColor;
import org.diorama.core.math.Vec3;
import org.diorama.core.sample.AtmosphereSky;
import org.diorama.core.sample.ImageSky;
import org.diorama.core.sample.SampledLighting;
import org.diorama.core.sky.SkyBody;
import org.diorama.core.sky.air.Air;
import org.diorama.core.sky.air.Atmosphere;
import org.diorama.core.sky.air.CloudLayer;
import org.diorama.core.sky.air.Firmament;
import org.diorama.dataset.json.StrictJson;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;

class SkyRecordTest {
  private static final String ATMOSPHERE =
      """
      {"sun":null,"sky":{"atmosphere":{"air":{"visibility":9000.0,"ozone":300.5,\
      "ground_albedo":[0.0,0.0,0.0]},"altitude":12.0,"sun":{"towards":[0.0,0.0,-1.0],\
      "illuminance":[1.0,1.0,1.0],"angular_diameter":0.01},"moon":{"towards":[1.0,0.0,0.0],\
      "illuminance":[0.25,0.25,0.25],"angular_diameter":0.009},\
      "clouds":{"cover":0.5,"base":900.0,"thickness":600.0,"seed":7},\
      "firmament":{"moon_phase":1.5,"pole":[0.0,0.0,1.0],"sidereal_time":2.5}}},\
      "lamps":[],"indirect":{"occlusion":true,"bounce":true}}
      """;

  /** Readers outside rely on every key, its order and its form. */
  @Test
  void formOfAnAtmosphereIsPinned() {
    SampledLighting lighting =
        new SampledLighting(
            Optional.empty(),
            new AtmosphereSky(
                new Atmosphere(
                    new Air(9_000, 300.5, LinearColor.BLACK),
                    12,
                    new SkyBody(new Vec3(0, 0, -1), LinearColor.WHITE, 0.01),
                    Optional.of(new SkyBody(Vec3.UNIT_X, LinearColor.WHITE.times(0.25), 0.009)),
                    Optional.of(new CloudLayer(0.5, 900, 600, 7)),
                    new Firmament(1.5, Vec3.UNIT_Z, 2.5))));
    byte[] line = StrictJson.line(lighting);
    assertEquals(ATMOSPHERE, new String(line, StandardCharsets.UTF_8));
    SampledLighting back = read(ATMOSPHERE);
    assertEquals(lighting, back);
    assertArrayEquals(line, StrictJson.line(back));
  }

  @Test
  void formOfAnImageIsPinned() {
    String json =
        """
        {"sun":null,"sky":{"hdri":"a.hdr","sha256":"00ff","rotation":1.5,"unit":250.0,\
        "sun_apart":true},"lamps":[],"indirect":{"occlusion":true,"bounce":true}}
        """;
    SampledLighting lighting =
        new SampledLighting(Optional.empty(), new ImageSky("a.hdr", "00ff", 1.5, 250, true));
    assertEquals(json, new String(StrictJson.line(lighting), StandardCharsets.UTF_8));
    assertEquals(lighting, read(json));
  }

  @Test
  void whatIsNoSkyIsRefused() {
    for (String[] change :
        new String[][] {
          {"\"sky\":{\"atmosphere\"", "\"sky\":{\"atmosfere\""},
          {"\"ozone\":300.5,", ""},
          {"\"visibility\":9000.0", "\"visibility\":9.0"},
          {"\"cover\":0.5", "\"cover\":1.5"},
          {"\"altitude\":12.0", "\"altitude\":12.0,\"depth\":1"},
          {"\"sky\":{", "\"sky\":{\"zenith\":[1.0,1.0,1.0],"},
        }) {
      String text = ATMOSPHERE.replace(change[0], change[1]);
      assertThrows(JacksonException.class, () -> read(text), text);
    }
  }

  private static SampledLighting read(String json) {
    return StrictJson.instance().readValue(json, SampledLighting.class);
  }
}
