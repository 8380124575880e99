package org.diorama.scenefile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;
import org.diorama.core.sample.SampledNode;
import org.diorama.core.sample.frame.FrameSampler;
import org.diorama.core.scene.SceneDescription;
import org.diorama.core.scene.SkyPlace;
import org.diorama.scenefile.diagnostic.Diagnostic;

/** Random damage to every scene that ships: the reader answers with a scene or with diagnostics. */
final class SceneFuzz {
  private static final Path SCENES = Path.of("../../scenes");

  private final Path folder;
  private final long deepEvery;
  private final List<byte[]> sound = new ArrayList<>();

  /**
   * @param folder to write mutants to
   * @param deepEvery of so many sound mutants one is held against the schema and sampled, too
   */
  SceneFuzz(Path folder, long deepEvery) throws IOException {
    this.folder = folder;
    this.deepEvery = deepEvery;
    try (Stream<Path> files = Files.walk(SCENES)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".yaml")).sorted().toList()) {
        sound.add(Files.readAllBytes(file));
        Path copy = folder.resolve(SCENES.relativize(file));
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
    sound.add(SceneText.MINIMAL.getBytes(StandardCharsets.UTF_8));
    Files.writeString(folder.resolve("part.yaml"), "seed: 7\nlibrary: true\n");
    Files.writeString(
        folder.resolve("around.yaml"), "include: [scene.yaml]\nname: around\nseed: 8\n");
  }

  /**
   * How many of some mutants were sound.
   *
   * @param first seed of the first; they count up
   */
  long run(long first, long count) throws IOException {
    long survivors = 0;
    for (long seed = first; seed < first + count; seed++) {
      byte[] mutant = SceneMutator.mutant(sound, seed);
      Files.write(folder.resolve("scene.yaml"), mutant);
      // Every fourth is included by another file, so that the joining is hurt, too.
      boolean around = seed % 4 == 0;
      SceneReading reading = read(around ? "around.yaml" : "scene.yaml", seed);
      if (reading.scene().isPresent() && survivors++ % deepEvery == 0) {
        if (!around) {
          judge(new String(mutant, StandardCharsets.UTF_8), seed);
        }
        sample(reading.scene().get(), seed);
      }
    }
    return survivors;
  }

  private SceneReading read(String name, long seed) {
    SceneReading reading;
    try {
      reading = SceneReader.read(folder.resolve(name), List.of());
    } catch (RuntimeException | StackOverflowError e) {
      throw new AssertionError("seed " + seed, e);
    }
    boolean sound = reading.diagnostics().isEmpty();
    assertEquals(sound, reading.scene().isPresent() || sound && reading.library(), "seed " + seed);
    for (Diagnostic diagnostic : reading.diagnostics()) {
      String line = diagnostic.toString();
      assertTrue(
          line.startsWith(folder + "/") || line.startsWith("diorama/"),
          "seed " + seed + ": " + line);
      assertFalse(line.matches("(?s).*[\\p{Cc}\\p{Zl}\\p{Zp}].*"), "seed " + seed + ": " + line);
      assertTrue(line.endsWith(".") || line.endsWith("?"), "seed " + seed + ": " + line);
    }
    return reading;
  }

  private static void judge(String yaml, long seed) {
    assertEquals(Optional.of(Map.of()), SchemaJudge.judge(yaml), "seed " + seed + "\n" + yaml);
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
      // No simulation is at hand for what damage lets settle, and no ephemeris for dates.
      boolean falls = scene.allObjects().anyMatch(object -> object.settling().isPresent());
      boolean isDated =
          scene.lighting().sun().filter(sun -> sun.place() instanceof SkyPlace.Moment).isPresent();
      ExitStatus expected = falls || isDated ? ExitStatus.NO_RENDERER : ExitStatus.BAD_INPUT;
      assertTrue(e.status() == expected || e.status() == ExitStatus.BAD_INPUT, "seed " + seed);
    }
  }

  /**
   * A long run: the first seed and how many. It ends with an error at the first mutant that breaks
   * what is promised; a mutant that never ends is among the 5,000 after the last line.
   */
  public static void main(String[] arguments) throws IOException {
    long first = Long.parseLong(arguments[0]);
    long count = Long.parseLong(arguments[1]);
    SceneFuzz fuzz = new SceneFuzz(Files.createTempDirectory("fuzz"), 50);
    long step = 5_000;
    long survivors = 0;
    for (long done = 0; done < count; done += step) {
      long from = first + done;
      long size = Math.min(step, count - done);
      survivors += fuzz.run(from, size);
      System.out.printf("%d mutants, %d sound%n", done + size, survivors);
    }
  }
}
