package org.diorama.assets.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.diorama.assets.catalog.Catalog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackManifestTest {
  @TempDir private Path folder;

  @Test
  void everyKnownPackIsComplete() throws IOException {
    for (String name : PackManifest.KNOWN) {
      PackManifest manifest = PackManifest.find(name).orElseThrow();
      assertEquals(name, manifest.name());
      assertFalse(manifest.title().isBlank());
      assertTrue(manifest.installCommand().endsWith("assets install " + name));
      Set<String> files = new HashSet<>();
      for (PackArchive archive : manifest.archives()) {
        assertTrue(files.add(archive.file()), archive.file());
        assertTrue(archive.sha256().matches("[0-9a-f]{64}"), archive.file());
        assertTrue(archive.bytes() > 0, archive.file());
        assertTrue(archive.license().matches("[A-Za-z0-9.-]+"), archive.license());
      }
      try (BufferedReader table =
          new BufferedReader(
              new InputStreamReader(manifest.categories(), StandardCharsets.UTF_8))) {
        List<String> lines = table.lines().toList();
        assertTrue(lines.size() > 1);
        lines.forEach(line -> assertEquals(5, line.split("\t").length, line));
      }
    }
  }

  @Test
  void otherNamesAreNoPack() {
    for (String name : List.of("", "nothing", "../sweethome3d-furniture")) {
      assertEquals(Optional.empty(), PackManifest.find(name));
    }
  }

  @Test
  void aPackIsInstalledWhenEveryArchiveHasItsSize() throws IOException {
    PackManifest manifest =
        new PackManifest(
            "little",
            "Little",
            "1",
            "p",
            "f",
            List.of(
                new PackArchive("a.zip", 3, "00", "CC0-1.0"),
                new PackArchive("b.zip", 2, "00", "CC0-1.0")));
    PackFolder pack = PackFolder.of(manifest, folder);
    assertEquals(folder.resolve("little"), pack.folder());
    assertFalse(pack.isInstalled());
    Files.createDirectory(pack.folder());
    Files.writeString(pack.folder().resolve("a.zip"), "abc");
    assertFalse(pack.isInstalled(), "one lacks");
    Files.writeString(pack.folder().resolve("b.zip"), "abc");
    assertFalse(pack.isInstalled(), "one is too long");
    Files.writeString(pack.folder().resolve("b.zip"), "ab");
    assertTrue(pack.isInstalled());
    Files.delete(pack.folder().resolve("a.zip"));
    Files.createDirectory(pack.folder().resolve("a.zip"));
    assertFalse(pack.isInstalled(), "one is a folder");
  }

  @Test
  void aCatalogWithoutPacksKnowsWhatIsMissing() {
    Catalog catalog = Catalog.open(folder.resolve("none"));
    assertEquals(List.of(), catalog.entries());
    assertEquals(PackManifest.KNOWN, catalog.missing().stream().map(PackManifest::name).toList());
    assertEquals(Optional.empty(), catalog.find("sweethome3d-furniture/scopia/apples"));
    assertEquals(List.of(), catalog.ofCategories(List.of("apple")));
  }
}
