package org.diorama.dataset.verify.files;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What trainers leave is told from what lies astray. */
class TrainerFilesTest {
  @ParameterizedTest
  @CsvSource({
    "yolo/detect/labels/train.cache, true",
    "yolo/pose/labels/val/00012.cache, true",
    "yolo/segment/labels.cache, true",
    "yolo/segment/labels/train.cache.npy, true",
    "yolo/detect/images/train/00000012.npy, true",
    "yolo/detect/labels/train/00000099.txt, false",
    "yolo/detect/images/train/00000099.png, false",
    "yolo/detect/train.cache, false",
    "labels/train.cache, false",
    "depth_float/00000012.npy, false",
    "images/00000012.npy, false"
  })
  void byTheirPlacesAlone(String path, boolean left) {
    assertEquals(left, TrainerFiles.are(path), path);
  }
}
