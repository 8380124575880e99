package org.diorama.dataset.gltf;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.diorama.core.asset.AlphaMode;
import org.diorama.core.asset.Material;
import org.diorama.core.asset.Texture;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.LinearColor;
import org.diorama.core.math.Vec3;
import org.diorama.core.sample.SampledFinish;
import org.diorama.core.sample.SampledMaterial;
import org.diorama.procedural.Shape;
import org.diorama.testkit.GlbFile;
import org.diorama.testkit.InMemoryAssets;
import org.diorama.testkit.TestMeshes;
import org.diorama.testkit.TestScene;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Materials as a file has them, drawn values laid over a model's own. */
class MaterialTableTest {
  private static final LinearColor OWN = new LinearColor(0.2, 0.4, 0.6);
  private static final LinearColor DRAWN = new LinearColor(0.9, 0.1, 0.5);

  private final Random random = new Random(4);
  private final Texture color = TestMeshes.noise(random, 8);
  private final Texture bumps = data(TestMeshes.noise(random, 4));
  private final Texture finish = data(TestMeshes.noise(random, 16));

  private static Texture data(Texture texture) {
    return new Texture(texture.width(), texture.height(), false, texture.levels());
  }

  private Material material(AlphaMode mode, LinearColor emission) {
    return new Material("mine", OWN, 0.25, 0.75, emission, 0, 1, 2, mode, 0.3);
  }

  /** A file with one box for each set of drawn values. */
  private GlbFile export(Material material, SampledMaterial... drawn) throws IOException {
    InMemoryAssets assets = new InMemoryAssets();
    assets.add("thing", Shape.BOX.mesh(3), material, color, bumps, finish);
    TestScene scene = new TestScene(assets, Vec3.ZERO);
    for (int i = 0; i < drawn.length; i++) {
      scene.add("thing", Affine3.translation(new Vec3(i, 5, 0)), drawn[i]);
    }
    return FrameGlbTest.export(scene.frame(), assets);
  }

  private static SampledMaterial drawn(LinearColor base, Double metallic, Double roughness) {
    return new SampledMaterial(
        Optional.ofNullable(base), Optional.ofNullable(metallic), Optional.ofNullable(roughness));
  }

  private static JsonNode materialOf(GlbFile file, int instance) {
    JsonNode mesh = file.element("meshes", file.children().get(instance).get("mesh").asInt());
    return file.element("materials", mesh.at("/primitives/0/material").asInt());
  }

  /** Checks that an image is a texture with some channels replaced by 255. */
  private static void assertTexels(
      Texture expected, IntUnaryOperator change, GlbFile file, JsonNode reference)
      throws IOException {
    int source = file.element("textures", reference.get("index").asInt()).get("source").asInt();
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(file.image(source)));
    byte[] texels = expected.levels().get(0);
    int[] argb =
        IntStream.range(0, texels.length / 4)
            .map(
                i ->
                    (texels[4 * i + 3] & 0xff) << 24
                        | (texels[4 * i] & 0xff) << 16
                        | (texels[4 * i + 1] & 0xff) << 8
                        | texels[4 * i + 2] & 0xff)
            .map(change)
            .toArray();
    int width = image.getWidth();
    assertArrayEquals(argb, image.getRGB(0, 0, width, image.getHeight(), null, 0, width));
  }

  /** A drawn emission replaces the model's own: 1 is a bright screen of {@code GLOW} cd/m². */
  @Test
  void aDrawnEmissionIsItsLuminance() throws IOException {
    LinearColor luminance = new LinearColor(8000, 4000, 0);
    GlbFile file =
        export(
            material(AlphaMode.OPAQUE, LinearColor.WHITE.times(0.5)),
            SampledMaterial.NONE,
            new SampledMaterial(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(luminance),
                Optional.empty(),
                List.of()));
    assertEquals("[0.5,0.5,0.5]", materialOf(file, 0).get("emissiveFactor").toString());
    JsonNode drawn = materialOf(file, 1);
    assertEquals("[1.0,0.5,0.0]", drawn.get("emissiveFactor").toString());
    assertEquals(
        8000 / Material.GLOW,
        drawn.at("/extensions/KHR_materials_emissive_strength/emissiveStrength").asDouble());
  }

  @Test
  void aModelsOwnMaterialIsWholly() throws IOException {
    GlbFile file = export(material(AlphaMode.MASK, LinearColor.BLACK), SampledMaterial.NONE);
    JsonNode written = materialOf(file, 0);
    JsonNode surface = written.get("pbrMetallicRoughness");
    assertEquals("mine", written.get("name").asString());
    assertEquals("[0.2,0.4,0.6,1.0]", surface.get("baseColorFactor").toString());
    assertEquals(0.25, surface.get("metallicFactor").asDouble());
    assertEquals(0.75, surface.get("roughnessFactor").asDouble());
    assertEquals("MASK", written.get("alphaMode").asString());
    assertEquals(0.3, written.get("alphaCutoff").asDouble());
    assertTrue(written.get("doubleSided").asBoolean());
    assertTexels(color, x -> x, file, surface.get("baseColorTexture"));
    assertTexels(bumps, x -> x, file, written.get("normalTexture"));
    assertTexels(finish, x -> x, file, surface.get("metallicRoughnessTexture"));
    JsonNode attributes = file.json().at("/meshes/0/primitives/0/attributes");
    assertTrue(attributes.has("TANGENT") && attributes.has("TEXCOORD_0"));
  }

  @Test
  void aDrawnColorLeavesTheHoles() throws IOException {
    GlbFile file =
        export(
            material(AlphaMode.MASK, LinearColor.BLACK),
            SampledMaterial.NONE,
            drawn(DRAWN, null, null));
    JsonNode written = materialOf(file, 1);
    JsonNode surface = written.get("pbrMetallicRoughness");
    assertEquals("[0.9,0.1,0.5,1.0]", surface.get("baseColorFactor").toString());
    assertTexels(color, x -> x | 0xffffff, file, surface.get("baseColorTexture"));
    assertEquals("MASK", written.get("alphaMode").asString());
    assertEquals(
        file.json().at("/meshes/0/primitives/0/attributes"),
        file.json().at("/meshes/1/primitives/0/attributes"),
        "vertices are shared");
    assertEquals(4, file.json().get("images").size(), "other textures are shared");
  }

  @Test
  void aDrawnColorReplacesATextureWithoutHoles() throws IOException {
    GlbFile file = export(material(AlphaMode.OPAQUE, LinearColor.BLACK), drawn(DRAWN, 0.5, 0.125));
    JsonNode written = materialOf(file, 0);
    JsonNode surface = written.get("pbrMetallicRoughness");
    assertFalse(surface.has("baseColorTexture"));
    assertFalse(surface.has("metallicRoughnessTexture"));
    assertEquals(0.5, surface.get("metallicFactor").asDouble());
    assertEquals(0.125, surface.get("roughnessFactor").asDouble());
    assertEquals("OPAQUE", written.get("alphaMode").asString());
    assertFalse(written.has("alphaCutoff"));
    assertEquals(1, file.json().get("images").size());
  }

  /** Green is roughness, blue is metallicness. */
  @Test
  void aDrawnFinishReplacesItsOwnChannel() throws IOException {
    GlbFile file =
        export(
            material(AlphaMode.OPAQUE, LinearColor.BLACK),
            drawn(null, 0.5, null),
            drawn(null, null, 0.125));
    JsonNode first = materialOf(file, 0).get("pbrMetallicRoughness");
    assertEquals(0.75, first.get("roughnessFactor").asDouble());
    assertTexels(finish, x -> x | 0xff, file, first.get("metallicRoughnessTexture"));
    JsonNode second = materialOf(file, 1).get("pbrMetallicRoughness");
    assertEquals(0.25, second.get("metallicFactor").asDouble());
    assertTexels(finish, x -> x | 0xff00, file, second.get("metallicRoughnessTexture"));
  }

  @Test
  void brightEmissionTakesTheExtension() throws IOException {
    GlbFile dim =
        export(material(AlphaMode.OPAQUE, new LinearColor(0.5, 1, 0)), SampledMaterial.NONE);
    assertEquals("[0.5,1.0,0.0]", materialOf(dim, 0).get("emissiveFactor").toString());
    assertFalse(materialOf(dim, 0).has("extensions"));
    GlbFile bright =
        export(material(AlphaMode.OPAQUE, new LinearColor(2, 8, 0)), SampledMaterial.NONE);
    JsonNode written = materialOf(bright, 0);
    assertEquals("[0.25,1.0,0.0]", written.get("emissiveFactor").toString());
    assertEquals(
        8, written.at("/extensions/KHR_materials_emissive_strength/emissiveStrength").asDouble());
    assertTrue(bright.json().get("extensionsUsed").toString().contains("emissive_strength"));
  }

  @Test
  void aMaterialWithoutTexturesNeedsNoCoordinates() throws IOException {
    GlbFile file = export(Material.plain("plain", OWN, 0, 1), SampledMaterial.NONE);
    JsonNode attributes = file.json().at("/meshes/0/primitives/0/attributes");
    assertEquals(Set.of("NORMAL", "POSITION"), Set.copyOf(attributes.propertyNames()));
    assertFalse(file.json().has("images"));
    assertFalse(file.json().has("samplers"));
  }

  @Test
  void aColorThatIsNotSrgbIsRefused() {
    Material wrong =
        new Material("mine", OWN, 0, 1, LinearColor.BLACK, 1, -1, -1, AlphaMode.OPAQUE, 0.5);
    assertThrows(IllegalArgumentException.class, () -> export(wrong, SampledMaterial.NONE));
  }

  @Test
  void coatAndSheenAreExtensions() throws IOException {
    SampledMaterial coated =
        SampledMaterial.of(
            Optional.of(
                new SampledFinish(
                    Optional.of(0.75),
                    Optional.of(0.25),
                    Optional.of(OWN),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(0.5))));
    GlbFile file = export(Material.plain("own", OWN, 0, 1), coated, SampledMaterial.NONE);
    JsonNode extensions = materialOf(file, 0).get("extensions");
    JsonNode coat = extensions.get("KHR_materials_clearcoat");
    assertEquals(0.75, coat.get("clearcoatFactor").asDouble());
    assertEquals(0.25, coat.get("clearcoatRoughnessFactor").asDouble());
    JsonNode sheen = extensions.get("KHR_materials_sheen");
    assertEquals(OWN.red(), sheen.at("/sheenColorFactor/0").asDouble());
    assertEquals(0, sheen.get("sheenRoughnessFactor").asDouble());
    assertEquals(
        0.5,
        extensions.at("/KHR_materials_diffuse_transmission/diffuseTransmissionFactor").asDouble());
    assertFalse(extensions.has("KHR_materials_transmission"));
    JsonNode plain = materialOf(file, 1).path("extensions");
    assertFalse(plain.has("KHR_materials_clearcoat"));
    assertTrue(file.json().get("extensionsUsed").toString().contains("KHR_materials_sheen"));
  }

  /** Of a pane both sides are seen; a body's inside is none (the volume extension asks for it). */
  @Test
  void bodiesHaveOneSideAndPanesTwo() throws IOException {
    GlbFile file = export(Material.plain("own", OWN, 0, 1), transparent(true), transparent(false));
    assertFalse(materialOf(file, 0).path("doubleSided").asBoolean(false));
    assertTrue(materialOf(file, 0).get("extensions").has("KHR_materials_volume"));
    assertTrue(materialOf(file, 1).get("doubleSided").asBoolean());
    assertFalse(materialOf(file, 1).get("extensions").has("KHR_materials_volume"));
  }

  private static SampledMaterial transparent(boolean solid) {
    return SampledMaterial.of(
        Optional.of(
            new SampledFinish(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(1.0),
                Optional.of(1.33),
                Optional.of(solid),
                Optional.empty(),
                Optional.empty(),
                Optional.empty())));
  }
}
