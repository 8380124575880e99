package org.diorama.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.ByteBuffer;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.diorama.core.geometry.PinholeCamera;
import org.diorama.core.light.Development;
import org.diorama.core.light.LampShape;
import org.diorama.core.light.ToneCurve;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.LinearColor;
import org.diorama.core.math.Vec3;
import org.diorama.core.render.Channel;
import org.diorama.core.render.Effect;
import org.diorama.core.render.InstanceCoverage;
import org.diorama.core.render.RenderJob;
import org.diorama.core.render.RenderedView;
import org.diorama.core.render.View;
import org.diorama.core.sample.GradientSky;
import org.diorama.core.sample.MotionStates;
import org.diorama.core.sample.SampledFinish;
import org.diorama.core.sample.SampledLamp;
import org.diorama.core.sample.SampledLighting;
import org.diorama.core.sample.SampledMaterial;
import org.diorama.core.weather.Precipitation;
import org.diorama.core.weather.SampledWeather;
import org.diorama.core.weather.SampledWeather.Haze;
import org.diorama.core.weather.SurfaceWeather;

/**
 * Whatever light, weather, finish, exposure and effects a scene is drawn with, its picture changes
 * and none of its labels does: every plane but the color is the same byte for byte, and so is what
 * is told of each instance.
 */
public final class LabelsUntouchedContract {
  private static final PinholeCamera CAMERA = new PinholeCamera(64, 48, 60, 60, 32, 24);
  private static final double EV = 12;

  private LabelsUntouchedContract() {}

  /** What a renderer has made of a scene. */
  private record Drawn(
      Map<Channel, ByteBuffer> labels, List<InstanceCoverage> instances, ByteBuffer color) {}

  /** Holds for the random scene of a seed. */
  public static void hold(FinishContract.Drawing renderer, long seed) {
    TestScene scene = RandomScenes.scene(seed, Vec3.ZERO);
    RenderJob every =
        new RenderJob(
            scene.job().draws(), scene.job().lighting(), scene.job().views().subList(0, 1));
    RenderJob plain =
        developed(every, Development.exposed(EV)).without(Effect.BOUNCE).without(Effect.OCCLUSION);
    Drawn expected = draw(renderer, scene, plain);
    looks(plain)
        .forEach(
            (look, job) -> {
              String what = look + ", scene of seed " + seed;
              Drawn drawn = draw(renderer, scene, job);
              assertNotEquals(expected.color(), drawn.color(), what + ": the picture");
              expected
                  .labels()
                  .forEach(
                      (channel, plane) ->
                          assertEquals(plane, drawn.labels().get(channel), what + ": " + channel));
              assertEquals(expected.instances(), drawn.instances(), what);
            });
  }

  private static Map<String, RenderJob> looks(RenderJob plain) {
    LinearColor dim = LinearColor.WHITE.times(20);
    SampledLighting night =
        new SampledLighting(Optional.empty(), new GradientSky(dim, dim, LinearColor.BLACK));
    List<LampShape> shapes =
        List.of(
            new LampShape.Point(0.3),
            new LampShape.Spot(0.1, 0.3, 0.6),
            new LampShape.Rectangle(1, 0.5),
            new LampShape.Disk(0.8),
            new LampShape.Tube(1, 0.1));
    List<SampledLamp> lamps =
        IntStream.range(0, shapes.size())
            .mapToObj(i -> lamp(shapes.get(i), i - 2, plain.views().get(0)))
            .toList();
    // Few, as each opens a renderer.
    Map<String, RenderJob> looks = new LinkedHashMap<>();
    looks.put("by lamps of every form", plain.with(night.with(lamps)));
    looks.put("in a storm", plain.with(storm()));
    looks.put("under coats, of cloth, glass and leaves", finished(plain));
    looks.put(
        "without shadows, metered, filmic, balanced, with glare",
        developed(
            plain.without(Effect.SUN_SHADOWS),
            new Development(Optional.empty(), 1, Optional.of(3000.0), ToneCurve.FILMIC, 0.1)));
    return looks;
  }

  private static SampledWeather storm() {
    return new SampledWeather(
        Optional.of(new Haze(60, 0, 100, LinearColor.WHITE)),
        new SurfaceWeather(1, 0.5, 0.05),
        new Precipitation(20, 2, 3));
  }

  /** A lamp that is seen itself, before what the camera looks at. */
  private static SampledLamp lamp(LampShape shape, double aside, View view) {
    Vec3 place = view.worldFromCamera().transformPoint(new Vec3(0.3 * aside, 0, 1.5));
    return new SampledLamp(
        "lamp",
        0,
        shape,
        MotionStates.still(Affine3.translation(place)),
        LinearColor.WHITE.times(20_000),
        true);
  }

  private static SampledFinish finish(
      double coat, double sheen, double transmission, double translucency) {
    return new SampledFinish(
        Optional.of(coat),
        Optional.of(0.1),
        Optional.of(LinearColor.WHITE.times(sheen)),
        Optional.of(0.5),
        Optional.of(transmission),
        Optional.empty(),
        Optional.of(true),
        Optional.empty(),
        Optional.empty(),
        Optional.of(translucency));
  }

  /** With one finish after the other. */
  private static RenderJob finished(RenderJob job) {
    List<SampledFinish> finishes =
        List.of(finish(1, 0, 0, 0), finish(0, 1, 0, 0), finish(0, 0, 0.9, 0), finish(0, 0, 0, 0.6));
    return new RenderJob(
        job.draws().stream()
            .map(
                draw ->
                    draw.with(
                        SampledMaterial.of(
                            Optional.of(finishes.get(draw.instanceId() % finishes.size())))))
            .toList(),
        job.lighting(),
        job.weather(),
        job.views(),
        job.without());
  }

  private static RenderJob developed(RenderJob job, Development development) {
    return job.withViews(
        view ->
            new View(
                view.name(),
                CAMERA,
                view.worldFromCamera(),
                development,
                EnumSet.allOf(Channel.class)));
  }

  private static Drawn draw(FinishContract.Drawing renderer, TestScene scene, RenderJob job) {
    Map<Channel, ByteBuffer> labels = new EnumMap<>(Channel.class);
    Drawn[] drawn = new Drawn[1];
    renderer.frame(
        scene.assets(),
        job,
        frame -> {
          RenderedView view = frame.views().get(0);
          EnumSet.complementOf(EnumSet.of(Channel.COLOR))
              .forEach(channel -> labels.put(channel, copy(view.plane(channel))));
          drawn[0] = new Drawn(labels, view.instances().rows(), copy(view.plane(Channel.COLOR)));
        });
    return drawn[0];
  }

  /** Planes are gone with their frame. */
  private static ByteBuffer copy(ByteBuffer plane) {
    byte[] bytes = new byte[plane.capacity()];
    plane.get(0, bytes);
    return ByteBuffer.wrap(bytes);
  }
}
