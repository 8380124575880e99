package org.diorama.dataset.verify.read;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.stream.StreamSupport;
import org.diorama.dataset.coco.GoldenVectors;
import org.diorama.dataset.coco.RunLengths;
import org.diorama.dataset.verify.finding.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The verifier's masks against values of COCO's own C code, and against pixels. */
class MaskReadersTest {
  private static final long SEED = 20261128;

  @Test
  void runLengthsAreThoseOfCoco() throws FaultyFile {
    for (JsonNode vector : GoldenVectors.of("rle").toList()) {
      int width = vector.get("w").asInt();
      int height = vector.get("h").asInt();
      Mask mask = RunLengthReader.compressed(width, height, vector.get("rle").asString());
      long[] counts =
          Arrays.stream(GoldenVectors.integers(vector.get("counts"))).asLongStream().toArray();
      assertEquals(mask, RunLengthReader.ofCounts(width, height, counts, counts.length));
      assertEquals(vector.get("area").asLong(), mask.area());
      assertArrayEquals(
          GoldenVectors.numbers(vector.get("bbox")),
          Arrays.stream(mask.box()).asDoubleStream().toArray(),
          vector.toString());
      if (vector.path("rows").size() == height) {
        assertEquals(ofRows(vector.get("rows"), width, height), mask, vector.toString());
      }
    }
  }

  private static Mask ofRows(JsonNode rows, int width, int height) {
    boolean[] pixels = new boolean[width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        pixels[x * height + y] = rows.get(y).asString().charAt(x) == '1';
      }
    }
    return Mask.of(width, height, pixels);
  }

  @Test
  void polygonsAreThoseOfCoco() throws FaultyFile {
    for (JsonNode vector : GoldenVectors.of("polygons").toList()) {
      int width = vector.get("w").asInt();
      int height = vector.get("h").asInt();
      List<double[]> outlines =
          StreamSupport.stream(vector.get("polygons").spliterator(), false)
              .map(GoldenVectors::numbers)
              .toList();
      assertEquals(
          RunLengthReader.compressed(width, height, vector.get("rle").asString()),
          PolygonReader.fill(width, height, outlines),
          vector.get("name").asString());
    }
  }

  @Test
  void intersectionsAreThoseOfCoco() throws FaultyFile {
    for (JsonNode vector : GoldenVectors.of("mask_iou").toList()) {
      int height = vector.get("size").get(0).asInt();
      int width = vector.get("size").get(1).asInt();
      Mask one = RunLengthReader.compressed(width, height, vector.get("dt").asString());
      Mask other = RunLengthReader.compressed(width, height, vector.get("gt").asString());
      double both = one.intersection(other);
      boolean crowd = vector.get("iscrowd").asInt() == 1;
      double overlap = both / (crowd ? one.area() : one.area() + other.area() - both);
      assertEquals(vector.get("iou").asDouble(), both == 0 ? 0 : overlap, 1e-12);
    }
  }

  /** What the writer makes of random masks, both readers of run lengths read. */
  @Test
  void randomMasksComeBack() throws FaultyFile {
    Random random = new Random(SEED);
    for (int n = 0; n < 200; n++) {
      int width = 1 + random.nextInt(20);
      int height = 1 + random.nextInt(20);
      int[] ids = random.ints((long) width * height, 0, 1 + random.nextInt(4)).toArray();
      SortedMap<Integer, Mask> masks = IdImage.masks(ids, width, height);
      long pixels = 0;
      for (int id : masks.keySet()) {
        Mask mask = masks.get(id);
        pixels += mask.area();
        assertEquals(Arrays.stream(ids).filter(value -> value == id).count(), mask.area());
        String text = new RunLengths(width, height, runs(mask)).text();
        assertEquals(mask, RunLengthReader.compressed(width, height, text), "seed " + SEED);
        masks.forEach(
            (other, theirs) ->
                assertEquals(other == id ? mask.area() : 0, mask.intersection(theirs)));
        assertEquals(mask.isEmpty(), mask.readByRows().isEmpty());
      }
      assertEquals(ids.length, pixels);
    }
  }

  private static int[] runs(Mask mask) {
    int[] runs = new int[mask.spans().length + 2];
    int used = 0;
    int position = 0;
    for (int end : mask.spans()) {
      runs[used++] = end - position;
      position = end;
    }
    int rest = mask.width() * mask.height() - position;
    if (rest > 0) {
      runs[used++] = rest;
    }
    return Arrays.copyOf(runs, used);
  }

  @Test
  void masksReadByRowsAreOthers() throws FaultyFile {
    Mask column = RunLengthReader.compressed(4, 3, "039");
    assertEquals(3, column.area());
    assertArrayEquals(new int[] {0, 0, 1, 3}, column.box());
    assertArrayEquals(new int[] {0, 0, 3, 1}, column.readByRows().box());
    assertNotEquals(column, column.readByRows());
  }

  @ParameterizedTest
  @CsvSource({
    "'1 2', MASK_UNREADABLE",
    "'l', MASK_UNREADABLE",
    "'lllllllllllll1', MASK_UNREADABLE",
    "'N', MASK_UNREADABLE",
    "'12', MASK_SIZE",
    "'0=', MASK_SIZE",
    "'', MASK_SIZE"
  })
  void faultsOfRunLengthsAreNamed(String text, Fault fault) {
    assertEquals(
        fault,
        assertThrows(FaultyFile.class, () -> RunLengthReader.compressed(4, 3, text)).fault());
  }
}
