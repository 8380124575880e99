package org.diorama.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import org.diorama.core.asset.AssetFact;
import org.diorama.core.asset.AssetFacts;
import org.diorama.core.asset.AssetParts;
import org.diorama.core.asset.MeshSurface;
import org.diorama.core.label.LabelAssets;
import org.diorama.core.label.RenderedSteps;
import org.diorama.core.math.Aabb;
import org.diorama.core.math.Vec3;
import org.diorama.core.render.Channel;
import org.diorama.core.render.RenderedFrame;
import org.diorama.core.render.RenderedView;
import org.diorama.core.sample.SampledCamera;
import org.diorama.core.sample.SampledFrame;
import org.diorama.core.sample.SampledNode;
import org.diorama.core.scene.Annotator;
import org.diorama.core.scene.Annotators;
import org.diorama.core.scene.AssetReference;
import org.diorama.core.scene.FloatFiles;
import org.diorama.core.scene.LabelFile;
import org.diorama.core.scene.LabelRules;
import org.diorama.dataset.files.RecordedFile;
import org.diorama.dataset.files.Sha256;
import org.diorama.dataset.json.StrictJson;
import org.diorama.dataset.layout.FrameSet;
import org.diorama.dataset.layout.Layout;
import org.diorama.dataset.record.AssetPart;
import org.diorama.dataset.record.FrameRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every file that annotators give a frame, of a rig of cameras that are no pair. */
class AnnotatorFilesTest {
  private static final List<Annotator> FILES =
      Stream.of(Annotator.values()).filter(each -> !each.files().isEmpty()).toList();

  private final SyntheticFrames frames =
      new SyntheticFrames(9, 7, List.of("left", "right"), LabelRules.DEFAULT);
  private final SampledFrame frame = frames.sampled(3);
  private final RenderedFrame rendered = frames.rendered(frame);
  @TempDir private Path root;

  /** Every asset fills a box of its own. */
  private record Boxes() implements AssetFacts {
    static final Aabb BOUNDS = new Aabb(new Vec3(-1e6, -1e6, -1e6), new Vec3(1e6, 2e6, 3e6));

    @Override
    public List<String> candidates(AssetReference reference) {
      throw new UnsupportedOperationException("no frame is sampled here");
    }

    @Override
    public AssetFact fact(String assetId) {
      String digest = (assetId.equals("primitive/box") ? "b" : "a").repeat(64);
      return new AssetFact(assetId, digest, "", BOUNDS, List.of(0.0));
    }

    /** Boxes wear three materials in another order than their runs of triangles; balls one. */
    @Override
    public AssetParts parts(String assetId, int level) {
      return assetId.equals("primitive/box")
          ? new AssetParts(
              List.of("lid", "sides", "floor"),
              List.of(BOUNDS, new Aabb(new Vec3(0, 0.5, -2e-7), new Vec3(1, 1, 2e-7)), Aabb.EMPTY),
              List.of(3, 1))
          : new AssetParts(List.of("skin"), List.of(BOUNDS), List.of(1));
    }

    @Override
    public MeshSurface surface(String assetId, int level) {
      throw new UnsupportedOperationException("nothing is traced here");
    }
  }

  @BeforeEach
  void commit() {
    for (RenderedView view : rendered.views()) {
      for (int pixel = 0; pixel < view.width() * view.height(); pixel++) {
        boolean seen = view.plane(Channel.INSTANCE).getShort(2 * pixel) != 0;
        view.plane(Channel.PART).putShort(2 * pixel, (short) (seen ? 1 + pixel % 2 : 0));
      }
    }
    write(root, FloatFiles.NPY);
  }

  private void write(Path folder, FloatFiles floats) {
    DatasetRequest request =
        new DatasetRequest(FrameSet.of(3, 3), FrameSet.of(3, 3), Optional.of(Layout.FLAT), false)
            .with(new Annotators(FILES, floats));
    try (Dataset dataset =
        Dataset.open(
            folder, frames.description(), Runs.SCENE, request, new LabelAssets(new Boxes()))) {
      dataset.commit(
          frame, new RenderedSteps(rendered, Optional.of(rendered), Optional.of(rendered)));
    }
  }

  @Test
  void eachIsWrittenForEachCameraAndRecorded() throws IOException {
    FrameRecord record = StoredDataset.open(root).record(3);
    Map<String, RecordedFile> recorded = new TreeMap<>();
    record.files().forEach(file -> recorded.put(file.path(), file));
    List<String> expected = new ArrayList<>();
    for (String camera : List.of("left", "right")) {
      expected.add("images/00000003_" + camera + ".png");
      for (Annotator annotator : FILES) {
        for (LabelFile file : annotator.files()) {
          if (annotator != Annotator.DISPARITY) {
            expected.add(
                file.folder() + "/00000003_" + camera + file.form().extension(FloatFiles.NPY));
          }
        }
      }
    }
    assertEquals(expected.stream().sorted().toList(), List.copyOf(recorded.keySet()));
    for (RecordedFile file : recorded.values()) {
      assertEquals(file.sha256(), Sha256.of(root.resolve(file.path())), file.path());
    }
  }

  private byte[] bytes(String path) throws IOException {
    return Files.readAllBytes(root.resolve(path));
  }

  @Test
  void lengthsAreThoseOfTheRays() throws IOException {
    RenderedView view = rendered.views().get(1);
    SampledCamera camera = frame.cameras().get(1);
    ByteBuffer floats =
        ByteBuffer.wrap(bytes("distance_float/00000003_right.npy")).order(ByteOrder.LITTLE_ENDIAN);
    floats.position(128);
    var image = ImageIO.read(root.resolve("distance/00000003_right.png").toFile()).getRaster();
    for (int pixel = 0; pixel < view.width() * view.height(); pixel++) {
      int x = pixel % view.width();
      int y = pixel / view.width();
      double z = view.plane(Channel.DEPTH).getFloat(4 * pixel);
      double u = (x + 0.5 - camera.pinhole().centerX()) / camera.pinhole().focalX();
      double v = (y + 0.5 - camera.pinhole().centerY()) / camera.pinhole().focalY();
      double length = z * Math.sqrt(1 + u * u + v * v);
      assertEquals(length, floats.getFloat(), 1e-5 * length);
      // A surface beyond the largest depth counts as none here, too.
      assertEquals(length > 65 ? 0 : length * 1000, image.getSample(x, y, 0), 0.51);
    }
  }

  @Test
  void coordinatesAreThoseWithinTheBounds() throws IOException {
    var image = ImageIO.read(root.resolve("nocs/00000003_left.png").toFile()).getRaster();
    RenderedView view = rendered.views().get(0);
    SampledCamera camera = frame.cameras().get(0);
    int seen = 0;
    for (int pixel = 0; pixel < 9 * 7; pixel++) {
      int id = Short.toUnsignedInt(view.plane(Channel.INSTANCE).getShort(2 * pixel));
      Optional<SampledNode> node =
          frame.nodes().stream()
              .filter(each -> each.instanceId() == id && each.categoryId() != 0)
              .findFirst();
      Vec3 ray = camera.pinhole().direction(pixel % 9 + 0.5, pixel / 9 + 0.5);
      double z = view.plane(Channel.DEPTH).getFloat(4 * pixel);
      for (int axis = 0; axis < 3; axis++) {
        int value = image.getSample(pixel % 9, pixel / 9, axis);
        if (node.isEmpty()) {
          assertEquals(0, value);
          continue;
        }
        seen++;
        Vec3 place =
            node.get()
                .worldFromObject()
                .atLabelInstant()
                .inverse()
                .transformPoint(
                    camera.worldFromCamera().atLabelInstant().transformPoint(ray.times(z)));
        double size = 2e6 + axis * 1e6;
        double unit = Math.max(0, Math.min(1, (place.component(axis) + 1e6) / size));
        assertEquals(unit, (value - 1) / 65534.0, 0.51 / 65534 + 1e-6);
      }
    }
    assertTrue(seen > 0);
  }

  @Test
  void partsAreTheMaterialsOfTheAssets() throws IOException {
    var image = ImageIO.read(root.resolve("parts/00000003_left.png").toFile()).getRaster();
    RenderedView view = rendered.views().get(0);
    for (int pixel = 0; pixel < 9 * 7; pixel++) {
      int id = Short.toUnsignedInt(view.plane(Channel.INSTANCE).getShort(2 * pixel));
      boolean box =
          frame.nodes().stream()
              .anyMatch(node -> node.instanceId() == id && node.assetId().equals("primitive/box"));
      int second = box ? 1 : 0;
      int expected = id == 0 ? 0 : pixel % 2 == 1 ? second : box ? 3 : 1;
      assertEquals(expected, image.getSample(pixel % 9, pixel / 9, 0));
    }
    SortedMap<String, List<AssetPart>> parts = StoredDataset.open(root).record(3).parts();
    assertEquals(
        Map.of(
            "pack/ball",
            List.of(new AssetPart("skin", Optional.of(Boxes.BOUNDS))),
            "primitive/box",
            List.of(
                new AssetPart("lid", Optional.of(Boxes.BOUNDS)),
                new AssetPart(
                    "sides", Optional.of(new Aabb(new Vec3(0, 0.5, -1e-6), new Vec3(1, 1, 1e-6)))),
                new AssetPart("floor", Optional.empty()))),
        parts);
    DatasetFinish.run(root);
    String manifest = Files.readString(root.resolve("dataset.json"));
    assertEquals(
        "[\"lid\",\"sides\",\"floor\"]",
        StrictJson.instance()
            .readTree(manifest)
            .path("part_names")
            .path("primitive/box")
            .toString());
  }

  @Test
  void stillThingsHaveNoFlowAndAreSeenAgain() throws IOException {
    for (String folder : List.of("flow", "flow_backward")) {
      ByteBuffer floats = ByteBuffer.wrap(bytes(folder + "/00000003_left.npy"));
      for (int at = 128; at < floats.capacity(); at += 4) {
        assertEquals(0, floats.getInt(at));
      }
      var states = ImageIO.read(root.resolve(folder + "_state/00000003_left.png").toFile());
      for (int pixel = 0; pixel < 9 * 7; pixel++) {
        boolean seen = rendered.views().get(0).plane(Channel.DEPTH).getFloat(4 * pixel) > 0;
        assertEquals(seen ? 1 : 0, states.getRaster().getSample(pixel % 9, pixel / 9, 0));
      }
    }
  }

  /** PLY and NPZ hold the same points, with what the pixels of the other images say. */
  @Test
  void cloudsHoldWhatThePixelsSay() throws IOException {
    byte[] file = bytes("points/00000003_left.ply");
    String head = new String(file, StandardCharsets.ISO_8859_1);
    ByteBuffer vertices = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    vertices.position(head.indexOf("end_header\n") + 11);
    Map<String, ByteBuffer> arrays = arrays(bytes("points/00000003_left.npz"));
    RenderedView view = rendered.views().get(0);
    var semantic = ImageIO.read(root.resolve("semantic/00000003_left.png").toFile()).getRaster();
    int points = 0;
    for (int pixel = 0; pixel < 9 * 7; pixel++) {
      double z = view.plane(Channel.DEPTH).getFloat(4 * pixel);
      if (z == 0) {
        continue;
      }
      points++;
      SampledCamera camera = frame.cameras().get(0);
      Vec3 expected =
          camera
              .worldFromCamera()
              .atLabelInstant()
              .transformPoint(
                  camera.pinhole().direction(pixel % 9 + 0.5, pixel / 9 + 0.5).times(z));
      for (int axis = 0; axis < 3; axis++) {
        double position = vertices.getDouble();
        assertEquals(expected.component(axis), position);
        assertEquals(position, arrays.get("positions").getDouble());
      }
      for (int channel = 0; channel < 3; channel++) {
        byte color = vertices.get();
        assertEquals(view.plane(Channel.COLOR).get(4 * pixel + channel), color);
        assertEquals(color, arrays.get("colors").get());
      }
      short id = vertices.getShort();
      short category = vertices.getShort();
      assertEquals(view.plane(Channel.INSTANCE).getShort(2 * pixel), id);
      assertEquals(semantic.getSample(pixel % 9, pixel / 9, 0), category);
      assertEquals(id, arrays.get("instances").getShort());
      assertEquals(category, arrays.get("categories").getShort());
    }
    assertTrue(points > 0);
    assertTrue(head.contains("\nelement vertex " + points + "\n"), head.substring(0, 80));
    assertEquals(0, vertices.remaining());
    arrays.forEach((name, array) -> assertEquals(0, array.remaining(), name));
  }

  /** The arrays of an archive, each after its head. */
  private static Map<String, ByteBuffer> arrays(byte[] file) throws IOException {
    Map<String, ByteBuffer> arrays = new TreeMap<>();
    ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file));
    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      ByteBuffer array = ByteBuffer.wrap(zip.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
      array.position(10 + array.getShort(8));
      arrays.put(entry.getName().replace(".npy", ""), array);
    }
    assertEquals("[categories, colors, instances, positions]", arrays.keySet().toString());
    return arrays;
  }

  @Test
  void theSameFrameGivesTheSameFiles(@TempDir Path again) throws IOException {

    write(again, FloatFiles.NPY);
    FolderContent.assertSame(FolderContent.of(root), FolderContent.of(again), "again");
  }

  @Test
  void floatsMayBeOpenExr(@TempDir Path other) throws IOException {
    write(other, FloatFiles.EXR);
    byte[] file = Files.readAllBytes(other.resolve("normals/00000003_left.exr"));
    assertEquals(20000630, ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getInt());
    assertTrue(new String(file, StandardCharsets.ISO_8859_1).contains("N.X\0"));
    assertTrue(Files.notExists(other.resolve("normals/00000003_left.npy")));
  }
}
