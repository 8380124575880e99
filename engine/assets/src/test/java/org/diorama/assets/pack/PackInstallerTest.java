package org.diorama.assets.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.diorama.assets.pack.PackInstaller.Outcome;
import org.diorama.assets.source.Sha256;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackInstallerTest {
  private static final String CONTENT = "an archive";

  @TempDir Path folder;
  private final PackManifest manifest =
      new PackManifest(
          "little",
          "Little pack",
          "1",
          "little-package",
          "usr/share/little",
          List.of(
              new PackArchive("a.zip", CONTENT.length(), Sha256.of(CONTENT), "CC0-1.0"),
              new PackArchive("b.zip", CONTENT.length(), Sha256.of(CONTENT), "CC0-1.0")));
  private Path packs;
  private Path source;
  private PackInstaller installer;

  @BeforeEach
  void makeSource() throws IOException {
    packs = folder.resolve("packs");
    source = Files.createDirectories(folder.resolve("source"));
    Files.writeString(source.resolve("a.zip"), CONTENT);
    Files.writeString(source.resolve("b.zip"), CONTENT);
    installer = new PackInstaller(packs, new AptFetcher());
  }

  private DioramaException refusal(Path from) {
    return assertThrows(
        DioramaException.class, () -> installer.install(manifest, Optional.of(from)));
  }

  private List<String> namesIn(Path directory) throws IOException {
    try (Stream<Path> list = Files.list(directory)) {
      return list.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void archivesOfAFolderAreInstalled() throws IOException {
    assertFalse(PackFolder.of(manifest, packs).isInstalled());
    assertEquals(Outcome.INSTALLED, installer.install(manifest, Optional.of(source)));
    assertTrue(PackFolder.of(manifest, packs).isInstalled());
    assertEquals(List.of("a.zip", "b.zip"), namesIn(packs.resolve("little")));
    assertEquals(List.of("little"), namesIn(packs));
    assertEquals(Outcome.ALREADY_THERE, installer.install(manifest, Optional.empty()));
  }

  @Test
  void archivesOfADebianPackageAreInstalled() throws Exception {
    Path tree = folder.resolve("tree");
    Files.createDirectories(tree.resolve("usr/share"));
    Files.move(source, tree.resolve("usr/share/little"));
    Files.createDirectory(tree.resolve("DEBIAN"));
    Files.writeString(
        tree.resolve("DEBIAN/control"),
        """
        Package: little-package
        Version: 1
        Architecture: all
        Maintainer: nobody <nobody@example.org>
        Description: a test
        """);
    Path deb = folder.resolve("little.deb");
    Process build =
        new ProcessBuilder("dpkg-deb", "-b", tree.toString(), deb.toString())
            .redirectErrorStream(true)
            .start();
    String log = new String(build.getInputStream().readAllBytes());
    assertEquals(0, build.waitFor(), log);
    assertEquals(Outcome.INSTALLED, installer.install(manifest, Optional.of(deb)));
    assertTrue(PackFolder.of(manifest, packs).isInstalled());
  }

  @Test
  void anotherArchiveIsRefusedAndNothingIsLeft() throws IOException {
    Files.writeString(source.resolve("b.zip"), "an Archive");
    DioramaException e = refusal(source);
    assertEquals(ExitStatus.BAD_INPUT, e.status());
    assertTrue(e.getMessage().contains("b.zip has SHA-256"), e.getMessage());
    assertEquals(List.of(), namesIn(packs));
  }

  @Test
  void aMissingArchiveIsRefused() throws IOException {
    Files.delete(source.resolve("b.zip"));
    assertTrue(refusal(source).getMessage().contains("b.zip"));
    assertEquals(List.of(), namesIn(packs));
  }

  @Test
  void whatIsNoPackageIsRefused() throws IOException {
    assertEquals(ExitStatus.BAD_INPUT, refusal(folder.resolve("none.deb")).status());
    Path text = Files.writeString(folder.resolve("text.deb"), "no package");
    DioramaException e = refusal(text);
    assertEquals(ExitStatus.BAD_INPUT, e.status());
    assertTrue(e.getMessage().contains("dpkg-deb failed"), e.getMessage());
    assertEquals(List.of(), namesIn(packs));
  }

  @Test
  void aDamagedPackIsReplaced() throws IOException {
    installer.install(manifest, Optional.of(source));
    Files.writeString(packs.resolve("little/a.zip"), "an arch");
    assertFalse(PackFolder.of(manifest, packs).isInstalled());
    assertEquals(Outcome.INSTALLED, installer.install(manifest, Optional.of(source)));
    assertTrue(PackFolder.of(manifest, packs).isInstalled());
    assertEquals(List.of("little"), namesIn(packs));
  }

  @Test
  void aFileInTheFoldersPlaceIsSaid() throws IOException {
    Files.writeString(packs, "in the way");
    assertEquals(ExitStatus.CANNOT_CREATE, refusal(source).status());
    assertEquals("in the way", Files.readString(packs));
  }
}
