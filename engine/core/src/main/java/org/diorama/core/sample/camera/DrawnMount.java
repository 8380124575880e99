package org.diorama.core.sample.camera;

import java.util.List;
import java.util.Optional;
import org.diorama.core.geometry.PinholeCamera;
import org.diorama.core.light.Development;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.Rotations;
import org.diorama.core.math.Vec3;
import org.diorama.core.sample.instance.Instance;

/**
 * What was drawn for one mount of cameras; its pose is a function of time.
 *
 * @param carrier in whose frame it stands; nothing for the world
 * @param aim where it is and looks before it is turned
 * @param turn of its aim
 * @param cameras in the scene's order
 */
public record DrawnMount(
    Optional<Instance> carrier, Aim aim, Turn turn, List<DrawnCamera> cameras) {

  /** A camera pose, OpenCV frame, in the carrier's frame. */
  interface Aim {
    Affine3 at(double seconds);

    default boolean moves() {
      return false;
    }
  }

  /** Radians: counter-clockwise seen from above, upwards, clockwise as it looks. */
  record Turn(double yaw, double pitch, double roll) {
    boolean isNone() {
      return yaw == 0 && pitch == 0 && roll == 0;
    }

    /** Turns a pose, and first moves it within its own forward-left-up frame. */
    Affine3 of(Affine3 worldFromCamera, Vec3 offset) {
      Affine3 frame = Rotations.forwardLeftUp(worldFromCamera);
      if (!isNone()) {
        return frame.times(Rotations.camera(offset, yaw, pitch, roll));
      }
      if (offset.equals(Vec3.ZERO)) {
        return worldFromCamera;
      }
      Vec3 way = frame.transformPoint(offset).minus(worldFromCamera.translation());
      return Affine3.translation(way).times(worldFromCamera);
    }
  }

  /**
   * @param offset in the mount's forward-left-up frame
   */
  public record DrawnCamera(
      Vec3 offset, Turn turn, PinholeCamera pinhole, Development development) {}

  /**
   * @param camera number within the mount
   */
  public Affine3 worldFromCamera(int camera, double seconds) {
    Affine3 mounted = turn.of(aim.at(seconds), Vec3.ZERO);
    Affine3 worldFromMount =
        carrier.map(present -> present.worldFromAxes(seconds).times(mounted)).orElse(mounted);
    DrawnCamera drawn = cameras.get(camera);
    return drawn.turn().of(worldFromMount, drawn.offset());
  }

  boolean moves() {
    return aim.moves() || carrier.filter(Instance::moves).isPresent();
  }
}
