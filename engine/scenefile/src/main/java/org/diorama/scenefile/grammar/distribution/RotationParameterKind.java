package org.diorama.scenefile.grammar.distribution;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diorama.core.math.Rotation;
import org.diorama.core.scene.Distribution;
import org.diorama.core.scene.RotationDistribution;
import org.diorama.core.scene.Scope;
import org.diorama.scenefile.grammar.kind.OneOfKind;
import org.diorama.scenefile.grammar.kind.Reading;
import org.diorama.scenefile.grammar.kind.Schema;
import org.diorama.scenefile.yaml.YamlNode;

/** A rotation that may be randomized as one draw. */
final class RotationParameterKind extends ParameterKind<Rotation> {
  private static final OneOfKind<RotationDistribution> WORDS =
      new OneOfKind<>(Map.of("uniform_so3", new RotationDistribution.UniformRotation()));

  RotationParameterKind(List<Scope> scopes) {
    super(scopes);
  }

  @Override
  public String expected() {
    return "uniform_so3, or a distribution of rotations";
  }

  @Override
  String draw() {
    return "a rotation";
  }

  @Override
  public String noun() {
    return "rotation";
  }

  @Override
  List<Family<Rotation>> makeFamilies() {
    return List.of(
        RotationFamilies.uniform(),
        RotationFamilies.cone(),
        RotationFamilies.angles(),
        SharedFamilies.choice(this, "{choice: [{angles: {roll: 90}}, {angles: {pitch: 90}}]}"),
        SharedFamilies.sequence(this, "{sequence: [{angles: {yaw: 0}}, {angles: {yaw: 90}}]}"),
        SharedFamilies.grid(this, "{grid: [{angles: {yaw: 0}}, {angles: {yaw: 90}}]}"));
  }

  @Override
  RotationParameterKind unlimited() {
    return Parameters.ANY_ROTATION;
  }

  @Override
  Optional<String> misfit(Distribution<Rotation> distribution) {
    return Optional.empty();
  }

  @Override
  String definition() {
    return "rotation";
  }

  @Override
  Map<String, Object> plainSchema(Schema schema) {
    return WORDS.schema(schema);
  }

  @Override
  Optional<Map<String, Object>> keySchema() {
    return Optional.of(WORDS.schema(null));
  }

  @Override
  Optional<Distribution<Rotation>> plain(YamlNode node, String path, Reading reading) {
    return WORDS.read(node, path, this, reading.withoutResolving()).map(found -> found);
  }
}
