package org.diorama.opengl.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.EnumSet;
import java.util.Optional;
import java.util.SplittableRandom;
import org.diorama.core.geometry.PinholeCamera;
import org.diorama.core.light.Development;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.LinearColor;
import org.diorama.core.math.Vec3;
import org.diorama.core.render.Channel;
import org.diorama.core.render.View;
import org.diorama.core.sample.GradientSky;
import org.diorama.core.sample.SampledLighting;
import org.diorama.core.sample.SampledLighting.Sun;
import org.diorama.opengl.pass.GpuLayout;
import org.junit.jupiter.api.Test;

class ViewBlockTest {
  @Test
  void lightSpaceIsARotationWithTheSunOnItsThirdAxis() {
    SplittableRandom random = new SplittableRandom(8);
    for (int i = 0; i < 1000; i++) {
      Vec3 towards =
          i == 0
              ? Vec3.UNIT_Z
              : new Vec3(
                      random.nextDouble(-1, 1), random.nextDouble(-1, 1), random.nextDouble(-1, 1))
                  .normalize();
      Affine3 lightFromWorld = ViewBlock.lightFromWorld(towards);
      assertEquals(1, lightFromWorld.determinant(), 1e-12, "seed 8, case " + i);
      Vec3 sun = lightFromWorld.transformDirection(towards);
      assertEquals(0, sun.minus(Vec3.UNIT_Z).length(), 1e-12, "seed 8, case " + i);
    }
  }

  @Test
  void everyValueLiesWhereTheShadersReadIt() {
    PinholeCamera camera = new PinholeCamera(31, 17, 20, 25, 15.5, 8.25);
    View view =
        new View("", camera, Affine3.IDENTITY, Development.exposed(0), EnumSet.of(Channel.DEPTH));
    SampledLighting lighting =
        new SampledLighting(
            Optional.of(new Sun(Vec3.UNIT_X, new LinearColor(12, 24, 36), 0.02)),
            new GradientSky(
                LinearColor.WHITE, LinearColor.WHITE.times(2), LinearColor.WHITE.times(3)));
    ByteBuffer out = ByteBuffer.allocate(GpuLayout.VIEW_BYTES).order(ByteOrder.nativeOrder());
    ViewLayout layout = new ViewLayout(31, 17, 5, 6, view.channels());
    ViewBlock.write(out, view, layout, TestLight.of(lighting), SlantArea.NONE);
    assertEquals(0, out.remaining());
    assertEquals(15.5, out.getDouble(0));
    assertEquals(0.04, out.getDouble(24));
    assertEquals(31, out.getInt(32));
    assertEquals(5, out.getInt(40), "rows");
    assertEquals(6, out.getInt(44), "draws");
    assertEquals(31 * 17, out.getInt(52), "instances follow depth");
    assertEquals(31 * 17 + 264, out.getInt(56), "two ids a word, 527 pixels");
    assertEquals(1, out.getFloat(112), "towards the sun");
    assertEquals(0.01, out.getFloat(124), 1e-6);
    assertEquals(20, out.getFloat(132), 1e-5, "24 lux exposed");
    assertEquals(1, out.getFloat(140), "there is a sun");
    assertEquals(1 / 1.2, out.getFloat(144), 1e-6, "exposure");
  }
}
