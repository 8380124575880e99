package org.diorama.core.label.keypoint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.FloatBuffer;
import java.nio.ShortBuffer;
import java.util.Arrays;
import org.diorama.core.geometry.PinholeCamera;
import org.diorama.core.math.Vec3;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Of an image of 4 × 3 pixels with a focal length of 4 and its center at (2, 1.5). */
class KeypointSightTest {
  private static final PinholeCamera CAMERA = new PinholeCamera(4, 3, 4, 4, 2, 1.5);

  private static KeypointLabel see(short[] ids, float[] depths, Vec3 position) {
    return new KeypointSight(CAMERA, ShortBuffer.wrap(ids), FloatBuffer.wrap(depths))
        .see(1, "tip", position, 0.01);
  }

  /** The point that is seen at an image position. */
  private static Vec3 at(double x, double y, double z) {
    return CAMERA.direction(x, y).times(z);
  }

  /** All of one instance at one depth. */
  private static KeypointLabel seeWall(int id, Vec3 position) {
    short[] ids = new short[12];
    float[] depths = new float[12];
    Arrays.fill(ids, (short) id);
    Arrays.fill(depths, 8);
    return see(ids, depths, position);
  }

  /** A pixel's footprint is a quarter of the depth, the tolerance two of those and a centimeter. */
  @ParameterizedTest
  @CsvSource({"8, 2", "5.4, 2", "5.2, 1", "15.9, 2", "16.1, 1", "100, 1"})
  void depthsMustAgree(double z, int flag) {
    KeypointLabel label = seeWall(1, at(1.25, 2.5, z));
    assertEquals(flag, label.v());
    assertEquals(1.25, label.x(), 1e-12);
    assertEquals(2.5, label.y(), 1e-12);
  }

  @Test
  void idsMustAgree() {
    assertEquals(KeypointLabel.HIDDEN, seeWall(2, at(1.25, 2.5, 8)).v());
    assertEquals(KeypointLabel.HIDDEN, seeWall(0, at(1.25, 2.5, 8)).v());
  }

  /** The left and the upper edge belong to the image, the right and the lower one don't. */
  @ParameterizedTest
  @CsvSource({
    "0, 0, 2",
    "3.999, 2.999, 2",
    "4, 1, 0",
    "4.001, 1, 0",
    "-0.001, 1, 0",
    "1, 3, 0",
    "1, -0.001, 0"
  })
  void onTheEdgeAndJustOutside(double x, double y, int flag) {
    KeypointLabel label = seeWall(1, at(x, y, 8));
    assertEquals(flag, label.v());
    assertEquals(flag == 0 ? 0 : x, label.x(), 1e-12);
    assertEquals(flag == 0 ? 0 : y, label.y(), 1e-12);
    assertEquals(at(x, y, 8), label.position());
  }

  @Test
  void behindTheCameraIsOutside() {
    assertEquals(0, seeWall(1, at(2, 1.5, -8)).v());
    assertEquals(0, seeWall(1, new Vec3(0, 0, 0)).v());
  }

  /** A tip just beside the center that shows it: one of the four centers around is enough. */
  @ParameterizedTest
  @CsvSource({
    "1.5, 1.5, 2",
    "1.1, 1.9, 2",
    "0.6, 0.6, 2",
    "2.4, 2.4, 2",
    "0.4, 1.5, 1",
    "2.6, 1.5, 1"
  })
  void oneOfTheFourCentersAroundMustShowIt(double x, double y, int flag) {
    short[] ids = {0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0};
    float[] depths = {0, 0, 0, 0, 0, 8, 0, 0, 0, 0, 0, 0};
    assertEquals(flag, see(ids, depths, at(x, y, 8)).v());
  }

  /** A floor seen at a glance: depths of its pixels differ by far more than a footprint. */
  @Test
  void aSteepSurfaceWidensTheRange() {
    short[] ids = {1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1};
    float[] depths = {40, 40, 40, 40, 8, 8, 8, 8, 5, 5, 5, 5};
    assertEquals(2, see(ids, depths, at(2, 1, 25)).v());
    assertEquals(1, see(ids, depths, at(2, 2, 25)).v());
  }
}
