package org.diorama.assets.bake;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.diorama.core.asset.AlphaMode;
import org.diorama.core.asset.LevelOfDetail;
import org.diorama.core.asset.Material;
import org.diorama.core.asset.Model;
import org.diorama.core.asset.Texture;
import org.diorama.core.math.LinearColor;
import org.diorama.procedural.Primitives;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BakeFileTest {
  @TempDir Path folder;

  /** A cone with every kind of value in it. */
  static Model model() {
    Model cone = Primitives.model("cone", 5);
    byte[][] levels = {new byte[4 * 8], new byte[4 * 2], new byte[4]};
    new Random(1).nextBytes(levels[0]);
    Texture texture = new Texture(4, 2, true, List.of(levels));
    Material material =
        new Material(
            "ü",
            new LinearColor(0.1, 0.2, 0.3),
            0.4,
            0.5,
            new LinearColor(6, 7, 8),
            0,
            Material.NO_TEXTURE,
            0,
            AlphaMode.MASK,
            0.25);
    return with(cone, List.of(material), List.of(texture));
  }

  static Model with(Model model, List<Material> materials, List<Texture> textures) {
    return new Model(
        model.digest(),
        model.bounds(),
        model.mesh(),
        materials,
        List.of("lid/ü", "unused"),
        textures,
        model.levels(),
        model.hierarchies());
  }

  static BakeHeader header(Model model) {
    return new BakeHeader(
        List.of(
            new InputFile("a.obj", Optional.of("12")), new InputFile("b.mtl", Optional.empty())),
        List.of("a warning"),
        model.digest(),
        model.bounds(),
        model.levels().stream().map(LevelOfDetail::error).toList(),
        model.levels().stream().map(LevelOfDetail::triangleCount).toList(),
        SurfaceCodecTest.surfaces(model.bounds()));
  }

  private Path write() throws IOException {
    Path file = folder.resolve("model.bake");
    BakeFile.write(file, header(model()), model());
    return file;
  }

  @Test
  void everythingComesBack() throws IOException {
    Path file = write();
    Model expected = model();
    Model actual = BakeFile.readModel(file);
    assertEquals(header(expected), BakeFile.readHeader(file));
    assertEquals(expected.digest(), actual.digest());
    assertEquals(expected.bounds(), actual.bounds());
    assertEquals(expected.materials(), actual.materials());
    assertEquals(List.of("lid/ü", "unused"), actual.partNames());
    assertEquals(expected.levels(), actual.levels());
    assertArrayEquals(expected.mesh().positions(), actual.mesh().positions());
    assertArrayEquals(expected.mesh().normals(), actual.mesh().normals());
    assertArrayEquals(expected.mesh().tangents(), actual.mesh().tangents());
    assertArrayEquals(expected.mesh().textureCoordinates(), actual.mesh().textureCoordinates());
    assertArrayEquals(expected.mesh().indices(), actual.mesh().indices());
    assertArrayEquals(
        expected.textures().get(0).levels().get(0), actual.textures().get(0).levels().get(0));
    assertArrayEquals(expected.hierarchies().get(0).bounds(), actual.hierarchies().get(0).bounds());
    assertArrayEquals(expected.hierarchies().get(0).links(), actual.hierarchies().get(0).links());
    assertArrayEquals(expected.hierarchies().get(0).order(), actual.hierarchies().get(0).order());
  }

  @Test
  void writingTwiceGivesEqualBytes() throws IOException {
    byte[] first = Files.readAllBytes(write());
    assertArrayEquals(first, Files.readAllBytes(write()));
  }

  @Test
  void everyChangedByteIsNoticed() throws IOException {
    Path file = write();
    byte[] sound = Files.readAllBytes(file);
    for (int at = 0; at < sound.length; at++) {
      byte[] damaged = sound.clone();
      damaged[at] ^= 0x10;
      Files.write(file, damaged);
      assertThrows(CorruptBakeException.class, () -> BakeFile.readModel(file), "byte " + at);
    }
  }

  @Test
  void everyTruncationIsNoticed() throws IOException {
    Path file = write();
    byte[] sound = Files.readAllBytes(file);
    for (int length = 0; length < sound.length; length += 13) {
      Files.write(file, Arrays.copyOf(sound, length));
      assertThrows(CorruptBakeException.class, () -> BakeFile.readModel(file), "at " + length);
    }
    Files.write(file, Arrays.copyOf(sound, sound.length + 1));
    assertThrows(CorruptBakeException.class, () -> BakeFile.readModel(file));
  }
}
