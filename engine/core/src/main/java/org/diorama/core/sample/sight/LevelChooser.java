package org.diorama.core.sample.sight;

import java.util.List;
import org.diorama.core.asset.AssetFact;
import org.diorama.core.geometry.PinholeCamera;
import org.diorama.core.math.Aabb;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.Vec3;

/**
 * Level of detail of an instance, one for all cameras, passes and steps: the coarsest whose error
 * stays below half a pixel wherever a camera may see it. An error e, at a distance of at least d
 * from the eye, at an angle θ off the axis, spans at most {@code f e / (d cos² θ)} pixels; θ is
 * taken at the image's corner and d at the nearest point of the instance's bounds. A camera inside
 * the bounds asks for level 0.
 */
public final class LevelChooser {
  private static final double LARGEST_ERROR_PIXELS = 0.5;

  private LevelChooser() {}

  /**
   * Where a camera is at one moment.
   *
   * @param magnification largest number of pixels that a radian spans in its image
   */
  public record Eye(Vec3 position, double magnification) {
    public static Eye of(PinholeCamera camera, Affine3 worldFromCamera) {
      return new Eye(worldFromCamera.translation(), LevelChooser.magnification(camera));
    }
  }

  /** Whether an asset has levels to choose from. */
  public static boolean hasChoice(AssetFact fact) {
    return fact.levelErrors().size() > 1;
  }

  /**
   * @param scale factors along the asset's axes, positive
   * @param worldFromAxes the instance's rigid motion, without scale, moment by moment
   * @param eyes at the same moments
   */
  public static int choose(
      AssetFact fact, Vec3 scale, List<Affine3> worldFromAxes, List<List<Eye>> eyes) {
    Aabb bounds = new Aabb(fact.bounds().min().times(scale), fact.bounds().max().times(scale));
    double stretch = Math.max(scale.x(), Math.max(scale.y(), scale.z()));
    double pixelsPerMeter = 0;
    for (int i = 0; i < eyes.size(); i++) {
      Affine3 axesFromWorld = worldFromAxes.get(i).inverse();
      for (Eye eye : eyes.get(i)) {
        double distance = distance(bounds, axesFromWorld.transformPoint(eye.position()));
        pixelsPerMeter = Math.max(pixelsPerMeter, eye.magnification() / distance);
      }
    }
    int level = 0;
    for (int i = 1; i < fact.levelErrors().size(); i++) {
      if (fact.levelErrors().get(i) * stretch * pixelsPerMeter < LARGEST_ERROR_PIXELS) {
        level = i;
      }
    }
    return level;
  }

  /** {@code f / cos² θ} at the corner farthest from the axis, in pixels. */
  private static double magnification(PinholeCamera camera) {
    double x = Math.max(camera.centerX(), camera.width() - camera.centerX()) / camera.focalX();
    double y = Math.max(camera.centerY(), camera.height() - camera.centerY()) / camera.focalY();
    return Math.max(camera.focalX(), camera.focalY()) * (1 + x * x + y * y);
  }

  private static double distance(Aabb box, Vec3 point) {
    return point.minus(point.max(box.min()).min(box.max())).length();
  }
}
