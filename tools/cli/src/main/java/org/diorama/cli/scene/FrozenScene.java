package org.diorama.cli.scene;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.diorama.core.geometry.PinholeCamera;
import org.diorama.core.math.DecimalText;
import org.diorama.core.sample.DecidedFrame;
import org.diorama.core.sample.FactorLevel;
import org.diorama.core.sample.SampledFrame;
import org.diorama.core.scene.AssetReference;
import org.diorama.core.scene.Category;
import org.diorama.core.scene.Factor;
import org.diorama.core.scene.LabelRules;
import org.diorama.core.scene.SceneDescription;
import org.diorama.core.scene.SequenceDescription;
import org.diorama.core.weather.SampledWeather;

/**
 * One frame as a scene without draws: its frame 0 has the images, labels and record of that frame,
 * ids, hierarchies and motion included. Only what tells of drawing is not there: draws, verdicts of
 * groups and targets, and the frame's number. Of lamps that instances carry each is one of its own.
 */
final class FrozenScene {
  private final SceneDescription scene;
  private final DecidedFrame decided;
  private final SampledFrame frame;
  private final List<String> lines = new ArrayList<>();

  private FrozenScene(SceneDescription scene, DecidedFrame decided) {
    this.scene = scene;
    this.decided = decided;
    this.frame = decided.frame();
  }

  /**
   * YAML, line by line.
   *
   * @param scene of the frame, whatever the levels
   * @param assets what the scene says for the ids of its shapes and files
   */
  static List<String> lines(
      SceneDescription scene, DecidedFrame decided, Map<String, AssetReference> assets) {
    return text(scene, decided, assets, "", Integer.MAX_VALUE).lines();
  }

  /**
   * The same with files beside it.
   *
   * @param stem what names of files of instances start with
   * @param most instances of an object that stand in the scene itself
   */
  static FrozenText text(
      SceneDescription scene,
      DecidedFrame decided,
      Map<String, AssetReference> assets,
      String stem,
      int most) {
    FrozenScene frozen = new FrozenScene(scene, decided);
    frozen.head();
    frozen.lines.addAll(new FrozenCameras(decided).lines());
    frozen.lines.addAll(FrozenLight.lines(decided.lighting()));
    frozen.weather();
    frozen.lines.addAll(
        FrozenLamps.lines(decided.frame().lighting().lamps(), new FrozenPoses(decided.sequence())));
    FrozenObjects objects = new FrozenObjects(decided, assets, stem, most);
    frozen.lines.addAll(objects.lines());
    frozen.labels();
    frozen.context();
    return new FrozenText(frozen.lines, objects.instanceFiles());
  }

  private void head() {
    PinholeCamera first = frame.cameras().get(0).pinhole();
    add("version: 1");
    // Names have at most 100 characters.
    String suffix = "_frame_" + frame.key().frame();
    String name = scene.name();
    add(
        "name: "
            + SceneText.quoted(
                name.substring(0, Math.min(name.length(), 100 - suffix.length())) + suffix));
    add("frames: 1");
    add("seed: " + frame.key().seed());
    add("image: " + FrozenCameras.size(first));
    SequenceDescription time = decided.sequence();
    if (!time.equals(SequenceDescription.STILL)) {
      add(
          "sequence: {length: 1, fps: "
              + DecimalText.of(time.framesPerSecond())
              + ", shutter: "
              + DecimalText.of(time.shutter())
              + "}");
    }
    add(frame.categories().isEmpty() ? "categories: {}" : "categories:");
    frame.categories().forEach(category -> add("  " + category(category)));
  }

  private static String category(Category category) {
    return SceneText.quoted(category.name())
        + ": {id: "
        + category.id()
        + ", supercategory: "
        + SceneText.quoted(category.supercategory())
        + ", from: "
        + category.from().stream()
            .map(SceneText::quoted)
            .collect(Collectors.joining(", ", "[", "]"))
        + ", stuff: "
        + category.isStuff()
        + ", use: "
        + category.use().name().toLowerCase(Locale.ROOT)
        + category.into().map(other -> ", into: " + SceneText.quoted(other)).orElse("")
        + "}";
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
                        + SceneText.color(haze.albedo())
                        + ", rain_mm_per_h: "
                        + DecimalText.of(weather.fall().rain())
                        + ", snow_mm_per_h: "
                        + DecimalText.of(weather.fall().snow())
                        + ", wind: "
                        + DecimalText.of(weather.fall().wind())
                        + ", wind_azimuth: "
                        + DecimalText.of(weather.fall().windAzimuth())
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

  private void labels() {
    LabelRules rules = frame.labels();
    add(
        "labels: {annotators: "
            + scene.annotators().text()
            + ", float_files: "
            + scene.annotators().floatFiles().name().toLowerCase(Locale.ROOT)
            + ", depth: {max: "
            + DecimalText.of(rules.depthMax())
            + "}, drop: {min_pixels: "
            + rules.minPixels()
            + ", min_visible_fraction: "
            + DecimalText.of(rules.minVisibleFraction())
            + ", max_truncation: "
            + DecimalText.of(rules.maxTruncation())
            + ", min_piece_share: "
            + DecimalText.of(rules.minPieceShare())
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
              + SceneText.quoted(level.factor())
              + (discrete
                  ? ": {" + SceneText.quoted(level.level()) + ": {}}"
                  : ": {uniform: [" + level.level() + ", " + level.level() + "]}"));
    }
    frame.context().split().ifPresent(part -> add("split: {" + SceneText.quoted(part) + ": 1}"));
  }

  private void add(String line) {
    lines.add(line);
  }
}
