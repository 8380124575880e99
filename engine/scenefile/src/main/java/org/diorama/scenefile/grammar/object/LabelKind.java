package org.diorama.scenefile.grammar.object;

import java.util.Map;
import java.util.Optional;
import org.diorama.core.scene.LabelChoice;
import org.diorama.scenefile.grammar.kind.Kind;
import org.diorama.scenefile.grammar.kind.Reading;
import org.diorama.scenefile.grammar.kind.Schema;
import org.diorama.scenefile.grammar.kind.TextKind;
import org.diorama.scenefile.yaml.YamlNode;

/** The category that an object is labelled as, {@code parent} or {@code none}. */
public record LabelKind() implements Kind<LabelChoice> {
  public static final String UNLABELLED = "none";
  public static final String PART = "parent";
  private static final TextKind NAME =
      new TextKind("a category of the scene, parent or none", TextKind.STEP);

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
    return NAME.read(node, path, reading).map(word -> choice(word, path, reading));
  }

  private static LabelChoice choice(String word, String path, Reading reading) {
    if (word.equals(UNLABELLED)) {
      return new LabelChoice.None();
    }
    if (word.equals(PART)) {
      return new LabelChoice.Parent();
    }
    reading.useCategory(path, word);
    return new LabelChoice.As(word);
  }
}
