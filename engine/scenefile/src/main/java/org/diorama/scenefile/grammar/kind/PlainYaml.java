package org.diorama.scenefile.grammar.kind;

import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** Short YAML of our own as maps, lists, texts, flags and numbers. */
final class PlainYaml {
  private PlainYaml() {}

  static Object value(String yaml) {
    return new Load(LoadSettings.builder().setSchema(new CoreSchema()).build())
        .loadFromString(yaml);
  }
}
