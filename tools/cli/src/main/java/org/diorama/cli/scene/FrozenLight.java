package org.diorama.cli.scene;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import org.diorama.core.math.DecimalText;
import org.diorama.core.scene.CloudDescription;
import org.diorama.core.scene.Distribution;
import org.diorama.core.scene.LightingDescription;
import org.diorama.core.scene.MoonDescription;
import org.diorama.core.scene.Parameter;
import org.diorama.core.scene.SkyDescription;
import org.diorama.core.scene.SkyPlace;

/** Light without draws, as lines of a scene. */
final class FrozenLight {
  private FrozenLight() {}

  /**
   * @param lighting constant
   */
  static List<String> lines(LightingDescription lighting) {
    List<String> lines = new ArrayList<>();
    lines.add("lighting:");
    boolean sunApart = lighting.sky() instanceof SkyDescription.Image image && image.sunApart();
    if (!sunApart) {
      lines.add("  sun: " + lighting.sun().map(FrozenLight::sun).orElse("none"));
    }
    moon(lighting.moon()).ifPresent(moon -> lines.add("  moon: " + moon));
    lighting.clouds().ifPresent(clouds -> lines.add("  clouds: " + clouds(clouds)));
    lines.add("  sky: " + sky(lighting.sky()));
    lines.add("  occlusion: " + lighting.indirect().occlusion());
    lines.add("  bounce: " + lighting.indirect().bounce());
    return lines;
  }

  private static String sun(LightingDescription.Sun sun) {
    StringJoiner map = map();
    place(map, sun.place());
    sun.illuminance().ifPresent(value -> map.add("illuminance: " + number(value)));
    sun.temperature().ifPresent(value -> map.add("temperature: " + number(value)));
    return map.add("angular_diameter: " + number(sun.angularDiameter())).toString();
  }

  private static void place(StringJoiner map, SkyPlace place) {
    if (place instanceof SkyPlace.Angles angles) {
      map.add("azimuth: " + number(angles.azimuth()));
      map.add("elevation: " + number(angles.elevation()));
      return;
    }
    SkyPlace.Moment moment = (SkyPlace.Moment) place;
    map.add("date: {year: " + moment.year() + ", day: " + number(moment.day()) + "}");
    map.add("time: " + number(moment.time()));
    map.add("latitude: " + number(moment.latitude()));
    map.add("longitude: " + number(moment.longitude()));
    moment.utcOffset().ifPresent(offset -> map.add("utc_offset: " + number(offset)));
    map.add("north: " + number(moment.north()));
  }

  private static Optional<String> moon(MoonDescription moon) {
    if (moon instanceof MoonDescription.Placed placed) {
      StringJoiner map = map();
      place(map, placed.place());
      return Optional.of(map.add("illuminated: " + number(placed.illuminated())).toString());
    }
    return moon instanceof MoonDescription.None ? Optional.of("none") : Optional.empty();
  }

  private static String clouds(CloudDescription clouds) {
    return map()
        .add("cover: " + number(clouds.cover()))
        .add("base: " + number(clouds.base()))
        .add("thickness: " + number(clouds.thickness()))
        .add("seed: " + number(clouds.seed()))
        .toString();
  }

  private static String sky(SkyDescription sky) {
    StringJoiner map = map();
    if (sky instanceof SkyDescription.Atmosphere air) {
      map.add("visibility: " + number(air.visibility()));
      map.add("ozone: " + number(air.ozone()));
      map.add("ground_albedo: " + SceneText.color(value(air.groundAlbedo())));
      map.add("altitude: " + number(air.altitude()));
      return "{atmosphere: " + map + "}";
    }
    if (sky instanceof SkyDescription.Image image) {
      map.add("hdri: " + SceneText.quoted(image.file()));
      map.add("rotation: " + number(image.rotation()));
      image.illuminance().ifPresent(value -> map.add("illuminance: " + number(value)));
      return map.toString();
    }
    SkyDescription.Gradient gradient = (SkyDescription.Gradient) sky;
    map.add("zenith: " + SceneText.color(value(gradient.zenith())));
    map.add("horizon: " + SceneText.color(value(gradient.horizon())));
    map.add("ground: " + SceneText.color(value(gradient.ground())));
    return map.add("illuminance: " + number(gradient.illuminance())).toString();
  }

  private static StringJoiner map() {
    return new StringJoiner(", ", "{", "}");
  }

  private static String number(Parameter<Double> parameter) {
    return DecimalText.of(value(parameter));
  }

  private static <T> T value(Parameter<T> parameter) {
    return ((Distribution.Constant<T>) parameter.distribution()).value();
  }
}
