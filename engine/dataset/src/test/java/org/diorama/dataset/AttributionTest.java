package org.diorama.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.diorama.dataset.files.DatasetFolder;
import org.diorama.dataset.files.DiskOperations;
import org.diorama.dataset.format.AssetCredit;
import org.diorama.dataset.format.DatasetDescription;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AttributionTest {
  private static final AssetCredit BOX = new AssetCredit("primitive/box/64", "a", "", "");
  private static final AssetCredit FILE = new AssetCredit("file/1.0/z/part.obj", "b", "", "");
  private static final AssetCredit BALL =
      new AssetCredit("pack/ball", "c", "CC-BY-3.0", "by Someone");

  @TempDir private Path temporary;

  private String text(Set<String> used) throws IOException {
    DatasetDescription some = SyntheticFrames.small().description();
    DatasetDescription description =
        new DatasetDescription(
            some.scene(),
            some.seed(),
            some.resolvedScene(),
            some.categories(),
            some.labels(),
            some.cameras(),
            some.structure(),
            some.engineVersion(),
            some.renderer(),
            some.rendererVersion(),
            some.deviceClass(),
            List.of(BOX, BALL, FILE),
            List.of());
    Path root = temporary.resolve("out");
    try (DatasetFolder folder = DatasetFolder.open(new DiskOperations(), root)) {
      Attribution.write(folder, description, used);
    }
    return Files.readString(root.resolve(Attribution.PATH));
  }

  @Test
  void onlyOwnShapesNeedNobody() throws IOException {
    assertEquals(
        "The images show shapes of the engine's own only; nobody is to be named.\n",
        text(Set.of(BOX.id())));
  }

  @Test
  void filesOfTheAuthorAreNotPassedOffAsOwn() throws IOException {
    assertEquals(
        "file/1.0/z/part.obj: a file of the scene's author, license not stated\n"
            + "pack/ball: CC-BY-3.0, by Someone\n",
        text(Set.of(BOX.id(), BALL.id(), FILE.id())));
  }
}
