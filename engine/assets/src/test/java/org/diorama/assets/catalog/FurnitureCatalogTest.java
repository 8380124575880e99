package org.diorama.assets.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.diorama.assets.pack.PackArchive;
import org.diorama.assets.pack.PackFolder;
import org.diorama.assets.pack.PackManifest;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;
import org.diorama.core.math.Vec3;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FurnitureCatalogTest {
  private static final String CHAIR =
      """
      name#1=Caf\u00e9 chair
      model#1=/maker/chair/chair.obj
      category#1=Kitchen
      creator#1=M. Aker
      width#1=50
      depth#1=60.5
      height#1=100
      """;

  @TempDir Path folder;

  /** The real pack's name, so that its category table is found, with an archive of our own. */
  private PackFolder pack(String properties) throws IOException {
    Path file = folder.resolve("Scopia.sh3f");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
      if (!properties.isEmpty()) {
        out.putNextEntry(new ZipEntry("PluginFurnitureCatalog.properties"));
        out.write(properties.getBytes(StandardCharsets.ISO_8859_1));
        out.closeEntry();
      }
    }
    PackArchive archive = new PackArchive("Scopia.sh3f", Files.size(file), "12", "CC0-1.0");
    return new PackFolder(
        new PackManifest("sweethome3d-furniture", "t", "1", "p", "f", List.of(archive)), folder);
  }

  @Test
  void sizesAreMetersAndTextIsLatin1() throws IOException {
    List<CatalogEntry> entries = FurnitureCatalog.read(pack(CHAIR));
    assertEquals(1, entries.size());
    CatalogEntry chair = entries.get(0);
    assertEquals("sweethome3d-furniture/maker/chair", chair.id());
    assertEquals("Caf\u00e9 chair", chair.title());
    assertEquals(new Vec3(0.5, 0.605, 1), chair.size());
    assertEquals(0, chair.elevation());
    assertEquals("", chair.category(), "number 1 is another model in the table");
    assertEquals("Kitchen", chair.supercategory());
  }

  @Test
  void rotationAndElevationAreTaken() throws IOException {
    CatalogEntry chair =
        FurnitureCatalog.read(
                pack(CHAIR + "modelRotation#1=0 0 1 0 1 0 -1 0 0\nelevation#1=42.5\n"))
            .get(0);
    assertEquals(List.of(0.0, 0.0, 1.0, 0.0, 1.0, 0.0, -1.0, 0.0, 0.0), chair.rotation());
    assertEquals(0.425, chair.elevation(), 1e-12);
  }

  @Test
  void unreadableArchivesSayHowToGetThemAnew() throws IOException {
    for (String properties :
        List.of("", CHAIR.replace("width#1=50", "width#1=wide"), CHAIR.replace("name#1", "x"))) {
      PackFolder pack = pack(properties);
      DioramaException e = assertThrows(DioramaException.class, () -> FurnitureCatalog.read(pack));
      assertEquals(ExitStatus.BAD_INPUT, e.status());
      assertTrue(e.getMessage().contains("assets install"), e.getMessage());
    }
    PackFolder pack = pack(CHAIR);
    Files.writeString(folder.resolve("Scopia.sh3f"), "no zip");
    assertThrows(DioramaException.class, () -> FurnitureCatalog.read(pack));
  }

  @Test
  void theCategoryTableMatchesNumberAndPath() {
    String text = "coco_category\tsh3f\tnumber\tname\tmodel\napple\tScopia\t70\tA\t/a/b/c.obj\n";
    CategoryTable table =
        new CategoryTable(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    assertEquals(1, table.size());
    assertEquals("apple", table.category("Scopia", 70, "a/b/c.obj"));
    assertEquals("", table.category("Scopia", 70, "a/b/d.obj"));
    assertEquals("", table.category("Scopia", 71, "a/b/c.obj"));
    assertEquals("", table.category("Other", 70, "a/b/c.obj"));
  }
}
