package org.diorama.cli.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.diorama.assets.AssetLibrary;
import org.diorama.cli.ShippedScenes;
import org.diorama.cli.scene.LoadedScene;
import org.diorama.cli.scene.MachineAssets;
import org.diorama.core.asset.Finish;
import org.diorama.core.asset.Material;
import org.diorama.core.files.ModelFolders;
import org.diorama.core.render.Channel;
import org.diorama.core.render.Draw;
import org.diorama.core.render.RenderJob;
import org.diorama.core.scene.AssetReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Coats, sheens and glass of a frame come back from its file as they were. */
class FinishReimportTest {
  @TempDir private Path folder;

  @Test
  void finishesSurviveTheFile() throws IOException {
    try (LoadedScene scene = ShippedScenes.load("materials.yaml", Exports.SMALL);
        AssetLibrary library = MachineAssets.library(ModelFolders.of(folder, List.of()))) {
      var frame = scene.sampler().sample(0);
      Files.write(folder.resolve("frame.glb"), Exports.glb(scene, frame));
      AssetReference file = new AssetReference.ModelFile("frame.glb", 1, AssetReference.UpAxis.Y);
      Set<String> imported =
          library.model(library.candidates(file).get(0)).materials().stream()
              .map(material -> rounded(material.finish()))
              .collect(Collectors.toCollection(TreeSet::new));
      Set<String> exported = new TreeSet<>();
      for (Draw draw : RenderJob.of(frame, Set.of(Channel.DEPTH)).draws()) {
        for (Material material : draw.model(scene.library()).materials()) {
          exported.add(rounded(draw.overrides(material.name()).finish(material)));
        }
      }
      assertTrue(exported.size() >= 6, exported::toString);
      assertEquals(exported, imported);
    }
  }

  /** Assimp reads no translucency, and single floats. */
  private static String rounded(Finish finish) {
    Finish.Transmission t = finish.transmission();
    return String.format(
        Locale.ROOT,
        "coat %.4f %.4f sheen %.4f %.4f transmission %.4f ior %.4f %s %.4f %.4f",
        finish.coat().weight(),
        finish.coat().roughness(),
        finish.sheen().color().green(),
        finish.sheen().roughness(),
        t.share(),
        t.ior(),
        t.solid(),
        t.absorption().green(),
        t.distance());
  }
}
