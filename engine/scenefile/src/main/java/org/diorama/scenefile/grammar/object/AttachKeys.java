package org.diorama.scenefile.grammar.object;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.diorama.core.random.DrawSite;
import org.diorama.core.scene.Attachment;
import org.diorama.scenefile.grammar.kind.Key;
import org.diorama.scenefile.grammar.kind.Kind;
import org.diorama.scenefile.grammar.kind.MapKind;
import org.diorama.scenefile.grammar.kind.NamingKind;
import org.diorama.scenefile.grammar.kind.Reading;
import org.diorama.scenefile.grammar.kind.ScalarOrMapKind;
import org.diorama.scenefile.grammar.kind.Schema;
import org.diorama.scenefile.grammar.kind.TextKind;
import org.diorama.scenefile.grammar.kind.Values;
import org.diorama.scenefile.grammar.kind.WholeKind;
import org.diorama.scenefile.yaml.YamlNode;

/** The instance that an object is attached to: the name of its group, or keys. */
public final class AttachKeys {
  /** Names of objects, those of children after their parents' and a dot. */
  public static final Pattern GROUP =
      Pattern.compile(TextKind.STEP.pattern() + "(?:\\." + TextKind.STEP.pattern() + "){0,3}");

  /** One such name. */
  public static final Kind<String> NAME =
      new NamingKind<>(
          new TextKind("the name of an object", GROUP),
          (reading, path, group) -> reading.useObject(path, group));

  static final Key<String> TO =
      Key.required("to", NAME, "The object; one that is a child after its parents and dots.")
          .example("shelf.facing");
  static final Key<Long> INSTANCE =
      Key.withDefault(
              "instance",
              new WholeKind(0, DrawSite.MOST_INSTANCES),
              "0",
              "Which of its instances in the frame, in their order.")
          .example("2");

  public static final Kind<Attachment> KIND =
      new ScalarOrMapKind<>(new NameKind(), new MapKind<>(List.of(TO, INSTANCE), AttachKeys::read));

  private AttachKeys() {}

  private static Optional<Attachment> read(Values values) {
    return Optional.of(new Attachment(values.get(TO), values.get(INSTANCE).intValue()));
  }

  /** The first instance of an object. */
  private record NameKind() implements Kind<Attachment> {
    @Override
    public String expected() {
      return NAME.expected();
    }

    @Override
    public Map<String, Object> schema(Schema schema) {
      return NAME.schema(schema);
    }

    @Override
    public Optional<Attachment> read(YamlNode node, String path, Reading reading) {
      Optional<String> name = NAME.read(node, path, reading.withoutResolving());
      name.ifPresent(
          group -> {
            reading.resolve(MapKind.join(path, TO.name()), group);
            reading.resolve(MapKind.join(path, INSTANCE.name()), "0");
          });
      return name.map(group -> new Attachment(group, 0));
    }
  }
}
