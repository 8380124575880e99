package org.diorama.dataset.verify.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.diorama.core.scene.Annotator;
import org.diorama.core.scene.FloatFiles;
import org.diorama.core.scene.LabelFile;
import org.junit.jupiter.api.Test;

class LabelPlaneTest {
  /** What no plane is of, replay by another renderer does not compare. */
  @Test
  void everyFileOfEveryAnnotatorIsOneOfThem() {
    Set<LabelPlane> planes = EnumSet.noneOf(LabelPlane.class);
    for (Annotator annotator : Annotator.values()) {
      for (LabelFile file : annotator.files()) {
        for (FloatFiles floats : FloatFiles.values()) {
          String path = file.folder() + "/00000012_left" + file.form().extension(floats);
          Optional<LabelPlane> plane = LabelPlane.of(path);
          assertTrue(plane.isPresent(), path);
          planes.add(plane.get());
        }
      }
    }
    assertEquals(EnumSet.allOf(LabelPlane.class), planes);
  }
}
