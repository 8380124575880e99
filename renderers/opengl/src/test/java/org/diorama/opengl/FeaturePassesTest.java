package org.diorama.opengl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.diorama.core.asset.Finish;
import org.diorama.core.asset.Material;
import org.diorama.core.geometry.PinholeCamera;
import org.diorama.core.light.Development;
import org.diorama.core.light.LampShape;
import org.diorama.core.light.ToneCurve;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.LinearColor;
import org.diorama.core.math.Rotations;
import org.diorama.core.math.Vec3;
import org.diorama.core.render.Channel;
import org.diorama.core.render.Draw;
import org.diorama.core.render.Effect;
import org.diorama.core.render.Measure;
import org.diorama.core.render.RenderJob;
import org.diorama.core.render.View;
import org.diorama.core.sample.GradientSky;
import org.diorama.core.sample.MotionStates;
import org.diorama.core.sample.SampledLamp;
import org.diorama.core.sample.SampledLighting;
import org.diorama.core.weather.Precipitation;
import org.diorama.core.weather.SampledWeather;
import org.diorama.core.weather.SurfaceWeather;
import org.diorama.procedural.Shape;
import org.diorama.testkit.InMemoryAssets;
import org.junit.jupiter.api.Test;

/** A feature that is off costs nothing: none of its programs is put to use. */
class FeaturePassesTest {
  private static final LinearColor GRAY = LinearColor.WHITE.times(1000);
  private static final Optional<Double> FIXED = Optional.of(12.0);

  private final InMemoryAssets assets = new InMemoryAssets();

  /** Everything there is, on at once. */
  private final RenderJob all;

  FeaturePassesTest() {
    assets.add("floor", Shape.PLANE.mesh(4), Material.plain("gray", GRAY.times(5e-4), 0, 1));
    Draw floor = assets.draw(1, "floor", Affine3.scaling(new Vec3(20, 20, 1)));
    Finish.Transmission clear = Finish.Transmission.pane(1);
    Finish glass = new Finish(Finish.Coat.NONE, Finish.Sheen.NONE, clear, 0);
    assets.add(
        "pane", Shape.PLANE.mesh(4), Material.plain("pane", LinearColor.WHITE, 0, 0).with(glass));
    Draw pane = assets.draw(2, "pane", Affine3.translation(Vec3.UNIT_Z));
    SampledLamp lamp =
        new SampledLamp(
            "lamp",
            0,
            new LampShape.Point(0.2),
            MotionStates.still(Affine3.translation(new Vec3(0, 0, 1))),
            LinearColor.WHITE.times(5000),
            true);
    View view =
        new View(
            "",
            new PinholeCamera(32, 24, 20, 20, 16, 12),
            Rotations.lookAt(new Vec3(0, -4, 3), Vec3.ZERO),
            new Development(Optional.empty(), 0, Optional.empty(), ToneCurve.FILMIC, 0.1),
            EnumSet.allOf(Channel.class),
            EnumSet.allOf(Measure.class));
    all =
        new RenderJob(
            List.of(floor, pane),
            new SampledLighting(
                Optional.of(
                    new SampledLighting.Sun(Vec3.UNIT_Z, LinearColor.WHITE.times(9000), 0.009)),
                new GradientSky(GRAY, GRAY, GRAY),
                List.of(lamp)),
            new SampledWeather(
                Optional.of(new SampledWeather.Haze(500, 0, 100, LinearColor.WHITE)),
                new SurfaceWeather(1, 0.5, 0),
                new Precipitation(5, 0, 1)),
            List.of(view));
  }

  @Test
  void aFeatureThatIsOffRunsNoProgram() {
    SampledLighting light = all.lighting();
    Map<RenderJob, List<String>> without = new LinkedHashMap<>();
    List<String> beams = List.of("fog_shade.comp", "fog_shade_smooth.comp", "fog_shade_apply.comp");
    List<String> sun = new ArrayList<>(beams);
    String sunGlass = "sun_glass.vert + sun_glass.frag";
    sun.addAll(List.of("shadow_fit.comp", "shadow.vert + shadow.frag", sunGlass));
    without.put(all.with(noFog()), beams);
    without.put(
        new RenderJob(all.draws().subList(0, 1), light, all.weather(), all.views()),
        List.of(sunGlass, "glass.comp", "glass_list.comp"));
    without.put(all.with(new SampledLighting(Optional.empty(), light.sky(), light.lamps())), sun);
    without.put(all.without(Effect.SUN_SHADOWS), sun);
    without.put(
        all.with(light.with(List.of())),
        List.of("lamps.comp", "lamp_glow.comp", "lamp_air.comp", "lamp_shadow.vert + shadow.frag"));
    without.put(all.without(Effect.LAMP_SHADOWS), List.of("lamp_shadow.vert + shadow.frag"));
    without.put(
        all.with(SampledWeather.CLEAR),
        List.of("precipitation.comp", "mirror.comp", "lamp_air.comp", "slant.vert + shadow.frag"));
    without.put(all.without(Effect.OCCLUSION), List.of("occlusion.comp", "occlusion_filter.comp"));
    without.put(all.without(Effect.ANTIALIASING), List.of("antialias.comp"));
    without.put(developed(FIXED, 0.1), List.of("meter.comp", "meter_mean.comp"));
    without.put(developed(Optional.empty(), 0), List.of("glare_down.comp", "glare_up.comp"));
    without.put(
        colorless(),
        List.of(
            "classify.comp",
            "shade.comp",
            "occlusion.comp",
            "contrast.comp",
            "encode.comp",
            "antialias.comp"));
    without.put(all.withViews(view -> view.with(Channel.USUAL)), List.of("planes.comp"));
    without.put(
        all.withViews(view -> view.measuring(Set.of(Measure.SILHOUETTES))),
        List.of("contrast.comp"));
    Renders.session(
        assets,
        1,
        session -> {
          Map<String, Integer> whole = runs(session, all);
          without.forEach(
              (job, programs) -> {
                Map<String, Integer> runs = runs(session, job);
                for (String program : programs) {
                  assertTrue(whole.getOrDefault(program, 0) > 0, program + " is never used");
                  assertEquals(0, runs.getOrDefault(program, 0), program);
                }
              });
          // What keeps snow off is drawn where some lies, without anything that falls.
          String slant = "slant.vert + shadow.frag";
          Map<String, Integer> snowy = runs(session, all.with(lying(0.1)));
          assertTrue(snowy.getOrDefault(slant, 0) > 0, slant + " is never used for snow");
          assertEquals(0, snowy.getOrDefault("precipitation.comp", 0), "nothing falls");
          assertEquals(0, runs(session, all.with(lying(0))).getOrDefault(slant, 0), slant);
        });
  }

  private static SampledWeather lying(double meters) {
    return new SampledWeather(
        Optional.empty(), new SurfaceWeather(0, 0, meters), Precipitation.NONE);
  }

  /** How often each program is put to use for one frame. */
  private static Map<String, Integer> runs(OpenGlSession session, RenderJob job) {
    Map<String, Integer> before = session.census().programRuns();
    session.submit(List.of(job)).get(0).join().close();
    Map<String, Integer> runs = new TreeMap<>(session.census().programRuns());
    runs.replaceAll((program, count) -> count - before.getOrDefault(program, 0));
    return runs;
  }

  private SampledWeather noFog() {
    SampledWeather weather = all.weather();
    return new SampledWeather(Optional.empty(), weather.ground(), weather.fall());
  }

  private RenderJob developed(Optional<Double> exposure, double glare) {
    return all.withViews(
        view -> view.with(new Development(exposure, 0, Optional.empty(), ToneCurve.FILMIC, glare)));
  }

  private RenderJob colorless() {
    return all.withViews(view -> view.with(EnumSet.of(Channel.DEPTH, Channel.INSTANCE)));
  }
}
