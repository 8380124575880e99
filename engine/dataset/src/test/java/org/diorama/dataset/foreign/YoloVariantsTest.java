package org.diorama.dataset.foreign;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import javax.imageio.ImageIO;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** YOLO datasets as people and tools lay them out become the same COCO dataset. */
class YoloVariantsTest {
  @TempDir private Path temporary;
  private Path root;

  @BeforeEach
  void make() throws IOException {
    root = temporary.resolve("yolo");
  }

  /** An image of 20 by 10 pixels and its labels. */
  private void image(String images, String name, String... lines) throws IOException {
    Path file = root.resolve(images).resolve(name);
    Files.createDirectories(file.getParent());
    String end = name.substring(name.lastIndexOf('.') + 1);
    BufferedImage image = new BufferedImage(20, 10, BufferedImage.TYPE_INT_RGB);
    assertTrue(ImageIO.write(image, end, file.toFile()));
    Path labels = root.resolve(YoloData.labelPath(root.relativize(file).toString()));
    Files.createDirectories(labels.getParent());
    Files.write(labels, List.of(lines));
  }

  private void data(String text) throws IOException {
    Files.createDirectories(root);
    Files.writeString(root.resolve("data.yaml"), text);
  }

  private JsonNode coco(String file) throws IOException {
    Path out = temporary.resolve("out");
    if (!Files.exists(out)) {
      Conversion.run(root, "coco", out, Placing.LINK);
    }
    return ForeignFolder.json(out.resolve("annotations/" + file + ".json"));
  }

  private String refused() {
    Path out = temporary.resolve("out");
    DioramaException refused =
        assertThrows(DioramaException.class, () -> Conversion.run(root, "coco", out, Placing.LINK));
    assertEquals(ExitStatus.BAD_INPUT, refused.status());
    assertFalse(Files.exists(out) || Files.exists(temporary.resolve(".out.part")));
    return refused.getMessage();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "train: images/train\nval: images/val\nnames: [cat, dog]\n",
        "path: .\ntrain: images/train\nvalidation: images/val\nnc: 2\nnames: {1: dog, 0: cat}\n",
        "path: /home/someone/data\ntrain: images/train\nval: [images/val]\nnames:\n- cat\n- dog\n",
        "train: ../images/train\nval: ../images/val\nnames: ['cat', 'dog']\nroboflow: {version: 1}",
        "path: images\ntrain: train\nval: val\nnames: [cat, dog]\n",
        "train: train.txt\nval: lists/val.txt\nnames: [cat, dog]\n"
      })
  void everyDataFileNamesTheSame(String text) throws IOException {
    image("images/train", "b.png", "1 0.5 0.5 0.5 0.4");
    image("images/train/more", "a.jpg", "0 0.25 0.5 0.1 0.2");
    image("images/val", "c.bmp");
    Files.writeString(
        root.resolve("train.txt"), "./images/train/b.png\n\n  images/train/more/a.jpg\n");
    Files.createDirectories(root.resolve("lists"));
    Files.writeString(root.resolve("lists/val.txt"), "images/val/c.bmp\n");
    data(text);
    JsonNode train = coco("instances_train");
    assertEquals(
        List.of("train/b.png 20 10", "train/more/a.jpg 20 10"),
        train
            .get("images")
            .valueStream()
            .map(
                one ->
                    one.get("file_name").asString()
                        + " "
                        + one.get("width")
                        + " "
                        + one.get("height"))
            .toList());
    assertEquals(
        "[[5.0,3.0,10.0,4.0],[4.0,4.0,2.0,2.0]]",
        "[" + train.at("/annotations/0/bbox") + "," + train.at("/annotations/1/bbox") + "]");
    assertEquals("dog", train.at("/categories/1/name").asString());
    assertEquals(2, train.at("/annotations/0/category_id").asInt());
    JsonNode val = coco("instances_val");
    assertEquals(3, val.at("/images/0/id").asInt(), "numbered on");
    assertTrue(val.get("annotations").isEmpty());
  }

  @Test
  void classesWithoutNamesHaveNumbers() throws IOException {
    image("images/all", "a.png", "1 0.5 0.5 0.5 0.4");
    data("train: images/all\nval: images/all\nnc: 2\n");
    assertEquals("class_1", coco("instances").at("/categories/1/name").asString());
  }

  @Test
  void pointsOfTwoNumbersHaveNoFlag() throws IOException {
    image("images/all", "a.png", "0 0.5 0.5 0.5 0.4 0.1 0.2 0 0 -0.001 0 0.95 1");
    data("train: images/all\nval: images/all\nnames: [cat]\nkpt_shape: [4, 2]\n");
    JsonNode posed = coco("keypoints");
    assertEquals(
        "[2.0,2.0,2,0,0,0,0,0,0,19.0,10.0,2]", posed.at("/annotations/0/keypoints").toString());
    assertEquals(2, posed.at("/annotations/0/num_keypoints").asInt());
    assertEquals(
        "[\"point_1\",\"point_2\",\"point_3\",\"point_4\"]",
        posed.at("/categories/0/keypoints").toString());
  }

  @Test
  void namesOfPointsMayBeOneListForAll() throws IOException {
    image("images/all", "a.png", "1 0.5 0.5 0.5 0.4 0.5 0.5 1 0 0 0");
    data(
        "train: images/all\nval: images/all\nnames: [cat, dog]\nkpt_shape: [2, 3]\n"
            + "kpt_names: [nose]\n");
    JsonNode posed = coco("keypoints");
    assertEquals("[10.0,5.0,1]", posed.at("/annotations/0/keypoints").toString());
    assertEquals("[\"nose\"]", posed.at("/categories/1/keypoints").toString());
  }

  /** Where a file is known by its name alone, nothing is guessed, and nothing lost in silence. */
  @Test
  void imagesThatCanNotBeReadAreCounted() throws IOException {
    image("images/all", "a.png");
    Files.writeString(root.resolve("images/all/b.heic"), "");
    Files.writeString(root.resolve("images/all/notes.md"), "");
    data("train: images/all\nval: images/all\nnames: [cat]\n");
    Conversion.Report report = Conversion.run(root, "coco", temporary.resolve("out"), Placing.COPY);
    assertEquals(1, report.images());
    assertTrue(
        report
            .lost()
            .contains("1 images of kinds that can't be read are left out, with their labels"),
        report.lost().toString());
  }

  /** Heads as the container's specification lays them out, of 300 by 200 pixels. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "56503820000000000000009d012a2c01c800",
        "5650384c000000002f2bc13100000000000000",
        "565038580a00000000000000" + "2b0100" + "c70000"
      })
  void sizesOfWebp(String chunk) throws IOException {
    Path file = temporary.resolve("a.webp");
    String padded = "52494646000000005745425" + "0" + chunk + "00".repeat(8);
    Files.write(file, HexFormat.of().parseHex(padded));
    assertArrayEquals(new int[] {300, 200}, ImageSize.of(file));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 341 0.5 0.5 0.4|a.txt:1: 341.0 is no share of the image",
        "0 0.5 0.5 0.5 1.02|a.txt:1: 1.02 is no share",
        "0 0.1 0.1 0.9 0.1 -0.2 0.5|a.txt:1: -0.2 is no share",
        "-1 0.5 0.5 0.5 0.4|a.txt:1: class -1.0 has no name"
      })
  void numbersThatAreNoShares(String line, String said) throws IOException {
    image("images/all", "a.png", line);
    data("train: images/all\nval: images/all\nnames: [cat]\n");
    assertTrue(refused().contains(said), refused());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 0.5 0.5 0.5 0.4|a.txt:1: 4 numbers are no box with 2 points of 3 numbers",
        "0 0.5 0.5 0.5 0.4 0.5 0.5 1.5 0 0 0|a.txt:1: point 1 has the flag 1.5",
        "0 0.5 0.5 0.5 0.4 0.5 1.5 1 0 0 0|a.txt:1: 1.5 is no share",
        "0 0.5 0.5 0.5 0.4 0.5 0.5 1 0.1 0.1 1|a.txt:1: labels point 2, class 0 names 1"
      })
  void posesThatAreNone(String line, String said) throws IOException {
    image("images/all", "a.png", line);
    data(
        "train: images/all\nval: images/all\nnames: [cat]\nkpt_shape: [2, 3]\n"
            + "kpt_names: {0: [nose]}\n");
    assertTrue(refused().contains(said), refused());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "names: [a]\\nnc: 2|data.yaml:3: has 1 names, and nc: 2",
        "names: [a]\\nkpt_shape: [0, 3]|data.yaml:3: has a 'kpt_shape'",
        "names: [a]\\nkpt_shape: [1, 3]\\nkpt_names: [x, y]|data.yaml:4: names more points than the 1",
        "names: {a: 0}|data.yaml:2: has a class that is no number",
        "names: [a|data.yaml:3:1: is not YAML"
      })
  void faultsOfTheDataFileAreLocated(String rest, String said) throws IOException {
    image("images/all", "a.png");
    data("train: images/all\n" + rest.replace("\\n", "\n") + "\n");
    assertTrue(refused().contains(said), refused());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "images/all/gone.png|list.txt:2: there is no file 'images/all/gone.png'",
        "/etc/hostname.png|list.txt:2: '/etc/hostname.png' leads out",
        "../../x.png|list.txt:2: '../../x.png' leads out"
      })
  void faultsOfListsAreLocated(String line, String said) throws IOException {
    image("images/all", "a.png");
    Files.writeString(root.resolve("list.txt"), "images/all/a.png\n" + line + "\n");
    data("train: list.txt\nval: list.txt\nnames: [cat]\n");
    assertTrue(refused().contains(said), refused());
  }

  /** Both would have the same file of labels. */
  @Test
  void imagesThatDifferInTheirEndsAlone() throws IOException {
    ForeignFolder folder = new ForeignFolder(temporary.resolve("coco"));
    folder.category(1, "cat", "animal");
    folder.image(1, "a.png");
    Files.copy(folder.root.resolve("images/a.png"), folder.root.resolve("images/a.jpg"));
    folder.imageEntry(2, "a.jpg");
    folder.write("");
    DioramaException refused =
        assertThrows(
            DioramaException.class,
            () -> Conversion.run(folder.root, "yolo", temporary.resolve("out"), Placing.LINK));
    assertTrue(
        refused.getMessage().contains("has the same name but for its end"), refused.toString());
  }
}
