package org.diorama.scenefile.grammar.object;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.diorama.core.math.Affine3;
import org.diorama.core.random.DrawSite;
import org.diorama.core.scene.Attachment;
import org.diorama.core.scene.GivenInstance;
import org.diorama.core.scene.MaterialDescription;
import org.diorama.core.scene.MotionDescription;
import org.diorama.core.scene.VectorParameter;
import org.diorama.scenefile.grammar.distribution.Parameters;
import org.diorama.scenefile.grammar.distribution.VectorKind;
import org.diorama.scenefile.grammar.kind.Key;
import org.diorama.scenefile.grammar.kind.MapKind;
import org.diorama.scenefile.grammar.kind.NamedMapKind;
import org.diorama.scenefile.grammar.kind.NumberRange;
import org.diorama.scenefile.grammar.kind.ScalarOrMapKind;
import org.diorama.scenefile.grammar.kind.Schema;
import org.diorama.scenefile.grammar.kind.TextKind;
import org.diorama.scenefile.grammar.kind.TransformKind;
import org.diorama.scenefile.grammar.kind.Values;
import org.diorama.scenefile.grammar.kind.WholeKind;
import org.diorama.scenefile.grammar.material.MaterialKeys;
import org.diorama.scenefile.grammar.motion.MotionKeys;
import org.diorama.scenefile.yaml.YamlNode;

/** Keys of one entry of an object's {@code instances}. */
public final class InstanceKeys {
  private static final int MOST_ASSETS = 10_000;
  private static final int MOST_LEVELS_OF_DETAIL = 100;

  /** Numbers from the outermost parent's group to its own. */
  private static final TextKind NUMBERS =
      new TextKind(
          "its number in its group, below a parent after the parent's and a dash, such as 3-0",
          Pattern.compile("[0-9]{1,5}(?:-[0-9]{1,5}){0,3}"));

  static final Key<Long> ASSET =
      Key.withDefault(
              "asset",
              new WholeKind(0, MOST_ASSETS),
              "0",
              "Which of the assets that the object lists, counted from 0.")
          .example("2");
  static final Key<Attachment> ATTACH =
      Key.optional(
          "attach",
          AttachKeys.KIND,
          "The instance in whose frame it stands, where that is not its parent.");
  static final Key<Affine3> TRANSFORM =
      Key.required(
              "transform",
              new TransformKind(false),
              "Its exact pose; with scale, unless that stands beside it.")
          .example("[0, -1, 0, 2, 1, 0, 0, 3, 0, 0, 1, 0]");
  static final Key<VectorParameter> SCALE =
      Key.optional(
              "scale",
              new VectorKind(Parameters.perInstance(new NumberRange(1e-6, 1e6), ""), true),
              "Factors along the asset's axes.")
          .example("[1, 1, 0.5]");
  static final Key<Long> LEVEL =
      Key.optional(
              "level",
              new WholeKind(0, MOST_LEVELS_OF_DETAIL),
              "Level of detail of its asset, 0 the finest; without it the one that fits.")
          .example("1");
  static final Key<MaterialDescription> MATERIAL =
      Key.withDefault("material", MaterialKeys.KIND, "{}", "Changes to its surface.");
  static final Key<List<MaterialDescription.Part>> MATERIALS =
      Key.optional(
          "materials",
          new NamedMapKind<>("a material", MaterialKeys.PART, true),
          "Changes to single materials of a built asset, by name.");
  static final Key<MotionDescription> MOTION =
      Key.optional(
          "motion", MotionKeys.KIND, "How it moves through a sequence from there, save along.");

  private static final List<Map<String, Object>> RULES =
      List.of(
          Schema.of(
              "properties",
              Schema.of("motion", Schema.of("properties", Schema.of("along", false)))));

  static final Key<List<GivenInstance>> INSTANCES =
      Key.optional(
          "instances",
          new ScalarOrMapKind<>(
              new InstanceFileKind(),
              new NamedMapKind<>(
                      "an instance",
                      new MapKind<>(
                          List.of(
                              ASSET, ATTACH, TRANSFORM, SCALE, LEVEL, MATERIAL, MATERIALS, MOTION),
                          RULES,
                          InstanceKeys::instance),
                      true)
                  .withNames(NUMBERS)),
          "Exactly these instances in this order, by their numbers, instead of count, places and"
              + " draws; explain --frame writes them. Where they are many, the name of a file"
              + " NAME.jsonl beside this one with the same entries as JSON, one a line such as"
              + " {\"0\": {\"transform\": [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0]}}.");

  private InstanceKeys() {}

  /** Whether a key of an object names a file of instances. */
  public static boolean isFile(YamlNode.Entry key) {
    return key.key().equals(INSTANCES.name()) && InstanceFileKind.isName(key.value());
  }

  private static Optional<GivenInstance> instance(Values values) {
    if (values.find(MOTION).filter(MotionDescription.AlongPath.class::isInstance).isPresent()) {
      values.problem(
          MOTION, "it stands on no path that it could follow", "Write poses, or another motion.");
      return Optional.empty();
    }
    if (values.has(SCALE) && !TransformKind.isRigid(values.get(TRANSFORM))) {
      values.problem(
          SCALE, "the transform beside it scales, too", "Write a rigid one, or leave this out.");
      return Optional.empty();
    }
    return site(values)
        .map(
            site ->
                new GivenInstance(
                    site,
                    values.get(ASSET).intValue(),
                    values.find(ATTACH),
                    values.get(TRANSFORM),
                    values.find(SCALE),
                    values.find(LEVEL).map(Long::intValue),
                    values.get(MATERIAL).withParts(values.find(MATERIALS).orElse(List.of())),
                    values.find(MOTION)));
  }

  /** The name of an instance's entry. */
  public static String numbers(DrawSite site) {
    DrawSite parent = site.parent();
    String number = Integer.toString(site.index());
    return parent.equals(DrawSite.WHOLE) ? number : numbers(parent) + "-" + number;
  }

  private static Optional<DrawSite> site(Values values) {
    DrawSite site = DrawSite.WHOLE;
    for (String number : values.name().split("-")) {
      if (Integer.parseInt(number) >= DrawSite.MOST_INSTANCES) {
        values.problem(
            number + " is out of range", "Count from 0 to " + (DrawSite.MOST_INSTANCES - 1) + ".");
        return Optional.empty();
      }
      site = site.child(Integer.parseInt(number));
    }
    return Optional.of(site);
  }
}
