package org.diorama.scenefile.grammar;

import java.util.Map;
import java.util.Optional;
import org.diorama.core.scene.LabelChoice;
import org.diorama.scenefile.yaml.YamlNode;

/** The category that an object is labelled as, or {@code none}. */
record LabelKind() implements Kind<LabelChoice> {
  static final String UNLABELLED = "none";
  private static final TextKind NAME =
      new TextKind("a category of the scene, or none", TextKind.STEP);

  @Override
  public String expected() {
    return NAME.expected();
  }

  @Override
  public Map<String, Object> schema(Schema schema) {
    return NAME.schema(schema);
  }

  @Override
  public Optional<LabelChoice> read(YamlNode node, String path, Reading reading) {
    Optional<String> name = NAME.read(node, path, reading);
    name.filter(word -> !word.equals(UNLABELLED))
        .ifPresent(word -> reading.useCategory(path, word));
    return name.map(
        word -> word.equals(UNLABELLED) ? new LabelChoice.None() : new LabelChoice.As(word));
  }
}
