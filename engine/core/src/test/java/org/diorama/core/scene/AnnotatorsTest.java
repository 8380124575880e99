package org.diorama.core.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AnnotatorsTest {
  @Test
  void orderAndRepetitionMeanNothingAndSomeAreAlwaysThere() {
    Annotators some =
        new Annotators(List.of(Annotator.NOCS, Annotator.DISTANCE, Annotator.NOCS), FloatFiles.NPY);
    assertEquals("[depth, instance, semantic, panoptic, distance, nocs]", some.text());
    assertEquals(some, new Annotators(List.of(Annotator.DISTANCE, Annotator.NOCS), FloatFiles.NPY));
    assertTrue(new Annotators(List.of(), FloatFiles.EXR).has(Annotator.SEMANTIC));
  }

  @Test
  void coversWhatIsAmongThem() {
    Annotators few = new Annotators(List.of(Annotator.FLOW), FloatFiles.NPY);
    Annotators more = few.plus(List.of(Annotator.POSE));
    assertTrue(more.covers(few));
    assertTrue(more.covers(more));
    assertFalse(few.covers(more));
    assertFalse(more.covers(new Annotators(List.of(Annotator.FLOW), FloatFiles.EXR)));
  }

  /** No two files of a frame have one path, whatever is asked for. */
  @Test
  void filesDoNotMeet() {
    for (FloatFiles floats : FloatFiles.values()) {
      Set<String> paths = new HashSet<>();
      for (Annotator annotator : Annotator.values()) {
        for (LabelFile file : annotator.files()) {
          assertTrue(paths.add(file.folder() + file.form().extension(floats)), file.toString());
        }
      }
    }
  }
}
