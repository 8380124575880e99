package org.diorama.cli.verify;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.diorama.core.scene.Annotator;
import org.diorama.core.scene.FloatFiles;
import org.diorama.core.scene.LabelFile;
import org.diorama.dataset.verify.json.Json;
import org.diorama.dataset.verify.read.FaultyFile;
import org.diorama.dataset.verify.read.FloatReader;
import org.diorama.dataset.verify.read.PngReader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a dataset's labels say that they would not say of an empty, still, simple scene. */
public final class LabelContent {
  /** Pixels; less might be rounding. */
  private static final double MOVED = 0.05;

  private static final int SEEN = 1;

  private final Path dataset;
  private final List<JsonNode> images;
  private final List<JsonNode> annotations;
  private final List<JsonNode> points;

  private LabelContent(Path dataset) throws IOException {
    this.dataset = dataset;
    images = entries("instances", "images");
    annotations = entries("instances", "annotations");
    points = entries("keypoints", "annotations");
  }

  /** The annotators that say something: a surface, a motion, a part that is hidden. */
  public static Set<Annotator> of(Path dataset) throws IOException, FaultyFile {
    LabelContent content = new LabelContent(dataset);
    Set<Annotator> all = EnumSet.noneOf(Annotator.class);
    for (Annotator annotator : Annotator.values()) {
      if (annotator.files().isEmpty() ? content.hasValue(annotator) : content.hasFile(annotator)) {
        all.add(annotator);
      }
    }
    return all;
  }

  private List<JsonNode> entries(String kind, String list) throws IOException {
    try (Stream<Path> files = Files.list(dataset.resolve("annotations"))) {
      return files
          .filter(file -> file.getFileName().toString().matches(kind + "(_\\w+)?\\.json"))
          .flatMap(file -> JsonMapper.shared().readTree(file.toFile()).path(list).valueStream())
          .toList();
    }
  }

  private boolean hasFile(Annotator annotator) throws IOException, FaultyFile {
    for (JsonNode image : images) {
      if (isFilled(annotator, image)) {
        return true;
      }
    }
    return false;
  }

  private boolean isFilled(Annotator annotator, JsonNode image) throws IOException, FaultyFile {
    int width = image.get("width").asInt();
    int height = image.get("height").asInt();
    LabelFile file = annotator.files().get(0);
    byte[] bytes = bytes(file, image);
    if (bytes.length == 0) {
      return false;
    }
    return switch (annotator) {
      case FLOW -> moves(bytes, "forward", states(annotator, image), width, height);
      case FLOW_BACKWARD -> moves(bytes, "backward", states(annotator, image), width, height);
      case DEPTH_FLOAT -> filled(floats(bytes, width, height, "Z"));
      case DISTANCE_FLOAT -> filled(floats(bytes, width, height, "distance"));
      case NORMALS, NORMALS_WORLD -> filled(floats(bytes, width, height, "N.X", "N.Y", "N.Z"));
      case DISPARITY -> filled(floats(bytes, width, height, "disparity"));
      case POINTS -> !new String(bytes, 0, 60, StandardCharsets.US_ASCII).contains("vertex 0\n");
      default -> varies(PngReader.read(bytes, width, height).samples());
    };
  }

  /** Of a file whose ending the scene chose; none where cameras of this kind have none. */
  private byte[] bytes(LabelFile file, JsonNode image) throws IOException {
    String name = image.get("file_name").asString().replace(".png", "");
    for (FloatFiles floats : FloatFiles.values()) {
      Path path = dataset.resolve(file.folder()).resolve(name + file.form().extension(floats));
      if (Files.exists(path)) {
        return Files.readAllBytes(path);
      }
    }
    return new byte[0];
  }

  private int[] states(Annotator flow, JsonNode image) throws IOException, FaultyFile {
    return PngReader.read(
            bytes(flow.files().get(1), image),
            image.get("width").asInt(),
            image.get("height").asInt())
        .gray();
  }

  /** Whether something that is seen at both steps is at another place. */
  private static boolean moves(byte[] file, String channel, int[] states, int width, int height)
      throws FaultyFile {
    float[] flow = floats(file, width, height, channel + ".u", channel + ".v");
    for (int i = 0; i < states.length; i++) {
      if (states[i] == SEEN && Math.hypot(flow[2 * i], flow[2 * i + 1]) > MOVED) {
        return true;
      }
    }
    return false;
  }

  private static float[] floats(byte[] file, int width, int height, String... channels)
      throws FaultyFile {
    return FloatReader.read(file, width, height, List.of(channels)).values();
  }

  private static boolean filled(float[] values) {
    for (float value : values) {
      if (value != 0) {
        return true;
      }
    }
    return false;
  }

  private static boolean varies(byte[] samples) {
    for (byte sample : samples) {
      if (sample != samples[0]) {
        return true;
      }
    }
    return false;
  }

  private boolean hasValue(Annotator annotator) {
    return switch (annotator) {
      case BBOX_AMODAL -> any(a -> differs(a.at("/diorama/bbox_amodal"), a.get("bbox")));
      case BBOX_FULL -> any(a -> differs(a.at("/diorama/bbox_full"), a.at("/diorama/bbox_amodal")));
      case BBOX_LOOSE -> any(a -> differs(a.at("/diorama/bbox_loose"), a.at("/diorama/bbox_full")));
      case BBOX_3D -> any(a -> a.at("/diorama/bbox_3d/size/0").asDouble() > 0);
      case POSE -> any(a -> a.at("/diorama/pose/camera_from_object/0/1").asDouble() != 0);
      case AMODAL_MASK -> any(a -> !a.at("/diorama/amodal_mask").equals(a.get("segmentation")));
      case OCCLUSION ->
          any(a -> !a.at("/diorama/occlusion").isEmpty())
              && images.stream().anyMatch(image -> !image.at("/diorama/occlusion").isEmpty());
      case PIECES -> any(a -> a.at("/diorama/pieces").asInt() > 1);
      case EXTENT -> any(a -> a.at("/diorama/extent/nearest").asDouble() > 0);
      case KEYPOINTS -> hasPoint(2) && hasPoint(1);
      case CONTRAST -> any(a -> a.at("/diorama/contrast/apparent").asDouble() != 0);
      default -> throw new IllegalStateException(annotator + " has neither file nor value");
    };
  }

  private boolean any(Predicate<JsonNode> has) {
    return annotations.stream().anyMatch(has);
  }

  private static boolean differs(JsonNode one, JsonNode other) {
    return !Arrays.equals(Json.numbers(one), Json.numbers(other));
  }

  /** Whether a point of an object has a flag of COCO's. */
  private boolean hasPoint(int flag) {
    return points.stream()
        .map(annotation -> Json.numbers(annotation.path("keypoints")))
        .anyMatch(
            numbers ->
                IntStream.range(0, numbers.length / 3).anyMatch(i -> numbers[3 * i + 2] == flag));
  }
}
