package org.diorama.scenefile.grammar.object;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diorama.core.NearestNames;
import org.diorama.core.scene.Bone;
import org.diorama.core.scene.NamedPoint;
import org.diorama.scenefile.grammar.kind.Key;
import org.diorama.scenefile.grammar.kind.Kind;
import org.diorama.scenefile.grammar.kind.ListKind;
import org.diorama.scenefile.grammar.kind.MapKind;
import org.diorama.scenefile.grammar.kind.Reading;
import org.diorama.scenefile.grammar.kind.Schema;
import org.diorama.scenefile.grammar.kind.Shown;
import org.diorama.scenefile.grammar.kind.TextKind;
import org.diorama.scenefile.grammar.kind.Values;
import org.diorama.scenefile.yaml.YamlNode;

/** A line between two keypoints, {@code [from, to]}. */
record BoneKind() implements Kind<Bone> {
  private static final int ENDS = 2;
  private static final int MOST = 1000;

  /** Which keypoints of an object belong together. */
  static final Key<List<Bone>> KEY =
      Key.optional(
              "skeleton",
              new ListKind<>("pairs of names of keypoints", new BoneKind(), 1, MOST),
              "Pairs of its keypoints that a line joins; all objects of one category have"
                  + " the same skeleton.")
          .example("[[hole_left, hole_right]]");

  @Override
  public String expected() {
    return "two names of keypoints, [FROM, TO]";
  }

  @Override
  public Map<String, Object> schema(Schema schema) {
    return Schema.list(TextKind.ANY_NAME.schema(schema), ENDS);
  }

  @Override
  public Optional<Bone> read(YamlNode node, String path, Reading reading) {
    if (!(node instanceof YamlNode.Sequence list) || list.items().size() != ENDS) {
      reading.problem(node, path, "found " + Shown.text(node.kind()), this);
      return Optional.empty();
    }
    List<String> ends = new ArrayList<>();
    for (YamlNode end : list.items()) {
      TextKind.ANY_NAME.read(end, path, reading.withoutResolving()).ifPresent(ends::add);
    }
    if (ends.size() < ENDS) {
      return Optional.empty();
    }
    reading.resolve(path, ends.toString());
    return Optional.of(new Bone(ends.get(0), ends.get(1)));
  }

  /** Whether the bones of an object join different points of it, each two once. */
  static boolean check(Values values) {
    List<Bone> bones = values.find(KEY).orElse(List.of());
    List<String> names =
        values.find(KeypointKind.KEY).orElse(List.of()).stream().map(NamedPoint::name).toList();
    boolean good = true;
    for (int i = 0; i < bones.size() && !names.isEmpty(); i++) {
      Bone bone = bones.get(i);
      String at = MapKind.join(KEY.name(), Integer.toString(i));
      for (String end : List.of(bone.from(), bone.to())) {
        if (!names.contains(end)) {
          values.problem(
              at, Shown.text(end) + " is no keypoint of it", NearestNames.advice(end, names));
          good = false;
        }
      }
      if (bone.from().equals(bone.to())) {
        values.problem(at, "it joins a point to itself", "Name two keypoints.");
        good = false;
      } else if (bones.subList(0, i).stream().anyMatch(bone::joinsAs)) {
        values.problem(at, "these two are joined already", "Remove it.");
        good = false;
      }
    }
    return good;
  }
}
