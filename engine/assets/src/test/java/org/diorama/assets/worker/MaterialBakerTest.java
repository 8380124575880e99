package org.diorama.assets.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.diorama.assets.ModelFixtures;
import org.diorama.assets.source.FolderSource;
import org.diorama.assets.source.RefusedFileException;
import org.diorama.assets.worker.ImportedMaterial.AlphaUse;
import org.diorama.core.asset.AlphaMode;
import org.diorama.core.asset.Finish;
import org.diorama.core.asset.Material;
import org.diorama.core.asset.Texture;
import org.diorama.core.math.LinearColor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MaterialBakerTest {
  private static final int WHITE = 0xffffffff;
  private static final int RED = 0xffff0000;
  private static final int CLEAR = 0x00ffffff;

  @TempDir private Path folder;
  private final List<String> warnings = new ArrayList<>();
  private final List<byte[]> embedded = new ArrayList<>();
  private MaterialBaker baker;

  @BeforeEach
  void make() {
    OpenedFiles files = new OpenedFiles(new FolderSource(folder));
    baker = new MaterialBaker(new Images(files, embedded, warnings));
  }

  /** A square image of one color whose first pixels are another. */
  private static byte[] image(int color, int first, int count) throws IOException {
    int[] pixels = new int[64 * 64];
    Arrays.fill(pixels, color);
    Arrays.fill(pixels, 0, count, first);
    return ModelFixtures.png(64, pixels);
  }

  private void write(String name, int color, int first, int count) throws IOException {
    Files.write(folder.resolve(name), image(color, first, count));
  }

  private static ImportedMaterial material(
      AlphaUse alpha, String color, String opacity, String normal) {
    return new ImportedMaterial(
        "m",
        LinearColor.WHITE,
        0.25,
        0.5,
        LinearColor.BLACK,
        1,
        alpha,
        0.5,
        Optional.ofNullable(color),
        Optional.ofNullable(opacity),
        Optional.ofNullable(normal),
        Optional.empty(),
        Finish.PLAIN);
  }

  private Texture textureOf(Material material) {
    return baker.textures().get(material.baseColorTexture());
  }

  private static int texel(Texture texture, int index, int channel) {
    return texture.levels().get(0)[4 * index + channel] & 0xff;
  }

  @Test
  void aMaterialWithoutImagesHasNoTexture() throws IOException {
    Material plain = baker.bake(material(AlphaUse.CUT_OUT, null, null, null));
    assertEquals(Material.NO_TEXTURE, plain.baseColorTexture());
    assertEquals(Material.NO_TEXTURE, plain.normalTexture());
    assertEquals(AlphaMode.OPAQUE, plain.alphaMode());
    assertEquals(0.25, plain.metallic());
    assertEquals(0.5, plain.roughness());
    assertEquals(List.of(), baker.textures());
  }

  @Test
  void imagesAreSharedByUse() throws IOException {
    write("a.png", RED, RED, 0);
    Material one = baker.bake(material(AlphaUse.IGNORED, "a.png", null, "a.png"));
    Material two = baker.bake(material(AlphaUse.IGNORED, "a.png", null, "a.png"));
    assertEquals(2, baker.textures().size(), "once as a color, once as data");
    assertEquals(one.baseColorTexture(), two.baseColorTexture());
    assertTrue(baker.textures().get(one.baseColorTexture()).srgb());
    assertTrue(!baker.textures().get(one.normalTexture()).srgb());
  }

  @Test
  void aMissingImageIsSaidAndLeftOut() throws IOException {
    Material material = baker.bake(material(AlphaUse.IGNORED, "none.png", null, "none.png"));
    assertEquals(Material.NO_TEXTURE, material.baseColorTexture());
    assertEquals(Material.NO_TEXTURE, material.normalTexture());
    assertTrue(warnings.contains("image 'none.png' is missing"), "" + warnings);
  }

  @Test
  void anImageThatCannotBeDecodedIsSaid() throws IOException {
    Files.writeString(folder.resolve("a.png"), "no image");
    assertEquals(
        Material.NO_TEXTURE,
        baker.bake(material(AlphaUse.IGNORED, "a.png", null, null)).baseColorTexture());
    assertEquals(List.of("image 'a.png' cannot be decoded"), warnings);
  }

  @Test
  void holesMakeACutOut() throws IOException {
    write("holes.png", WHITE, CLEAR, 1000);
    assertEquals(
        AlphaMode.MASK,
        baker.bake(material(AlphaUse.CUT_OUT, "holes.png", null, null)).alphaMode());
    Material solid = baker.bake(material(AlphaUse.IGNORED, "holes.png", null, null));
    assertEquals(AlphaMode.OPAQUE, solid.alphaMode());
    assertEquals(255, texel(textureOf(solid), 0, 3), "alpha without meaning is gone");
  }

  @Test
  void aSpeckOrAnEmptyImageIsNoCutOut() throws IOException {
    write("speck.png", WHITE, CLEAR, 1);
    write("clear.png", CLEAR, WHITE, 1);
    for (String name : List.of("speck.png", "clear.png")) {
      assertEquals(
          AlphaMode.OPAQUE,
          baker.bake(material(AlphaUse.CUT_OUT, name, null, null)).alphaMode(),
          name);
    }
  }

  @Test
  void anOpacityImageSpeaksByItsBrightness() throws IOException {
    write("color.png", RED, RED, 0);
    write("mask.png", 0xff000000, WHITE, 64 * 32);
    Material cut = baker.bake(material(AlphaUse.CUT_OUT, "color.png", "mask.png", null));
    assertEquals(AlphaMode.MASK, cut.alphaMode());
    assertEquals(255, texel(textureOf(cut), 64 * 8, 3));
    assertEquals(0, texel(textureOf(cut), 64 * 56, 3));
    assertEquals(255, texel(textureOf(cut), 64 * 8, 0));
  }

  @Test
  void anOpacityImageWithAlphaSpeaksByThat() throws IOException {
    write("mask.png", CLEAR, 0xff000000, 64 * 32);
    Material cut = baker.bake(material(AlphaUse.CUT_OUT, null, "mask.png", null));
    assertEquals(AlphaMode.MASK, cut.alphaMode());
    assertEquals(255, texel(textureOf(cut), 64 * 8, 3), "black but solid");
    assertEquals(0, texel(textureOf(cut), 64 * 56, 3));
    assertEquals(255, texel(textureOf(cut), 64 * 8, 0), "white where there is no color image");
  }

  @Test
  void pathsOfOtherDisksCountByTheirLastPart() throws IOException {
    write("a b.png", RED, RED, 0);
    for (String name :
        List.of("C:\\tmp\\a b.png", "/home/x/a b.png", "textures/a b.png", "a%20b.png")) {
      assertEquals(
          255,
          texel(textureOf(baker.bake(material(AlphaUse.IGNORED, name, null, null))), 0, 0),
          name);
    }
    assertEquals(List.of(), warnings);
    assertThrows(
        RefusedFileException.class,
        () -> baker.bake(material(AlphaUse.IGNORED, "../a.png", null, null)));
  }

  @Test
  void imagesInsideTheModelGoByNumber() throws IOException {
    embedded.add(image(WHITE, WHITE, 0));
    embedded.add(image(RED, RED, 0));
    Material red = baker.bake(material(AlphaUse.IGNORED, "*1", null, null));
    assertEquals(0, texel(textureOf(red), 0, 1));
    for (String name : List.of("*2", "*", "*-1", "*99999999999", "*1x")) {
      Material none = baker.bake(material(AlphaUse.IGNORED, name, null, null));
      assertEquals(Material.NO_TEXTURE, none.baseColorTexture(), name);
    }
    assertEquals(5, warnings.size());
  }
}
