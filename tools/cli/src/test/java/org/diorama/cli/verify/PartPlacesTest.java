package org.diorama.cli.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.diorama.cli.CommandRun;
import org.diorama.dataset.verify.DatasetVerification;
import org.diorama.dataset.verify.Verification;
import org.diorama.dataset.verify.finding.Fault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random scenes of a model of three parts in every pose and size, at rest and in motion, alone and
 * as parts of another, by both renderers: none of their parts lies elsewhere, and where two are
 * exchanged in an image, that is found, unless all of it is outlines.
 */
class PartPlacesTest {
  private static final int SCENES = 24;
  private static final long SEED = 20261129;

  /** Pixels of two exchanged parts from which they are looked for. */
  private static final int SEEN = 12;

  /** Share of these: tiny things have nothing but outlines, where a ray may pass either part. */
  private static final double FOUND = 0.85;

  /** Images with so many of them at least, else little is proven. */
  private static final int TELLING = 30;

  @TempDir private Path folder;

  @BeforeEach
  void model() throws IOException {
    StatueModel.write(folder);
  }

  @Test
  void soundPartsAreAndExchangedOnesAreNot() throws Exception {
    Random random = new Random(SEED);
    int told = 0;
    int found = 0;
    for (int n = 0; n < SCENES; n++) {
      int seed = random.nextInt(1_000_000);
      String what = "scene " + n + " of seed " + SEED + ": " + seed;
      Path scene = Files.writeString(folder.resolve("scene.yaml"), text(seed));
      for (String renderer : List.of("reference", "opengl")) {
        Path out = folder.resolve(n + renderer);
        CommandRun.of("render", scene, "--renderer", renderer, "--out", out).expect(0);
        assertEquals(List.of(), verify(out).findings(), what + " by " + renderer);
        for (String image : images(out)) {
          int one = 1 + random.nextInt(3);
          int other = 1 + (one + random.nextInt(2)) % 3;
          Path place = folder.resolve(n + renderer + image);
          PlantedDataset planted = PlantedDataset.of(out, place);
          if (PlantedColors.exchange(planted, image, one, other) < SEEN) {
            continue;
          }
          planted.seal();
          told++;
          Verification verification = verify(place);
          found += verification.counts().containsKey(Fault.PARTS_WRONG) ? 1 : 0;
        }
      }
    }
    System.out.println("seed " + SEED + ": found " + found + " of " + told);
    assertTrue(told >= TELLING, told + " images");
    assertTrue(found >= FOUND * told, found + " of " + told + " images");
  }

  private static String text(long seed) {
    return RandomSceneText.of(seed)
        .replaceAll(
            "asset: \\{primitive: \\w+, segments: \\d+\\}",
            "asset: {file: " + StatueModel.FILE + ", units: m, up: z}")
        .replaceAll("(?m)^( +)size: ", "$1scale: ")
        .replace("annotators: all", "annotators: [parts]");
  }

  private static List<String> images(Path dataset) throws IOException {
    try (Stream<Path> files = Files.list(dataset.resolve("parts"))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static Verification verify(Path root) throws InterruptedException {
    return DatasetVerification.run(root, 1, done -> {}, (findings, examined) -> {});
  }
}
