package org.diorama.cli.scene;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.diorama.core.geometry.PinholeCamera;
import org.diorama.core.light.Development;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.DecimalText;
import org.diorama.core.math.LinearColor;
import org.diorama.core.sample.FactorLevel;
import org.diorama.core.sample.SampledCamera;
import org.diorama.core.sample.SampledFrame;
import org.diorama.core.sample.SampledMaterial;
import org.diorama.core.sample.SampledNode;
import org.diorama.core.scene.AssetReference;
import org.diorama.core.scene.Category;
import org.diorama.core.scene.Factor;
import org.diorama.core.scene.LabelRules;
import org.diorama.core.scene.LightingDescription;
import org.diorama.core.scene.SceneDescription;
import org.diorama.core.surface.SurfaceFinish;
import org.diorama.core.weather.SampledWeather;
import org.diorama.scenefile.grammar.SceneKeys;

/**
 * One frame as a scene without draws: its frame 0 has the images and labels of that frame. Each
 * instance is an object of its own, in the order of their ids. What moves stands still as it is at
 * the label instant.
 */
final class FrozenScene {
  private final SceneDescription scene;
  private final SampledFrame frame;
  private final LightingDescription lighting;
  private final Map<String, AssetReference> assets;
  private final List<String> lines = new ArrayList<>();

  private FrozenScene(
      SceneDescription scene,
      SampledFrame frame,
      LightingDescription lighting,
      Map<String, AssetReference> assets) {
    this.scene = scene;
    this.frame = frame;
    this.lighting = lighting;
    this.assets = assets;
  }

  /**
   * YAML, line by line.
   *
   * @param scene of the frame, whatever the levels
   * @param lighting of the frame, constant
   * @param assets what the scene says for the ids of its shapes and files
   */
  static List<String> lines(
      SceneDescription scene,
      SampledFrame frame,
      LightingDescription lighting,
      Map<String, AssetReference> assets) {
    FrozenScene frozen = new FrozenScene(scene, frame, lighting, assets);
    frozen.head();
    frozen.cameras();
    frozen.lines.addAll(FrozenLight.lines(frozen.lighting));
    frozen.weather();
    frozen.lines.addAll(FrozenLamps.lines(frame.lighting().lamps()));
    frozen.objects();
    frozen.labels();
    frozen.context();
    return frozen.lines;
  }

  private void head() {
    PinholeCamera first = frame.cameras().get(0).pinhole();
    add("version: 1");
    // Names have at most 100 characters.
    String suffix = "_frame_" + frame.key().frame();
    String name = scene.name();
    add(
        "name: "
            + quoted(name.substring(0, Math.min(name.length(), 100 - suffix.length())) + suffix));
    add("frames: 1");
    add("seed: " + frame.key().seed());
    add("image: " + size(first));
    add(frame.categories().isEmpty() ? "categories: {}" : "categories:");
    for (Category category : frame.categories()) {
      add(
          "  "
              + quoted(category.name())
              + ": {id: "
              + category.id()
              + ", supercategory: "
              + quoted(category.supercategory())
              + ", from: "
              + category.from().stream()
                  .map(FrozenScene::quoted)
                  .collect(Collectors.joining(", ", "[", "]"))
              + "}");
    }
  }

  private void cameras() {
    if (frame.cameras().size() == 1 && frame.cameras().get(0).name().isEmpty()) {
      add("camera: {" + camera(frame.cameras().get(0)) + "}");
      return;
    }
    add("cameras:");
    for (SampledCamera camera : frame.cameras()) {
      add(
          "  "
              + quoted(camera.name())
              + ": {image: "
              + size(camera.pinhole())
              + ", "
              + camera(camera)
              + "}");
    }
  }

  private static String size(PinholeCamera camera) {
    return "{width: " + camera.width() + ", height: " + camera.height() + "}";
  }

  private static String camera(SampledCamera camera) {
    PinholeCamera pinhole = camera.pinhole();
    return "transform: "
        + rows(camera.worldFromCamera().atLabelInstant())
        + ", intrinsics: {fx: "
        + DecimalText.of(pinhole.focalX())
        + ", fy: "
        + DecimalText.of(pinhole.focalY())
        + ", cx: "
        + DecimalText.of(pinhole.centerX())
        + ", cy: "
        + DecimalText.of(pinhole.centerY())
        + "}"
        + development(camera.development());
  }

  private static String development(Development development) {
    return development.exposure().map(ev -> ", exposure: " + DecimalText.of(ev)).orElse("")
        + ", compensation: "
        + DecimalText.of(development.compensation())
        + development
            .whiteBalance()
            .map(kelvin -> ", white_balance: " + DecimalText.of(kelvin))
            .orElse("")
        + ", tone_curve: "
        + development.toneCurve().name().toLowerCase(Locale.ROOT)
        + ", glare: "
        + DecimalText.of(development.glare());
  }

  private void weather() {
    SampledWeather weather = frame.weather();
    weather
        .haze()
        .ifPresent(
            haze ->
                add(
                    "weather: {visibility: "
                        + DecimalText.of(haze.visibility())
                        + ", fog_base: "
                        + DecimalText.of(haze.baseHeight())
                        + ", fog_height: "
                        + DecimalText.of(haze.scaleHeight())
                        + ", fog_color: "
                        + FrozenLight.color(haze.albedo())
                        + ", rain_mm_per_h: "
                        + DecimalText.of(weather.fall().rain())
                        + ", snow_mm_per_h: "
                        + DecimalText.of(weather.fall().snow())
                        + ", pattern: "
                        + weather.fall().pattern()
                        + ", wetness: "
                        + DecimalText.of(weather.ground().wetness())
                        + ", puddles: "
                        + DecimalText.of(weather.ground().puddles())
                        + ", snow_depth: "
                        + DecimalText.of(weather.ground().snowDepth())
                        + "}"));
  }

  private void objects() {
    add(frame.nodes().isEmpty() ? "objects: {}" : "objects:");
    Map<Integer, String> categories =
        frame.categories().stream().collect(Collectors.toMap(Category::id, Category::name));
    for (SampledNode node : frame.nodes()) {
      String group = node.group().replace('.', '_');
      String label = categories.get(node.categoryId());
      add(
          "  "
              + quoted(group.substring(0, Math.min(group.length(), 90)) + "_" + node.instanceId())
              + ": {asset: "
              + asset(node.assetId())
              + ", transform: "
              + rows(node.worldFromObject().atLabelInstant())
              + ", label: "
              + (label == null ? "none" : quoted(label))
              + materials(node.material())
              + "}");
    }
  }

  private String asset(String id) {
    AssetReference reference = assets.get(id);
    if (reference instanceof AssetReference.Primitive shape) {
      return "{primitive: " + shape.shape() + ", segments: " + shape.segments() + "}";
    }
    if (reference instanceof AssetReference.ModelFile file) {
      return "{file: "
          + quoted(file.path())
          + ", units: "
          + SceneKeys.lengthUnit(file.metersPerUnit())
          + ", up: "
          + file.up().name().toLowerCase(Locale.ROOT)
          + "}";
    }
    return reference instanceof AssetReference.Built built
        ? FrozenConstruction.of(built.construction())
        : quoted(id);
  }

  private static String materials(SampledMaterial material) {
    String parts =
        material.parts().stream()
            .map(part -> quoted(part.name()) + ": " + material(part.material()))
            .collect(Collectors.joining(", "));
    return (material.equals(SampledMaterial.NONE) ? "" : ", material: " + material(material))
        + (parts.isEmpty() ? "" : ", materials: {" + parts + "}");
  }

  private static String material(SampledMaterial material) {
    StringJoiner parts = new StringJoiner(", ", "{", "}");
    material.surface().ifPresent(finish -> parts.add("surface: " + surface(finish)));
    material.baseColor().ifPresent(base -> parts.add("base_color: " + FrozenLight.color(base)));
    material.metallic().ifPresent(metallic -> parts.add("metallic: " + DecimalText.of(metallic)));
    material
        .roughness()
        .ifPresent(roughness -> parts.add("roughness: " + DecimalText.of(roughness)));
    material
        .emission()
        .ifPresent(
            emission ->
                parts.add(
                    "emission: {luminance: "
                        + DecimalText.of(emission.luminance())
                        + ", color: "
                        + FrozenLight.color(FrozenLamps.hue(emission))
                        + "}"));
    return parts.toString();
  }

  private static String surface(SurfaceFinish finish) {
    return "{kind: "
        + finish.kind().word()
        + ", variant: "
        + finish.variant()
        + ", scale: "
        + DecimalText.of(finish.scale())
        + ", wetness: "
        + DecimalText.of(finish.wetness())
        + ", snow: "
        + DecimalText.of(finish.snow())
        + "}";
  }

  private void labels() {
    LabelRules rules = frame.labels();
    add(
        "labels: {depth: {max: "
            + DecimalText.of(rules.depthMax())
            + "}, drop: {min_pixels: "
            + rules.minPixels()
            + ", min_visible_fraction: "
            + DecimalText.of(rules.minVisibleFraction())
            + ", then: "
            + rules.then().name().toLowerCase(Locale.ROOT)
            + "}}");
  }

  /** Factors of one level each, and a split of one part, so that images carry the same words. */
  private void context() {
    List<FactorLevel> factors = frame.context().factors();
    if (!factors.isEmpty()) {
      add("factors:");
    }
    for (FactorLevel level : factors) {
      boolean discrete =
          scene.factors().stream()
              .anyMatch(
                  each -> each.name().equals(level.factor()) && each instanceof Factor.Discrete);
      add(
          "  "
              + quoted(level.factor())
              + (discrete
                  ? ": {" + quoted(level.level()) + ": {}}"
                  : ": {uniform: [" + level.level() + ", " + level.level() + "]}"));
    }
    frame.context().split().ifPresent(part -> add("split: {" + quoted(part) + ": 1}"));
  }

  private void add(String line) {
    lines.add(line);
  }

  static String rows(Affine3 transform) {
    return DoubleStream.of(transform.toRows())
        .mapToObj(DecimalText::of)
        .collect(Collectors.joining(", ", "[", "]"));
  }

  /** In quotes: a bare word may mean a number, a flag or nothing. */
  static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
