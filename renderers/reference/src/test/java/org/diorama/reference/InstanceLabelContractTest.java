package org.diorama.reference;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.diorama.core.label.LabelAssets;
import org.diorama.core.math.Vec3;
import org.diorama.core.render.DeviceRequest;
import org.diorama.core.render.RenderSession;
import org.diorama.testkit.InstanceLabelContract;
import org.diorama.testkit.RandomScenes;
import org.diorama.testkit.TestScene;
import org.junit.jupiter.api.Test;

/** Values of annotations on random scenes, near the origin and far from it. */
class InstanceLabelContractTest {
  private static final int SCENES = 5;

  @Test
  void valuesHangTogetherOnRandomScenes() {
    int checked = 0;
    for (long seed = 0; seed < SCENES; seed++) {
      for (Vec3 origin : List.of(Vec3.ZERO, new Vec3(7071.3, -7070.9, 11.7))) {
        TestScene scene = RandomScenes.rig(seed, origin);
        try (RenderSession session =
            new ReferenceRendererProvider().open(DeviceRequest.AUTO, scene.assets())) {
          checked +=
              InstanceLabelContract.check(
                  "seed " + seed + " at " + origin,
                  session,
                  scene.frame(),
                  new LabelAssets(scene.assets()));
        }
      }
    }
    assertTrue(checked > 8 * SCENES, checked + " annotations");
  }
}
