package org.diorama.scenefile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.diorama.core.math.Vec3;
import org.diorama.core.sample.FactorLevel;
import org.diorama.core.sample.SampledFrame;
import org.diorama.core.sample.frame.FrameSampler;
import org.diorama.core.scene.Counterfactuals;
import org.diorama.core.scene.Factor;
import org.diorama.core.scene.SceneDescription;
import org.diorama.core.scene.SceneVariants;
import org.diorama.core.scene.SkyDescription;
import org.diorama.core.scene.SplitDescription;
import org.diorama.scenefile.grammar.SceneKeys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Factors, balance, counterfactuals and splits, and the variants that levels make of a scene. */
class FactorsTest {
  private static final String SCENE =
      """
      version: 1
      name: factors
      seed: 3
      camera: {at: [0, -6, 2], look_at: [0, 0, 0]}
      factors:
        time:
          day: {weight: 3}
          night: {weight: 1, set: {lighting: {sun: none, sky: {illuminance: 5}}}}
        crowd:
          few: {}
          many: {set: {objects: {boxes: {count: 9}, more: {like: boxes, yaw: 45}}}}
        wetness: {uniform: [0, 1]}
      balance: [time]
      counterfactuals: {vary: [time], twins: 1}
      split: {train: 0.75, val: 0.25, by: sequence}
      objects:
        boxes: {asset: {primitive: box}, label: none, count: 2}
      """;

  @TempDir private Path folder;

  @Test
  void areReadAsWritten() {
    SceneDescription scene = SceneText.scene(folder, SCENE);
    assertEquals(
        new Factor.Discrete(
            "time", List.of(new Factor.Level("day", 3), new Factor.Level("night", 1))),
        scene.factors().get(0));
    assertEquals(
        new Factor.Discrete(
            "crowd", List.of(new Factor.Level("few", 1), new Factor.Level("many", 1))),
        scene.factors().get(1));
    assertEquals("factors.wetness", scene.factors().get(2).path());
    assertTrue(scene.factors().get(2) instanceof Factor.Continuous);
    assertEquals(List.of("time"), scene.balance());
    assertEquals(new Counterfactuals(List.of("time"), 1), scene.counterfactuals());
    assertEquals(
        new SplitDescription(
            List.of(
                new SplitDescription.Share("train", 0.75), new SplitDescription.Share("val", 0.25)),
            SplitDescription.Unit.SEQUENCE),
        scene.split());
  }

  @Test
  void levelsLieOverTheScene() {
    SceneVariants variants = SceneText.read(folder, SCENE).variantsOrThrow();
    SceneDescription day = variants.at(Map.of("time", "day", "crowd", "few"));
    SceneDescription night = variants.at(Map.of("time", "night", "crowd", "many"));
    assertTrue(day.lighting().sun().isPresent());
    assertTrue(night.lighting().sun().isEmpty());
    assertEquals(1, day.objects().size());
    assertEquals(
        List.of("boxes", "more"), night.objects().stream().map(each -> each.name()).toList());
    assertEquals(
        "lighting.sky.illuminance",
        ((SkyDescription.Gradient) night.lighting().sky()).illuminance().path().toString());
    assertSame(night, variants.at(Map.of("crowd", "many", "time", "night")));
    assertEquals(variants.base(), variants.at(Map.of()).toBuilder().build());
  }

  @Test
  void theFramesHaveTheLevelsTheyReport() {
    SceneReading reading = SceneText.read(folder, SCENE);
    FrameSampler sampler = new FrameSampler(reading.variantsOrThrow(), new SizedFacts());
    Set<List<FactorLevel>> seen = new HashSet<>();
    for (long frame = 0; frame < 80; frame++) {
      SampledFrame sampled = sampler.sample(frame);
      Map<String, String> levels = new TreeMap<>();
      sampled.context().factors().forEach(each -> levels.put(each.factor(), each.level()));
      assertEquals(levels.get("time").equals("day"), sampled.lighting().sun().isPresent());
      assertEquals(levels.get("crowd").equals("few") ? 2 : 18, sampled.nodes().size());
      seen.add(sampled.context().factors().subList(0, 2));
    }
    assertEquals(4, seen.size());
  }

  @Test
  void aLevelCanHaveTheNameOfADistribution() {
    String yaml =
        SceneText.MINIMAL
            + "factors: {traffic: {normal: {}, sequence: {weight: 2}}, speed: {normal: [5, 1]}}\n";
    List<Factor> factors = SceneText.scene(folder, yaml).factors();
    assertTrue(factors.get(0) instanceof Factor.Discrete);
    assertTrue(factors.get(1) instanceof Factor.Continuous);
  }

  @Test
  void continuousFactorsAreNumbersThatOtherValuesName() {
    String yaml =
        SceneText.MINIMAL.replace("objects: {}", "")
            + """
            define: {twice: {product: [2, $wetness]}}
            factors: {wetness: {uniform: [0, 1]}, time: {day: {}, dusk: {set: {define: {twice: 5}}}}}
            counterfactuals: {vary: [wetness], twins: 2}
            objects:
              a: {asset: {primitive: box}, label: none, count: 2, at: [$wetness, $twice, 0]}
            """;
    SceneReading reading = SceneText.read(folder, yaml);
    FrameSampler sampler = new FrameSampler(reading.variantsOrThrow(), new SizedFacts());
    Set<Double> values = new HashSet<>();
    for (long frame = 0; frame < 30; frame++) {
      SampledFrame sampled = sampler.sample(frame);
      double wetness = Double.parseDouble(sampled.context().factors().get(0).level());
      boolean dusk = sampled.context().factors().get(1).level().equals("dusk");
      sampled
          .nodes()
          .forEach(
              node -> {
                Vec3 origin = node.worldFromObject().atLabelInstant().translation();
                assertEquals(wetness, origin.x());
                assertEquals(dusk ? 5 : 2 * wetness, origin.y(), 1e-15);
              });
      values.add(wetness);
    }
    assertEquals(30, values.size(), "drawn anew for each twin");
  }

  @Test
  void moreVariantsThanAnyoneWaitsForAreRefused() {
    StringBuilder yaml = new StringBuilder(SceneText.MINIMAL.replace("objects: {}", "factors:"));
    yaml.append("\n  one:");
    for (int level = 0; level < 200; level++) {
      yaml.append("\n    l" + level + ": {set: {lighting: {sun: {azimuth: 3}}}}");
    }
    yaml.append("\nobjects:");
    for (int object = 0; object < 400; object++) {
      yaml.append("\n  o" + object + ": {asset: {primitive: box}, label: none}");
    }
    assertEquals(
        List.of(
            "scene.yaml:6:3: factors: 200 levels change a scene of this size."
                + " Let fewer levels set something."),
        SceneText.says(folder, SceneText.read(folder, yaml.toString())));
  }

  @Test
  void levelsCopyOneAnother() {
    String yaml =
        SceneText.MINIMAL
            + "factors: {time: {day: {weight: 4, set: {lighting: {sun: none}}}, dusk: {like: day}}}\n";
    SceneVariants variants = SceneText.read(folder, yaml).variantsOrThrow();
    assertTrue(variants.at(Map.of("time", "dusk")).lighting().sun().isEmpty());
    assertEquals(4, ((Factor.Discrete) variants.base().factors().get(0)).levels().get(1).weight());
  }

  @Test
  void whatALevelChangesIsPartOfTheConfigurationAndHasItsPlace() {
    SceneReading reading = SceneText.read(folder, SCENE);
    Map<String, String> keys = reading.resolvedKeys();
    String night = "factors.time.night.set.lighting.sky.illuminance";
    assertEquals("5", keys.get(night));
    assertEquals("removed", keys.get("factors.time.night.set.lighting.sun.elevation"));
    assertEquals("9", keys.get("factors.crowd.many.set.objects.boxes.count"));
    assertEquals("day, night", keys.get("factors.time"));
    assertEquals("train, val", keys.get("split"));
    assertEquals(8, reading.locate(night).orElseThrow().line());
    assertEquals("lux", SceneKeys.unit(night));
    for (String[] change :
        new String[][] {
          {"illuminance: 5", "illuminance: 6"},
          {"count: 9", "count: 8"},
          {"weight: 3", "weight: 4"},
          {"val: 0.25", "dev: 0.25"},
          {"by: sequence", "by: asset"},
          {"sun: none, ", ""},
          {"balance: [time]", "balance: [crowd]"},
          {"twins: 1", "twins: 1, vary: [crowd]"},
        }) {
      String other = SCENE.replace(change[0], change[1]).replace("vary: [time], twins: 1, ", "");
      assertNotEquals(SCENE, other);
      assertNotEquals(keys, SceneText.read(folder, other).resolvedKeys(), change[1]);
    }
  }

  @Test
  void problemsOfLevelsLieInTheirOwnLines() {
    assertSays(
        """
        factors:
          time:
            night: {set: {lighting: {sun: {elevation: 100}, fog: 3}}}
            noon: {set: {objects: {a: {asset: {primitive: bax}, label: none}}}}
            gone: {set: {lighting: {sky: {zenit: null}}}}
        """,
        "7:47: lighting.sun.elevation: 100 is out of range. Write a number from -90 to 90 (degrees)"
            + " or a distribution.",
        "7:53: lighting: fog is not supported by this version. Remove it.",
        "8:51: objects.a.asset.primitive: unknown value bax. Did you mean box?",
        "9:35: lighting.sky: unknown key zenit. Did you mean zenith?");
  }

  @Test
  void pairsOfLevelsAreReadTogether() {
    assertSays(
        """
        lighting: {sun: {elevation: 10}}
        factors:
          a:
            one: {set: {objects: {x: {asset: {primitive: box}, label: none, at: [0, 0, 1]}}}}
          b:
            two: {set: {objects: {x: {area: {x: [0, 1], y: 0}}}}}
            three: {set: {lighting: {sun: none}}}
          c:
            four: {set: {lighting: {sun: {azimuth: 3}}}}
        """,
        "10:30: objects.x: none of asset, children, surfaces, interior is there. Add one of these"
            + " keys.",
        "10:31: objects.x.area: the factors a and b set at and objects.x.area. Let one factor"
            + " decide it.",
        "13:29: lighting.sun: the factors b and c both set lighting.sun. Let one factor decide"
            + " it.");
  }

  private void assertSays(String added, String... lines) {
    assertEquals(
        String.join("\n", lines),
        String.join("\n", SceneText.says(folder, SceneText.read(folder, SceneText.MINIMAL + added)))
            .replace("scene.yaml:", ""));
  }

  /** Of a large scene what can be read is, pairs first, and the rest is counted. */
  @Test
  void whatIsNotReadIsCounted() {
    StringBuilder yaml = new StringBuilder(SceneText.MINIMAL.replace("objects: {}", "objects:"));
    yaml.append("\n  o: {asset: {primitive: box}, label: none}\n");
    for (int i = 0; i < 120; i++) {
      yaml.append("  o" + i + ": {like: o, at: [{uniform: [0, 1]}, 0, 0]}\n");
    }
    yaml.append("factors:\n");
    for (int i = 0; i < 9; i++) {
      yaml.append("  f" + i + ": {no: {}, yes: {set: {objects: {o" + i + ": {yaw: 1}}}}}\n");
    }
    SceneReading reading = SceneText.read(folder, yaml.toString());
    reading.sceneOrThrow();
    // Of the 511 subsets of nine levels, nine are read alone and 36 are pairs.
    assertTrue(reading.unread() > 0);
    assertTrue(reading.unread() < 511 - 9 - 36, reading.unread() + " were not read");
    assertEquals(0, SceneText.read(folder, SCENE).unread());
  }
}
