package org.diorama.dataset.gltf;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diorama.core.light.LampShape;
import org.diorama.core.math.LinearColor;
import org.diorama.core.math.Rotations;
import org.diorama.core.math.Vec3;
import org.diorama.core.sample.GradientSky;
import org.diorama.core.sample.MotionStates;
import org.diorama.core.sample.SampledLamp;
import org.diorama.core.sample.SampledLighting;
import org.diorama.dataset.json.StrictJson;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Lamps as the extension has them: candela, and cones that shine down their nodes. */
class PlacedLightTest {
  private static final Vec3 AT = new Vec3(1, 2, 3);
  private static final Vec3 TARGET = new Vec3(4, -2, 0);
  private static final LinearColor CANDELA = new LinearColor(100, 50, 25);

  private static PlacedLight placed(LampShape shape) {
    SampledLamp lamp =
        new SampledLamp(
            "desk",
            2,
            shape,
            MotionStates.still(Rotations.forwardLeftUp(Rotations.lookAt(AT, TARGET))),
            CANDELA,
            true);
    GradientSky dark = new GradientSky(LinearColor.BLACK, LinearColor.BLACK, LinearColor.BLACK);
    return PlacedLight.of(
            new SampledLighting(Optional.empty(), dark, List.of(lamp)), new Vec3(9, 9, 9))
        .get(0);
  }

  private static void assertSpot(LampShape shape, double inner, double outer) {
    PlacedLight placed = placed(shape);
    PlacedLight.Light light = placed.light();
    assertEquals("desk_2", light.name());
    assertEquals("spot", light.type());
    assertEquals(new LinearColor(1, 0.5, 0.25), light.color());
    assertEquals(100, light.intensity());
    assertEquals(Map.of("innerConeAngle", inner, "outerConeAngle", outer), light.spot());
    Vec3 shines = placed.worldFromLight().transformDirection(Vec3.UNIT_Z.negate());
    assertEquals(0, shines.minus(TARGET.minus(AT).normalize()).length(), 1e-12);
    assertEquals(AT, placed.worldFromLight().translation());
    // glTF's nodes must not mirror.
    Vec3 x = placed.worldFromLight().transformDirection(Vec3.UNIT_X);
    Vec3 y = placed.worldFromLight().transformDirection(Vec3.UNIT_Y);
    assertEquals(0, x.cross(y).plus(shines).length(), 1e-12);
  }

  @Test
  void conesKeepTheirAnglesAndPanelsShineToOneSide() {
    assertSpot(new LampShape.Spot(0.1, 0.25, 0.5), 0.25, 0.5);
    assertSpot(new LampShape.Spot(0.1, 1.2, 2), 1.2, Math.PI / 2);
    // An even cone: the specification asks for an inner angle below the outer one.
    assertSpot(new LampShape.Spot(0, 0.5, 0.5), 0.5 * (1 - 1e-6), 0.5);
    assertSpot(new LampShape.Rectangle(0.3, 0.6), 0, Math.PI / 2);
    assertSpot(new LampShape.Disk(0.3), 0, Math.PI / 2);
  }

  /** Of a tube's lumens, π² times its candela, as many go in each direction as of a point's. */
  @Test
  void whatShinesAllAroundIsAPointOfItsLumens() {
    PlacedLight.Light point = placed(new LampShape.Point(0.1)).light();
    assertEquals("point", point.type());
    assertEquals(100, point.intensity(), 1e-9);
    assertEquals(Map.of(), point.spot());
    PlacedLight.Light tube = placed(new LampShape.Tube(1.2, 0.03)).light();
    assertEquals("point", tube.type());
    assertEquals(100 * Math.PI / 4, tube.intensity(), 1e-9);
  }

  @Test
  void extrasSayWhatTheLampIs() {
    JsonNode extras =
        StrictJson.instance().valueToTree(placed(new LampShape.Rectangle(0.3, 0.6)).extras());
    assertEquals("desk", extras.get("lamp").asString());
    assertEquals(
        "{\"form\":\"rectangle\",\"width\":0.3,\"length\":0.6}", extras.get("shape").toString());
    assertEquals(100 * Math.PI, extras.get("lumen").get(0).asDouble(), 1e-9);
    assertEquals(100, extras.get("candela").get(0).asDouble());
    assertEquals(12, extras.at("/world_from_lamp").size() * extras.at("/world_from_lamp/0").size());
  }
}
