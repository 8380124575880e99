package org.diorama.dataset.verify.foreign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.diorama.dataset.verify.CocoVerification;
import org.diorama.dataset.verify.Verification;
import org.diorama.dataset.verify.finding.Fault;
import org.diorama.dataset.verify.finding.Finding;
import org.diorama.dataset.verify.read.CocoFolders;
import org.diorama.dataset.verify.read.CocoSplit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Images that two splits have: by their bytes, whatever their names are. */
class SplitLeaksTest {
  @TempDir private Path folder;

  /** A file that lists images, numbered from 1. */
  private void coco(String file, String... names) throws IOException {
    StringBuilder images = new StringBuilder();
    for (int i = 0; i < names.length; i++) {
      images.append(i == 0 ? "" : ",").append("{\"id\":").append(i + 1);
      images.append(",\"width\":8,\"height\":6,\"file_name\":\"").append(names[i]).append("\"}");
    }
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(
        path,
        "{\"images\":["
            + images
            + "],\"annotations\":[],\"categories\":[{\"id\":1,\"name\":\"a\"}]}");
  }

  private void image(String file, int color) throws IOException {
    BufferedImage image = new BufferedImage(8, 6, BufferedImage.TYPE_INT_RGB);
    image.setRGB(3, 2, color);
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    ImageIO.write(image, "png", path.toFile());
  }

  private Verification verify() throws InterruptedException {
    return CocoVerification.run(
        CocoFolders.filesOf(folder), Optional.empty(), 2, (done, total) -> {});
  }

  private List<String> leaks() throws InterruptedException {
    return verify().findings().stream()
        .filter(finding -> finding.fault() == Fault.TWIN_ACROSS_SPLITS)
        .map(Finding::line)
        .toList();
  }

  @Test
  void anImageOfTwoSplitsIsToldWhereItIsTestedOn() throws Exception {
    image("train2017/a.png", 1);
    image("train2017/b.png", 2);
    image("val2017/other.png", 2);
    image("val2017/c.png", 3);
    image("test2017/d.png", 3);
    image("test2017/e.png", 4);
    coco("annotations/instances_train2017.json", "a.png", "b.png");
    coco("annotations/instances_val2017.json", "other.png", "c.png");
    coco("annotations/image_info_test2017.json", "e.png", "d.png");
    assertEquals(
        List.of(
            "image_info_test2017.json, image 2: twin-across-splits: its file 'd.png' is, byte for"
                + " byte, 'c.png' of val: image 2 of instances_val2017.json",
            "instances_val2017.json, image 1: twin-across-splits: its file 'other.png' is, byte for"
                + " byte, 'b.png' of train: image 2 of instances_train2017.json"),
        leaks());
  }

  /** Several kinds of files of one split list the same images, and an image may repeat in it. */
  @Test
  void oneSplitMayHaveAnImageTwice() throws Exception {
    image("images/a.png", 1);
    image("images/b.png", 1);
    image("images/c.png", 2);
    coco("annotations/instances_train.json", "a.png", "b.png");
    coco("annotations/person_keypoints_train.json", "a.png");
    coco("annotations/instances_val.json", "c.png");
    coco("annotations/instances.json", "a.png", "c.png");
    Verification verification = verify();
    assertEquals(List.of(), verification.findings());
    assertEquals(4, verification.examined().get("images of other splits").things());
  }

  /** Same size and same end; only the beginnings differ. */
  @Test
  void allBytesCount() throws Exception {
    byte[] bytes = new byte[5000];
    for (String name : List.of("train/a.bmp", "val/b.bmp", "val/c.bmp")) {
      bytes[1] = (byte) (name.equals("val/b.bmp") ? 7 : 0);
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      Files.write(file, bytes);
    }
    coco("annotations/instances_train.json", "a.bmp");
    coco("annotations/instances_val.json", "b.bmp", "c.bmp");
    assertEquals(1, leaks().size());
    assertTrue(leaks().get(0).contains("image 2: "), leaks().get(0));
  }

  /** Roboflow's folders: files of one name, among their images. */
  @Test
  void foldersTellTheSplit() throws Exception {
    image("train/x.png", 5);
    image("valid/y.png", 5);
    coco("train/_annotations.coco.json", "x.png");
    coco("valid/_annotations.coco.json", "y.png");
    assertEquals(1, leaks().size());
    assertTrue(leaks().get(0).startsWith("valid/_annotations.coco.json, image 1"), leaks().get(0));
  }

  @Test
  void whatIsNotLookedAtIsSaid() throws Exception {
    image("images/a.png", 1);
    coco("annotations/instances_train.json", "a.png");
    assertEquals(
        Map.of("files of several splits (train, val, test)", 1L),
        verify().examined().get("images of other splits").lacking());
    coco("annotations/instances_val.json", "none.png");
    assertFalse(
        verify().counts().containsKey(Fault.TWIN_ACROSS_SPLITS), "a file that is not there");
    assertEquals(1, verify().examined().get("images of other splits").things());
  }

  @ParameterizedTest
  @CsvSource({
    "annotations/instances_train2017.json, train",
    "annotations/person_keypoints_val2017.json, val",
    "lvis_v1_val.json, val",
    "annotations/image_info_test-dev2017.json, test",
    "training.json, train",
    "data/valid/_annotations.coco.json, val",
    "Test.json, test",
    "train/contest.json, train",
    "annotations/instances_calibration.json, calibration",
    "labels/instances.json, ''",
    "labels/detrain.json, ''"
  })
  void namesTellTheSplit(Path file, String split) {
    assertEquals(split, CocoSplit.of(file).orElse(""));
  }

  @Test
  void manyImagesOfOneKeyAreComparedEachOnce() throws Exception {
    String[] train = new String[40];
    String[] val = new String[40];
    for (int i = 0; i < 40; i++) {
      train[i] = "t" + i + ".png";
      val[i] = "v" + i + ".png";
      image("images/" + train[i], 1 + i);
      image("images/" + val[i], 40 - i);
    }
    coco("annotations/instances_train.json", train);
    coco("annotations/instances_val.json", val);
    assertEquals(40, leaks().size());
    assertEquals(
        40,
        leaks().stream()
            .map(line -> line.replaceAll(".*byte for byte, ", ""))
            .collect(Collectors.toSet())
            .size());
  }
}
