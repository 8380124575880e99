package org.diorama.core.label.pixel;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diorama.core.geometry.PinholeCamera;
import org.diorama.core.light.Development;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.LinearColor;
import org.diorama.core.math.Vec3;
import org.diorama.core.random.FrameKey;
import org.diorama.core.render.Channel;
import org.diorama.core.render.InstanceTable;
import org.diorama.core.render.RenderedView;
import org.diorama.core.sample.FrameContext;
import org.diorama.core.sample.FrameInstant;
import org.diorama.core.sample.GradientSky;
import org.diorama.core.sample.MotionStates;
import org.diorama.core.sample.SampledCamera;
import org.diorama.core.sample.SampledFrame;
import org.diorama.core.sample.SampledLighting;
import org.diorama.core.sample.SampledMaterial;
import org.diorama.core.sample.SampledNode;
import org.diorama.core.scene.LabelRules;
import org.diorama.core.weather.SampledWeather;

/** Cubes from -0.5 to 0.5 under any maps, seen by a camera: planes by the slab test, in doubles. */
final class CubeScene {
  private final SampledCamera camera;
  private final List<SampledNode> nodes = new ArrayList<>();

  CubeScene(PinholeCamera pinhole, MotionStates worldFromCamera) {
    camera = new SampledCamera("", pinhole, worldFromCamera, Development.exposed(12));
  }

  /** Adds a cube; ids count from 1. */
  CubeScene cube(MotionStates worldFromObject) {
    return cube(nodes.size() + 1, worldFromObject);
  }

  /** Adds a cube of an instance. */
  CubeScene cube(int id, MotionStates worldFromObject) {
    nodes.add(
        new SampledNode(
            id, id, "cubes", id - 1, 0, "cube", "d", 0, 1, worldFromObject, SampledMaterial.NONE));
    return this;
  }

  /** Something that is at one place now, at another in the next step, and came from before it. */
  static MotionStates moving(Affine3 before, Affine3 now, Affine3 next) {
    return new MotionStates(List.of(before, now, now, now, next));
  }

  static Affine3 box(Vec3 center, Vec3 size) {
    return Affine3.translation(center).times(Affine3.scaling(size));
  }

  SampledCamera camera() {
    return camera;
  }

  SampledFrame frame() {
    GradientSky sky = new GradientSky(LinearColor.WHITE, LinearColor.WHITE, LinearColor.WHITE);
    return new SampledFrame(
        "cubes",
        new FrameKey(0, 0),
        FrameContext.still(0),
        List.of(),
        LabelRules.DEFAULT,
        List.of(camera),
        new SampledLighting(Optional.empty(), sky),
        SampledWeather.CLEAR,
        nodes,
        List.of(),
        List.of(),
        List.of());
  }

  RenderedView view(FrameInstant instant) {
    int width = camera.pinhole().width();
    int height = camera.pinhole().height();
    Map<Channel, ByteBuffer> planes = new EnumMap<>(Channel.class);
    for (Channel channel : Channel.values()) {
      planes.put(
          channel,
          ByteBuffer.allocate(width * height * channel.bytesPerPixel())
              .order(ByteOrder.nativeOrder()));
    }
    for (int pixel = 0; pixel < width * height; pixel++) {
      Seen seen = see(pixel % width + 0.5, pixel / width + 0.5, instant);
      if (seen.node() != null) {
        planes.get(Channel.INSTANCE).putShort(2 * pixel, (short) seen.node().instanceId());
        planes.get(Channel.DRAW).putShort(2 * pixel, draw(seen.node()));
        planes.get(Channel.DEPTH).putFloat(4 * pixel, (float) seen.z());
      }
    }
    return new RenderedView("", width, height, planes, new InstanceTable(List.of()));
  }

  /**
   * What the ray through a place of the image meets first.
   *
   * @param node null where it meets nothing
   */
  record Seen(SampledNode node, double z) {}

  Seen see(double u, double v, FrameInstant instant) {
    Vec3 ray = camera.pinhole().direction(u, v);
    SampledNode first = null;
    double nearest = Double.POSITIVE_INFINITY;
    for (SampledNode node : nodes) {
      double z = hit(node, ray, instant);
      if (z < nearest) {
        nearest = z;
        first = node;
      }
    }
    return new Seen(first, nearest);
  }

  private short draw(SampledNode node) {
    List<SampledNode> own =
        nodes.stream().filter(each -> each.instanceId() == node.instanceId()).toList();
    return (short) (1 + own.indexOf(node));
  }

  private double hit(SampledNode node, Vec3 ray, FrameInstant instant) {
    Affine3 objectFromCamera =
        node.worldFromObject().at(instant).inverseTimes(camera.worldFromCamera().at(instant));
    Vec3 from = objectFromCamera.translation();
    Vec3 along = objectFromCamera.transformDirection(ray);
    double enter = 0;
    double leave = Double.POSITIVE_INFINITY;
    for (int axis = 0; axis < 3; axis++) {
      double a = (-0.5 - from.component(axis)) / along.component(axis);
      double b = (0.5 - from.component(axis)) / along.component(axis);
      enter = Math.max(enter, Math.min(a, b));
      leave = Math.min(leave, Math.max(a, b));
    }
    return enter > 0 && enter <= leave ? enter : Double.POSITIVE_INFINITY;
  }
}
