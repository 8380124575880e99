package org.diorama.core.label;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.Vec3;
import org.diorama.core.sample.FixedFacts;
import org.diorama.core.sample.MotionStates;
import org.diorama.core.sample.SampledMaterial;
import org.diorama.core.sample.SampledNode;
import org.junit.jupiter.api.Test;

class LabelAssetsTest {
  private final LabelAssets assets =
      new LabelAssets(new FixedFacts().with("crate", "", new Vec3(1, 2, 3), 0));

  private static SampledNode node(String digest) {
    return new SampledNode(
        1,
        1,
        "crates",
        0,
        0,
        "crate",
        digest,
        0,
        1,
        MotionStates.still(Affine3.IDENTITY),
        SampledMaterial.NONE);
  }

  @Test
  void cornersAreMadeOnce() {
    SampledNode node = node("digest of crate");
    assertEquals(8, assets.points(node).positions().length / 3);
    assertSame(assets.points(node), assets.points(node));
  }

  /** A replay must not measure another model than was drawn. */
  @Test
  void anotherModelIsRefused() {
    DioramaException failure =
        assertThrows(DioramaException.class, () -> assets.points(node("an older one")));
    assertEquals(ExitStatus.BAD_INPUT, failure.status());
    assertTrue(failure.getMessage().contains("asset crate changed"), failure.getMessage());
  }
}
