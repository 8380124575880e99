package org.diorama.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.diorama.core.asset.AssetFact;
import org.diorama.core.asset.AssetFacts;
import org.diorama.core.asset.AssetKeypoints;
import org.diorama.core.asset.MeshSurface;
import org.diorama.core.asset.Skeleton;
import org.diorama.core.label.LabelAssets;
import org.diorama.core.label.keypoint.CategorySkeleton;
import org.diorama.core.math.Aabb;
import org.diorama.core.math.Vec3;
import org.diorama.core.sample.SampledFrame;
import org.diorama.core.scene.Annotator;
import org.diorama.core.scene.Annotators;
import org.diorama.core.scene.AssetReference;
import org.diorama.core.scene.Bone;
import org.diorama.core.scene.FloatFiles;
import org.diorama.core.scene.NamedPoint;
import org.diorama.dataset.format.DatasetDescription;
import org.diorama.dataset.format.Formats;
import org.diorama.dataset.json.StrictJson;
import org.diorama.dataset.layout.FrameSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** COCO's file of keypoints: one for each split, of the categories that have points. */
class KeypointFilesTest {
  private static final int BALL = 7;
  private static final FrameSet FRAMES = FrameSet.of(0, 23);

  private static final Skeleton SKELETON =
      new Skeleton(List.of("north", "south", "hole"), List.of(new Bone("south", "north")));

  /** Balls have two of the three points, boxes none. */
  private record Facts() implements AssetFacts {
    @Override
    public List<String> candidates(AssetReference reference) {
      throw new UnsupportedOperationException("nothing is sampled here");
    }

    @Override
    public AssetFact fact(String id) {
      boolean ball = id.equals("pack/ball");
      List<NamedPoint> points =
          List.of(
              new NamedPoint("south", Vec3.ZERO), new NamedPoint("north", new Vec3(0, 0, 1e-3)));
      return new AssetFact(
          id,
          (ball ? "a" : "b").repeat(64),
          "",
          Aabb.EMPTY,
          List.of(0.0),
          List.of(),
          ball ? new AssetKeypoints(points, SKELETON) : AssetKeypoints.NONE);
    }

    @Override
    public MeshSurface surface(String id, int level) {
      throw new UnsupportedOperationException("points need no triangles");
    }
  }

  private final SyntheticFrames frames = SyntheticFrames.structured();
  @TempDir private Path root;

  private void make(Annotators annotators) {
    DatasetDescription plain = frames.description();
    DatasetDescription description =
        new DatasetDescription(
            plain.scene(),
            plain.seed(),
            plain.resolvedScene(),
            plain.categories(),
            plain.labels(),
            plain.cameras(),
            plain.structure(),
            plain.engineVersion(),
            plain.renderer(),
            plain.rendererVersion(),
            plain.deviceClass(),
            plain.assets(),
            List.of(new CategorySkeleton(BALL, SKELETON)));
    DatasetRequest request =
        new DatasetRequest(FRAMES, FRAMES, Optional.empty(), false, Formats.names())
            .with(annotators);
    try (Dataset dataset =
        Dataset.open(root, description, Runs.SCENE, request, new LabelAssets(new Facts()))) {
      dataset
          .remaining()
          .iterator()
          .forEachRemaining(
              (long number) -> {
                SampledFrame frame = frames.sampled(number);
                dataset.commit(frame, frames.rendered(frame));
              });
    }
    DatasetFinish.run(root);
  }

  private JsonNode json(String name) throws IOException {
    return StrictJson.instance()
        .readTree(Files.readAllBytes(root.resolve("annotations").resolve(name)));
  }

  @Test
  void oneFileForEachSplitOnceTheyAreAskedFor() throws IOException {
    make(Annotators.DEFAULT);
    assertFalse(Files.exists(root.resolve("annotations/keypoints_train.json")));
    assertFalse(Files.exists(root.resolve("yolo/pose")));
    make(new Annotators(List.of(Annotator.KEYPOINTS), FloatFiles.NPY));
    assertYoloTellsTheSame();
    int annotations = 0;
    Map<String, Long> tracks = new TreeMap<>();
    for (String split : List.of("train", "val", "test")) {
      JsonNode keypoints = json("keypoints_" + split + ".json");
      JsonNode instances = json("instances_" + split + ".json");
      assertEquals(
          "[{\"id\":7,\"name\":\"ball\",\"supercategory\":\"thing\","
              + "\"keypoints\":[\"north\",\"south\",\"hole\"],\"skeleton\":[[2,1]]}]",
          keypoints.get("categories").toString());
      assertEquals(instances.get("images"), keypoints.get("images"), "images without any, too");
      for (String form : List.of("coco-polygon", "coco-rle")) {
        JsonNode other = json(form + "/keypoints_" + split + ".json");
        assertEquals(keypoints.get("images"), other.get("images"), form);
        assertEquals(points(keypoints), points(other), form);
      }
      for (JsonNode annotation : keypoints.get("annotations")) {
        annotations++;
        assertAnnotation(annotation);
        JsonNode extras = annotation.get("diorama");
        // Image id = 2 · frame + camera + 1.
        String instance =
            (annotation.get("image_id").asLong() - 1) / 2 + " " + extras.get("instance_id");
        long track = extras.get("track_id").asLong();
        assertEquals(track, tracks.merge(instance, track, (one, other) -> one), instance);
      }
      long balls =
          instances.get("annotations").valueStream().filter(KeypointFilesTest::isBall).count();
      assertEquals(balls, keypoints.get("annotations").size(), split);
    }
    assertTrue(annotations > 10, annotations + " annotations");
    assertTrue(tracks.size() < annotations, "some were seen by both cameras");
  }

  private static List<String> points(JsonNode coco) {
    return coco.get("annotations")
        .valueStream()
        .map(one -> one.get("id") + " " + one.get("keypoints"))
        .toList();
  }

  /** Points of COCO's file in shares of the image, line by line. */
  private void assertYoloTellsTheSame() throws IOException {
    assertTrue(
        Files.readString(root.resolve("yolo/pose/data.yaml"))
            .contains("\nkpt_shape: [3, 3]\nnames:\n  0: \"ball\"\nkpt_names:\n  0: ["));
    for (String split : List.of("train", "val")) {
      JsonNode keypoints = json("keypoints_" + split + ".json");
      for (JsonNode image : keypoints.get("images")) {
        String name = image.get("file_name").asString();
        Path labels = root.resolve("yolo/pose/labels").resolve(split);
        List<String> lines = Files.readAllLines(labels.resolve(name.replace(".png", ".txt")));
        List<JsonNode> due =
            keypoints
                .get("annotations")
                .valueStream()
                .filter(entry -> entry.get("image_id").equals(image.get("id")))
                .toList();
        assertEquals(due.size(), lines.size());
        for (int i = 0; i < due.size(); i++) {
          double[] numbers =
              Arrays.stream(lines.get(i).split(" ")).mapToDouble(Double::parseDouble).toArray();
          assertEquals(5 + 9, numbers.length);
          for (int k = 0; k < 9; k++) {
            double size =
                k % 3 == 2
                    ? 1
                    : k % 3 == 0 ? image.get("width").asInt() : image.get("height").asInt();
            double expected = due.get(i).get("keypoints").get(k).asDouble();
            assertEquals(expected, numbers[5 + k] * size, 1e-4);
          }
        }
      }
    }
  }

  private static boolean isBall(JsonNode annotation) {
    return annotation.get("category_id").asInt() == BALL;
  }

  /** As COCO has it: three numbers a point, 0 where there is none, and how many there are. */
  private static void assertAnnotation(JsonNode annotation) {
    assertTrue(isBall(annotation));
    JsonNode points = annotation.get("keypoints");
    assertEquals(9, points.size());
    int labelled = 0;
    for (int i = 0; i < 9; i += 3) {
      int flag = points.get(i + 2).asInt();
      labelled += flag > 0 ? 1 : 0;
      assertTrue(flag > 0 || points.get(i).asDouble() == 0 && points.get(i + 1).asDouble() == 0);
    }
    assertEquals(labelled, annotation.get("num_keypoints").asInt());
    assertEquals(0, points.get(8).asInt(), "no ball has a hole");
    assertTrue(annotation.get("keypoints_3d").get(2).isNull());
    for (String key : List.of("id", "image_id", "bbox", "area", "iscrowd", "segmentation")) {
      assertTrue(annotation.has(key), key);
    }
  }
}
