package org.diorama.cli.view;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import javax.imageio.ImageIO;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;
import org.diorama.dataset.layout.FrameSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** COCO files of other makers, written by hand: what is shown of them, and what is told. */
class CocoSourceTest {
  private static final int WIDTH = 32;
  private static final int HEIGHT = 24;

  private static final String INSTANCES =
      """
      {"images": [
        {"id": 139, "width": 32, "height": 24, "file_name": "a.png",
         "diorama": {"factors": {"weather": "rain"}}},
        {"id": 285, "width": 32, "height": 24, "file_name": "b.png"}],
       "categories": [{"id": 1, "name": "person"}, {"id": 18, "name": "dog"}],
       "annotations": [
        {"id": 900, "image_id": 139, "category_id": 1, "iscrowd": 0, "area": 64,
         "bbox": [4.25, 4, 8, 8], "segmentation": [[4, 4, 12, 4, 12, 12, 4, 12]]},
        {"id": 901, "image_id": 139, "category_id": 18, "iscrowd": 0, "area": 64,
         "diorama": {"visible_fraction": 0.25},
         "bbox": [8, 8, 8, 8], "segmentation": [[8, 8, 16, 8, 16, 16, 8, 16]]},
        {"id": 902, "image_id": 139, "category_id": 18, "iscrowd": 1, "area": 24,
         "segmentation": {"size": [24, 32], "counts": [0, 24, 744]}},
        {"id": 903, "image_id": 139, "category_id": 7, "iscrowd": 0, "area": 4,
         "bbox": [20, 2, 2, 2], "segmentation": {"size": [24, 31], "counts": [0, 24, 744]}},
        {"id": 904, "image_id": 139, "category_id": 18, "iscrowd": 0},
        {"id": 905, "image_id": 285, "category_id": 18, "iscrowd": 0, "area": 4,
         "bbox": [20, 2, 2, 2]}]}
      """;

  private static final String KEYPOINTS =
      """
      {"images": [{"id": 139, "width": 32, "height": 24, "file_name": "a.png"}],
       "categories": [{"id": 1, "name": "person", "keypoints": ["nose", "eye", "ear"],
                       "skeleton": [[1, 2], [2, 3], [3, 9]]}],
       "annotations": [
        {"id": 17, "image_id": 139, "category_id": 1, "iscrowd": 0, "area": 64,
         "bbox": [4.25, 4, 8, 8], "num_keypoints": 2,
         "keypoints": [5, 5, 2, 7.5, 6, 1, 0, 0, 0]},
        {"id": 18, "image_id": 139, "category_id": 1, "iscrowd": 0, "area": 9,
         "bbox": [24, 14, 3, 3], "keypoints": [1, 2]}]}
      """;

  @TempDir private Path folder;
  private final List<String> told = new ArrayList<>();

  @BeforeEach
  void write() throws IOException {
    Files.createDirectories(folder.resolve("annotations"));
    Files.createDirectories(folder.resolve("val2017"));
    Files.writeString(folder.resolve("annotations/instances_val2017.json"), INSTANCES);
    Files.writeString(folder.resolve("annotations/person_keypoints_val2017.json"), KEYPOINTS);
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    image.setRGB(3, 2, 0xff8040);
    ImageIO.write(image, "png", folder.resolve("val2017/a.png").toFile());
  }

  private CocoSource open() {
    return CocoSource.open(folder, Optional.empty(), told::add);
  }

  private static int at(LabelledImage image, int plane, int x, int y) {
    return image.instances().get(plane)[y * WIDTH + x];
  }

  @Test
  void masksThatSharePixelsAreAllThere() {
    try (CocoSource source = open()) {
      assertEquals(
          FrameSet.parse("139,285"),
          source.some(12, new FrameFilter(levels -> true, LabelFilter.ALL)));
      LabelledImage image = source.images(139).get(0);
      assertEquals(0xffff8040, image.color().getRGB(3, 2));
      assertEquals(2, image.instances().size());
      assertEquals(1, at(image, 0, 10, 10));
      assertEquals(2, at(image, 1, 10, 10), "the dog before the person");
      assertEquals(3, at(image, 0, 0, 23), "the crowd's first column");
      assertEquals(0, at(image, 0, 1, 0));
      BufferedImage drawn = Overlay.draw(image, 1, NameStyle.SPARSE);
      assertEquals(InstanceColors.of(2).getRGB(), drawn.getRGB(15, 15), "the corner of its box");
    }
  }

  @Test
  void boxesStandAsTheyAreWritten() {
    try (CocoSource source = open()) {
      LabelledImage image = source.images(139).get(0);
      assertEquals("image 139 a.png", image.title());
      assertEquals("rain", image.source().factors().get("weather"));
      List<String> titles = image.boxes().stream().map(LabelledImage.Box::title).toList();
      assertEquals(
          List.of(
              "person 900", "dog 901", "dog 902, crowd", "category 7, not listed 903", "person 18"),
          titles);
      LabelledImage.Box first = image.boxes().get(0);
      assertArrayEquals(
          new double[] {4.25, 4, 8, 8},
          new double[] {first.left(), first.top(), first.width(), first.height()});
      LabelledImage.Box crowd = image.boxes().get(2);
      assertArrayEquals(
          new double[] {0, 0, 1, 24},
          new double[] {crowd.left(), crowd.top(), crowd.width(), crowd.height()},
          "that of its mask");
      assertEquals(0.25, image.boxes().get(1).visibleFraction());
      assertTrue(Double.isNaN(first.visibleFraction()), "nobody says");
    }
  }

  /** The file of keypoints says the same of the person, under another id. */
  @Test
  void keypointsComeToTheObjectOfTheSameBox() {
    try (CocoSource source = open()) {
      LabelledImage image = source.images(139).get(0);
      Mark.Points person = (Mark.Points) image.marks().get(0);
      assertEquals(1, person.instanceId());
      assertEquals(
          List.of(new Mark.Point(5, 5, true, "nose"), new Mark.Point(7.5, 6, false, "eye")),
          person.points());
      assertEquals(1, person.bones().size(), "bones to what is not labelled have no end");
      assertArrayEquals(new int[] {0, 1}, person.bones().get(0));
    }
  }

  @Test
  void whatIsNotThereIsTold() {
    try (CocoSource source = open()) {
      source.images(139);
      LabelledImage second = source.images(285).get(0);
      assertEquals(0xff000000, second.color().getRGB(3, 2));
      assertEquals(List.of(), source.images(140));
    }
    String all = String.join("\n", told);
    String name = folder.getFileName().toString();
    for (String line :
        List.of(
            "image 139: annotation 903 has no mask: its size is [24,31]",
            "image 139: annotation 904 has neither box nor mask, and is left out",
            "image 139: annotation 18 has 2 numbers as points",
            "b.png is not there, or no image that Java reads; its labels are on black",
            name + " lists no image 140",
            name + ": there is no depth to show",
            name + ": 3 of 6 objects have a mask",
            name + ": 2 of 6 objects have keypoints",
            name
                + ": 1 of 6 objects have a visible fraction; a filter by it leaves the others out")) {
      assertTrue(all.contains(line), line + " in\n" + all);
    }
  }

  /** Twelve images of a category have one, as far as the other filters leave it. */
  @ParameterizedTest
  @CsvSource({
    "person, 0, 1, '139'",
    "dog, 0, 1, '139,285'",
    "dog, 0, 0.5, '139'",
    "dog, 0.5, 1, ''",
    "cat, 0, 1, ''"
  })
  void imagesWithTheirCategoryAreChosen(
      String category, double least, double most, String numbers) {
    try (CocoSource source = open()) {
      LabelFilter labels = new LabelFilter(Set.of(category), least, most);
      FrameSet due = numbers.isEmpty() ? FrameSet.EMPTY : FrameSet.parse(numbers);
      assertEquals(due, source.some(12, new FrameFilter(levels -> true, labels)));
      FrameFilter rain = new FrameFilter(levels -> levels.containsValue("rain"), labels);
      assertEquals(numbers.isEmpty() ? due : FrameSet.parse("139"), source.some(12, rain));
    }
  }

  @Test
  void filtersTakeWhatIsSaid() {
    try (CocoSource source = open()) {
      LabelledImage image = source.images(139).get(0);
      assertEquals(5, image.with(LabelFilter.ALL).boxes().size());
      LabelledImage hidden = image.with(new LabelFilter(Set.of(), 0, 0.5));
      assertEquals("dog 901", hidden.boxes().get(0).title());
      assertEquals(1, hidden.boxes().size());
      LabelledImage people = image.with(new LabelFilter(Set.of("person"), 0, 1));
      assertEquals(2, people.boxes().size());
      assertEquals(List.of("person", "dog"), source.categories());
    }
  }

  @Test
  void imagesOfOneNameAreCounterparts() {
    try (CocoSource source = open()) {
      assertEquals(OptionalLong.of(285), source.frameOf("b.png"));
      assertEquals(OptionalLong.of(139), source.frameOf("part/a.jpg"), "but for folder and form");
      assertEquals(OptionalLong.empty(), source.frameOf("c.png"));
      assertEquals(List.of("a.png"), source.files(139));
    }
    assertEquals(OptionalLong.of(12), Sources.frameOf("00000/00000012_left.png"));
    assertEquals(OptionalLong.empty(), Sources.frameOf("street.png"));
  }

  @Test
  void aFileAloneKnowsItsImagesByName() throws IOException {
    Path file = folder.resolve("annotations/instances_val2017.json");
    try (CocoSource source = CocoSource.open(file, Optional.empty(), told::add)) {
      assertEquals(0xffff8040, source.images(139).get(0).color().getRGB(3, 2));
    }
    Path lonely = Files.createDirectories(folder.resolve("lonely")).resolve("x.json");
    Files.writeString(lonely, INSTANCES);
    told.clear();
    try (CocoSource source = CocoSource.open(lonely, Optional.empty(), told::add)) {
      source.images(139);
    }
    assertTrue(told.get(0).contains("no folder of images is known, give --images"), told.get(0));
  }

  /** Two parts may count their images from the same number. */
  @Test
  void imagesThatShareAnIdAreNumberedByPlace() throws IOException {
    for (String part : List.of("train", "valid")) {
      Files.createDirectories(folder.resolve("rf/" + part));
      Files.writeString(
          folder.resolve("rf/" + part + "/_annotations.coco.json"),
          """
          {"images": [{"id": 0, "width": 32, "height": 24, "file_name": "%s.png"}],
           "categories": [], "annotations": []}
          """
              .formatted(part));
      Files.copy(
          folder.resolve("val2017/a.png"), folder.resolve("rf/" + part + "/" + part + ".png"));
    }
    try (CocoSource source = CocoSource.open(folder.resolve("rf"), Optional.empty(), told::add)) {
      assertEquals(
          FrameSet.of(0, 1), source.some(12, new FrameFilter(levels -> true, LabelFilter.ALL)));
      assertEquals("image 1 valid.png", source.images(1).get(0).title());
      assertEquals(0xffff8040, source.images(1).get(0).color().getRGB(3, 2));
    }
  }

  /** COCO keeps the labels of its test images back. */
  @Test
  void imagesWithoutLabelsAreShown() throws IOException {
    Files.writeString(
        folder.resolve("annotations/image_info_test2017.json"),
        "{\"images\": [{\"id\": 7, \"width\": 32, \"height\": 24, \"file_name\": \"t.png\"}]}");
    Files.createDirectories(folder.resolve("test2017"));
    Files.copy(folder.resolve("val2017/a.png"), folder.resolve("test2017/t.png"));
    try (CocoSource source = open()) {
      LabelledImage image = source.images(7).get(0);
      assertEquals(0xffff8040, image.color().getRGB(3, 2));
      assertEquals(List.of(), image.boxes());
      assertEquals(1, source.images(139).size());
    }
  }

  @Test
  void whatIsNoDatasetIsRefused() throws IOException {
    Path empty = Files.createDirectories(folder.resolve("empty"));
    DioramaException none =
        assertThrows(
            DioramaException.class, () -> CocoSource.open(empty, Optional.empty(), told::add));
    assertEquals(ExitStatus.BAD_INPUT, none.status());
    assertTrue(none.getMessage().contains("holds no dataset"), none.getMessage());
    Files.writeString(empty.resolve("x.json"), "{\"a\": 1}");
    DioramaException other =
        assertThrows(
            DioramaException.class, () -> CocoSource.open(empty, Optional.empty(), told::add));
    assertTrue(other.getMessage().contains("no list of annotations"), other.getMessage());
    Files.writeString(empty.resolve("x.json"), "{\"images\": [], \"annotations\": []}");
    try (CocoSource source = CocoSource.open(empty, Optional.empty(), told::add)) {
      assertThrows(
          DioramaException.class,
          () -> source.some(12, new FrameFilter(levels -> true, LabelFilter.ALL)));
    }
  }
}
