package org.diorama.assets;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AssetLocationsTest {
  @Test
  void homeIsTheDefault() {
    assertEquals(
        new AssetLocations(
            Path.of("/home/a/.cache/diorama"), Path.of("/home/a/.local/share/diorama/packs")),
        AssetLocations.of(Map.of("HOME", "/home/a")));
  }

  @Test
  void xdgFoldersAreHonored() {
    assertEquals(
        new AssetLocations(Path.of("/c/diorama"), Path.of("/d/diorama/packs")),
        AssetLocations.of(
            Map.of("HOME", "/home/a", "XDG_CACHE_HOME", "/c", "XDG_DATA_HOME", "/d")));
  }

  @Test
  void ownVariablesComeFirst() {
    assertEquals(
        new AssetLocations(Path.of("/mine"), Path.of("/packs")),
        AssetLocations.of(
            Map.of(
                "HOME", "/home/a",
                "XDG_CACHE_HOME", "/c",
                "DIORAMA_CACHE", "/mine",
                "DIORAMA_PACKS", "/packs")));
  }
}
