package org.diorama.core.label;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.diorama.core.geometry.PinholeCamera;
import org.diorama.core.geometry.PixelBox;
import org.diorama.core.light.Development;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.LinearColor;
import org.diorama.core.random.FrameKey;
import org.diorama.core.render.InstanceCoverage;
import org.diorama.core.render.InstanceTable;
import org.diorama.core.render.RenderedFrame;
import org.diorama.core.render.RenderedView;
import org.diorama.core.sample.FrameContext;
import org.diorama.core.sample.GradientSky;
import org.diorama.core.sample.MotionStates;
import org.diorama.core.sample.SampledCamera;
import org.diorama.core.sample.SampledFrame;
import org.diorama.core.sample.SampledLighting;
import org.diorama.core.sample.SampledMaterial;
import org.diorama.core.sample.SampledNode;
import org.diorama.core.scene.Annotators;
import org.diorama.core.scene.Category;
import org.diorama.core.scene.LabelRules;
import org.diorama.core.scene.LabelRules.Then;
import org.diorama.core.weather.SampledWeather;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelerTest {
  private static final List<Category> CATEGORIES =
      List.of(
          new Category("one", 1, "one", List.of()),
          new Category("thing", 7, "thing", List.of()),
          category("road", 8, Category.Form.STUFF, Category.Use.LABEL),
          category("hood", 9, Category.Form.THING, Category.Use.VOID));

  private static Category category(String name, int id, Category.Form form, Category.Use use) {
    return new Category(name, id, name, List.of(name), form, use, Optional.empty());
  }

  private static final PixelBox BOX = new PixelBox(3, 4, 30, 40);

  @ParameterizedTest
  @CsvSource({
    // visible, silhouette, then -> verdict; at least 16 pixels and a quarter are asked for
    "16, 64, VOID, ANNOTATED",
    "15, 15, VOID, FEW_PIXELS",
    "16, 65, VOID, MOSTLY_HIDDEN",
    "15, 65, VOID, FEW_PIXELS",
    "15, 65, CROWD, CROWD",
    "15, 65, KEEP, ANNOTATED",
    "0, 65, KEEP, INVISIBLE",
    "0, 0, CROWD, INVISIBLE",
    "100, 100, CROWD, ANNOTATED"
  })
  void rulesDecide(int visible, int silhouette, Then then, LabelVerdict expected) {
    InstanceAnnotation annotation =
        label(new LabelRules(65, 16, 0.25, then), 7, row(1, visible, silhouette)).get(0);
    assertEquals(expected, annotation.verdict());
    assertEquals(7, annotation.categoryId());
    assertEquals(visible, annotation.area());
    assertEquals(BOX, annotation.box());
    assertEquals(0.25, annotation.truncation());
    assertEquals(silhouette == 0 ? 0 : (double) visible / silhouette, annotation.visibleFraction());
  }

  @ParameterizedTest
  @CsvSource({
    // most truncation, pixels, then -> verdict; the row is truncated by a quarter
    "0.25, 16, VOID, ANNOTATED",
    "0.2, 16, VOID, TRUNCATED",
    "0.2, 16, CROWD, CROWD",
    "0.2, 16, KEEP, ANNOTATED",
    "0.2, 15, VOID, FEW_PIXELS"
  })
  void truncationHasABound(double most, int visible, Then then, LabelVerdict expected) {
    LabelRules rules = new LabelRules(65, 16, 0, most, 0, then);
    assertEquals(expected, label(rules, 7, row(1, visible, visible)).get(0).verdict());
  }

  @ParameterizedTest
  @CsvSource({"8, STUFF", "9, VOID"})
  void stuffAndVoidHaveNoBounds(int category, LabelVerdict expected) {
    LabelRules rules = new LabelRules(65, 1000, 0, Then.CROWD);
    assertEquals(expected, label(rules, category, row(1, 15, 15)).get(0).verdict());
    assertEquals(LabelVerdict.INVISIBLE, label(rules, category, row(1, 0, 15)).get(0).verdict());
  }

  @Test
  void whatTakesNoLabelIsUnlabelledHoweverWellSeen() {
    assertEquals(
        LabelVerdict.UNLABELLED, label(LabelRules.DEFAULT, 0, row(1, 100, 100)).get(0).verdict());
  }

  @Test
  void rowsMustBelongToTheFramesInstances() {
    assertThrows(IllegalStateException.class, () -> label(LabelRules.DEFAULT, 1, row(2, 100, 100)));
    assertThrows(
        IllegalStateException.class,
        () -> label(LabelRules.DEFAULT, 1, row(1, 100, 100), row(2, 100, 100)));
  }

  /** A rig that lacks an image must not become a frame. */
  @Test
  void viewsMustBeTheFramesCameras() {
    for (List<String> cameras : List.of(List.<String>of(), List.of("left"), List.of("", "right"))) {
      assertThrows(
          IllegalStateException.class,
          () -> label(LabelRules.DEFAULT, 1, cameras, row(1, 100, 100)),
          cameras.toString());
    }
  }

  private static InstanceCoverage row(int id, int visible, int silhouette) {
    return new InstanceCoverage(id, visible, silhouette, BOX, 1, 2, 0.25, Optional.empty());
  }

  /** Labels a frame of one instance, number 1. */
  private static List<InstanceAnnotation> label(
      LabelRules rules, int category, InstanceCoverage... rows) {
    return label(rules, category, List.of(""), rows).views().get(0).instances();
  }

  private static FrameAnnotations label(
      LabelRules rules, int category, List<String> cameras, InstanceCoverage... rows) {
    SampledNode node =
        new SampledNode(
            1,
            1,
            "things",
            0,
            0,
            "thing",
            "digest",
            0,
            category,
            MotionStates.still(Affine3.IDENTITY),
            SampledMaterial.NONE);
    GradientSky sky = new GradientSky(LinearColor.WHITE, LinearColor.WHITE, LinearColor.WHITE);
    SampledFrame frame =
        new SampledFrame(
            "test",
            new FrameKey(0, 0),
            FrameContext.still(0),
            CATEGORIES,
            rules,
            cameras.stream().map(LabelerTest::camera).toList(),
            new SampledLighting(Optional.empty(), sky),
            SampledWeather.CLEAR,
            List.of(node),
            List.of(),
            List.of(),
            List.of());
    return Labeler.label(frame, new Rendered(rows), Annotators.DEFAULT, LabelAssets.none());
  }

  private static SampledCamera camera(String name) {
    return new SampledCamera(
        name,
        new PinholeCamera(64, 48, 50, 50, 32, 24),
        MotionStates.still(Affine3.IDENTITY),
        Development.exposed(12));
  }

  /** A frame of one view without planes. */
  private record Rendered(InstanceCoverage... rows) implements RenderedFrame {
    @Override
    public List<RenderedView> views() {
      List<InstanceCoverage> table = new ArrayList<>(Stream.of(rows).toList());
      return List.of(new RenderedView("", 64, 48, Map.of(), new InstanceTable(table)));
    }

    @Override
    public void close() {}
  }
}
