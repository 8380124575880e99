package org.diorama.core.sample;

import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;
import org.diorama.core.geometry.PinholeCamera;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.Rotations;
import org.diorama.core.math.Vec3;
import org.diorama.core.random.DrawSite;
import org.diorama.core.scene.CameraDescription;
import org.diorama.core.scene.CameraPose;
import org.diorama.core.scene.ImageDescription;

/** Decides a camera's pose and pinhole. */
final class CameraSampler {
  private static final DrawSite WHOLE = DrawSite.WHOLE;

  private final DrawLog draws;

  CameraSampler(DrawLog draws) {
    this.draws = draws;
  }

  SampledCamera sample(CameraDescription camera) {
    ImageDescription image = camera.image();
    Affine3 pose = pose(camera);
    double angle = Rotations.radians(draws.number(camera.horizontalFieldOfView(), WHOLE));
    double focal = Rotations.focalLength(image.width(), angle);
    return new SampledCamera(
        camera.name(),
        new PinholeCamera(
            image.width(), image.height(), focal, focal, image.width() / 2.0, image.height() / 2.0),
        MotionStates.still(pose),
        draws.number(camera.exposure(), WHOLE));
  }

  private Affine3 pose(CameraDescription camera) {
    CameraPose pose = camera.pose();
    if (pose instanceof CameraPose.Fixed fixed) {
      return Rotations.camera(
          draws.vector(fixed.position(), WHOLE),
          Rotations.radians(draws.number(fixed.yaw(), WHOLE)),
          Rotations.radians(draws.number(fixed.pitch(), WHOLE)),
          Rotations.radians(draws.number(fixed.roll(), WHOLE)));
    }
    if (pose instanceof CameraPose.LookAt lookAt) {
      return lookAt(
          camera, draws.vector(lookAt.position(), WHOLE), draws.vector(lookAt.target(), WHOLE));
    }
    CameraPose.Shell shell = (CameraPose.Shell) pose;
    Vec3 target = draws.vector(shell.target(), WHOLE);
    double radius = draws.number(shell.radius(), WHOLE);
    Vec3 outward =
        Rotations.direction(
            Rotations.radians(draws.number(shell.azimuth(), WHOLE)),
            Rotations.radians(draws.number(shell.elevation(), WHOLE)));
    return lookAt(camera, target.plus(outward.times(radius)), target);
  }

  private static Affine3 lookAt(CameraDescription camera, Vec3 eye, Vec3 target) {
    if (eye.equals(target)) {
      throw new DioramaException(
          ExitStatus.BAD_INPUT,
          (camera.name().isEmpty() ? "camera" : "cameras." + camera.name())
              + ": it stands on the point it looks at, "
              + eye
              + ". Keep at and look_at apart whatever is drawn.");
    }
    return Rotations.lookAt(eye, target);
  }
}
