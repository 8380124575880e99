package org.diorama.cli.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.diorama.assets.AssetLocations;
import org.diorama.core.render.RendererFinding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AssetChecksTest {
  @TempDir private Path folder;

  private List<RendererFinding> check(Path cache) {
    return AssetChecks.run(new AssetLocations(cache, folder.resolve("packs")));
  }

  @Test
  void aCacheThatIsYetToBeMadeIsFine() {
    assertTrue(check(folder.resolve("a/b/c")).get(0).ok());
  }

  @Test
  void aFileWhereTheCacheShouldBeIsFound() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    RendererFinding finding = check(file.resolve("cache")).get(0);
    assertFalse(finding.ok());
    assertTrue(finding.remedy().contains("DIORAMA_CACHE"), finding.remedy());
  }

  @Test
  void aMissingPackComesWithItsCommand() {
    RendererFinding finding = check(folder).get(1);
    assertEquals("pack.sweethome3d-furniture", finding.key());
    assertEquals("tools/diorama assets install sweethome3d-furniture", finding.remedy());
  }
}
