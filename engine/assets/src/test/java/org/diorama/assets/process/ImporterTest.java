package org.diorama.assets.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.diorama.assets.ModelFixtures;
import org.diorama.assets.bake.BakeFile;
import org.diorama.assets.bake.ImportOptions;
import org.diorama.assets.source.FolderSource;
import org.diorama.core.scene.AssetReference.UpAxis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImporterTest {
  @TempDir Path folder;

  private ImportRequest request(String name) {
    return new ImportRequest(
        new FolderSource(folder),
        name,
        ImportOptions.of(1, UpAxis.Z),
        folder.resolve(name + ".bake"));
  }

  /** A bumpy square of n × n cells: too much work for tight limits, harmless for wide ones. */
  private void writeGrid(String name, int n) throws IOException {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i <= n; i++) {
      for (int j = 0; j <= n; j++) {
        double height = Math.sin(i * 0.37) * Math.cos(j * 0.21);
        text.append("v ")
            .append(i)
            .append(' ')
            .append(j)
            .append(' ')
            .append((float) height)
            .append('\n');
      }
    }
    for (int i = 0; i < n; i++) {
      for (int j = 1; j <= n; j++) {
        int a = i * (n + 1) + j;
        text.append("f ").append(a).append(' ').append(a + n + 1).append(' ');
        text.append(a + n + 2).append(' ').append(a + 1).append('\n');
      }
    }
    ModelFixtures.write(folder, name, text.toString());
  }

  @Test
  void oneChildServesManyModelsAndIsReplaced() throws Exception {
    ModelFixtures.write(folder, "box.obj", ModelFixtures.boxObj(0, 0, 0, 1, 1, 1));
    ImportLimits limits = new ImportLimits(Duration.ofSeconds(60), 3000, 400, 60, 2);
    try (Importer importer = new Importer(limits)) {
      for (int i = 0; i < 5; i++) {
        Files.deleteIfExists(folder.resolve("box.obj.bake"));
        importer.run(request("box.obj"));
        assertEquals(
            12, BakeFile.readModel(folder.resolve("box.obj.bake")).mesh().indices().length / 3);
      }
    }
  }

  @Test
  void aModelThatTakesTooLongIsStopped() throws Exception {
    writeGrid("slow.obj", 200);
    ImportLimits hasty = new ImportLimits(Duration.ofMillis(300), 3000, 1200, 60, 100);
    try (Importer importer = new Importer(hasty)) {
      ImportException e =
          assertThrows(ImportException.class, () -> importer.run(request("slow.obj")));
      assertTrue(e.getMessage().contains("took longer than"), e.getMessage());
    }
  }

  @Test
  void processorTimeIsLimitedByTheKernel() throws Exception {
    writeGrid("slow.obj", 300);
    ImportLimits little = new ImportLimits(Duration.ofSeconds(120), 3000, 1200, 1, 100);
    try (Importer importer = new Importer(little)) {
      ImportException e =
          assertThrows(ImportException.class, () -> importer.run(request("slow.obj")));
      assertTrue(e.getMessage().contains("processor time"), e.getMessage());
    }
  }

  @Test
  void aModelThatNeedsTooMuchMemoryIsStopped() throws Exception {
    writeGrid("large.obj", 500);
    ImportLimits narrow = new ImportLimits(Duration.ofSeconds(120), 330, 64, 120, 100);
    try (Importer importer = new Importer(narrow)) {
      ImportException e =
          assertThrows(ImportException.class, () -> importer.run(request("large.obj")));
      assertTrue(e.getMessage().contains("memory"), e.getMessage());
      ModelFixtures.write(folder, "box.obj", ModelFixtures.boxObj(0, 0, 0, 1, 1, 1));
      importer.run(request("box.obj"));
    }
  }

  @Test
  void aBakeThatCannotBeWrittenIsNotTheModelsFault() throws Exception {
    ModelFixtures.write(folder, "box.obj", ModelFixtures.boxObj(0, 0, 0, 1, 1, 1));
    ImportRequest request =
        new ImportRequest(
            new FolderSource(folder),
            "box.obj",
            ImportOptions.of(1, UpAxis.Z),
            Path.of("/dev/full"));
    try (Importer importer = new Importer(ImportLimits.DEFAULT)) {
      IOException e = assertThrows(IOException.class, () -> importer.run(request));
      assertTrue(e.getMessage().contains("No space left"), e.getMessage());
      importer.run(request("box.obj"));
    }
  }
}
