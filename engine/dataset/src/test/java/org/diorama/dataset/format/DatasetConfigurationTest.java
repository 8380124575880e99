package org.diorama.dataset.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;
import org.diorama.core.render.RendererIdentity;
import org.diorama.core.scene.Category;
import org.diorama.core.scene.LabelRules;
import org.diorama.dataset.files.Sha256;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatasetConfigurationTest {
  @Test
  void digestIsThatOfSortedJson() {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("seed", "7");
    values.put("image.width", "64");
    assertEquals(
        Sha256.of("{\"image.width\":\"64\",\"seed\":\"7\"}".getBytes(StandardCharsets.UTF_8)),
        new DatasetConfiguration(values).digest());
  }

  @Test
  void namesWhatDiffersAndHow() {
    DatasetConfiguration there =
        new DatasetConfiguration(Map.of("seed", "7", "image.width", "64", "old", "x"));
    DatasetConfiguration wanted =
        new DatasetConfiguration(Map.of("seed", "8", "image.width", "64", "new", "y"));
    DioramaException failure =
        assertThrows(DioramaException.class, () -> wanted.requireSameAs(there, "out/a"));
    assertEquals(ExitStatus.OTHER_CONFIGURATION, failure.status());
    assertEquals(
        "out/a holds frames of another configuration (new: (none) -> y; old: x -> (none);"
            + " seed: 7 -> 8); choose another --out, or go back to the old values",
        failure.getMessage());
    wanted.requireSameAs(wanted, "out/a");
  }

  @Test
  void aMessageNamesNoMoreThanEightKeys() {
    Map<String, String> many = new TreeMap<>();
    for (int i = 10; i < 30; i++) {
      many.put("key" + i, "value");
    }
    DatasetConfiguration wanted = new DatasetConfiguration(many);
    DatasetConfiguration empty = new DatasetConfiguration(Map.of());
    DioramaException failure =
        assertThrows(DioramaException.class, () -> wanted.requireSameAs(empty, "out"));
    assertTrue(failure.getMessage().contains("key17: (none) -> value; and 12 more)"));
    assertFalse(failure.getMessage().contains("key18"));
  }

  private static DatasetDescription description(long seed, RendererIdentity renderer) {
    return new DatasetDescription(
        "table",
        seed,
        Map.of("image.width", "64"),
        List.of(new Category("cup", 1, "dish", List.of("cup"))),
        LabelRules.DEFAULT,
        List.of(""),
        FrameStructure.STILL,
        "0.1.0",
        renderer,
        List.of(
            new AssetCredit("b", "digest-b", "CC0-1.0", ""),
            new AssetCredit("a", "digest-a", "", "")),
        List.of());
  }

  @Test
  void theDeviceIsNoPartOfIt() {
    RendererIdentity one = new RendererIdentity("opengl", "1", "gpu", "a card");
    RendererIdentity other = new RendererIdentity("opengl", "1", "gpu", "another card");
    RendererIdentity software = new RendererIdentity("opengl", "1", "software", "a card");
    String digest = description(3, one).configuration().digest();
    assertEquals(digest, description(3, other).configuration().digest());
    assertNotEquals(digest, description(3, software).configuration().digest());
    assertNotEquals(digest, description(4, one).configuration().digest());
  }

  @Test
  void holdsEverythingThatDecidesTheBytes() {
    RendererIdentity renderer = new RendererIdentity("opengl", "1", "gpu", "a card");
    assertEquals(
        "{asset.a=digest-a, asset.b=digest-b, engine.version=0.1.0, renderer.device_class=gpu,"
            + " renderer.name=opengl, renderer.version=1, scene.image.width=64, seed=3}",
        description(3, renderer).configuration().values().toString());
  }

  /** They become part of file names, and of WebDataset's keys, which end at the first dot. */
  @ParameterizedTest
  @ValueSource(
      strings = {"left.rgb", "a/b", "..", "a b", "-x", "\u00e4", "left,left", "left,", ","})
  void camerasNeedNamesOfTheirOwn(String names) {
    List<String> cameras = List.of(names.split(",", -1));
    assertThrows(IllegalArgumentException.class, () -> described(cameras), names);
    assertThrows(IllegalArgumentException.class, () -> described(List.of()));
    assertEquals(List.of("left", "Cam_2-b"), described(List.of("left", "Cam_2-b")).cameras());
    assertEquals(List.of(""), described(List.of("")).cameras());
  }

  private static DatasetDescription described(List<String> cameras) {
    return new DatasetDescription(
        "table",
        1,
        Map.of(),
        List.of(),
        LabelRules.DEFAULT,
        cameras,
        FrameStructure.STILL,
        "0.1.0",
        new RendererIdentity("opengl", "1", "gpu", "a card"),
        List.of(),
        List.of());
  }
}
