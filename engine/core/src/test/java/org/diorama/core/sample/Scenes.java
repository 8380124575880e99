package org.diorama.core.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.diorama.core.light.ToneCurve;
import org.diorama.core.math.LinearColor;
import org.diorama.core.math.Vec3;
import org.diorama.core.scene.AssetReference;
import org.diorama.core.scene.CameraConstraints;
import org.diorama.core.scene.CameraDescription;
import org.diorama.core.scene.CameraMount;
import org.diorama.core.scene.CameraOffset;
import org.diorama.core.scene.CameraPose;
import org.diorama.core.scene.Category;
import org.diorama.core.scene.DevelopmentDescription;
import org.diorama.core.scene.Distribution;
import org.diorama.core.scene.ImageDescription;
import org.diorama.core.scene.Intrinsics;
import org.diorama.core.scene.LabelChoice;
import org.diorama.core.scene.LabelRules;
import org.diorama.core.scene.LightingDescription;
import org.diorama.core.scene.MaterialDescription;
import org.diorama.core.scene.ObjectDescription;
import org.diorama.core.scene.Parameter;
import org.diorama.core.scene.Placement;
import org.diorama.core.scene.SceneDescription;
import org.diorama.core.scene.Scope;
import org.diorama.core.scene.SkyDescription;
import org.diorama.core.scene.VectorParameter;
import org.diorama.core.scene.Waypoints;

/** Scene descriptions for tests, with everything constant that a test does not vary. */
public final class Scenes {
  private Scenes() {}

  public static Parameter<Double> constant(String path, double value) {
    return Parameter.constant(path, value);
  }

  public static Parameter<Double> uniform(String path, double min, double max, Scope scope) {
    return new Parameter<>(path, new Distribution.Uniform(min, max), scope);
  }

  /** Labelled none, of one instance at the origin, made of the catalog entry {@code box}. */
  public static ObjectDescription object(String name) {
    String path = "objects." + name;
    return new ObjectDescription(
        name,
        path,
        new AssetReference.CatalogEntry("box"),
        constant(path + ".count", 1),
        new Placement.At(VectorParameter.constant(path + ".at", Vec3.ZERO)),
        constant(path + ".yaw", 0),
        constant(path + ".pitch", 0),
        constant(path + ".roll", 0),
        VectorParameter.constant(path + ".scale", Vec3.ONE),
        new LabelChoice.None(),
        MaterialDescription.NONE);
  }

  /** A group whose instances are scattered over a square about the origin. */
  public static ObjectDescription scattered(
      String name, int count, double side, boolean separate, double clearance) {
    String path = "objects." + name;
    ObjectDescription plain = object(name);
    return plain.toBuilder()
        .count(constant(path + ".count", count))
        .placement(
            new Placement.Area(
                uniform(path + ".area.x", -side / 2, side / 2, Scope.INSTANCE),
                uniform(path + ".area.y", -side / 2, side / 2, Scope.INSTANCE),
                constant(path + ".area.z", 0),
                separate,
                clearance))
        .yaw(uniform(path + ".yaw", 0, 360, Scope.INSTANCE))
        .build();
  }

  public static ObjectDescription made(
      ObjectDescription object, AssetReference asset, LabelChoice label) {
    return object.toBuilder().asset(Optional.of(asset)).label(label).build();
  }

  public static ObjectDescription counted(ObjectDescription object, Parameter<Double> count) {
    return object.toBuilder().count(count).build();
  }

  public static ObjectDescription colored(ObjectDescription object, MaterialDescription material) {
    return object.toBuilder().material(material).build();
  }

  /** Unnamed, aimed by its pose alone. */
  public static CameraDescription camera(CameraPose pose) {
    return camera("", "camera", pose, 0, 0, 0);
  }

  public static CameraDescription camera(
      String name, String path, CameraPose pose, double yaw, double pitch, double roll) {
    return new CameraDescription(
        name,
        path,
        new ImageDescription(640, 480, 1),
        new CameraMount(
            path,
            pose,
            constant(path + ".yaw", yaw),
            constant(path + ".pitch", pitch),
            constant(path + ".roll", roll),
            Optional.empty()),
        CameraOffset.NONE,
        new Intrinsics.FieldOfView(constant(path + ".fov", 90)),
        new DevelopmentDescription(
            Optional.of(constant(path + ".exposure", 14)),
            constant(path + ".compensation", 0),
            Optional.empty(),
            ToneCurve.NEUTRAL,
            constant(path + ".glare", 0)),
        CameraConstraints.NONE);
  }

  public static CameraDescription camera(CameraPose pose, String path) {
    return camera(path.substring(path.lastIndexOf('.') + 1), path, pose, 0, 0, 0);
  }

  public static CameraDescription mounted(CameraDescription camera, CameraMount mount) {
    return new CameraDescription(
        camera.name(),
        camera.path(),
        camera.image(),
        mount,
        camera.offset(),
        camera.intrinsics(),
        camera.development(),
        camera.constraints());
  }

  /** Along a smooth curve, looking ahead. */
  public static CameraPose way(String path, double speed, Vec3... points) {
    return new CameraPose.Trajectory(
        new Waypoints(
            Stream.of(points).map(point -> VectorParameter.constant(path, point)).toList(),
            new Waypoints.Speed(constant(path + ".speed", speed)),
            true),
        constant(path + ".start", 0),
        Optional.empty());
  }

  public static Placement at(String name, Vec3 position) {
    return new Placement.At(VectorParameter.constant("objects." + name + ".at", position));
  }

  /** Twenty meters away along -X, looking along +X. */
  public static CameraDescription camera() {
    return camera(lookAt(new Vec3(-20, 0, 0), Vec3.ZERO));
  }

  public static CameraPose lookAt(Vec3 at, Vec3 target) {
    return new CameraPose.At(
        VectorParameter.constant("camera.at", at),
        Optional.of(VectorParameter.constant("camera.look_at", target)));
  }

  public static SkyDescription.Gradient sky(double illuminance) {
    return new SkyDescription.Gradient(
        Parameter.constant("lighting.sky.zenith", new LinearColor(0.2, 0.4, 1)),
        Parameter.constant("lighting.sky.horizon", new LinearColor(0.8, 0.9, 1)),
        Parameter.constant("lighting.sky.ground", new LinearColor(0.3, 0.2, 0.1)),
        constant("lighting.sky.illuminance", illuminance));
  }

  public static SceneDescription scene(long seed, ObjectDescription... objects) {
    return scene(seed, List.of(new Category("thing", 3, "thing", List.of("car"))), objects);
  }

  public static SceneDescription scene(
      long seed, List<Category> categories, ObjectDescription... objects) {
    return new SceneDescription(
        1,
        "test",
        16,
        seed,
        categories,
        List.of(camera()),
        new LightingDescription(Optional.empty(), sky(10000)),
        new ArrayList<>(List.of(objects)),
        LabelRules.DEFAULT);
  }

  public static SceneDescription lit(SceneDescription scene, LightingDescription lighting) {
    return scene.toBuilder().lighting(lighting).build();
  }

  public static SceneDescription seen(SceneDescription scene, CameraDescription camera) {
    return scene.toBuilder().cameras(List.of(camera)).build();
  }
}
