package org.diorama.scenefile.grammar.object;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.diorama.scenefile.grammar.kind.Kind;
import org.diorama.scenefile.grammar.kind.Reading;
import org.diorama.scenefile.grammar.kind.Schema;
import org.diorama.scenefile.grammar.kind.TextKind;
import org.diorama.scenefile.grammar.kind.TextsKind;
import org.diorama.scenefile.yaml.YamlNode;

/** Names of objects of the scene; those of children follow their parents' after a dot. */
record ObjectNamesKind() implements Kind<List<String>> {
  private static final TextsKind NAMES =
      new TextsKind(
          new TextKind(
              "the name of an object",
              Pattern.compile(TextKind.STEP + "(?:\\." + TextKind.STEP + "){0,3}")));

  @Override
  public String expected() {
    return NAMES.expected();
  }

  @Override
  public Map<String, Object> schema(Schema schema) {
    return NAMES.schema(schema);
  }

  @Override
  public Optional<List<String>> read(YamlNode node, String path, Reading reading) {
    Optional<List<String>> names = NAMES.read(node, path, reading);
    names.ifPresent(present -> reading.references().useOccluders(path, present));
    return names;
  }
}
