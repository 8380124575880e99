package org.diorama.dataset;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.diorama.core.geometry.PinholeCamera;
import org.diorama.core.geometry.PixelBox;
import org.diorama.core.light.Development;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.LinearColor;
import org.diorama.core.math.Vec3;
import org.diorama.core.random.FrameKey;
import org.diorama.core.random.FramePosition;
import org.diorama.core.render.Channel;
import org.diorama.core.render.InstanceCoverage;
import org.diorama.core.render.InstanceTable;
import org.diorama.core.render.RenderedFrame;
import org.diorama.core.render.RenderedView;
import org.diorama.core.render.RendererIdentity;
import org.diorama.core.sample.DrawnValue;
import org.diorama.core.sample.FactorLevel;
import org.diorama.core.sample.FrameContext;
import org.diorama.core.sample.GradientSky;
import org.diorama.core.sample.GroupVerdict;
import org.diorama.core.sample.MotionStates;
import org.diorama.core.sample.SampledCamera;
import org.diorama.core.sample.SampledFrame;
import org.diorama.core.sample.SampledLighting;
import org.diorama.core.sample.SampledMaterial;
import org.diorama.core.sample.SampledNode;
import org.diorama.core.sample.TargetKind;
import org.diorama.core.sample.TargetVerdict;
import org.diorama.core.scene.Category;
import org.diorama.core.scene.LabelRules;
import org.diorama.core.weather.SampledWeather;
import org.diorama.dataset.format.AssetCredit;
import org.diorama.dataset.format.DatasetDescription;
import org.diorama.dataset.format.FrameStructure;

/**
 * Frames that no renderer made: rectangles at random places, a function of the frame's number
 * alone. Instance 1 is never labelled; categories alternate. Each further camera's image is larger
 * than the one before.
 */
final class SyntheticFrames {
  static final List<Category> CATEGORIES =
      List.of(
          new Category("box", 1, "thing", List.of("box")),
          new Category("ball", 7, "thing", List.of("ball")));

  private final int width;
  private final int height;
  private final List<String> cameras;
  private final LabelRules rules;
  private final FrameStructure structure;
  private final List<Category> categories;

  SyntheticFrames(int width, int height, List<String> cameras, LabelRules rules) {
    this(width, height, cameras, rules, FrameStructure.STILL);
  }

  SyntheticFrames(
      int width, int height, List<String> cameras, LabelRules rules, FrameStructure structure) {
    this(width, height, cameras, rules, structure, CATEGORIES);
  }

  private SyntheticFrames(
      int width,
      int height,
      List<String> cameras,
      LabelRules rules,
      FrameStructure structure,
      List<Category> categories) {
    this.categories = categories;
    this.structure = structure;
    this.width = width;
    this.height = height;
    this.cameras = cameras;
    this.rules = rules;
  }

  /** The same under other categories; instances have ids 1, 7 and none. */
  SyntheticFrames with(List<Category> others) {
    return new SyntheticFrames(width, height, cameras, rules, structure, others);
  }

  static SyntheticFrames small() {
    return new SyntheticFrames(9, 7, List.of(""), LabelRules.DEFAULT);
  }

  /** Two cameras, sequences of three steps with a twin each, two factors, three splits. */
  static SyntheticFrames structured() {
    FrameStructure structure =
        new FrameStructure(
            3,
            2,
            Optional.of(12.5),
            List.of(
                new FrameStructure.Axis("weather", List.of("rain", "dry", "snow")),
                new FrameStructure.Axis("speed", List.of())),
            List.of("train", "val", "test"));
    return new SyntheticFrames(9, 7, List.of("left", "right"), LabelRules.DEFAULT, structure);
  }

  DatasetDescription description() {
    return new DatasetDescription(
        "synthetic",
        3,
        Map.of("objects.boxes.count", "4", "image.width", Integer.toString(width)),
        categories,
        rules,
        cameras,
        structure,
        "1.2.3",
        new RendererIdentity("synthetic", "9", "java", "any device"),
        List.of(
            new AssetCredit("primitive/box", "b".repeat(64), "", ""),
            new AssetCredit("pack/ball", "a".repeat(64), "CC-BY-3.0", "by Someone"),
            new AssetCredit("pack/unused", "c".repeat(64), "CC0-1.0", "by Nobody")),
        List.of());
  }

  LabelRules rules() {
    return rules;
  }

  SampledFrame sampled(long number) {
    Random random = new Random(number);
    List<SampledNode> nodes = new ArrayList<>();
    int count = 1 + random.nextInt(6);
    for (int i = 0; i < count; i++) {
      nodes.add(
          new SampledNode(
              i * 3 + 1,
              1000 - i,
              "boxes",
              i,
              0,
              i % 2 == 0 ? "primitive/box" : "pack/ball",
              (i % 2 == 0 ? "b" : "a").repeat(64),
              0,
              i == 0 ? 0 : i % 2 == 0 ? 1 : 7,
              MotionStates.still(pose(random)),
              i % 3 == 0
                  ? SampledMaterial.NONE
                  : new SampledMaterial(
                      Optional.of(new LinearColor(random.nextDouble(), 0, 1)),
                      Optional.empty(),
                      Optional.of(random.nextGaussian() * 1e-9))));
    }
    List<SampledCamera> decided = new ArrayList<>();
    for (int i = 0; i < cameras.size(); i++) {
      decided.add(
          new SampledCamera(
              cameras.get(i),
              new PinholeCamera(width(i), height(i), 10.1, 10.2, width(i) / 2.0, height(i) / 2.0),
              MotionStates.still(pose(random)),
              Development.exposed(12.5)));
    }
    return new SampledFrame(
        "synthetic",
        new FrameKey(3, number),
        context(number),
        categories,
        rules,
        decided,
        new SampledLighting(
            number % 2 == 0
                ? Optional.empty()
                : Optional.of(
                    new SampledLighting.Sun(Vec3.UNIT_Z, new LinearColor(1e5, 9e4, 8e4), 0.009)),
            new GradientSky(LinearColor.WHITE, LinearColor.BLACK, LinearColor.BLACK)),
        SampledWeather.CLEAR,
        nodes,
        List.of(new GroupVerdict("boxes", 4, count)),
        targets(nodes, cameras, random),
        List.of(DrawnValue.of("objects.boxes.yaw", 0, Double.toString(random.nextDouble()))));
  }

  /** Levels differ between twins, splits between sequences; nothing is ever in the last split. */
  private FrameContext context(long number) {
    FramePosition position = structure.position(number);
    List<FactorLevel> factors = new ArrayList<>();
    for (FrameStructure.Axis axis : structure.factors()) {
      factors.add(
          new FactorLevel(
              axis.factor(),
              axis.levels().isEmpty()
                  ? Double.toString(position.sequence() / 4.0)
                  : axis.levels().get((int) (position.sequence() + position.twin()) % 2)));
    }
    Optional<String> split =
        structure.splits().isEmpty()
            ? Optional.empty()
            : Optional.of(structure.splits().get(position.sequence() % 3 == 0 ? 1 : 0));
    return new FrameContext(position, factors, split);
  }

  /** A target for every second instance, looked at by cameras in turn; one in three is not met. */
  private static List<TargetVerdict> targets(
      List<SampledNode> nodes, List<String> cameras, Random random) {
    List<TargetVerdict> targets = new ArrayList<>();
    for (int i = 0; i < nodes.size(); i += 2) {
      targets.add(
          new TargetVerdict(
              "boxes",
              nodes.get(i).instanceId(),
              cameras.get(i / 2 % cameras.size()),
              i % 4 == 0 ? TargetKind.VISIBLE_FRACTION : TargetKind.IMAGE_X,
              random.nextDouble(),
              random.nextDouble(),
              random.nextInt(3) == 0 ? "no box left to move" : ""));
    }
    return targets;
  }

  /** Pixels across the image of a camera. */
  int width(int camera) {
    return width + 3 * camera;
  }

  /** Pixels down the image of a camera. */
  int height(int camera) {
    return height + 2 * camera;
  }

  private static Affine3 pose(Random random) {
    double[] rows = new double[12];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = random.nextGaussian() * Math.pow(10, random.nextInt(12) - 6);
    }
    return Affine3.ofRows(rows);
  }

  RenderedFrame rendered(SampledFrame frame) {
    List<RenderedView> views = new ArrayList<>();
    for (int i = 0; i < frame.cameras().size(); i++) {
      views.add(view(frame, i));
    }
    return new RenderedFrame() {
      @Override
      public List<RenderedView> views() {
        return views;
      }

      @Override
      public void close() {
        // The planes are garbage-collected.
      }
    };
  }

  private RenderedView view(SampledFrame frame, int camera) {
    Random random = new Random(frame.key().frame() * 31 + camera);
    int w = width(camera);
    int h = height(camera);
    int[] ids = new int[w * h];
    List<SampledNode> nodes = frame.nodes();
    for (int i = 0; i < nodes.size() + 2; i++) {
      int id = nodes.get(random.nextInt(nodes.size())).instanceId();
      int left = random.nextInt(w);
      int top = random.nextInt(h);
      int right = left + 1 + random.nextInt(w - left);
      int bottom = top + 1 + random.nextInt(Math.max(1, (h - top) / 2));
      for (int y = top; y < bottom; y++) {
        for (int x = left; x < right; x++) {
          ids[y * w + x] = id;
        }
      }
    }
    Map<Channel, ByteBuffer> planes = new EnumMap<>(Channel.class);
    for (Channel channel : Channel.values()) {
      planes.put(
          channel,
          ByteBuffer.allocateDirect(w * h * channel.bytesPerPixel())
              .order(ByteOrder.nativeOrder()));
    }
    for (int i = 0; i < ids.length; i++) {
      planes.get(Channel.COLOR).putInt(4 * i, random.nextInt());
      planes.get(Channel.INSTANCE).putShort(2 * i, (short) ids[i]);
      float z = ids[i] == 0 ? 0 : random.nextFloat() * 80;
      planes.get(Channel.DEPTH).putFloat(4 * i, z);
    }
    List<InstanceCoverage> rows = nodes.stream().map(node -> coverage(node, ids, w)).toList();
    return new RenderedView(
        frame.cameras().get(camera).name(), w, h, planes, new InstanceTable(rows));
  }

  private InstanceCoverage coverage(SampledNode node, int[] ids, int w) {
    int pixels = 0;
    int left = w;
    int top = ids.length / w;
    int right = 0;
    int bottom = 0;
    for (int i = 0; i < ids.length; i++) {
      if (ids[i] == node.instanceId()) {
        pixels++;
        left = Math.min(left, i % w);
        top = Math.min(top, i / w);
        right = Math.max(right, i % w + 1);
        bottom = Math.max(bottom, i / w + 1);
      }
    }
    PixelBox box = pixels == 0 ? PixelBox.EMPTY : new PixelBox(left, top, right, bottom);
    return new InstanceCoverage(
        node.instanceId(), pixels, pixels + 2, box, 1.1f, 2.7f, 0.125, Optional.empty());
  }
}
