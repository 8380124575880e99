package org.diorama.scenefile.grammar.object;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.diorama.core.math.DecimalText;
import org.diorama.core.math.Vec3;
import org.diorama.core.scene.NamedPoint;
import org.diorama.scenefile.grammar.kind.Key;
import org.diorama.scenefile.grammar.kind.Kind;
import org.diorama.scenefile.grammar.kind.NamedMapKind;
import org.diorama.scenefile.grammar.kind.NumberKind;
import org.diorama.scenefile.grammar.kind.NumberRange;
import org.diorama.scenefile.grammar.kind.PlainNumber;
import org.diorama.scenefile.grammar.kind.PlainVectorKind;
import org.diorama.scenefile.grammar.kind.Reading;
import org.diorama.scenefile.grammar.kind.Schema;
import org.diorama.scenefile.yaml.YamlNode;

/** A point of an object's asset, {@code [x, y, z]}; its name is the step of the path. */
record KeypointKind() implements Kind<NamedPoint> {
  private static final NumberKind COORDINATE = new NumberKind(NumberRange.COORDINATE, "m");
  private static final PlainVectorKind POSITION =
      new PlainVectorKind(new PlainNumber(NumberRange.COORDINATE, false, COORDINATE), 3);

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
  public Optional<NamedPoint> read(YamlNode node, String path, Reading reading) {
    String name = path.substring(path.lastIndexOf('.') + 1);
    Optional<NamedPoint> point =
        POSITION.read(node, path, reading).map(position -> new NamedPoint(name, position));
    point.ifPresent(read -> reading.resolve(path, text(read.position())));
    return point;
  }

  private static String text(Vec3 position) {
    return DoubleStream.of(position.x(), position.y(), position.z())
        .mapToObj(DecimalText::of)
        .collect(Collectors.joining(", ", "[", "]"));
  }
}
