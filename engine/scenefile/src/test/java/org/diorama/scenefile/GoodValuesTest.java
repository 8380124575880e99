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
        "{normal: [10, 2.5]} | normal [10, 2.5] min -3600 max 3600 per instance",
        "{normal: {mean: 10, deviation: 0}} | normal [10, 0] min -3600 max 3600 per instance",
        "{choice: [90]} | choice {90: 1} per instance",
        "{choice: [90, -90, 90]} | choice {90: 1, -90: 1, 90: 1} per instance",
        "{choice: {90: 1, 0: 2.5}} | choice {0: 2.5, 90: 1} per instance",
        "{choice: [{normal: [0, 1]}, {choice: [5, 6]}]} |"
            + " choice {normal [0, 1] min -3600 max 3600: 1, choice {5: 1, 6: 1}: 1} per instance",
        "{normal: {mean: 5, deviation: 2, min: 0}} | normal [5, 2] min 0 max 3600 per instance",
        "{normal: {mean: 5, deviation: 2, max: 6, min: 0}, per: parent} |"
            + " normal [5, 2] min 0 max 6 per parent",
        "{log_uniform: [0.1, 100]} | log_uniform [0.1, 100] per instance",
        "{log_uniform: {max: 2, min: 1}} | log_uniform [1, 2] per instance",
        "{sequence: [1, {uniform: [2, 3]}], per: frame} |"
            + " sequence [1, uniform [2, 3]] per frame",
        "{grid: [1, 2, 4]} | grid [1, 2, 4] per instance",
        "{grid: {values: [1, 2]}} | grid [1, 2] per instance",
        "{grid: {min: 0, max: 90, cells: 3}, per: sequence} |"
            + " grid [0, 90] cells 3 per sequence",
        "{grid: {min: 0, max: 90, cells: 3, joint: alone}} | grid [0, 90] cells 3 per instance",
        "{sum: [1, {uniform: [2, 3]}]} | sum [1, uniform [2, 3]] per instance",
        "{sum: [{normal: [0, 1]}]} | sum [normal [0, 1]] per instance",
        "{product: [2, {choice: [1, 3]}]} | product [2, choice {1: 1, 3: 1}] per instance",
        "{value: 5, jitter: 2} | sum [5, uniform [-2, 2]] per instance",
        "{jitter: {normal: [0, 1]}, value: {choice: [0, 90]}} |"
            + " sum [choice {0: 1, 90: 1}, normal [0, 1]] per instance",
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
        "{sequence: ['#ffffff', [0, 0, 1]]} | sequence [[1, 1, 1], [0, 0, 1]] per instance",
        "{kelvin: 6500} | kelvin 6500 per instance",
        "{kelvin: {uniform: [2000, 3000]}, per: dataset} |"
            + " kelvin uniform [2000, 3000] per dataset",
        "{value: '#ff0000', jitter: {hue: 5, brightness: {uniform: [-0.5, 0]}}} |"
            + " jitter [1, 0, 0] hue uniform [-5, 5] saturation uniform [0, 0]"
            + " brightness uniform [-0.5, 0] per instance",
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
        "{value: 4, jitter: 2} | sum [4, uniform_int [-2, 2]] per sequence",
        "{product: [2, {uniform_int: [0, 3]}]} | product [2, uniform_int [0, 3]] per sequence",
        "{grid: [0, 5]} | grid [0, 5] per sequence",
      })
  void counts(String yaml, String canonical) {
    assertEquals(canonical, resolved("count: " + yaml, "count"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{box: {min: [0, 0, 0], max: [1, 2, 0]}} | box [0, 0, 0] to [1, 2, 0] per instance",
        "{shell: {radius: 2}} | shell around [0, 0, 0] radius [2, 2] azimuth [0, 360]"
            + " elevation [-90, 90] per instance",
        "{shell: {around: [0, 0, 1], radius: [1, 2], azimuth: 30, elevation: [0, 90]}, per: frame} |"
            + " shell around [0, 0, 1] radius [1, 2] azimuth [30, 30] elevation [0, 90] per frame",
        "{disk: {radius: 2}} | disk around [0, 0, 0] radius [0, 2] normal [0, 0, 1] per instance",
        "{disk: {center: [1, 0, 0], radius: 2, inner: 1, normal: [0, 3, 0]}} |"
            + " disk around [1, 0, 0] radius [1, 2] normal [0, 1, 0] per instance",
        "{polygon: {points: [[0, 0], [1, 0], [0, 1]]}} |"
            + " polygon [[0, 0, 0], [1, 0, 0], [0, 1, 0]] per instance",
        "{path: [[0, 0, 0], [1, 0, 2]]} | path [[0, 0, 0], [1, 0, 2]] per instance",
        "{choice: [[0, 0, 0], [{uniform: [0, 1]}, 0, 2]]} |"
            + " choice {[0, 0, 0]: 1, [uniform [0, 1], 0, 2]: 1} per instance",
        "{value: [0, 0, 1], jitter: 0.5} | sum [[0, 0, 1], shell around [0, 0, 0] radius [0, 0.5]"
            + " azimuth [0, 360] elevation [-90, 90]] per instance",
        "{sum: [[0, 0, 1], {disk: {radius: 1}}]} | sum [[0, 0, 1],"
            + " disk around [0, 0, 0] radius [0, 1] normal [0, 0, 1]] per instance",
      })
  void points(String yaml, String canonical) {
    assertEquals(canonical, resolved("at: " + yaml, "at"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "uniform_so3 | uniform_so3 per instance",
        "{uniform_so3: {}, per: parent} | uniform_so3 per parent",
        "{cone: {angle: 20}} | cone [0, 0, 1] angle 20 spin uniform [0, 360] per instance",
        "{cone: {axis: [2, 0, 0], angle: 0, spin: {normal: [0, 5]}}} |"
            + " cone [1, 0, 0] angle 0 spin normal [0, 5] min -3600 max 3600 per instance",
        "{angles: {yaw: {uniform: [0, 90]}, roll: 90}} |"
            + " angles [uniform [0, 90], 0, 90] per instance",
        "{choice: {uniform_so3: 1}} | choice {uniform_so3: 1} per instance",
        "{choice: [{angles: {pitch: 90}}, uniform_so3], per: dataset} |"
            + " choice {angles [0, 90, 0]: 1, uniform_so3: 1} per dataset",
      })
  void rotations(String yaml, String canonical) {
    assertEquals(canonical, resolved("rotation: " + yaml, "rotation"));
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
