package org.diorama.core.label.pixel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Random;
import org.diorama.core.geometry.PinholeCamera;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.Rotations;
import org.diorama.core.math.Vec3;
import org.diorama.core.render.Channel;
import org.diorama.core.render.RenderedView;
import org.diorama.core.sample.FrameInstant;
import org.diorama.core.sample.MotionStates;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ViewPixelsTest {
  private static final Affine3 POSE = Rotations.lookAt(new Vec3(3, -2, 1), new Vec3(0.2, 0.1, 0.4));

  private static PinholeCamera lens(double degrees) {
    double focal = 32 / Math.tan(Math.toRadians(degrees / 2));
    return new PinholeCamera(64, 48, focal, focal * 1.1, 31, 25);
  }

  /** A wall across the view: distance is z / cos of the ray's angle, whatever the lens. */
  @ParameterizedTest
  @ValueSource(doubles = {1, 10, 60, 90, 120, 150})
  void distanceIsDepthOverTheCosine(double degrees) {
    PinholeCamera lens = lens(degrees);
    CubeScene scene =
        new CubeScene(lens, MotionStates.still(Affine3.IDENTITY))
            .cube(MotionStates.still(CubeScene.box(new Vec3(0, 0, 3), new Vec3(1e3, 1e3, 2))));
    ViewPixels pixels = new ViewPixels(scene.view(FrameInstant.LABEL), scene.camera());
    float[] depth = new float[64];
    float[] distance = new float[64];
    for (int y = 0; y < 48; y++) {
      pixels.depth().fill(y, depth);
      pixels.distance().fill(y, distance);
      for (int x = 0; x < 64; x++) {
        double across = Math.atan((x + 0.5 - 31) / lens.focalX());
        double down = Math.atan((y + 0.5 - 25) / lens.focalY() * Math.cos(across));
        double expected = 2 / (Math.cos(across) * Math.cos(down));
        assertEquals(2, depth[x]);
        assertEquals(expected, distance[x], 1e-6 * expected, degrees + ": " + x + ", " + y);
      }
    }
  }

  /** A point that is unprojected from depth and distance lies at the pixel that shows it. */
  @ParameterizedTest
  @ValueSource(doubles = {1, 60, 150})
  void whatIsUnprojectedReprojectsToItsPixel(double degrees) {
    PinholeCamera lens = lens(degrees);
    double away = degrees < 10 ? 60 : 3;
    CubeScene scene =
        new CubeScene(lens, MotionStates.still(POSE))
            .cube(
                MotionStates.still(
                    POSE.times(CubeScene.box(new Vec3(0, 0, away), new Vec3(2, 1, 1)))
                        .times(Rotations.aboutAxis(new Vec3(1, 2, 3).normalize(), 0.7))));
    RenderedView view = scene.view(FrameInstant.LABEL);
    float[] distance = new float[64];
    int seen = 0;
    for (int y = 0; y < 48; y++) {
      new ViewPixels(view, scene.camera()).distance().fill(y, distance);
      for (int x = 0; x < 64; x++) {
        if (distance[x] > 0) {
          seen++;
          Vec3 point = lens.direction(x + 0.5, y + 0.5).normalize().times(distance[x]);
          assertEquals(x + 0.5, lens.projectX(point), 1e-3);
          assertEquals(y + 0.5, lens.projectY(point), 1e-3);
          int pixel = y * 64 + x;
          assertEquals(view.plane(Channel.DEPTH).getFloat(4 * pixel), point.z(), 1e-6 * away);
        }
      }
    }
    assertTrue(seen > 20, "seen " + seen);
  }

  @Test
  void normalsOfTheWorldAreTurnedByTheCamera() {
    CubeScene scene = new CubeScene(lens(60), MotionStates.still(POSE));
    RenderedView view = scene.view(FrameInstant.LABEL);
    Random random = new Random(3);
    FloatBuffer plane = view.plane(Channel.NORMAL).asFloatBuffer();
    Vec3[] world = new Vec3[64 * 48];
    for (int pixel = 0; pixel < world.length; pixel++) {
      // Faces many pixels wide, single pixels, and background.
      boolean isFace = pixel % 29 > 7;
      world[pixel] =
          pixel % 7 == 0 && !isFace
              ? Vec3.ZERO
              : isFace
                  ? world[pixel - 1]
                  : new Vec3(random.nextGaussian(), random.nextGaussian(), random.nextGaussian())
                      .normalize();
      Vec3 own = POSE.inverse().transformDirection(world[pixel]);
      plane.put(3 * pixel, (float) own.x());
      plane.put(3 * pixel + 1, (float) own.y());
      plane.put(3 * pixel + 2, (float) own.z());
    }
    ViewPixels pixels = new ViewPixels(view, scene.camera());
    float[] row = new float[3 * 64];
    float[] camera = new float[3 * 64];
    for (int y = 0; y < 48; y++) {
      pixels.worldNormals().fill(y, row);
      pixels.normals().fill(y, camera);
      for (int i = 0; i < row.length; i++) {
        assertEquals(world[y * 64 + i / 3].component(i % 3), row[i], 1e-6);
        assertEquals(plane.get(3 * 64 * y + i), camera[i]);
      }
    }
  }

  @Test
  void anEmptyImageStaysEmpty() {
    CubeScene scene = new CubeScene(lens(60), MotionStates.still(POSE));
    RenderedView view = scene.view(FrameInstant.LABEL);
    ViewPixels pixels = new ViewPixels(view, scene.camera());
    for (PixelRows rows :
        new PixelRows[] {
          pixels.depth(), pixels.distance(), pixels.normals(), pixels.worldNormals()
        }) {
      float[] row = new float[3 * 64];
      Arrays.fill(row, 7);
      rows.fill(5, row);
      for (int x = 0; x < 64; x++) {
        assertEquals(0, row[x], 0);
      }
    }
    assertEquals(0, new SurfacePoints(view, scene.camera()).count());
  }
}
