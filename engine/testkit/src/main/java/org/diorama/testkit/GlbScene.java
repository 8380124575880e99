package org.diorama.testkit;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.diorama.core.geometry.PinholeCamera;
import org.diorama.core.light.Development;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.LinearColor;
import org.diorama.core.math.Vec3;
import org.diorama.core.render.Channel;
import org.diorama.core.render.Draw;
import org.diorama.core.render.RenderJob;
import org.diorama.core.render.View;
import org.diorama.core.sample.SampledLamp;
import org.diorama.core.sample.SampledLighting;
import tools.jackson.databind.JsonNode;

/**
 * An exported frame read back, as another program would: positions, materials and projections come
 * from glTF's own keys in single precision; only ids, the images' sizes, the sky and what glTF
 * can't say come from the extras. The world is the file's, around the root's origin, turned so that
 * glTF's +Y is up along +Z.
 *
 * @param job with every plane
 */
public record GlbScene(InMemoryAssets assets, RenderJob job) {
  private static final Affine3 WORLD_FROM_GLTF = new Affine3(1, 0, 0, 0, 0, 0, -1, 0, 0, 1, 0, 0);

  /** From OpenCV's axes to glTF's. */
  private static final Affine3 GLTF_FROM_OPENCV = Affine3.scaling(new Vec3(1, -1, -1));

  /**
   * @param like has what is no part of glTF: sky, weather, and how the cameras develop their
   *     images, in their order
   */
  public static GlbScene read(byte[] bytes, RenderJob like) {
    GlbFile file = GlbFile.parse(bytes);
    Affine3 worldFromRoot = WORLD_FROM_GLTF.times(GlbFile.matrix(file.root()));
    InMemoryAssets assets = GlbModels.read(file);
    List<Draw> draws = new ArrayList<>();
    List<View> views = new ArrayList<>();
    List<SampledLamp> lamps = new ArrayList<>();
    Optional<SampledLighting.Sun> sun = Optional.empty();
    for (JsonNode node : file.children()) {
      Affine3 worldFromNode = worldFromRoot.times(GlbFile.matrix(node));
      JsonNode extras = node.get("extras");
      if (node.has("mesh")) {
        draws.add(draw(node, worldFromNode, assets));
      } else if (node.has("camera")) {
        JsonNode camera = file.element("cameras", node.get("camera").asInt());
        Development development = like.views().get(views.size()).development();
        views.add(view(camera, worldFromNode, extras, development));
      } else if (node.has("extensions")) {
        JsonNode light = light(file, node);
        if (light.get("type").asString().equals("directional")) {
          sun = Optional.of(sun(light, worldFromNode, extras));
        } else {
          lamps.add(GlbLamps.read(light, amount(light), worldFromNode, extras));
        }
      }
    }
    return new GlbScene(
        assets,
        new RenderJob(
            draws, new SampledLighting(sun, like.lighting().sky(), lamps), like.weather(), views));
  }

  private static Draw draw(JsonNode node, Affine3 worldFromNode, InMemoryAssets assets) {
    String id = GlbModels.id(node.get("mesh").asInt());
    return assets.draw(node.get("extras").get("instance_id").asInt(), id, worldFromNode);
  }

  private static View view(
      JsonNode camera, Affine3 worldFromNode, JsonNode extras, Development development) {
    double aspect = camera.get("perspective").get("aspectRatio").floatValue();
    double up = Math.tan(camera.get("perspective").get("yfov").floatValue() / 2);
    int width = extras.get("width").asInt();
    int height = extras.get("height").asInt();
    JsonNode offset = extras.get("principal_point_offset");
    PinholeCamera pinhole =
        new PinholeCamera(
            width,
            height,
            width / (2 * aspect * up),
            height / (2 * up),
            width / 2.0 + offset.get(0).asDouble(),
            height / 2.0 + offset.get(1).asDouble());
    return new View(
        extras.get("camera").asString(),
        pinhole,
        worldFromNode.times(GLTF_FROM_OPENCV),
        development,
        EnumSet.allOf(Channel.class));
  }

  private static JsonNode light(GlbFile file, JsonNode node) {
    String extension = "KHR_lights_punctual";
    int index = node.get("extensions").get(extension).get("light").asInt();
    return file.json().get("extensions").get(extension).get("lights").get(index);
  }

  private static SampledLighting.Sun sun(JsonNode light, Affine3 worldFromNode, JsonNode extras) {
    return new SampledLighting.Sun(
        worldFromNode.transformDirection(Vec3.UNIT_Z).normalize(),
        amount(light),
        extras.get("angular_diameter").asDouble());
  }

  private static LinearColor amount(JsonNode light) {
    return color(light.get("color")).times(light.get("intensity").asDouble());
  }

  private static LinearColor color(JsonNode values) {
    return new LinearColor(
        values.get(0).asDouble(), values.get(1).asDouble(), values.get(2).asDouble());
  }
}
