package org.diorama.scenefile;

import java.util.List;
import org.diorama.core.scene.LabelChoice;
import org.diorama.core.scene.ObjectDescription;
import org.diorama.core.scene.SceneDescription;

/** Whether what is labelled as a part stands in something that is drawn. */
final class PartChecks {
  private final SurfaceChecks.Reporter reporter;

  PartChecks(SurfaceChecks.Reporter reporter) {
    this.reporter = reporter;
  }

  void check(SceneDescription scene) {
    check(scene.objects(), false);
  }

  /**
   * @param within whether anything above them is drawn
   */
  private void check(List<ObjectDescription> objects, boolean within) {
    for (ObjectDescription object : objects) {
      boolean carried = within || object.attachment().isPresent();
      if (object.label() instanceof LabelChoice.Parent && !carried) {
        reporter.report(
            object.path() + ".label",
            "it stands in nothing that is drawn",
            "Write a category or none, or make it a child of the object it belongs to.");
      }
      check(object.children(), carried || object.asset().isPresent());
    }
  }
}
