package org.diorama.scenefile.grammar.object;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diorama.core.scene.NamedPoint;
import org.diorama.scenefile.grammar.kind.Key;
import org.diorama.scenefile.grammar.kind.Kind;
import org.diorama.scenefile.grammar.kind.NamedMapKind;
import org.diorama.scenefile.grammar.kind.NumberKind;
import org.diorama.scenefile.grammar.kind.NumberRange;
import org.diorama.scenefile.grammar.kind.Reading;
import org.diorama.scenefile.grammar.kind.Schema;
import org.diorama.scenefile.grammar.kind.WrittenVectorKind;
import org.diorama.scenefile.yaml.YamlNode;

/** A point of an object's asset, {@code [x, y, z]}; its name is the step of the path. */
record KeypointKind() implements Kind<NamedPoint> {
  private static final WrittenVectorKind POSITION =
      new WrittenVectorKind(new NumberKind(NumberRange.COORDINATE, "m"));

  /** Keypoints of an object, by name. */
  static final Key<List<NamedPoint>> KEY =
      Key.optional(
              "keypoints",
              new NamedMapKind<>("a keypoint", new KeypointKind(), true),
              "Named points on its surface for the annotator keypoints, in place of those of its"
                  + " asset: in the asset's own axes, before scale and size.")
          .example("{hole_left: [0.12, 0, 0.03], hole_right: [-0.12, 0, 0.03]}");

  @Override
  public String expected() {
    return POSITION.expected();
  }

  @Override
  public Map<String, Object> schema(Schema schema) {
    return POSITION.schema(schema);
  }

  @Override
  public String unit() {
    return POSITION.unit();
  }

  @Override
  public Optional<NamedPoint> read(YamlNode node, String path, Reading reading) {
    String name = path.substring(path.lastIndexOf('.') + 1);
    return POSITION.read(node, path, reading).map(position -> new NamedPoint(name, position));
  }
}
