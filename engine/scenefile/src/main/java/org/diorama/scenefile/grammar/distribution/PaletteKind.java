package org.diorama.scenefile.grammar.distribution;

import java.util.Map;
import java.util.Optional;
import org.diorama.core.math.LinearColor;
import org.diorama.core.scene.Distribution;
import org.diorama.scenefile.grammar.kind.ColorKind;
import org.diorama.scenefile.grammar.kind.Kind;
import org.diorama.scenefile.grammar.kind.NumberRange;
import org.diorama.scenefile.grammar.kind.Reading;
import org.diorama.scenefile.grammar.kind.Schema;
import org.diorama.scenefile.yaml.YamlNode;

/** The colors of a palette, as a choice among them; it refers to no definitions. */
public final class PaletteKind implements Kind<Distribution<LinearColor>> {
  private static final ColorParameterKind COLOR =
      new ColorParameterKind(new ColorKind(NumberRange.UNIT_INTERVAL, true), Parameters.ANYWHERE);

  @Override
  public String expected() {
    return "a list of colors, or a map from each color to its weight";
  }

  @Override
  public Map<String, Object> schema(Schema schema) {
    return ChoiceReader.schema(COLOR, schema);
  }

  @Override
  public Optional<Distribution<LinearColor>> read(YamlNode node, String path, Reading reading) {
    return ChoiceReader.read(COLOR, node, path, reading.withoutNames());
  }
}
