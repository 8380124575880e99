package org.diorama.scenefile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;
import org.diorama.core.sample.FrameSampler;
import org.diorama.core.sample.SampledNode;
import org.diorama.core.scene.SceneDescription;
import org.diorama.scenefile.diagnostic.Diagnostic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Random damage to sound scenes: the reader answers with a scene or with diagnostics. */
class SceneFuzzTest {
  private static final long SEED = 20261122;
  private static final int MUTANTS = 4000;
  private static final String[] WORDS = {
    "{",
    "}",
    "[",
    "]",
    ":",
    ": ",
    ",",
    "&a ",
    "*a",
    "!!str ",
    "'",
    "\"",
    "#",
    "|",
    ">",
    "---\n",
    "...\n",
    "<<: ",
    "? ",
    "- ",
    "\t",
    "\n",
    "\n  ",
    "~",
    "null",
    ".nan",
    "-.inf",
    "1e999",
    "-1",
    "0",
    "99999999999999999999",
    "0x1F",
    "yes",
    "none",
    "uniform",
    "choice",
    "per",
    "{}",
    "[]",
    "instance",
    "\u0000",
    "\uFEFF",
    "\u2028",
    "é",
    "%YAML 1.1\n",
    "{uniform: [1, 0]}",
    "coco"
  };

  @TempDir private Path folder;

  @Test
  void damageEndsInDiagnosticsNeverInACrash() throws IOException {
    List<byte[]> sound =
        List.of(
            Files.readAllBytes(Path.of("../../scenes/tabletop.yaml")),
            Files.readAllBytes(Path.of("../../scenes/street.yaml")),
            SceneText.MINIMAL.getBytes(StandardCharsets.UTF_8));
    int survivors = 0;
    for (int i = 0; i < MUTANTS; i++) {
      Random random = new Random(SEED + i);
      byte[] mutant = sound.get(random.nextInt(sound.size()));
      int wounds = 1 + random.nextInt(3);
      for (int wound = 0; wound < wounds; wound++) {
        mutant = damage(mutant, random);
      }
      survivors += read(mutant, SEED + i) ? 1 : 0;
    }
    assertTrue(survivors > MUTANTS / 100, "only " + survivors + " mutants were sound");
    assertTrue(survivors < MUTANTS * 3 / 4, survivors + " of " + MUTANTS + " were sound");
  }

  private boolean read(byte[] mutant, long seed) {
    SceneReading reading;
    try {
      reading = SceneText.read(folder, mutant);
    } catch (RuntimeException | StackOverflowError e) {
      throw new AssertionError("seed " + seed + "\n" + new String(mutant), e);
    }
    assertEquals(reading.scene().isPresent(), reading.diagnostics().isEmpty(), "seed " + seed);
    for (Diagnostic diagnostic : reading.diagnostics()) {
      String line = diagnostic.toString();
      assertFalse(line.matches("(?s).*[\\p{Cc}\\p{Zl}\\p{Zp}].*"), "seed " + seed + ": " + line);
      assertTrue(line.endsWith(".") || line.endsWith("?"), "seed " + seed + ": " + line);
    }
    if (reading.scene().isPresent()) {
      sample(reading.scene().get(), seed);
      String yaml = new String(mutant, StandardCharsets.UTF_8);
      assertEquals(Optional.of(Map.of()), SchemaJudge.judge(yaml), "seed " + seed + "\n" + yaml);
    }
    return reading.scene().isPresent();
  }

  /** A scene that was read can be sampled, or says why not. */
  private static void sample(SceneDescription scene, long seed) {
    try {
      for (SampledNode node : new FrameSampler(scene, new SizedFacts()).sample(seed).nodes()) {
        for (double value : node.worldFromObject().atLabelInstant().toRows()) {
          assertTrue(Double.isFinite(value), "seed " + seed);
        }
      }
    } catch (DioramaException e) {
      assertEquals(ExitStatus.BAD_INPUT, e.status(), "seed " + seed);
    }
  }

  private static byte[] damage(byte[] bytes, Random random) {
    int at = random.nextInt(bytes.length + 1);
    int end = Math.min(bytes.length, at + 1 + random.nextInt(12));
    return switch (random.nextInt(5)) {
      case 0 -> splice(bytes, at, at, WORDS[random.nextInt(WORDS.length)]);
      case 1 -> splice(bytes, at, end, WORDS[random.nextInt(WORDS.length)]);
      case 2 -> splice(bytes, at, end, "");
      case 3 -> splice(bytes, at, at, new String(bytes, at, end - at, StandardCharsets.ISO_8859_1));
      default -> {
        byte[] copy = bytes.clone();
        copy[Math.min(at, copy.length - 1)] ^= (byte) (1 << random.nextInt(8));
        yield copy;
      }
    };
  }

  private static byte[] splice(byte[] bytes, int from, int to, String insert) {
    byte[] middle = insert.getBytes(StandardCharsets.UTF_8);
    byte[] result = new byte[from + middle.length + bytes.length - to];
    System.arraycopy(bytes, 0, result, 0, from);
    System.arraycopy(middle, 0, result, from, middle.length);
    System.arraycopy(bytes, to, result, from + middle.length, bytes.length - to);
    return result;
  }
}
