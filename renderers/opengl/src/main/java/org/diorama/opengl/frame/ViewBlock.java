package org.diorama.opengl.frame;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.diorama.core.geometry.PinholeCamera;
import org.diorama.core.light.Development;
import org.diorama.core.light.ToneCurve;
import org.diorama.core.light.WhiteBalance;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.LinearColor;
import org.diorama.core.math.Vec3;
import org.diorama.core.outdoor.CloudShadeMap;
import org.diorama.core.outdoor.FoggedSky;
import org.diorama.core.outdoor.OutdoorLight;
import org.diorama.core.render.View;
import org.diorama.core.sample.SampledLamp;
import org.diorama.core.sample.SampledLighting.Sun;
import org.diorama.core.weather.FogLayer;
import org.diorama.core.weather.Precipitation;
import org.diorama.core.weather.SampledWeather;
import org.diorama.core.weather.SurfaceWeather;
import org.diorama.opengl.pass.GpuLayout;

/** Writes the shaders' {@code view} block. */
final class ViewBlock {
  private static final double[] AS_LIT = {1, 0, 0, 0, 1, 0, 0, 0, 1};

  /** Darkest light for which a metered image is prepared: a moonless night. */
  private static final double LEAST_LUX = 1e-3;

  /** Seconds for which drops and flakes draw streaks; other things are still so far. */
  private static final float SHUTTER = 1 / 100f;

  private ViewBlock() {}

  /**
   * EV100 at which radiance is stored. Metered images are corrected once they are shaded; until
   * then an incident-light meter's reading of sun and sky keeps the numbers within half floats:
   * EV100 = log2(E · 100 / 250), ISO 2720 with C = 250.
   */
  private static double startingExposure(View view, JobLight light) {
    double sky = light.tables().irradiance().lookup(Vec3.UNIT_Z).luminance();
    double sun =
        light
            .outdoor()
            .sunAt(view.worldFromCamera().translation())
            .map(s -> s.illuminance().luminance() * Math.max(0, s.towards().z()))
            .orElse(0.0);
    double lux = Math.max(LEAST_LUX, sky + sun + lampLight(view, light.lamps()));
    return view.development()
        .exposure()
        .orElseGet(() -> StrictMath.log(lux * 0.4) / StrictMath.log(2));
  }

  /** Of lamps an incident meter at the camera reads what they give there, from 1 m or farther. */
  private static double lampLight(View view, List<SampledLamp> lamps) {
    double lux = 0;
    for (SampledLamp lamp : lamps) {
      Vec3 center = lamp.worldFromLamp().atLabelInstant().translation();
      double distance = center.minus(view.worldFromCamera().translation()).length();
      lux += lamp.intensity().luminance() / Math.max(1, distance * distance);
    }
    return lux;
  }

  /** Factor from luminance in cd/m² to the radiance that is stored. */
  static double exposure(View view, JobLight light) {
    return Development.exposureFactor(startingExposure(view, light));
  }

  static void write(ByteBuffer out, View view, ViewLayout layout, JobLight light, SlantArea roofs) {
    PinholeCamera camera = view.camera();
    Development development = view.development();
    double exposure = exposure(view, light);
    out.putDouble(camera.centerX()).putDouble(camera.centerY());
    out.putDouble(1 / camera.focalX()).putDouble(1 / camera.focalY());
    out.putInt(layout.width()).putInt(layout.height()).putInt(layout.rows()).putInt(layout.draws());
    out.putInt(layout.depth())
        .putInt(layout.instance())
        .putInt(layout.color())
        .putInt(layout.strips());
    putRotation(out, view.worldFromCamera());
    Sun sun = light.outdoor().sun().orElse(new Sun(Vec3.UNIT_Z, LinearColor.BLACK, 0));
    Vec3 towards = sun.towards();
    double radius = StrictMath.tan(sun.angularDiameter() / 2);
    JobRecords.putRow(out, towards.x(), towards.y(), towards.z(), (float) radius);
    putColor(out, sun.illuminance().times(exposure), light.outdoor().sun().isPresent() ? 1 : 0);
    JobRecords.putRow(
        out,
        exposure,
        StrictMath.pow(2, development.compensation()),
        development.glare(),
        development.exposure().isPresent() ? 0 : 1);
    double[] balance = development.whiteBalance().map(WhiteBalance::rows).orElse(AS_LIT);
    float filmic = development.toneCurve() == ToneCurve.FILMIC ? 1 : 0;
    for (int row = 0; row < 3; row++) {
      JobRecords.putRow(
          out, balance[3 * row], balance[3 * row + 1], balance[3 * row + 2], row == 0 ? filmic : 0);
    }
    putRotation(out, lightFromWorld(towards));
    putFog(out, view, light.outdoor(), exposure);
    putWeather(out, view.worldFromCamera().translation(), light.outdoor().weather(), roofs);
    putClouds(out, view.worldFromCamera().translation(), light.clouds());
  }

  /** Relative to the middle of the tables, so that they are small wherever the scene lies. */
  private static void putClouds(ByteBuffer out, Vec3 eye, Optional<CloudShadeMap> clouds) {
    if (clouds.isEmpty()) {
      JobRecords.putRow(out, 0, 0, 1, 0);
      return;
    }
    CloudShadeMap.Key key = clouds.get().key();
    Vec3 place = key.shade().onGround(eye);
    JobRecords.putRow(out, place.x() - key.x(), place.y() - key.y(), clouds.get().mean(), 1);
  }

  private static void putWeather(
      ByteBuffer out, Vec3 eye, SampledWeather weather, SlantArea roofs) {
    SurfaceWeather ground = weather.ground();
    double height = eye.z() - weather.haze().map(SampledWeather.Haze::baseHeight).orElse(0.0);
    JobRecords.putRow(out, ground.wetness(), ground.puddles(), ground.snowDepth(), (float) height);
    Precipitation fall = weather.fall();
    JobRecords.putRow(out, fall.rain(), fall.snow(), fall.pattern(), SHUTTER);
    roofs.write(out);
    Vec3 wind = fall.velocity();
    JobRecords.putRow(out, remainder(eye.x()), remainder(eye.y()), wind.x(), (float) wind.y());
  }

  private static double remainder(double coordinate) {
    return coordinate
        - GpuLayout.PATTERN_PERIOD * Math.floor(coordinate / GpuLayout.PATTERN_PERIOD);
  }

  /** Heights are relative to the camera's, so that they are small wherever the scene lies. */
  private static void putFog(ByteBuffer out, View view, OutdoorLight light, double exposure) {
    if (light.fog().isEmpty()) {
      JobRecords.putRow(out, 0, 0, 0, 0);
      JobRecords.putRow(out, 0, 0, 0, 0);
      JobRecords.putRow(out, 0, 0, 0, 0);
      return;
    }
    FogLayer layer = light.fog().get().layer();
    FoggedSky scatters = light.fog().get().light();
    double base = layer.baseHeight() - view.worldFromCamera().translation().z();
    JobRecords.putRow(
        out, layer.extinction(), base, 1 / layer.scaleHeight(), (float) layer.asymmetry());
    putColor(out, scatters.veil().times(exposure), scatters.rise());
    putColor(out, scatters.scatteredSunlight().times(exposure), 0);
  }

  private static void putRotation(ByteBuffer out, Affine3 m) {
    JobRecords.putRow(out, m.m00(), m.m01(), m.m02(), 0);
    JobRecords.putRow(out, m.m10(), m.m11(), m.m12(), 0);
    JobRecords.putRow(out, m.m20(), m.m21(), m.m22(), 0);
  }

  private static void putColor(ByteBuffer out, LinearColor color, double fourth) {
    JobRecords.putRow(out, color.red(), color.green(), color.blue(), (float) fourth);
  }

  /** A rotation whose third axis points to the sun. */
  static Affine3 lightFromWorld(Vec3 towards) {
    Vec3 other = Math.abs(towards.z()) < 0.9 ? Vec3.UNIT_Z : Vec3.UNIT_X;
    Vec3 x = other.cross(towards).normalize();
    Vec3 y = towards.cross(x);
    return Affine3.ofColumns(x, y, towards, Vec3.ZERO).inverse();
  }
}
