package org.diorama.dataset.verify.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.diorama.core.DioramaException;
import org.diorama.dataset.verify.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CocoFoldersTest {
  @TempDir private Path root;

  private Path file(String path) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, "");
  }

  private CocoFolders images(Path file, String one) {
    return CocoFolders.ofImages(file, Optional.empty(), one);
  }

  @Test
  void filesAreInAnnotationsOrBesideOrAmongImages() throws IOException {
    Path valid = file("valid/_annotations.coco.json");
    file("valid/other.json");
    assertEquals(List.of(valid), CocoFolders.filesOf(root));
    Path beside = file("labels.json");
    assertEquals(List.of(beside), CocoFolders.filesOf(root));
    Path whole = file("annotations/instances.json");
    Path form = file("annotations/coco-rle/keypoints.json");
    file("annotations/coco-rle/instances.json");
    file("annotations/README");
    assertEquals(List.of(whole, form), CocoFolders.filesOf(root), "each in one form");
    assertThrows(DioramaException.class, () -> CocoFolders.filesOf(root.resolve("no")));
  }

  @Test
  void filesOfOneNameAreCalledByTheirFolders() {
    Path train = root.resolve("train/_annotations.coco.json");
    Path valid = root.resolve("valid/_annotations.coco.json");
    assertEquals(
        List.of("train/_annotations.coco.json", "valid/_annotations.coco.json"),
        CocoFolders.names(List.of(train, valid)));
    assertEquals(List.of("_annotations.coco.json"), CocoFolders.names(List.of(train)));
  }

  @Test
  void imagesLieWhereTheirMakersPutThem() throws IOException {
    Path coco = file("annotations/instances_val2017.json");
    assertTrue(images(coco, "a.jpg").areUnknown());
    Path a = file("val2017/a.jpg");
    assertEquals(a, images(coco, "").image("a.jpg"));
    Path b = file("images/b.jpg");
    assertEquals(b, images(coco, "").image("b.jpg"));
    assertEquals(a, images(coco, "").image("a.jpg"), "in either");
    assertEquals(root.resolve("images/c.jpg"), images(coco, "").image("c.jpg"), "to be there");
    assertEquals(b, images(file("annotations/coco-rle/instances.json"), "").image("b.jpg"));

    Path among = file("train/_annotations.coco.json");
    Path x = file("train/x.jpg");
    assertEquals(x, images(among, "x.jpg").image("x.jpg"));
    Path given = root.resolve("val2017");
    assertEquals(
        given.resolve("x.jpg"),
        CocoFolders.ofImages(among, Optional.of(given), "x.jpg").image("x.jpg"));
    assertThrows(
        IllegalStateException.class,
        () -> images(root.resolve("far/off/x.json"), "").image("x.jpg"));
  }

  /** LVIS names its images by their addresses alone. */
  @Test
  void namesComeFromAddressesWhereThereIsNoOther() throws IOException, FaultyFile {
    String address = "\"coco_url\": \"http://images.org/val2017/139.jpg\"";
    assertEquals("val2017/139.jpg", name("{" + address + "}"));
    assertEquals("a.jpg", name("{\"file_name\": \"a.jpg\", " + address + "}"));
    assertEquals("", name("{\"coco_url\": \"139.jpg\"}"));
    assertEquals("", name("{}"));
    Path image = file("val2017/139.jpg");
    Path lvis = file("annotations/lvis_v1_val.json");
    assertEquals(image, images(lvis, "val2017/139.jpg").image("val2017/139.jpg"));
  }

  private static String name(String entry) throws FaultyFile {
    return CocoFolders.fileName(Json.parse(entry.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void segmentsLieBesideTheirFile() throws IOException {
    Path coco = file("annotations/panoptic_val2017.json");
    assertFalse(CocoFolders.ofSegments(coco).isPresent());
    file("annotations/panoptic/1.png");
    assertEquals(root.resolve("annotations/panoptic"), CocoFolders.ofSegments(coco).get());
    file("annotations/panoptic_val2017/1.png");
    assertEquals(root.resolve("annotations/panoptic_val2017"), CocoFolders.ofSegments(coco).get());
  }
}
