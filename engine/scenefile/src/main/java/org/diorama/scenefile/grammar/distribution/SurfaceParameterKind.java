package org.diorama.scenefile.grammar.distribution;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diorama.core.scene.Distribution;
import org.diorama.core.scene.Scope;
import org.diorama.core.surface.SurfaceKind;
import org.diorama.scenefile.grammar.kind.OneOfKind;
import org.diorama.scenefile.grammar.kind.Reading;
import org.diorama.scenefile.grammar.kind.Schema;
import org.diorama.scenefile.yaml.YamlNode;

/** A kind of procedural surface that may be randomized. */
public final class SurfaceParameterKind extends ParameterKind<SurfaceKind> {
  private static final OneOfKind<SurfaceKind> WORDS = OneOfKind.constants(SurfaceKind.class);

  SurfaceParameterKind(List<Scope> scopes) {
    super(scopes);
  }

  @Override
  public String expected() {
    return WORDS.expected() + " or a distribution";
  }

  @Override
  String draw() {
    return "a surface";
  }

  @Override
  public String noun() {
    return "surface";
  }

  @Override
  List<Family<SurfaceKind>> makeFamilies() {
    return List.of(
        SharedFamilies.choice(this, "{choice: {asphalt: 3, concrete: 1}}"),
        SharedFamilies.sequence(this, "{sequence: [asphalt, concrete]}"),
        SharedFamilies.grid(this, "{grid: [asphalt, concrete]}"));
  }

  @Override
  SurfaceParameterKind unlimited() {
    return Parameters.ANY_SURFACE;
  }

  @Override
  Optional<String> misfit(Distribution<SurfaceKind> distribution) {
    return Optional.empty();
  }

  @Override
  String definition() {
    return "surface";
  }

  @Override
  public Map<String, Object> plainSchema(Schema schema) {
    return WORDS.schema(schema);
  }

  @Override
  Optional<Map<String, Object>> keySchema() {
    return Optional.of(WORDS.schema(null));
  }

  @Override
  Optional<Distribution<SurfaceKind>> plain(YamlNode node, String path, Reading reading) {
    return WORDS.read(node, path, this, reading.withoutResolving()).map(Distribution.Constant::new);
  }
}
