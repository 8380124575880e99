package org.diorama.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.diorama.core.label.LabelAssets;
import org.diorama.core.scene.Annotator;
import org.diorama.core.scene.Annotators;
import org.diorama.core.scene.FloatFiles;
import org.diorama.core.scene.LabelRules;
import org.diorama.dataset.json.StrictJson;
import org.diorama.dataset.layout.FrameSet;
import org.diorama.dataset.layout.Layout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** More annotators extend a dataset, fewer take nothing away. */
class ExtendedAnnotatorsTest {
  private static final Annotators NONE = new Annotators(List.of(), FloatFiles.NPY);
  private static final Annotators MORE =
      new Annotators(List.of(Annotator.DISTANCE), FloatFiles.NPY);

  private final SyntheticFrames frames =
      new SyntheticFrames(9, 7, List.of("left", "right"), LabelRules.DEFAULT);
  @TempDir private Path root;

  private static DatasetRequest request(String frames, Layout layout, Annotators annotators) {
    FrameSet all = FrameSet.parse(frames);
    return new DatasetRequest(all, all, Optional.of(layout), false).with(annotators);
  }

  private String remaining(DatasetRequest request) {
    try (Dataset dataset =
        Dataset.open(root, frames.description(), Runs.SCENE, request, LabelAssets.none())) {
      return dataset.remaining().toString();
    }
  }

  private String manifest(DatasetRequest request) throws IOException {
    Runs.part(DyingOperations.immortal(), root, frames, request);
    DatasetFinish.run(root);
    return Files.readString(root.resolve("dataset.json"));
  }

  @ParameterizedTest
  @EnumSource(Layout.class)
  void framesThatLackSomeAreMadeAgain(Layout layout) throws IOException {
    manifest(request("998-1001", layout, NONE));
    assertEquals("", remaining(request("998-1001", layout, NONE)));
    byte[] image = Files.readAllBytes(image(layout));
    DatasetRequest more = request("998-1000", layout, Annotators.DEFAULT);
    try (Dataset dataset =
        Dataset.open(root, frames.description(), Runs.SCENE, more, LabelAssets.none())) {
      assertEquals("998-1000", dataset.remaining().toString());
      assertTrue(dataset.notices().get(0).contains("3 frames"), dataset.notices().toString());
    }
    // The frames are there all the while.
    assertEquals("998-1001", StoredDataset.open(root).committed().toString());
    String some = manifest(more);
    assertEquals(
        List.of("depth 4", "instance 4", "semantic 4", "panoptic 4", "contrast 3"), counts(some));
    // What any run asked for is for all runs that follow.
    assertEquals("1001", remaining(request("998-1001", layout, NONE)));
    String all = manifest(request("998-1001", layout, MORE));
    assertEquals(List.of("distance 4", "contrast 4"), counts(all).subList(4, 6));
    assertEquals(
        Annotators.DEFAULT.plus(MORE.names()), StoredDataset.open(root).record(999).annotators());
    assertEquals("", remaining(request("998-1001", layout, NONE)));
    assertEquals(all, manifest(request("998-1001", layout, Annotators.DEFAULT)));
    assertEquals(new String(image), new String(Files.readAllBytes(image(layout))));
  }

  private Path image(Layout layout) {
    return root.resolve("images").resolve(layout.fileName(999, "left", ".png"));
  }

  /** Names and frames of the manifest's annotators, in its order. */
  private static List<String> counts(String manifest) {
    List<String> counts = new ArrayList<>();
    for (JsonNode annotator : StrictJson.instance().readTree(manifest).path("annotators")) {
      counts.add(annotator.path("name").asString() + " " + annotator.path("frames").asLong());
    }
    return counts;
  }
}
