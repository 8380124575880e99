package org.diorama.core.label;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.diorama.core.geometry.PixelBox;
import org.diorama.core.render.SilhouetteBits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OccluderCounterTest {
  private static List<Occluder> occluders(IdImage seen, int id, IdImage silhouette) {
    PixelBox whole = new PixelBox(0, 0, seen.width(), seen.height());
    return occluders(seen, id, silhouette.silhouette(whole));
  }

  private static List<Occluder> occluders(IdImage seen, int id, SilhouetteBits silhouette) {
    return new OccluderCounter(seen.pieces(), seen.width()).occluders(id, silhouette, Map.of());
  }

  @Test
  void eachHidesWhatIsSeenOfItInstead() {
    IdImage seen = IdImage.of("11223", "11223", "00000");
    IdImage whole = IdImage.of("01111", "01110", "00000");
    assertEquals(List.of(new Occluder(2, 4, 4), new Occluder(3, 1, 1)), occluders(seen, 1, whole));
    assertEquals(List.of(new Occluder(1, 2, 2), new Occluder(3, 1, 1)), occluders(seen, 2, whole));
  }

  @Test
  void nothingHidesWhatIsSeenWhole() {
    IdImage seen = IdImage.of("12", "21");
    assertEquals(List.of(), occluders(seen, 1, IdImage.of("10", "01")));
    assertEquals(List.of(), occluders(seen, 1, seen.silhouette(PixelBox.EMPTY)));
  }

  @Test
  void twoThatHidePartsOfEachOther() {
    IdImage seen = IdImage.of("1122");
    assertEquals(List.of(new Occluder(2, 1, 1)), occluders(seen, 1, IdImage.of("1110")));
    assertEquals(List.of(new Occluder(1, 1, 1)), occluders(seen, 2, IdImage.of("0111")));
  }

  /** What a third hides is told beside what is seen. */
  @Test
  void whatIsBeforeUnseenIsToldToo() {
    IdImage seen = IdImage.of("1122");
    assertEquals(
        List.of(new Occluder(2, 1, 3), new Occluder(5, 0, 4)),
        new OccluderCounter(seen.pieces(), 4)
            .occluders(
                1, IdImage.of("1110").silhouette(new PixelBox(0, 0, 4, 1)), Map.of(5, 4, 2, 3)));
  }

  /** What the rules took out of the masks says nothing. */
  @Test
  void voidHidesNothing() {
    IdImage seen = new IdImage(3, 1, new int[] {1, 65535, 2});
    assertEquals(List.of(new Occluder(2, 1, 1)), occluders(seen, 1, IdImage.of("111")));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void agreesWithLookingAtEveryPixel(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 50; i++) {
      IdImage seen = IdImage.random(random, 1 + random.nextInt(99), 1 + random.nextInt(9));
      IdImage silhouette = IdImage.random(random, seen.width(), seen.height());
      int left = random.nextInt(seen.width());
      int top = random.nextInt(seen.height());
      PixelBox box =
          new PixelBox(
              left,
              top,
              left + 1 + random.nextInt(seen.width() - left),
              top + 1 + random.nextInt(seen.height() - top));
      Map<Integer, Integer> hidden = new TreeMap<>();
      for (int y = box.top(); y < box.bottom(); y++) {
        for (int x = box.left(); x < box.right(); x++) {
          int id = seen.id(x, y);
          if (id != 1 && id != 0 && silhouette.id(x, y) != 0) {
            hidden.merge(id, 1, Integer::sum);
          }
        }
      }
      List<Occluder> expected = new ArrayList<>();
      hidden.forEach((id, pixels) -> expected.add(new Occluder(id, pixels, pixels)));
      assertEquals(expected, occluders(seen, 1, silhouette.silhouette(box)), "seed " + seed);
    }
  }
}
