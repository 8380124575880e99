package org.diorama.cli.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.diorama.cli.Renderers;
import org.diorama.cli.ShippedScenes;
import org.diorama.cli.render.SceneRender;
import org.diorama.cli.scene.LoadedScene;
import org.diorama.cli.verify.DatasetAgreement;
import org.diorama.cli.verify.LabelContent;
import org.diorama.core.render.RenderSession;
import org.diorama.core.scene.Annotator;
import org.diorama.scenefile.SceneOverride;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files and values of every annotator, of a stereo pair on its way past blocks, are the same by
 * both renderers but where exact rays find an edge within 0.01 pixels.
 */
class AnnotatorFilesAgreementTest {
  private static final long SEED = 20261129;
  private static final int SCENES = 3;

  @TempDir private Path folder;
  private final Set<Annotator> telling = EnumSet.noneOf(Annotator.class);
  private final Set<String> differences = new TreeSet<>();

  @Test
  void everyFileAndValueAgrees() throws Exception {
    Random seeds = new Random(SEED);
    for (int scene = 0; scene < SCENES; scene++) {
      compare("scene" + scene, List.of(SceneOverride.set("seed", "" + seeds.nextInt(1000))));
    }
    compare("around", AnnotatorAgreementTest.AROUND);
    assertEquals(Set.of(), differences, "seed " + SEED);
    assertEquals(EnumSet.allOf(Annotator.class), telling);
  }

  private void compare(String name, List<SceneOverride> changes) throws Exception {
    List<SceneOverride> overrides = new ArrayList<>(AnnotatorAgreementTest.SMALL);
    overrides.addAll(changes);
    try (LoadedScene scene = ShippedScenes.load("annotators.yaml", overrides);
        RenderSession openGl = Renderers.open("opengl", scene.library());
        RenderSession reference = Renderers.open("reference", scene.library())) {
      Path traced = folder.resolve(name + "-reference");
      Path drawn = folder.resolve(name + "-opengl");
      SceneRender.into(scene, reference, traced);
      SceneRender.into(scene, openGl, drawn);
      telling.addAll(LabelContent.of(drawn));
      DatasetAgreement.differences(traced, drawn, scene.library())
          .forEach(difference -> differences.add(name + ": " + difference));
    }
  }
}
