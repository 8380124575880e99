package org.diorama.reference;

import java.util.Optional;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.LinearColor;
import org.diorama.core.math.Vec3;
import org.diorama.core.outdoor.OutdoorLight;
import org.diorama.core.weather.FogLayer;

/**
 * What fog in the shadow of things does not scatter of the sun, by shadow rays from places of equal
 * share of what each way's fog scatters. One thread's own.
 */
final class FogShade {
  private static final int PLACES = 32;

  private final Affine3 worldFromCamera;
  private final Optional<OutdoorLight.Fog> fog;
  private final LightPaths paths;
  private final Vec3 towardsSun;

  /**
   * @param towardsSun in the camera's frame
   */
  FogShade(Affine3 worldFromCamera, OutdoorLight light, LightPaths paths, Vec3 towardsSun) {
    this.worldFromCamera = worldFromCamera;
    this.fog =
        light.fog().filter(each -> light.sun().isPresent()).filter(OutdoorLight.Fog::showsShade);
    this.paths = paths;
    this.towardsSun = towardsSun;
  }

  /**
   * @param inView what is seen, or any point in its direction for the sky
   * @param distance meters to it
   */
  LinearColor lost(Vec3 inView, double distance) {
    if (fog.isEmpty()) {
      return LinearColor.BLACK;
    }
    FogLayer layer = fog.get().layer();
    Vec3 ray = inView.normalize();
    Vec3 inWorld = worldFromCamera.transformDirection(ray);
    double eye = worldFromCamera.translation().z();
    double end = Math.min(distance, fog.get().reach());
    double passed = 1 - Math.exp(-layer.opticalDepth(eye, eye + end * inWorld.z(), end));
    int hidden = 0;
    for (int k = 0; k < PLACES; k++) {
      double depth = -Math.log1p(-passed * (k + 0.5) / PLACES);
      double way = Math.min(end, layer.wayThrough(eye, inWorld.z(), depth));
      boolean blocked = paths.isBlocked(ray.times(way), towardsSun, Double.POSITIVE_INFINITY);
      hidden += blocked ? 1 : 0;
    }
    double phase = layer.phase(ray.dot(towardsSun));
    return fog.get().light().scatteredSunlight().times(phase * passed * hidden / PLACES);
  }
}
