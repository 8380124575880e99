package org.diorama.scenefile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Spellings that are sound, and the canonical text of what they mean. */
class GoodValuesTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "0 | 0",
        "-0 | 0",
        "+7 | 7",
        ".5 | 0.5",
        "5. | 5",
        "1e2 | 100",
        "1.50E+1 | 15",
        "-12.25 | -12.25",
        "0.1 | 0.1",
        "{uniform: [-1, 1]} | uniform [-1, 1] per instance",
        "{uniform: {max: 2, min: 1}} | uniform [1, 2] per instance",
        "{uniform: [3, 3.0], per: frame} | uniform [3, 3] per frame",
        "{uniform_int: [1, 6]} | uniform_int [1, 6] per instance",
        "{uniform_int: {min: 1, max: 6}, per: dataset} | uniform_int [1, 6] per dataset",
        "{normal: [10, 2.5]} | normal [10, 2.5] per instance",
        "{normal: {mean: 10, deviation: 0}} | normal [10, 0] per instance",
        "{choice: [90]} | choice {90: 1} per instance",
        "{choice: [90, -90, 90]} | choice {90: 1, -90: 1, 90: 1} per instance",
        "{choice: {90: 1, 0: 2.5}} | choice {0: 2.5, 90: 1} per instance",
        "{choice: [{normal: [0, 1]}, {choice: [5, 6]}]} |"
            + " choice {normal [0, 1]: 1, choice {5: 1, 6: 1}: 1} per instance",
      })
  void numbers(String yaml, String canonical) {
    assertEquals(canonical, resolved("yaw: " + yaml, "yaw"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'#ffffff' | [1, 1, 1]",
        "'#FF0000' | [1, 0, 0]",
        "[0.25, 0.5, 1] | [0.25, 0.5, 1]",
        "{uniform: ['#000000', [1, 1, 0.5]]} | uniform [[0, 0, 0], [1, 1, 0.5]] per instance",
        "{choice: {'#ffffff': 2, '#000000': 1}, per: frame} |"
            + " choice {[0, 0, 0]: 1, [1, 1, 1]: 2} per frame",
      })
  void colors(String yaml, String canonical) {
    assertEquals(
        canonical, resolved("material: {base_color: " + yaml + "}", "material.base_color"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "3 | 3",
        "3.0 | 3",
        "{uniform_int: [0, 4]} | uniform_int [0, 4] per sequence",
        "{choice: {0: 9, 1: 1}, per: dataset} | choice {0: 9, 1: 1} per dataset",
      })
  void counts(String yaml, String canonical) {
    assertEquals(canonical, resolved("count: " + yaml, "count"));
  }

  private String resolved(String entry, String key) {
    SceneReading reading =
        SceneText.read(
            folder,
            SceneText.MINIMAL.replace(
                "objects: {}",
                "objects: {a: {asset: {primitive: box}, label: none, " + entry + "}}"));
    reading.sceneOrThrow();
    return reading.resolvedKeys().get("objects.a." + key);
  }
}
