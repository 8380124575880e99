package org.diorama.dataset.record;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;
import org.diorama.core.geometry.PinholeCamera;
import org.diorama.core.geometry.PixelBox;
import org.diorama.core.label.LabelVerdict;
import org.diorama.core.light.Development;
import org.diorama.core.light.LampShape;
import org.diorama.core.light.ToneCurve;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.LinearColor;
import org.diorama.core.math.Vec3;
import org.diorama.core.random.FrameKey;
import org.diorama.core.render.InstanceContrast;
import org.diorama.core.sample.DrawnValue;
import org.diorama.core.sample.FrameContext;
import org.diorama.core.sample.GradientSky;
import org.diorama.core.sample.GroupVerdict;
import org.diorama.core.sample.MotionStates;
import org.diorama.core.sample.NoPlace;
import org.diorama.core.sample.SampledCamera;
import org.diorama.core.sample.SampledFinish;
import org.diorama.core.sample.SampledFrame;
import org.diorama.core.sample.SampledLamp;
import org.diorama.core.sample.SampledLighting;
import org.diorama.core.sample.SampledMaterial;
import org.diorama.core.sample.SampledNode;
import org.diorama.core.sample.TargetKind;
import org.diorama.core.sample.TargetVerdict;
import org.diorama.core.scene.Annotator;
import org.diorama.core.scene.Annotators;
import org.diorama.core.scene.Category;
import org.diorama.core.scene.LabelRules;
import org.diorama.core.surface.SurfaceFinish;
import org.diorama.core.surface.SurfaceKind;
import org.diorama.core.weather.SampledWeather;
import org.diorama.dataset.files.RecordedFile;
import org.diorama.dataset.json.StrictJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FrameRecordsTest {
  private static final SampledFinish FINISH =
      new SampledFinish(
          Optional.of(1.0),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.of(0.5),
          Optional.empty(),
          Optional.of(true),
          Optional.of(new LinearColor(0.5, 1, 0.5)),
          Optional.of(0.1),
          Optional.empty());
  private static final String EXPECTED =
      """
      {"version":11,"annotators":{"names":["depth","instance","semantic","panoptic","contrast"],\
      "float_files":"npy"},"frame":{"scene":"table","key":{"seed":-7,"frame":12},\
      "context":{"position":{"sequence":12,"twin":0,"step":0,"length":1},"factors":[],\
      "split":null},\
      "categories":[{"name":"cup","id":3,"supercategory":"dish","from":["cup","mug"],\
      "form":"thing","use":"label","into":null}],\
      "labels":{"depth_max":65.0,"min_pixels":16,"min_visible_fraction":0.05,"max_truncation":1.0,"min_piece_share":0.0,"then":"void"},\
      "cameras":[{"name":"left","pinhole":{"width":4,"height":3,"focal_x":5.5,"focal_y":5.25,\
      "center_x":2.0,"center_y":1.5},\
      "world_from_camera":[[[1.0,0.0,0.0,0.1],[0.0,1.0,0.0,-2.0],[0.0,0.0,1.0,1.0E-7]]],\
      "development":{"exposure":12.5,"compensation":0.5,"white_balance":null,\
      "tone_curve":"neutral","glare":0.0}}],\
      "lighting":{"sun":{"towards":[0.0,0.0,1.0],"illuminance":[100000.0,90000.0,1.0],\
      "angular_diameter":0.009},\
      "sky":{"zenith":[1.0,1.0,1.0],"horizon":[0.0,0.0,0.0],"ground":[0.1,0.2,0.3]},"lamps":[],\
      "indirect":{"occlusion":true,"bounce":true}},"weather":{"haze":null,"ground":{"wetness":0.0,"puddles":0.0,"snow_depth":0.0},\
      "fall":{"rain":0.0,"snow":0.0,"pattern":0,"wind":0.0,"wind_azimuth":0.0}},\
      "nodes":[{"instance_id":1,"track_id":77,"group":"cups","index":0,"parent":0,"asset_id":"primitive/cup",\
      "asset_digest":"d1","level":2,"category_id":3,\
      "world_from_object":[[[1.0,0.0,0.0,0.0],[0.0,1.0,0.0,0.0],[0.0,0.0,1.0,0.0]]],\
      "material":{"base_color":[0.5,0.25,0.125],"metallic":null,"roughness":0.3,\
      "finish":{"coat":1.0,"coat_roughness":null,"sheen":null,"sheen_roughness":null,\
      "transmission":0.5,"ior":null,"solid":true,"absorption":[0.5,1.0,0.5],\
      "absorption_distance":0.1,"translucency":null},"emission":null,\
      "surface":{"kind":"wood","variant":3,"scale":0.5,"wetness":0.25,"snow":0.0},\
      "parts":[{"name":"rim","material":{"base_color":null,"metallic":null,"roughness":null,\
      "finish":null,"emission":null,\
      "surface":null,"parts":[]}}]}}],\
      "groups":[{"group":"cups","wanted":2,"placed":1,\
      "missing":[{"reason":"outside","count":1}]}],\
      "targets":[{"group":"cups","instance_id":1,"camera":"","target":"visible_fraction","wanted":0.5,\
      "reached":0.4375,"cause":""}],\
      "draws":[{"path":"objects.cups.yaw","instance":0,"value":"0.1"}],"keypoints":[]},\
      "views":[{"camera":"left","instances":[{"instance_id":1,"category_id":3,\
      "verdict":"few_pixels","area":2,"bbox":[1,0,2,1],"visible_fraction":0.5,\
      "truncation":0.125,"nearest_depth":1.1,"farthest_depth":2.5,\
      "contrast":{"apparent":0.5,"inherent":0.75},"extras":null,"rle":"3111"}],"stuff":[],\
      "colors":[{"instance_id":1,"red":500,"green":20,"blue":7}]}],\
      "files":[{"path":"images/00000012_left.png","bytes":77,"sha256":"ab"}],"parts":{}}
      """;

  private static FrameRecord example() {
    SampledFrame frame =
        new SampledFrame(
            "table",
            new FrameKey(-7, 12),
            FrameContext.still(12),
            List.of(new Category("cup", 3, "dish", List.of("cup", "mug"))),
            new LabelRules(65, 16, 0.05, LabelRules.Then.VOID),
            List.of(
                new SampledCamera(
                    "left",
                    new PinholeCamera(4, 3, 5.5, 5.25, 2, 1.5),
                    MotionStates.still(Affine3.translation(new Vec3(0.1, -2, 1e-7))),
                    new Development(
                        Optional.of(12.5), 0.5, Optional.empty(), ToneCurve.NEUTRAL, 0))),
            new SampledLighting(
                Optional.of(
                    new SampledLighting.Sun(Vec3.UNIT_Z, new LinearColor(1e5, 9e4, 1), 0.009)),
                new GradientSky(
                    LinearColor.WHITE, LinearColor.BLACK, new LinearColor(0.1, 0.2, 0.3))),
            SampledWeather.CLEAR,
            List.of(
                new SampledNode(
                    1,
                    77,
                    "cups",
                    0,
                    0,
                    "primitive/cup",
                    "d1",
                    2,
                    3,
                    MotionStates.still(Affine3.IDENTITY),
                    new SampledMaterial(
                        Optional.of(new LinearColor(0.5, 0.25, 0.125)),
                        Optional.empty(),
                        Optional.of(0.3),
                        Optional.of(FINISH),
                        Optional.empty(),
                        Optional.of(new SurfaceFinish(SurfaceKind.WOOD, 3, 0.5, 0.25, 0)),
                        List.of(new SampledMaterial.Part("rim", SampledMaterial.NONE))))),
            List.of(
                new GroupVerdict(
                    "cups", 2, 1, List.of(new GroupVerdict.Missing(NoPlace.OUTSIDE, 1)))),
            List.of(new TargetVerdict("cups", 1, "", TargetKind.VISIBLE_FRACTION, 0.5, 0.4375, "")),
            List.of(DrawnValue.of("objects.cups.yaw", 0, "0.1")));
    InstanceLabel label =
        new InstanceLabel(
            1,
            3,
            LabelVerdict.FEW_PIXELS,
            2,
            new PixelBox(1, 0, 3, 1),
            0.5,
            0.125,
            1.1f,
            2.5f,
            Optional.of(new InstanceContrast(0.5, 0.75)),
            Optional.of("3111"));
    return new FrameRecord(
        FrameRecord.VERSION,
        Annotators.DEFAULT,
        frame,
        List.of(new ViewLabels("left", List.of(label)).with(List.of(new ColorSum(1, 500, 20, 7)))),
        List.of(new RecordedFile("images/00000012_left.png", 77, "ab")));
  }

  /** Readers outside rely on every key, its order and its form. */
  @Test
  void formIsPinned() {
    assertEquals(EXPECTED, new String(FrameRecords.encode(example()), StandardCharsets.UTF_8));
  }

  @Test
  void readsBackWhatItWrote() {
    FrameRecord back = FrameRecords.decode(FrameRecords.encode(example()), "memory");
    assertEquals(example(), back);
    assertArrayEquals(FrameRecords.encode(example()), FrameRecords.encode(back));
  }

  @Test
  void motionKeepsItsFiveStates() {
    List<Affine3> states = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      states.add(Affine3.translation(new Vec3(i, 0, 0)));
    }
    FrameRecord still = example();
    FrameRecord moving = withPose(still, new MotionStates(states));
    FrameRecord back = FrameRecords.decode(FrameRecords.encode(moving), "memory");
    assertEquals(states, back.frame().cameras().get(0).worldFromCamera().states());
  }

  @Test
  void everyFiniteDoubleSurvives() {
    Random random = new Random(11);
    for (int i = 0; i < 3000; i++) {
      double value = Double.longBitsToDouble(random.nextLong());
      if (!Double.isFinite(value)) {
        continue;
      }
      Affine3 pose = Affine3.translation(new Vec3(value, -0.0, Double.MIN_VALUE));
      FrameRecord record = withPose(example(), MotionStates.still(pose));
      FrameRecord back = FrameRecords.decode(FrameRecords.encode(record), "memory");
      // Records compare doubles by their bits.
      assertEquals(record, back, "value " + value);
    }
  }

  /** What cannot be read back must not be committed. */
  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void refusesToWriteWhatIsNoNumber(double value) {
    FrameRecord record =
        withPose(example(), MotionStates.still(Affine3.translation(new Vec3(0, value, 0))));
    DioramaException failure =
        assertThrows(DioramaException.class, () -> FrameRecords.encode(record));
    assertEquals(ExitStatus.INTERNAL, failure.status());
    assertTrue(failure.getMessage().contains("world_from_camera"), failure.getMessage());
    InstanceLabel label = example().views().get(0).instances().get(0);
    InstanceLabel deep =
        new InstanceLabel(
            1,
            3,
            label.verdict(),
            label.area(),
            label.bbox(),
            label.visibleFraction(),
            value,
            (float) value,
            2.5f,
            label.contrast(),
            label.rle());
    assertThrows(DioramaException.class, () -> StrictJson.line(deep));
  }

  private static FrameRecord withPose(FrameRecord record, MotionStates pose) {
    SampledFrame frame = record.frame();
    SampledCamera camera = frame.cameras().get(0);
    return new FrameRecord(
        record.version(),
        record.annotators(),
        new SampledFrame(
            frame.scene(),
            frame.key(),
            frame.context(),
            frame.categories(),
            frame.labels(),
            List.of(new SampledCamera(camera.name(), camera.pinhole(), pose, camera.development())),
            frame.lighting(),
            frame.weather(),
            frame.nodes(),
            frame.groups(),
            frame.targets(),
            frame.draws()),
        record.views(),
        record.files());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"scene\":\"table\",||missing",
        "\"scene\":\"table\"|\"scene\":\"table\",\"scenery\":1|unknown",
        "\"scene\":\"table\"|\"scene\":\"table\",\"scene\":\"chair\"|twice",
        "\"scene\":\"table\"|\"scene\":null|null",
        "\"frame\":12}|\"frame\":12.5}|whole number",
        "\"frame\":12}|\"frame\":\"12\"}|text for number",
        "\"void\"|\"VOID\"|case",
        "\"void\"|0|number for name",
        "[0.0,0.0,1.0]|[0.0,0.0]|short vector",
        "[0.0,0.0,1.0]|[0.0,0.0,1.0,1.0]|long vector",
        "[1.0,0.0,0.0,0.1],||two rows",
        "[1,0,2,1]|[1,0,2]|short box",
        "\"bytes\":77|\"bytes\":null|null number",
        "\"exposure\":12.5|\"exposure\":NaN|no number",
        "\"index\":0,||missing number",
        "\"sun\":{|\"moon\":{|unknown optional",
        "\"value\":\"0.1\"|\"value\":0.1|number for text",
        "\"sha256\":\"ab\"|\"sha256\":true|truth for text",
        "\"index\":0|\"index\":false|truth for number",
        "{\"path\":\"images/00000012_left.png\",\"bytes\":77,\"sha256\":\"ab\"}|\"\"|text for object",
        "\"draws\":[{|\"draws\":{{|no list",
        "\"level\":2|\"level\":99999999999|too large",
        "{\"camera\":\"left\"|{\"camera\":\"right\"|labels of another camera",
        "\"instances\":[{\"instance_id\":1|\"instances\":[{\"instance_id\":2|labels of another instance"
      })
  void refusesWhatIsNoRecord(String piece, String replacement, String what) {
    String text =
        EXPECTED.replaceFirst(
            Pattern.quote(piece), replacement == null ? "" : Matcher.quoteReplacement(replacement));
    assertTrue(!text.equals(EXPECTED), "the piece is there: " + piece);
    DioramaException failure =
        assertThrows(
            DioramaException.class,
            () -> FrameRecords.decode(text.getBytes(StandardCharsets.UTF_8), "a.json"),
            what);
    assertEquals(ExitStatus.BAD_INPUT, failure.status());
    assertTrue(failure.getMessage().startsWith("a.json"), failure.getMessage());
    assertTrue(!failure.getMessage().contains("\n"), failure.getMessage());
    assertTrue(!failure.getMessage().contains("Feature"), failure.getMessage());
  }

  @Test
  void refusesWhatFollowsARecord() {
    byte[] twice = (EXPECTED + EXPECTED).getBytes(StandardCharsets.UTF_8);
    assertThrows(DioramaException.class, () -> FrameRecords.decode(twice, "a.json"));
  }

  @Test
  void refusesEveryCutRecord() {
    byte[] whole = EXPECTED.getBytes(StandardCharsets.UTF_8);
    for (int length = 0; length < whole.length - 2; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThrows(DioramaException.class, () -> FrameRecords.decode(cut, "a.json"));
    }
  }

  @Test
  void lampsOfEveryShapeComeBack() {
    FrameRecord plain = example();
    SampledFrame frame = plain.frame();
    List<LampShape> shapes =
        List.of(
            new LampShape.Point(0.1),
            new LampShape.Spot(0, 0.25, 0.5),
            new LampShape.Rectangle(0.6, 1.2),
            new LampShape.Disk(0.3),
            new LampShape.Tube(1.2, 0.026));
    List<SampledLamp> lamps = new ArrayList<>();
    for (LampShape shape : shapes) {
      MotionStates pose = MotionStates.still(Affine3.translation(new Vec3(1, 2, 3)));
      lamps.add(new SampledLamp("hall", lamps.size(), shape, pose, new LinearColor(9, 8, 7), true));
    }
    FrameRecord lit =
        new FrameRecord(
            plain.version(),
            plain.annotators(),
            new SampledFrame(
                frame.scene(),
                frame.key(),
                frame.context(),
                frame.categories(),
                frame.labels(),
                frame.cameras(),
                frame.lighting().with(lamps),
                frame.weather(),
                frame.nodes(),
                frame.groups(),
                frame.targets(),
                frame.draws()),
            plain.views(),
            plain.files());
    byte[] text = FrameRecords.encode(lit);
    assertEquals(lit, FrameRecords.decode(text, "a.json"));
    assertTrue(
        new String(text, StandardCharsets.UTF_8)
            .contains("\"shape\":{\"form\":\"spot\",\"diameter\":0.0,"));
  }

  @Test
  void refusesAnotherVersion() {
    byte[] newer =
        EXPECTED.replace("{\"version\":11", "{\"version\":12").getBytes(StandardCharsets.UTF_8);
    DioramaException failure =
        assertThrows(DioramaException.class, () -> FrameRecords.decode(newer, "a.json"));
    assertTrue(failure.getMessage().contains("version 11"), failure.getMessage());
  }

  @Test
  void saysThatAFileIsMissing() {
    DioramaException failure =
        assertThrows(
            DioramaException.class, () -> FrameRecords.read(Path.of("no", "such", "record.json")));
    assertEquals(ExitStatus.BAD_INPUT, failure.status());
    assertTrue(failure.getMessage().contains("record.json"), failure.getMessage());
  }

  /** Records and manifests name annotators as scenes do. */
  @ParameterizedTest
  @EnumSource(Annotator.class)
  void annotatorsHaveTheNamesOfScenes(Annotator annotator) {
    String json = StrictJson.instance().writeValueAsString(annotator);
    assertEquals('"' + annotator.text() + '"', json);
    assertEquals(annotator, StrictJson.instance().readValue(json, Annotator.class));
  }
}
