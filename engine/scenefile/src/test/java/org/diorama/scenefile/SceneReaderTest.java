package org.diorama.scenefile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;
import org.diorama.core.math.LinearColor;
import org.diorama.core.math.Vec3;
import org.diorama.core.scene.AssetReference;
import org.diorama.core.scene.CameraMount;
import org.diorama.core.scene.CameraPose;
import org.diorama.core.scene.Category;
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
import org.diorama.core.scene.SkyPlace;
import org.diorama.core.scene.VectorParameter;
import org.diorama.scenefile.diagnostic.Location;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SceneReaderTest {
  @TempDir private Path folder;

  @Test
  void everyKeyReachesTheDescription() throws IOException {
    Files.writeString(folder.resolve("bracket.stl"), "solid");
    SceneDescription scene =
        SceneText.scene(
            folder,
            """
            version: 1
            name: full
            frames: 2000
            seed: -9223372036854775808
            image: {width: 320, height: 240, samples: 1}
            categories:
              truck: {id: 2, supercategory: vehicle, from: [truck, bus]}
              car: {id: 1}
            camera:
              at: [1, {uniform: [2, 3]}, -4.5]
              yaw: 90
              pitch: {normal: {mean: -5, deviation: 2}}
              roll: {choice: [0, 180], per: dataset}
              fov: 45
              exposure: 12
            lighting:
              sun: {azimuth: 10, elevation: 20, illuminance: 30, temperature: 4000, angular_diameter: 1}
              sky: {zenith: [1, 2, 3], horizon: '#ffffff', ground: [0, 0, 0], illuminance: 40}
            objects:
              first:
                asset: {file: bracket.stl, units: mm, up: z}
                count: {uniform_int: [1, 4]}
                area: {x: [-1, 1], y: {uniform: [5, 6], per: frame}, z: 0.5, separate: false, clearance: 2}
                yaw: {uniform: [0, 360]}
                pitch: 1
                roll: 2
                scale: [1, 2, {choice: {3: 1, 4: 0}}]
                label: car
                material: {base_color: {choice: ['#000000', [1, 0.5, 0]]}, metallic: 1, roughness: 0.25}
              second: {asset: {category: [bus, truck]}, at: [1, 2, 3]}
            labels: {depth: {max: 300}, drop: {min_pixels: 16, min_visible_fraction: 0.05, then: crowd}}
            """);
    assertEquals(1, scene.version());
    assertEquals("full", scene.name());
    assertEquals(2000, scene.frames());
    assertEquals(Long.MIN_VALUE, scene.seed());
    assertEquals(new ImageDescription(320, 240, 1), scene.cameras().get(0).image());
    assertEquals(
        List.of(
            new Category("car", 1, "car", List.of("car")),
            new Category("truck", 2, "vehicle", List.of("bus", "truck"))),
        scene.categories());
    assertEquals(
        new CameraMount(
            "camera",
            new CameraPose.At(
                new VectorParameter.Axes(
                    constant("camera.at.x", 1),
                    drawn("camera.at.y", new Distribution.Uniform(2, 3), Scope.SEQUENCE),
                    constant("camera.at.z", -4.5)),
                Optional.empty()),
            constant("camera.yaw", 90),
            drawn("camera.pitch", new Distribution.Normal(-5, 2, -90, 90), Scope.SEQUENCE),
            drawn("camera.roll", choice(0, 1, 180, 1), Scope.DATASET),
            Optional.empty()),
        scene.cameras().get(0).mount());
    assertEquals(
        new Intrinsics.FieldOfView(constant("camera.fov", 45)),
        scene.cameras().get(0).intrinsics());
    assertEquals(
        constant("camera.exposure", 12),
        scene.cameras().get(0).development().exposure().orElseThrow());
    assertEquals(
        new LightingDescription(
            Optional.of(
                new LightingDescription.Sun(
                    new SkyPlace.Angles(
                        constant("lighting.sun.azimuth", 10),
                        constant("lighting.sun.elevation", 20)),
                    Optional.of(constant("lighting.sun.illuminance", 30)),
                    Optional.of(constant("lighting.sun.temperature", 4000)),
                    constant("lighting.sun.angular_diameter", 1))),
            new SkyDescription.Gradient(
                Parameter.constant("lighting.sky.zenith", new LinearColor(1, 2, 3)),
                Parameter.constant("lighting.sky.horizon", LinearColor.WHITE),
                Parameter.constant("lighting.sky.ground", LinearColor.BLACK),
                constant("lighting.sky.illuminance", 40))),
        scene.lighting());
    assertEquals(
        new ObjectDescription(
            "first",
            "objects.first",
            new AssetReference.ModelFile("bracket.stl", 0.001, AssetReference.UpAxis.Z),
            drawn("objects.first.count", new Distribution.UniformInt(1, 4), Scope.SEQUENCE),
            new Placement.Area(
                drawn("objects.first.area.x", new Distribution.Uniform(-1, 1), Scope.INSTANCE),
                drawn("objects.first.area.y", new Distribution.Uniform(5, 6), Scope.FRAME),
                constant("objects.first.area.z", 0.5),
                false,
                2),
            drawn("objects.first.yaw", new Distribution.Uniform(0, 360), Scope.INSTANCE),
            constant("objects.first.pitch", 1),
            constant("objects.first.roll", 2),
            new VectorParameter.Axes(
                constant("objects.first.scale.x", 1),
                constant("objects.first.scale.y", 2),
                drawn("objects.first.scale.z", choice(3, 1, 4, 0), Scope.INSTANCE)),
            new LabelChoice.As("car"),
            new MaterialDescription(
                Optional.of(
                    drawn(
                        "objects.first.material.base_color",
                        new Distribution.Choice<>(
                            List.of(
                                option(LinearColor.BLACK, 1),
                                option(new LinearColor(1, 0.5, 0), 1))),
                        Scope.INSTANCE)),
                Optional.of(constant("objects.first.material.metallic", 1)),
                Optional.of(constant("objects.first.material.roughness", 0.25)))),
        scene.objects().get(0));
    ObjectDescription second = scene.objects().get(1);
    assertEquals(Optional.of(new AssetReference.AnyOf(List.of("bus", "truck"))), second.asset());
    assertEquals(
        new Placement.At(VectorParameter.constant("objects.second.at", new Vec3(1, 2, 3))),
        second.placement());
    assertEquals(new LabelRules(300, 16, 0.05, LabelRules.Then.CROWD), scene.labels());
  }

  @Test
  void whatIsNotWrittenHasADefault() {
    SceneDescription scene =
        SceneText.scene(
            folder,
            """
            version: 1
            name: minimal
            camera: {shell: {radius: 3}}
            objects: {box: {asset: {primitive: box}, label: none}}
            """);
    assertEquals(16, scene.frames());
    assertEquals(0, scene.seed());
    assertEquals(new ImageDescription(640, 480, 1), scene.cameras().get(0).image());
    assertEquals(List.of(), scene.categories());
    assertEquals(LabelRules.DEFAULT, scene.labels());
    assertEquals(
        constant("lighting.sun.illuminance", 100000),
        scene.lighting().sun().orElseThrow().illuminance().orElseThrow());
    assertEquals(
        constant("lighting.sky.illuminance", 20000),
        ((SkyDescription.Gradient) scene.lighting().sky()).illuminance());
    assertEquals(
        new Intrinsics.FieldOfView(constant("camera.fov", 60)),
        scene.cameras().get(0).intrinsics());
    assertEquals(
        new ObjectDescription(
            "box",
            "objects.box",
            new AssetReference.Primitive("box", 64),
            constant("objects.box.count", 1),
            new Placement.At(VectorParameter.constant("objects.box.at", Vec3.ZERO)),
            constant("objects.box.yaw", 0),
            constant("objects.box.pitch", 0),
            constant("objects.box.roll", 0),
            new VectorParameter.Axes(
                constant("objects.box.scale", 1),
                constant("objects.box.scale", 1),
                constant("objects.box.scale", 1)),
            new LabelChoice.None(),
            MaterialDescription.NONE),
        scene.objects().get(0));
  }

  @Test
  void shortForms() {
    SceneDescription scene =
        SceneText.scene(
            folder,
            """
            version: 1
            name: short
            categories: coco
            camera: {at: [0, 0, 1], look_at: [1, 0, 1]}
            lighting: {sun: none}
            objects:
              one: {asset: some/asset}
              many: {asset: [some/asset, {category: car}, {primitive: cone, segments: 8}], label: car}
              big: {asset: {primitive: box}, size: {uniform: [1, 2]}, label: none}
            """);
    assertEquals(80, scene.categories().size());
    assertEquals(new Category("person", 1, "person", List.of("person")), scene.categories().get(0));
    assertEquals(
        new Category("toothbrush", 90, "indoor", List.of("toothbrush")),
        scene.categories().get(79));
    assertEquals(Optional.empty(), scene.lighting().sun());
    assertEquals(
        new CameraPose.At(
            VectorParameter.constant("camera.at", new Vec3(0, 0, 1)),
            Optional.of(VectorParameter.constant("camera.look_at", new Vec3(1, 0, 1)))),
        scene.cameras().get(0).mount().pose());
    assertEquals(
        Optional.of(new AssetReference.CatalogEntry("some/asset")), scene.objects().get(0).asset());
    assertEquals(new LabelChoice.FromAsset(), scene.objects().get(0).label());
    assertEquals(
        new AssetReference.OneOf(
            List.of(
                new AssetReference.CatalogEntry("some/asset"),
                new AssetReference.AnyOf(List.of("car")),
                new AssetReference.Primitive("cone", 8))),
        scene.objects().get(1).asset().orElseThrow());
    Parameter<Double> size =
        drawn("objects.big.size", new Distribution.Uniform(1, 2), Scope.INSTANCE);
    assertEquals(new VectorParameter.Axes(size, size, size), scene.objects().get(2).scale());
  }

  @Test
  void aDollarSignAtTheStartOfATextIsWrittenTwice() throws IOException {
    Files.writeString(folder.resolve("$a.glb"), "glTF");
    String objects = "objects: {a: {asset: [{file: $$a.glb}, {category: [\"$$b\", c$d]}, $$$e]";
    AssetReference asset =
        SceneText.scene(
                folder, SceneText.MINIMAL.replace("objects: {}", objects + ", label: none}}"))
            .objects()
            .get(0)
            .asset()
            .orElseThrow();
    assertEquals(
        new AssetReference.OneOf(
            List.of(
                new AssetReference.ModelFile("$a.glb", 1, AssetReference.UpAxis.Y),
                new AssetReference.AnyOf(List.of("$b", "c$d")),
                new AssetReference.CatalogEntry("$$e"))),
        asset);
  }

  @Test
  void aFormatThatSaysItsUnitNeedsNone() throws IOException {
    Files.writeString(folder.resolve("a.glb"), "glTF");
    Files.writeString(folder.resolve("b.obj"), "v 0 0 0");
    String scene = SceneText.MINIMAL.replace("objects: {}", "objects:\n");
    assertEquals(
        new AssetReference.ModelFile("a.glb", 1, AssetReference.UpAxis.Y),
        SceneText.scene(folder, scene + "  a: {asset: {file: a.glb}, label: none}\n")
            .objects()
            .get(0)
            .asset()
            .orElseThrow());
    assertEquals(
        List.of(
            "scene.yaml:6:21: objects.b.asset.file: this format says neither its unit nor which"
                + " way is up. Add units: mm, cm, m, in or ft, and up: y or z."),
        SceneText.says(
            folder,
            SceneText.read(folder, scene + "  b: {asset: {file: b.obj, up: z}, label: none}\n")));
  }

  @Test
  void aliasesStandForTheirValueAndDrawEachForItself() {
    SceneDescription scene =
        SceneText.scene(
            folder,
            """
            version: 1
            name: alias
            camera: {at: [0, 0, 1]}
            objects:
              a: {asset: {primitive: box}, label: none, yaw: &turn {uniform: [0, 90]}}
              b: {asset: {primitive: box}, label: none, yaw: *turn}
            """);
    assertEquals("objects.a.yaw", scene.objects().get(0).yaw().path().toString());
    assertEquals(
        drawn("objects.b.yaw", new Distribution.Uniform(0, 90), Scope.INSTANCE),
        scene.objects().get(1).yaw());
  }

  @Test
  void sourcesAndLocationsAreKept() {
    String yaml = SceneText.MINIMAL;
    SceneReading reading = SceneText.read(folder, yaml);
    assertArrayEquals(yaml.getBytes(), reading.sources().get(0).bytes());
    assertEquals("scene.yaml", reading.sources().get(0).name());
    String file = folder.resolve("scene.yaml").toString();
    assertEquals(new Location(file, 3, 14), reading.locate("camera.at").orElseThrow());
    assertEquals(new Location(file, 3, 9), reading.locate("camera.fov").orElseThrow());
    assertEquals(new Location(file, 1, 1), reading.locate("lighting.sun").orElseThrow());
  }

  @Test
  void aBadSceneThrowsAllItsProblemsAtOnce() {
    SceneReading reading = SceneText.read(folder, "version: 2\nname: ''\n");
    assertFalse(reading.scene().isPresent());
    DioramaException e = assertThrows(DioramaException.class, reading::sceneOrThrow);
    assertEquals(ExitStatus.BAD_INPUT, e.status());
    assertEquals(4, e.getMessage().lines().count());
  }

  @Test
  void aFileThatCannotBeReadIsADiagnostic() {
    assertEquals(
        folder.resolve("nope.yaml") + ": no such file. Check the path.",
        SceneReader.read(folder.resolve("nope.yaml"), List.of()).diagnostics().get(0).toString());
    assertEquals(
        folder + ": this is a folder. Name a scene file.",
        SceneReader.read(folder, List.of()).diagnostics().get(0).toString());
  }

  private static Parameter<Double> constant(String path, double value) {
    return Parameter.constant(path, value);
  }

  private static <T> Parameter<T> drawn(String path, Distribution<T> distribution, Scope scope) {
    return new Parameter<>(path, distribution, scope);
  }

  private static Distribution.Choice<Double> choice(
      double a, double weightA, double b, double weightB) {
    return new Distribution.Choice<>(List.of(option(a, weightA), option(b, weightB)));
  }

  private static <T> Distribution.Option<T> option(T value, double weight) {
    return new Distribution.Option<>(new Distribution.Constant<>(value), weight);
  }
}
