package org.diorama.scenefile.grammar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.diorama.core.files.ModelFolders;
import org.diorama.scenefile.diagnostic.Problems;
import org.diorama.scenefile.yaml.YamlNode;
import org.diorama.scenefile.yaml.YamlTreeReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the table of keys says of itself holds, key by key. */
class KeyTableTest {
  private static final List<Class<?>> TABLES =
      List.of(
          SceneKeys.class,
          ImageKeys.class,
          CategoryKeys.class,
          CameraKeys.class,
          PoseKeys.class,
          ShellKeys.class,
          TrajectoryKeys.class,
          WayKeys.class,
          LensKeys.class,
          CameraImageKeys.class,
          ConstraintKeys.class,
          RigKeys.class,
          SequenceKeys.class,
          MotionKeys.class,
          LightingKeys.class,
          SunKeys.class,
          DateKind.class,
          MoonKeys.class,
          CloudKeys.class,
          SkyKeys.class,
          AtmosphereKeys.class,
          LampKeys.class,
          LampShapeKeys.class,
          ObjectKeys.class,
          KeypointKind.class,
          BoneKind.class,
          AssetKeys.class,
          AreaKeys.class,
          SettleKeys.class,
          MaterialKeys.class,
          SurfaceFinishKeys.class,
          BuiltKeys.class,
          OpeningKeys.class,
          LabelKeys.class,
          FactorKeys.class);

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

  static Stream<Row> rows() throws IllegalAccessException {
    List<Row> rows = new ArrayList<>();
    for (Class<?> table : TABLES) {
      for (Field field : table.getDeclaredFields()) {
        if (Modifier.isStatic(field.getModifiers()) && field.getType() == Key.class) {
          field.setAccessible(true);
          rows.add(new Row(table.getSimpleName(), (Key<?>) field.get(null)));
        }
      }
    }
    assertTrue(rows.size() > 50, "only " + rows.size() + " keys");
    return rows.stream();
  }
}
