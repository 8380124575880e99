package org.diorama.core.sky.celestial;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.diorama.core.geometry.PinholeCamera;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.LinearColor;
import org.diorama.core.math.Vec3;
import org.diorama.core.sky.air.Star;

/**
 * What sun, moon and stars add to the pixels of an image that show the sky. Points share their
 * light among four pixels, so that its sum stays the same wherever between pixels they lie: they
 * neither flicker nor vanish as the camera moves.
 *
 * @param pixels rising: row · width + column
 * @param luminance red, green, blue of each in cd/m²
 */
public record SkyLightPixels(int[] pixels, float[] luminance) {
  private static final SkyLightPixels NONE = new SkyLightPixels(new int[0], new float[0]);

  /** Places in a pixel, along each side, at which a disk is looked for. */
  private static final int PARTS = 4;

  /** Pixels of a disk's radius below which it is a point. */
  private static final double POINT = 1.5;

  public static SkyLightPixels of(PinholeCamera camera, Affine3 worldFromCamera, SkyLights lights) {
    if (lights.disks().isEmpty() && lights.stars().isEmpty()) {
      return NONE;
    }
    Image image = new Image(camera, worldFromCamera, lights);
    lights.disks().forEach(image::disk);
    lights.stars().stream().filter(star -> image.isFree(star.towards())).forEach(image::star);
    return image.pixels();
  }

  /** What is added to a pixel. */
  public LinearColor at(int pixel) {
    int found = Arrays.binarySearch(pixels, pixel);
    return found < 0
        ? LinearColor.BLACK
        : new LinearColor(luminance[3 * found], luminance[3 * found + 1], luminance[3 * found + 2]);
  }

  private static final class Image {
    private final PinholeCamera camera;
    private final Affine3 worldFromCamera;
    private final Affine3 cameraFromWorld;
    private final SkyLights lights;
    private final Map<Integer, LinearColor> sums = new TreeMap<>();

    Image(PinholeCamera camera, Affine3 worldFromCamera, SkyLights lights) {
      this.camera = camera;
      this.worldFromCamera = worldFromCamera;
      this.cameraFromWorld = worldFromCamera.inverse();
      this.lights = lights;
    }

    /** Whether no disk is in front. */
    boolean isFree(Vec3 direction) {
      return lights.disks().stream()
          .noneMatch(disk -> disk.towards().dot(direction) > Math.cos(disk.radius()));
    }

    void star(Star star) {
      point(star.towards(), star.illuminance());
    }

    /**
     * @param illuminance lux as it arrives from space
     */
    private void point(Vec3 towards, LinearColor illuminance) {
      Vec3 seen = cameraFromWorld.transformDirection(towards);
      if (seen.z() <= 0 || towards.z() <= 0) {
        return;
      }
      double u = camera.projectX(seen) - 0.5;
      double v = camera.projectY(seen) - 0.5;
      if (u <= -1 || v <= -1 || u >= camera.width() || v >= camera.height()) {
        return;
      }
      double cosine = seen.z() / seen.length();
      double perPixel = camera.focalX() * camera.focalY() / (cosine * cosine * cosine);
      LinearColor light = illuminance.times(lights.through().apply(towards)).times(perPixel);
      int column = (int) Math.floor(u);
      int row = (int) Math.floor(v);
      double right = u - column;
      double below = v - row;
      add(column, row, light.times((1 - right) * (1 - below)));
      add(column + 1, row, light.times(right * (1 - below)));
      add(column, row + 1, light.times((1 - right) * below));
      add(column + 1, row + 1, light.times(right * below));
    }

    void disk(SkyDisk disk) {
      Vec3 middle = cameraFromWorld.transformDirection(disk.towards());
      double cosine = middle.z() / middle.length();
      if (cosine <= Math.sin(disk.radius())) {
        return;
      }
      double wide = 1.3 * Math.tan(disk.radius()) / (cosine * cosine);
      if (disk.radius() * Math.max(camera.focalX(), camera.focalY()) < POINT) {
        point(disk.towards(), disk.illuminance());
        return;
      }
      double u = camera.projectX(middle);
      double v = camera.projectY(middle);
      int left = (int) Math.max(0, Math.floor(u - wide * camera.focalX() - 1));
      int top = (int) Math.max(0, Math.floor(v - wide * camera.focalY() - 1));
      int right = (int) Math.min(camera.width() - 1, Math.ceil(u + wide * camera.focalX() + 1));
      int bottom = (int) Math.min(camera.height() - 1, Math.ceil(v + wide * camera.focalY() + 1));
      for (int row = top; row <= bottom; row++) {
        for (int column = left; column <= right; column++) {
          double share = share(disk, column, row);
          if (share > 0) {
            LinearColor arrives = lights.through().apply(direction(column + 0.5, row + 0.5));
            add(column, row, disk.luminance().times(arrives).times(share));
          }
        }
      }
    }

    private double share(SkyDisk disk, int column, int row) {
      double sum = 0;
      for (int part = 0; part < PARTS * PARTS; part++) {
        Vec3 place =
            direction(column + (part % PARTS + 0.5) / PARTS, row + (part / PARTS + 0.5) / PARTS);
        // What has set is behind the ground.
        sum += place.z() > 0 ? disk.share(place) : 0;
      }
      return sum / (PARTS * PARTS);
    }

    private Vec3 direction(double u, double v) {
      return worldFromCamera.transformDirection(camera.direction(u, v)).normalize();
    }

    private void add(int column, int row, LinearColor light) {
      if (column >= 0 && row >= 0 && column < camera.width() && row < camera.height()) {
        sums.merge(row * camera.width() + column, light, LinearColor::plus);
      }
    }

    SkyLightPixels pixels() {
      int[] pixels = new int[sums.size()];
      float[] luminance = new float[3 * pixels.length];
      int at = 0;
      for (Map.Entry<Integer, LinearColor> sum : sums.entrySet()) {
        pixels[at] = sum.getKey();
        luminance[3 * at] = (float) sum.getValue().red();
        luminance[3 * at + 1] = (float) sum.getValue().green();
        luminance[3 * at + 2] = (float) sum.getValue().blue();
        at++;
      }
      return new SkyLightPixels(pixels, luminance);
    }
  }
}
