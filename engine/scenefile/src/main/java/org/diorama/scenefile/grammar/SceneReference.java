package org.diorama.scenefile.grammar;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.diorama.core.scene.Annotator;
import org.diorama.core.scene.LabelFile;
import org.diorama.scenefile.grammar.distribution.Family;
import org.diorama.scenefile.grammar.distribution.Palettes;
import org.diorama.scenefile.grammar.distribution.ParameterKind;
import org.diorama.scenefile.grammar.distribution.Parameters;
import org.diorama.scenefile.grammar.kind.Key;
import org.diorama.scenefile.grammar.kind.Kind;
import org.diorama.scenefile.grammar.kind.MapKind;
import org.diorama.scenefile.grammar.kind.NamedMapKind;
import org.diorama.scenefile.grammar.object.ChildrenKind;

/** The reference of every key of a scene as Markdown, made from the table of keys. */
public final class SceneReference {
  private static final String HEAD =
      "| key | means | value | default | example |\n|---|---|---|---|---|\n";

  private final StringBuilder text = new StringBuilder();

  private SceneReference() {}

  /** The text of the page, the same in every process. */
  public static String markdown() {
    SceneReference reference = new SceneReference();
    reference.text.append(prose("introduction")).append("\n");
    reference.distributions();
    for (String part : List.of("draws", "factors", "files")) {
      reference.text.append('\n').append(prose(part));
    }
    reference.text.append("\n## The scene\n\n");
    reference.table("", SceneKeys.KIND);
    reference.annotators();
    return reference.text.toString();
  }

  /** The ways to write a distribution, by the type of the value. */
  private void distributions() {
    text.append(
        "## Distributions\n\nWhere a value is \"or a distribution\", one of these may stand.\n");
    for (ParameterKind<?> kind : Parameters.kinds()) {
      text.append("\n### Of ").append(kind.noun()).append("s\n\n| written | draws |\n|---|---|\n");
      for (Family<?> family : kind.families()) {
        text.append("| " + code(family.example()) + " | " + family.doc() + " |\n");
      }
    }
    text.append("\nPalettes that ship: " + String.join(", ", Palettes.shipped()) + ".\n");
  }

  private void annotators() {
    text.append("\n## Annotators\n\n")
        .append(prose("annotators"))
        .append("\n| name | means | unit | shape | type | where there is nothing | files |\n")
        .append("|---|---|---|---|---|---|---|\n");
    for (Annotator annotator : Annotator.values()) {
      text.append(
          String.join(
              " | ",
              "| " + code(annotator.text()),
              annotator.means(),
              annotator.unit(),
              annotator.shape(),
              annotator.type(),
              annotator.background(),
              annotator.files().stream()
                      .map(LabelFile::example)
                      .map(SceneReference::code)
                      .collect(Collectors.joining(", "))
                  + " |\n"));
    }
  }

  private static String prose(String part) {
    try (InputStream in = SceneReference.class.getResourceAsStream("reference-" + part + ".md")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A table of some keys, then a section for each key that is a map itself. */
  private void table(String path, Kind<?> map) {
    text.append(HEAD);
    map.keys().forEach(this::row);
    if (!map.unsupported().isEmpty()) {
      text.append("\nRefused, since this version can't draw them: ")
          .append(
              map.unsupported().stream()
                  .map(SceneReference::code)
                  .collect(Collectors.joining(", ")))
          .append(".\n");
    }
    for (Key<?> key : map.keys()) {
      String at = MapKind.join(path, key.name());
      section(at, key.kind());
      if (!(key.kind() instanceof ChildrenKind)) {
        // Children have the keys of objects.
        named(at, key.kind());
      }
    }
  }

  private void named(String path, Kind<?> kind) {
    kind.named()
        .ifPresent(
            item -> {
              section(path + ".NAME", item);
              named(path + ".NAME", item);
            });
  }

  private void section(String path, Kind<?> map) {
    if (!map.keys().isEmpty()) {
      text.append("\n## `").append(path).append("`\n\n");
      table(path, map);
    }
  }

  private void row(Key<?> key) {
    boolean map = key.kind() instanceof MapKind<?> || key.kind() instanceof NamedMapKind<?>;
    String value = map ? "a map, see below" : key.kind().expected();
    String standard = key.defaultYaml().map(SceneReference::code).orElse("");
    text.append(
        String.join(
            " | ",
            "| " + code(key.name()),
            key.doc(),
            value,
            key.required() ? "required" : standard,
            key.example().map(SceneReference::code).orElse("") + " |\n"));
  }

  private static String code(String yaml) {
    return "`" + yaml + "`";
  }
}
