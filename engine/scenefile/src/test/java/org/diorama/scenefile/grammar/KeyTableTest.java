package org.diorama.scenefile.grammar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.diorama.core.files.ModelFolders;
import org.diorama.scenefile.diagnostic.Problems;
import org.diorama.scenefile.grammar.kind.Key;
import org.diorama.scenefile.grammar.kind.Reading;
import org.diorama.scenefile.yaml.YamlNode;
import org.diorama.scenefile.yaml.YamlTreeReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the table of keys says of itself holds, key by key. */
class KeyTableTest {
  record Row(String table, Key<?> key) {
    @Override
    public String toString() {
      return table + "." + key.name();
    }
  }

  @ParameterizedTest
  @MethodSource("rows")
  void isDocumented(Row row) {
    String doc = row.key().doc();
    assertTrue(doc.matches("[A-Z0-9x][^\n]+\\."), doc);
    assertTrue(row.key().name().matches("[a-z][a-z_]*"), row.key().name());
    assertFalse(row.key().kind().expected().isBlank());
    assertFalse(row.key().required() && row.key().defaultYaml().isPresent());
  }

  @ParameterizedTest
  @MethodSource("rows")
  void hasADefaultThatItsOwnKindReads(Row row) {
    row.key().defaultYaml().ifPresent(yaml -> assertSound(row.key(), yaml));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void hasAnExampleThatItsOwnKindReads(Row row) {
    Key<?> key = row.key();
    key.example().ifPresent(yaml -> assertSound(key, yaml));
    boolean section = !key.kind().keys().isEmpty() || key.kind().named().isPresent();
    boolean oneValue = key.kind().expected().equals(key.defaultYaml().orElse(""));
    assertTrue(key.example().isPresent() || section || oneValue, "no example");
    assertFalse(key.example().isPresent() && key.example().equals(key.defaultYaml()));
  }

  private static void assertSound(Key<?> key, String text) {
    Problems problems = new Problems();
    byte[] yaml = text.getBytes(StandardCharsets.UTF_8);
    Optional<YamlNode> node = YamlTreeReader.read("key", yaml, problems);
    Reading reading = new Reading(ModelFolders.of(Path.of("."), List.of()), problems);
    assertTrue(key.kind().read(node.orElseThrow(), "key", reading).isPresent());
    assertEquals(List.of(), problems.findings().lines());
  }

  static Stream<Row> rows() throws IOException, ReflectiveOperationException, URISyntaxException {
    List<Row> rows = new ArrayList<>();
    for (Class<?> table : classesOfTheTable()) {
      for (Field field : table.getDeclaredFields()) {
        if (Modifier.isStatic(field.getModifiers()) && field.getType() == Key.class) {
          field.setAccessible(true);
          rows.add(new Row(table.getSimpleName(), (Key<?>) field.get(null)));
        }
      }
    }
    assertTrue(rows.size() > 300, "only " + rows.size() + " keys");
    return rows.stream();
  }

  /** All classes of the package and those below it, so that no key is left out. */
  private static List<Class<?>> classesOfTheTable()
      throws IOException, ReflectiveOperationException, URISyntaxException {
    String outer = SceneKeys.class.getPackageName();
    Path folder = Path.of(SceneKeys.class.getResource("SceneKeys.class").toURI()).getParent();
    List<Class<?>> classes = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted().toList()) {
        String name = folder.relativize(file).toString().replace('/', '.');
        if (name.endsWith(".class")) {
          classes.add(Class.forName(outer + "." + name.replaceFirst("\\.class$", "")));
        }
      }
    }
    return classes;
  }
}
