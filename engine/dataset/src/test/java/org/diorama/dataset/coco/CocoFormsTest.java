package org.diorama.dataset.coco;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.diorama.core.asset.Skeleton;
import org.diorama.core.geometry.ImageBox;
import org.diorama.core.geometry.PinholeCamera;
import org.diorama.core.geometry.PixelBox;
import org.diorama.core.label.LabelVerdict;
import org.diorama.core.label.Occluder;
import org.diorama.core.label.box.Box3d;
import org.diorama.core.label.box.ObjectExtent;
import org.diorama.core.label.box.ObjectPose;
import org.diorama.core.label.keypoint.KeypointLabel;
import org.diorama.core.light.Development;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.LinearColor;
import org.diorama.core.math.Vec3;
import org.diorama.core.random.FrameKey;
import org.diorama.core.render.InstanceContrast;
import org.diorama.core.sample.FactorLevel;
import org.diorama.core.sample.FrameContext;
import org.diorama.core.sample.GradientSky;
import org.diorama.core.sample.MotionStates;
import org.diorama.core.sample.SampledCamera;
import org.diorama.core.sample.SampledFrame;
import org.diorama.core.sample.SampledLighting;
import org.diorama.core.sample.SampledMaterial;
import org.diorama.core.sample.SampledNode;
import org.diorama.core.scene.Bone;
import org.diorama.core.scene.LabelRules;
import org.diorama.core.weather.SampledWeather;
import org.diorama.dataset.format.FrameStructure;
import org.diorama.dataset.json.StrictJson;
import org.diorama.dataset.record.InstanceExtras;
import org.diorama.dataset.record.InstanceLabel;
import org.diorama.dataset.record.ViewLabels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The form of every entry, which readers outside rely on. */
class CocoFormsTest {
  private static final FrameStructure TWINS =
      new FrameStructure(
          4,
          2,
          Optional.of(10.0),
          List.of(
              new FrameStructure.Axis("weather", List.of("dry", "rain")),
              new FrameStructure.Axis("level", List.of("1", "2")),
              new FrameStructure.Axis("speed", List.of())),
          List.of("train", "val"));

  private static SampledFrame frame(long number, FrameStructure structure) {
    FrameContext context =
        structure == FrameStructure.STILL
            ? FrameContext.still(number)
            : new FrameContext(
                structure.position(number),
                List.of(
                    new FactorLevel("weather", "rain"),
                    new FactorLevel("level", "2"),
                    new FactorLevel("speed", "12.5")),
                Optional.of("val"));
    LinearColor black = LinearColor.BLACK;
    return new SampledFrame(
        "test",
        new FrameKey(1, number),
        context,
        List.of(),
        LabelRules.DEFAULT,
        List.of(camera("left", 0), camera("right", 0.12)),
        new SampledLighting(Optional.empty(), new GradientSky(black, black, black)),
        SampledWeather.CLEAR,
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  private static SampledCamera camera(String name, double offset) {
    return new SampledCamera(
        name,
        new PinholeCamera(640, 480, 500.5, 501, 320, 240.25),
        MotionStates.still(Affine3.translation(new Vec3(offset, 0, 1.5))),
        Development.exposed(12));
  }

  private static SampledNode node() {
    return new SampledNode(
        9,
        4711,
        "cups",
        0,
        0,
        "primitive/cup",
        "d",
        0,
        3,
        MotionStates.still(Affine3.IDENTITY),
        SampledMaterial.NONE);
  }

  private static InstanceLabel label(LabelVerdict verdict) {
    return new InstanceLabel(
        9,
        3,
        verdict,
        6,
        new PixelBox(10, 20, 13, 22),
        0.75,
        0.5,
        4.5f,
        5,
        Optional.of(new InstanceContrast(-0.25, -0.5)),
        Optional.of("abc"));
  }

  private static String json(Object value) {
    return new String(StrictJson.line(value), StandardCharsets.UTF_8).strip();
  }

  @Test
  void anImageOfATwinInASequence() {
    assertEquals(
        "{\"id\":60,\"width\":640,\"height\":480,\"file_name\":\"00000029_right.png\","
            + "\"diorama\":{\"frame\":29,\"camera\":\"right\",\"sequence\":3,\"step\":1,"
            + "\"twin_of\":25,\"split\":\"val\","
            + "\"factors\":{\"weather\":\"rain\",\"level\":\"2\",\"speed\":12.5},"
            + "\"cam_K\":[[500.5,0.0,320.0],[0.0,501.0,240.25],[0.0,0.0,1.0]],"
            + "\"world_from_camera\":"
            + "[[1.0,0.0,0.0,0.12],[0.0,1.0,0.0,0.0],[0.0,0.0,1.0,1.5]]}}",
        json(CocoImage.of(60, "00000029_right.png", frame(29, TWINS), 1, TWINS, Optional.empty())));
  }

  @Test
  void anImageOfAStillFrame() {
    FrameStructure still = FrameStructure.STILL;
    assertEquals(
        "{\"id\":59,\"width\":640,\"height\":480,\"file_name\":\"00000029_left.png\","
            + "\"diorama\":{\"frame\":29,\"camera\":\"left\",\"sequence\":29,\"step\":0,"
            + "\"twin_of\":null,\"split\":null,\"factors\":{},"
            + "\"cam_K\":[[500.5,0.0,320.0],[0.0,501.0,240.25],[0.0,0.0,1.0]],"
            + "\"world_from_camera\":"
            + "[[1.0,0.0,0.0,0.0],[0.0,1.0,0.0,0.0],[0.0,0.0,1.0,1.5]]}}",
        json(CocoImage.of(59, "00000029_left.png", frame(29, still), 0, still, Optional.empty())));
  }

  @ParameterizedTest
  @CsvSource({"ANNOTATED, 0", "CROWD, 1"})
  void anAnnotation(LabelVerdict verdict, int crowd) {
    FrameStructure still = FrameStructure.STILL;
    CocoImage image =
        CocoImage.of(59, "00000029_left.png", frame(29, still), 0, still, Optional.empty());
    assertEquals(
        "{\"id\":3866633,\"image_id\":59,\"category_id\":3,"
            + "\"segmentation\":{\"size\":[480,640],\"counts\":\"abc\"},\"area\":6,"
            + "\"bbox\":[10,20,3,2],\"iscrowd\":"
            + crowd
            + ",\"diorama\":{\"instance_id\":9,\"track_id\":4711,\"visible_fraction\":0.75,"
            + "\"truncation\":0.5,\"contrast\":{\"apparent\":-0.25,\"inherent\":-0.5}}}",
        json(CocoAnnotation.of(image, label(verdict), node(), MaskEncoding.COMPRESSED)));
    assertEquals(
        "{\"image_id\":59,\"file_name\":\"00000029_left.png\",\"segments_info\":"
            + "[{\"id\":9,\"category_id\":3,\"area\":6,\"bbox\":[10,20,3,2],\"iscrowd\":"
            + crowd
            + "}]}",
        json(PanopticAnnotation.of(image, new ViewLabels("left", List.of(label(verdict))))));
  }

  private static final Affine3 POSE = Affine3.translation(new Vec3(1, 2, 3.5));

  private static InstanceLabel labelWithExtras() {
    InstanceExtras extras =
        new InstanceExtras(
            Optional.of(new ImageBox(10, 20, 4, 3)),
            Optional.of(new ImageBox(-1.5, 20, 15, 3.25)),
            Optional.of(new ImageBox(-2, 19, 17, 5)),
            Optional.of(new Box3d(new Vec3(1, 2, 0.5), POSE, Affine3.IDENTITY)),
            Optional.of(new ObjectPose(POSE, Affine3.IDENTITY, new Vec3(1, 1, 2))),
            Optional.of("de"),
            Optional.of(List.of(new Occluder(4, 7, 7), new Occluder(12, 1, 3))),
            OptionalInt.of(2),
            Optional.of(new ObjectExtent(5.5, OptionalDouble.of(4.5), OptionalDouble.of(15))),
            Optional.of(
                List.of(
                    new KeypointLabel("tip", 11.25, 21, 2, new Vec3(0, 0, 5)),
                    new KeypointLabel("foot", 0, 0, 0, new Vec3(0, 9, 5)))));
    return new InstanceLabel(
        9,
        3,
        LabelVerdict.ANNOTATED,
        6,
        new PixelBox(10, 20, 13, 22),
        0.75,
        0.5,
        4.5f,
        5,
        Optional.empty(),
        Optional.of(extras),
        Optional.of("abc"));
  }

  private static CocoAnnotation annotationWithExtras() {
    FrameStructure still = FrameStructure.STILL;
    CocoImage image = CocoImage.of(59, "a.png", frame(29, still), 0, still, Optional.empty());
    return CocoAnnotation.of(image, labelWithExtras(), node(), MaskEncoding.COMPRESSED);
  }

  /** Under the names of their annotators; keypoints have a file of their own. */
  @Test
  void whatAnnotatorsSayStandsBesideTheRest() {
    String json = json(annotationWithExtras());
    assertEquals(
        "\"diorama\":{\"instance_id\":9,\"track_id\":4711,\"visible_fraction\":0.75,"
            + "\"truncation\":0.5,\"contrast\":null,\"bbox_amodal\":[10.0,20.0,4.0,3.0],"
            + "\"bbox_full\":[-1.5,20.0,15.0,3.25],\"bbox_loose\":[-2.0,19.0,17.0,5.0],"
            + "\"bbox_3d\":{\"size\":[1.0,2.0,0.5],\"camera_from_box\":"
            + "[[1.0,0.0,0.0,1.0],[0.0,1.0,0.0,2.0],[0.0,0.0,1.0,3.5]],\"world_from_box\":"
            + "[[1.0,0.0,0.0,0.0],[0.0,1.0,0.0,0.0],[0.0,0.0,1.0,0.0]]},"
            + "\"pose\":{\"camera_from_object\":"
            + "[[1.0,0.0,0.0,1.0],[0.0,1.0,0.0,2.0],[0.0,0.0,1.0,3.5]],\"world_from_object\":"
            + "[[1.0,0.0,0.0,0.0],[0.0,1.0,0.0,0.0],[0.0,0.0,1.0,0.0]],\"scale\":[1.0,1.0,2.0]},"
            + "\"amodal_mask\":{\"size\":[480,640],\"counts\":\"de\"},"
            + "\"occlusion\":[{\"instance_id\":4,\"pixels\":7,\"before\":7},"
            + "{\"instance_id\":12,\"pixels\":1,\"before\":3}],"
            + "\"pieces\":2,\"extent\":{\"distance\":5.5,\"nearest\":4.5,\"pixels\":15.0}}}",
        json.substring(json.indexOf("\"diorama\"")));
  }

  /** A point that the asset lacks, and one outside the image, count as none. */
  @Test
  void keypointsStandInTheOrderOfTheCategory() {
    Skeleton skeleton =
        new Skeleton(List.of("top", "foot", "tip"), List.of(new Bone("foot", "tip")));
    String json = json(KeypointAnnotation.of(annotationWithExtras(), labelWithExtras(), skeleton));
    assertEquals(
        "\"keypoints\":[0.0,0.0,0,0.0,0.0,0,11.25,21.0,2],\"num_keypoints\":1,"
            + "\"keypoints_3d\":[null,[0.0,9.0,5.0],[0.0,0.0,5.0]]}",
        json.substring(json.indexOf("\"keypoints\"")));
    assertTrue(json.startsWith("{\"id\":3866633,\"image_id\":59,\"category_id\":3,"), json);
  }

  @Test
  void anImageTellsWhoHidesWhom() {
    FrameStructure still = FrameStructure.STILL;
    String json =
        json(
            CocoImage.of(
                59,
                "a.png",
                frame(29, still),
                0,
                still,
                Optional.of(List.of(new int[] {4, 9, 7}, new int[] {12, 9, 1}))));
    assertTrue(json.endsWith("\"occlusion\":[[4,9,7],[12,9,1]]}}"), json);
  }

  @Test
  void whatIsDroppedIsNoSegment() {
    FrameStructure still = FrameStructure.STILL;
    CocoImage image = CocoImage.of(59, "a.png", frame(29, still), 0, still, Optional.empty());
    ViewLabels view =
        new ViewLabels(
            "left",
            List.of(
                label(LabelVerdict.FEW_PIXELS),
                label(LabelVerdict.MOSTLY_HIDDEN),
                label(LabelVerdict.INVISIBLE),
                label(LabelVerdict.UNLABELLED)));
    assertEquals(List.of(), PanopticAnnotation.of(image, view).segmentsInfo());
  }

  /** A level that looks like a number stays a name; a number that is none is a fault of ours. */
  @Test
  void onlyContinuousFactorsAreNumbers() {
    FrameContext odd =
        new FrameContext(
            TWINS.position(29), List.of(new FactorLevel("speed", "fast")), Optional.empty());
    SampledFrame some = frame(29, TWINS);
    SampledFrame wrong =
        new SampledFrame(
            some.scene(),
            some.key(),
            odd,
            some.categories(),
            some.labels(),
            some.cameras(),
            some.lighting(),
            some.weather(),
            some.nodes(),
            some.groups(),
            some.targets(),
            some.draws());
    assertThrows(
        NumberFormatException.class,
        () -> CocoImage.of(59, "a.png", wrong, 0, TWINS, Optional.empty()));
  }
}
