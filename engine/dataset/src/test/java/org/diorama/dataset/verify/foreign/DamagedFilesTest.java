package org.diorama.dataset.verify.foreign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;
import org.diorama.dataset.verify.CocoVerification;
import org.diorama.dataset.verify.Verification;
import org.diorama.dataset.verify.finding.Fault;
import org.diorama.dataset.verify.finding.Finding;
import org.diorama.dataset.verify.read.CocoFolders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** COCO files that cannot be read to their end are findings, and those beside them are read. */
class DamagedFilesTest {
  private static final String COCO =
      """
      {"images": [{"id": 1, "width": 9, "height": 9, "file_name": "a.png"}],
       "annotations": [
        {"id": 1, "image_id": 1, "category_id": 1, "iscrowd": 0, "area": 4, "bbox": [1, 1, 2, 2]},
        {"id": 2, "image_id": 1, "category_id": 1, "iscrowd": 0, "area": 9, "bbox": [1, 1, 3, 2]}],
       "categories": [{"id": 1, "name": "cat"}]}
      """;

  @TempDir private Path folder;

  private Verification verify(Path... files) throws InterruptedException {
    return CocoVerification.run(List.of(files), Optional.empty(), 2, (done, total) -> {});
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  /** Cut within the second annotation, after the first, within the images, at once. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"area\": 9|line 4, column |1 images and 1 annotations",
        "{\"id\": 2|line 4, column |1 images and 1 annotations",
        "\"width\"|line 1, column |0 images and 0 annotations",
        "\"images\"|line 1, column |0 images and 0 annotations"
      })
  void aFileThatEndsInTheMiddleIsFoundAndProvesNothing(String end, String place, String before)
      throws Exception {
    int at = COCO.indexOf(end);
    Verification verification = verify(write("cut.json", COCO.substring(0, at)));
    assertEquals(Set.of(Fault.JSON_UNREADABLE), verification.counts().keySet());
    Finding finding = verification.findings().get(0);
    assertEquals("cut.json", finding.file());
    assertTrue(finding.detail().startsWith(place), finding.detail());
    String cause = "(the file ends in the middle; the " + before + " before it are not verified)";
    assertTrue(finding.detail().endsWith(cause), finding.detail());
    assertEquals(
        0, verification.examined().values().stream().mapToLong(count -> count.things()).sum());
    assertEquals(Map.of(), verification.scores());
  }

  @Test
  void whatIsNoJsonIsToldWithItsPlace() throws Exception {
    Verification verification =
        verify(write("odd.json", COCO.replace("\"area\": 9", "\"area\" 9")));
    String detail = verification.findings().get(0).detail();
    assertTrue(detail.startsWith("line 4, column "), detail);
    assertTrue(detail.contains("(the 1 images and 1 annotations before it"), detail);
  }

  /** The sound file has the fault of its own, and all checks of it. */
  @Test
  void filesBesideADamagedOneAreVerified() throws Exception {
    Files.createDirectories(folder.resolve("annotations"));
    write("annotations/instances_train.json", COCO.substring(0, 200));
    write("annotations/instances_val.json", COCO.replace("\"area\": 9, ", ""));
    write("annotations/label_map.json", "{\"1\": \"cat\"}");
    Files.createSymbolicLink(
        folder.resolve("annotations/instances_test.json"), Path.of("../none.json"));
    Verification verification =
        CocoVerification.run(CocoFolders.filesOf(folder), Optional.empty(), 2, (done, total) -> {});
    assertEquals(
        Set.of(Fault.JSON_UNREADABLE, Fault.AREA_MISSING, Fault.FILE_MISSING),
        verification.counts().keySet());
    assertEquals(2, verification.examined().get("areas").things());
    assertEquals(
        Set.of("lists of images and annotations in label_map.json"),
        verification.examined().get("COCO files").lacking().keySet());
  }

  /** COCO's test images have no labels: their names and sizes are verified all the same. */
  @Test
  void imagesAloneAreVerified() throws Exception {
    Path file =
        write("image_info_test.json", "{\"images\": [{\"id\": 1, \"file_name\": \"a.png\"}]}");
    Verification verification = verify(file);
    assertEquals(Set.of(Fault.SIZE_MISSING), verification.counts().keySet());
    assertEquals(
        Set.of("a list of annotations in image_info_test.json"),
        verification.examined().get("COCO files").lacking().keySet());
    Path map = write("label_map.json", "{\"1\": \"cat\"}");
    assertEquals(
        ExitStatus.BAD_INPUT, assertThrows(DioramaException.class, () -> verify(map)).status());
  }
}
