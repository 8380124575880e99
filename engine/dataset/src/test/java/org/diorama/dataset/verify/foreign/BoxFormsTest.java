package org.diorama.dataset.verify.foreign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.diorama.dataset.verify.CocoVerification;
import org.diorama.dataset.verify.Verification;
import org.diorama.dataset.verify.finding.Fault;
import org.diorama.dataset.verify.finding.ForeignRemedy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The ways in which other tools write a box, each told by what the file itself proves. */
class BoxFormsTest {
  private static final int WIDTH = 640;
  private static final int HEIGHT = 400;
  private static final int BOXES = 20;

  /** What a mask that is not known any more left of its box. */
  private static final double OF_MASK = 0.6;

  private static final long SEED = 20261130;

  @TempDir private Path folder;

  /** A way to write a box, and what is found where masks or nothing but images tell. */
  private static Arguments form(
      String name, UnaryOperator<double[]> form, Fault withMasks, Set<Fault> alone) {
    return Arguments.of(name, form, withMasks, alone);
  }

  static Stream<Arguments> forms() {
    return Stream.of(
        form(
            "two corners",
            b -> new double[] {b[0], b[1], b[0] + b[2], b[1] + b[3]},
            Fault.BOX_CORNERS,
            Set.of(Fault.BOX_CORNERS, Fault.BOX_OUTSIDE)),
        form(
            "two corners, rows first",
            b -> new double[] {b[1], b[0], b[1] + b[3], b[0] + b[2]},
            Fault.BOX_CORNERS,
            Set.of(Fault.BOX_OUTSIDE)),
        form(
            "a center",
            b -> new double[] {b[0] + b[2] / 2, b[1] + b[3] / 2, b[2], b[3]},
            Fault.BOX_CENTERED,
            Set.of(Fault.BOX_CENTERED, Fault.BOX_OUTSIDE)),
        form(
            "rows first",
            b -> new double[] {b[1], b[0], b[3], b[2]},
            Fault.BOX_SWAPPED,
            Set.of(Fault.BOX_SWAPPED, Fault.BOX_OUTSIDE)),
        form(
            "height first",
            b -> new double[] {b[0], b[1], b[3], b[2]},
            Fault.BOX_SWAPPED,
            Set.of(Fault.BOX_OUTSIDE)),
        form(
            "from below",
            b -> new double[] {b[0], HEIGHT - b[1] - b[3], b[2], b[3]},
            Fault.BOX_UPSIDE_DOWN,
            Set.of()),
        form(
            "from the other corner",
            b -> new double[] {b[0] + b[2], b[1], -b[2], b[3]},
            Fault.BOX_NEGATIVE,
            Set.of(Fault.BOX_NEGATIVE)),
        form(
            "fractions",
            b -> fractions(b[0], b[1], b[2], b[3]),
            Fault.BOX_NORMALIZED,
            Set.of(Fault.BOX_NORMALIZED)),
        form(
            "fractions of a center",
            b -> fractions(b[0] + b[2] / 2, b[1] + b[3] / 2, b[2], b[3]),
            Fault.BOX_NORMALIZED,
            Set.of(Fault.BOX_NORMALIZED)),
        form(
            "fractions of two corners",
            b -> fractions(b[0], b[1], b[0] + b[2], b[1] + b[3]),
            Fault.BOX_NORMALIZED,
            Set.of(Fault.BOX_NORMALIZED)));
  }

  private static double[] fractions(double x, double y, double right, double bottom) {
    return new double[] {
      Math.rint(1e4 * x / WIDTH) / 1e4,
      Math.rint(1e4 * y / HEIGHT) / 1e4,
      Math.rint(1e4 * right / WIDTH) / 1e4,
      Math.rint(1e4 * bottom / HEIGHT) / 1e4
    };
  }

  /** Boxes of whole pixels, wider than high, one of them at the right lower corner. */
  private static double[] box(Random random, int index) {
    int width = 30 + random.nextInt(100);
    int height = 3 + random.nextInt(width / 3);
    return index == 0
        ? new double[] {WIDTH - 50, HEIGHT - 90, 44, 80}
        : new double[] {
          random.nextInt(WIDTH - width), random.nextInt(HEIGHT - height), width, height
        };
  }

  private Verification verify(UnaryOperator<double[]> form, boolean masks, double area, int boxes)
      throws IOException, InterruptedException {
    Random random = new Random(SEED);
    StringBuilder annotations = new StringBuilder();
    for (int i = 0; i < boxes; i++) {
      double[] b = box(random, i);
      double right = b[0] + b[2];
      double bottom = b[1] + b[3];
      List<Double> outline = List.of(b[0], b[1], right, b[1], right, bottom, b[0], bottom);
      double[] written = form.apply(b);
      annotations.append(i == 0 ? "" : ",\n");
      annotations.append("{\"id\":").append(i + 1).append(",\"image_id\":1,\"category_id\":1");
      annotations.append(",\"iscrowd\":0,\"area\":").append(area * b[2] * b[3]);
      annotations.append(",\"bbox\":").append(Arrays.toString(written));
      annotations.append(masks ? ",\"segmentation\":[" + outline + "]}" : "}");
    }
    Path file =
        Files.writeString(
            folder.resolve("boxes.json"),
            "{\"images\":[{\"id\":1,\"width\":%d,\"height\":%d,\"file_name\":\"a.png\"}],"
                    .formatted(WIDTH, HEIGHT)
                + "\"categories\":[{\"id\":1,\"name\":\"a\"}],\"annotations\":["
                + annotations
                + "]}");
    return CocoVerification.run(List.of(file), Optional.empty(), 2, (done, total) -> {});
  }

  /** Without what only follows: the score, and areas that are larger than a small box. */
  private static Map<Fault, Long> counts(Verification verification) {
    Map<Fault, Long> counts = new EnumMap<>(Fault.class);
    counts.putAll(verification.counts());
    counts.keySet().removeAll(Set.of(Fault.SELF_AP_LOW, Fault.AREA_WRONG));
    return counts;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("forms")
  void masksProveTheForm(
      String name, UnaryOperator<double[]> form, Fault withMasks, Set<Fault> alone)
      throws Exception {
    assertEquals(Map.of(withMasks, (long) BOXES), counts(verify(form, true, 1, BOXES)), name);
    String remedy = ForeignRemedy.of(withMasks);
    assertTrue(!remedy.contains("repair"), remedy);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("forms")
  void allBoxesOfAFileTogetherMayTell(
      String name, UnaryOperator<double[]> form, Fault withMasks, Set<Fault> alone)
      throws Exception {
    assertEquals(
        alone, counts(verify(form, false, OF_MASK, BOXES)).keySet(), name + ", seed " + SEED);
  }

  @Test
  void soundBoxesAreSound() throws Exception {
    assertEquals(Map.of(), verify(b -> b, true, 1, BOXES).counts());
    assertEquals(Map.of(), verify(b -> b, false, 1, BOXES).counts());
  }

  /** Three boxes may fit by chance: the plain finding stays. */
  @Test
  void fewBoxesProveNothing() throws Exception {
    UnaryOperator<double[]> rows = b -> new double[] {b[1], b[0], b[3], b[2]};
    assertEquals(Set.of(Fault.BOX_OUTSIDE), counts(verify(rows, false, OF_MASK, 3)).keySet());
  }

  /** Of boxes alone an area is at most theirs, and at least something. */
  @Test
  void anAreaBeyondItsBoxIsWrong() throws Exception {
    UnaryOperator<double[]> narrow = b -> new double[] {b[0], b[1], b[2] / 2, b[3]};
    assertEquals(Map.of(Fault.AREA_WRONG, (long) BOXES), verify(narrow, false, 1, BOXES).counts());
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void anAreaProvesCorners(boolean rowsFirst) throws Exception {
    UnaryOperator<double[]> corners =
        b ->
            rowsFirst
                ? new double[] {b[1], b[0], b[1] + b[3], b[0] + b[2]}
                : new double[] {b[0], b[1], b[0] + b[2], b[1] + b[3]};
    Verification verification = verify(corners, false, 1, BOXES);
    long each =
        verification.findings().stream().filter(f -> f.detail().contains("its area")).count();
    assertEquals(Set.of(Fault.BOX_CORNERS), counts(verification).keySet());
    assertEquals(BOXES, each);
  }
}
