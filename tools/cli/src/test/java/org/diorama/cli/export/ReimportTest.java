package org.diorama.cli.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.diorama.assets.AssetLibrary;
import org.diorama.cli.Renderers;
import org.diorama.cli.ShippedScenes;
import org.diorama.cli.scene.LoadedScene;
import org.diorama.cli.scene.MachineAssets;
import org.diorama.core.asset.AssetStore;
import org.diorama.core.asset.Model;
import org.diorama.core.asset.Part;
import org.diorama.core.files.ModelFolders;
import org.diorama.core.math.Affine3;
import org.diorama.core.render.Channel;
import org.diorama.core.render.Draw;
import org.diorama.core.render.RenderJob;
import org.diorama.core.render.RenderSession;
import org.diorama.core.render.RenderedFrame;
import org.diorama.core.render.RenderedView;
import org.diorama.core.sample.SampledMaterial;
import org.diorama.core.scene.AssetReference;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * An exported frame is a model file like any other: this engine imports it, by Assimp, as one asset
 * that stands where the frame's things stood.
 */
class ReimportTest {
  /** Silhouettes may pass a pixel's center by rounding alone; nowhere else may depth differ. */
  private static final double BORDER = 0.002;

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"tabletop.yaml", "courtyard.yaml", "street.yaml"})
  void theImporterFindsEverySurface(String name) throws IOException {
    try (LoadedScene scene = ShippedScenes.load(name, Exports.SMALL);
        AssetLibrary library = MachineAssets.library(ModelFolders.of(folder, List.of()))) {
      var frame = scene.sampler().sample(1);
      Files.write(folder.resolve("frame.glb"), Exports.glb(scene, frame));
      String id =
          library
              .candidates(new AssetReference.ModelFile("frame.glb", 1, AssetReference.UpAxis.Y))
              .get(0);
      Model whole = library.model(id);
      RenderJob job = RenderJob.of(frame, EnumSet.of(Channel.DEPTH));
      assertEquals(triangles(job, scene.library()), whole.levels().get(0).triangleCount());
      Draw draw = new Draw(1, id, whole.digest(), 0, Affine3.IDENTITY, SampledMaterial.NONE);
      RenderJob again = new RenderJob(List.of(draw), job.lighting(), job.views());
      assertSameDepth(name, job, scene.library(), again, library);
    }
  }

  /** Of triangles of one material that lie in one place, as coarse levels have some, one counts. */
  private static int triangles(RenderJob job, AssetStore assets) {
    return job.draws().stream().mapToInt(d -> places(assets.model(d.assetId()), d.level())).sum();
  }

  private static int places(Model model, int level) {
    Set<List<String>> places = new HashSet<>();
    for (Part part : model.levels().get(level).parts()) {
      for (int first = 0; first < part.indexCount(); first += 3) {
        List<String> corners = new ArrayList<>();
        for (int i = part.firstIndex() + first; i < part.firstIndex() + first + 3; i++) {
          int at = 3 * model.mesh().indices()[i];
          corners.add(Arrays.toString(Arrays.copyOfRange(model.mesh().positions(), at, at + 3)));
        }
        Collections.sort(corners);
        corners.add("material " + part.material());
        places.add(corners);
      }
    }
    return places.size();
  }

  private static void assertSameDepth(
      String name, RenderJob job, AssetStore assets, RenderJob again, AssetStore imported) {
    try (RenderSession first = Renderers.open("reference", assets);
        RenderSession second = Renderers.open("reference", imported);
        RenderedFrame expected = first.submit(List.of(job)).get(0).join();
        RenderedFrame actual = second.submit(List.of(again)).get(0).join()) {
      FloatBuffer depth = depth(expected.views().get(0));
      FloatBuffer depthAgain = depth(actual.views().get(0));
      int differing = 0;
      for (int pixel = 0; pixel < depth.capacity(); pixel++) {
        double d = depth.get(pixel);
        differing += Math.abs(d - depthAgain.get(pixel)) <= 1e-5 * d ? 0 : 1;
      }
      System.out.println(name + " imported: " + differing + " of " + depth.capacity() + " differ");
      assertTrue(differing <= BORDER * depth.capacity(), name + ": " + differing);
    }
  }

  private static FloatBuffer depth(RenderedView view) {
    return view.plane(Channel.DEPTH).duplicate().order(ByteOrder.nativeOrder()).asFloatBuffer();
  }
}
