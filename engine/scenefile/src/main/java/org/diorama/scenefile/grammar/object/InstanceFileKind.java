package org.diorama.scenefile.grammar.object;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.diorama.core.scene.GivenInstance;
import org.diorama.scenefile.grammar.kind.Kind;
import org.diorama.scenefile.grammar.kind.Reading;
import org.diorama.scenefile.grammar.kind.Schema;
import org.diorama.scenefile.yaml.YamlNode;

/** The name of a file of instances. They take its place before values are read. */
record InstanceFileKind() implements Kind<List<GivenInstance>> {
  private static final Pattern NAME =
      Pattern.compile("[^$\\x00-\\x1f\\x7f][^\\x00-\\x1f\\x7f]*[.]jsonl");

  static boolean isName(YamlNode node) {
    return node instanceof YamlNode.Scalar text && NAME.matcher(text.text()).matches();
  }

  @Override
  public String expected() {
    return "the name of a file of them, NAME.jsonl";
  }

  @Override
  public Map<String, Object> schema(Schema schema) {
    return Schema.of("type", "string", "pattern", "^(?:" + NAME + ")$");
  }

  @Override
  public Optional<List<GivenInstance>> read(YamlNode node, String path, Reading reading) {
    if (isName(node)) {
      reading.problem(
          node.location(),
          path,
          "files of instances are read where scene files name them, not options",
          "Write the name in the scene.");
    } else {
      reading.wrongType(node, path, InstanceKeys.INSTANCES.kind());
    }
    return Optional.empty();
  }
}
