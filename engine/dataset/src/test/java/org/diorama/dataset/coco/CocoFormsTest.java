package org.diorama.dataset.coco;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.diorama.core.geometry.PinholeCamera;
import org.diorama.core.geometry.PixelBox;
import org.diorama.core.label.LabelVerdict;
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
import org.diorama.core.scene.LabelRules;
import org.diorama.core.weather.SampledWeather;
import org.diorama.dataset.format.FrameStructure;
import org.diorama.dataset.json.StrictJson;
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
        json(CocoImage.of(60, "00000029_right.png", frame(29, TWINS), 1, TWINS)));
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
        json(CocoImage.of(59, "00000029_left.png", frame(29, still), 0, still)));
  }

  @ParameterizedTest
  @CsvSource({"ANNOTATED, 0", "CROWD, 1"})
  void anAnnotation(LabelVerdict verdict, int crowd) {
    FrameStructure still = FrameStructure.STILL;
    CocoImage image = CocoImage.of(59, "00000029_left.png", frame(29, still), 0, still);
    SampledNode node =
        new SampledNode(
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
    assertEquals(
        "{\"id\":3866633,\"image_id\":59,\"category_id\":3,"
            + "\"segmentation\":{\"size\":[480,640],\"counts\":\"abc\"},\"area\":6,"
            + "\"bbox\":[10,20,3,2],\"iscrowd\":"
            + crowd
            + ",\"diorama\":{\"instance_id\":9,\"track_id\":4711,\"visible_fraction\":0.75,"
            + "\"truncation\":0.5,\"contrast\":{\"apparent\":-0.25,\"inherent\":-0.5}}}",
        json(CocoAnnotation.of(image, label(verdict), node, MaskEncoding.COMPRESSED)));
    assertEquals(
        "{\"image_id\":59,\"file_name\":\"00000029_left.png\",\"segments_info\":"
            + "[{\"id\":9,\"category_id\":3,\"area\":6,\"bbox\":[10,20,3,2],\"iscrowd\":"
            + crowd
            + "}]}",
        json(PanopticAnnotation.of(image, new ViewLabels("left", List.of(label(verdict))))));
  }

  @Test
  void whatIsDroppedIsNoSegment() {
    FrameStructure still = FrameStructure.STILL;
    CocoImage image = CocoImage.of(59, "a.png", frame(29, still), 0, still);
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
    assertThrows(NumberFormatException.class, () -> CocoImage.of(59, "a.png", wrong, 0, TWINS));
  }
}
