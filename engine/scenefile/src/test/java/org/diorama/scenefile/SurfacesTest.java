package org.diorama.scenefile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.diorama.core.math.Vec3;
import org.diorama.core.scene.AssetReference;
import org.diorama.core.scene.Construction;
import org.diorama.core.scene.Distribution;
import org.diorama.core.scene.MaterialDescription;
import org.diorama.core.scene.ObjectDescription;
import org.diorama.core.scene.Parameter;
import org.diorama.core.scene.Scope;
import org.diorama.core.surface.SurfaceKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Procedural surfaces as scenes write them. */
class SurfacesTest {
  private static final String AT = "objects.a.material.surface";

  @TempDir private Path folder;

  private MaterialDescription material(String material) {
    return SceneText.scene(
            folder,
            SceneText.MINIMAL.replace(
                "objects: {}",
                "define: {ground: {choice: [grass, soil]}}\nobjects:\n  a: {asset: {primitive: box},"
                    + " label: none, material: "
                    + material
                    + "}"))
        .objects()
        .get(0)
        .material();
  }

  @ParameterizedTest
  @ValueSource(strings = {"asphalt", "{kind: asphalt}"})
  void aWordIsEnough(String surface) {
    MaterialDescription.Surface read = material("{surface: " + surface + "}").surface().get();
    assertEquals(new Distribution.Constant<>(SurfaceKind.ASPHALT), read.kind().distribution());
    assertEquals(Parameter.constant(AT + ".variant", 0.0), read.variant());
    assertEquals(Parameter.constant(AT + ".scale", 1.0), read.scale());
    assertEquals(Parameter.constant(AT + ".wetness", 0.0), read.wetness());
    assertEquals(Parameter.constant(AT + ".snow", 0.0), read.snow());
  }

  @Test
  void everyValueMayBeDrawn() {
    MaterialDescription material =
        material(
            "{surface: {kind: {choice: {brick: 1, plaster: 2}, per: frame}, variant: {uniform_int:"
                + " [0, 3]}, scale: 2, wetness: {uniform: [0, 1]}, snow: 0.5}, roughness: 0.4}");
    assertEquals(
        new MaterialDescription.Surface(
            new Parameter<>(
                AT + ".kind",
                new Distribution.Choice<>(
                    List.of(
                        new Distribution.Option<>(
                            new Distribution.Constant<>(SurfaceKind.BRICK), 1),
                        new Distribution.Option<>(
                            new Distribution.Constant<>(SurfaceKind.PLASTER), 2))),
                Scope.FRAME),
            new Parameter<>(AT + ".variant", new Distribution.UniformInt(0, 3), Scope.INSTANCE),
            Parameter.constant(AT + ".scale", 2.0),
            new Parameter<>(AT + ".wetness", new Distribution.Uniform(0, 1), Scope.INSTANCE),
            Parameter.constant(AT + ".snow", 0.5)),
        material.surface().get());
    assertEquals(
        Optional.of(Parameter.constant("objects.a.material.roughness", 0.4)), material.roughness());
  }

  @Test
  void partsOfARoomHaveMaterials() {
    ObjectDescription room =
        SceneText.scene(
                folder,
                SceneText.MINIMAL.replace(
                    "objects: {}",
                    """
                    objects:
                      room:
                        asset:
                          room:
                            size: [6, 5, 2.7]
                            windows: {wide: {wall: back, at: 1, width: 1.4, height: 1.3}}
                            doors: {d: {wall: left, width: 0.9, height: 2}}
                        label: none
                        materials: {floor: {surface: wood}, walls: {roughness: 1}}
                    """))
            .objects()
            .get(0);
    assertEquals(
        Optional.of(
            new AssetReference.Built(
                new Construction.Room(
                    new Vec3(6, 5, 2.7),
                    0.25,
                    true,
                    List.of(
                        new Construction.Opening(Construction.Wall.BACK, 1, 0.9, 1.4, 1.3, 0.06),
                        new Construction.Opening(Construction.Wall.LEFT, 0, 0, 0.9, 2, 0))))),
        room.asset());
    List<MaterialDescription.Part> parts = room.material().parts();
    assertEquals(List.of("floor", "walls"), parts.stream().map(part -> part.name()).toList());
    assertEquals(
        "objects.room.materials.floor.surface",
        parts.get(0).material().surface().get().kind().path().toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"$ground", "{kind: $ground}"})
  void aDefinitionMayBeASurface(String surface) {
    Distribution<SurfaceKind> kind =
        material("{surface: " + surface + "}").surface().get().kind().distribution();
    assertEquals(
        "define.ground",
        ((Distribution.Reference<SurfaceKind>) kind).parameter().path().toString());
  }
}
