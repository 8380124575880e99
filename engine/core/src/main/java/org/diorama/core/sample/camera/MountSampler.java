package org.diorama.core.sample.camera;

import java.util.List;
import java.util.Optional;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;
import org.diorama.core.geometry.PinholeCamera;
import org.diorama.core.light.Development;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.Rotations;
import org.diorama.core.math.Vec3;
import org.diorama.core.random.DrawSite;
import org.diorama.core.sample.draw.Draws;
import org.diorama.core.sample.instance.Instance;
import org.diorama.core.sample.motion.MotionSampler;
import org.diorama.core.sample.motion.TimedWay;
import org.diorama.core.scene.CameraDescription;
import org.diorama.core.scene.CameraMount;
import org.diorama.core.scene.CameraPose;
import org.diorama.core.scene.DevelopmentDescription;
import org.diorama.core.scene.ImageDescription;
import org.diorama.core.scene.Intrinsics;
import org.diorama.core.scene.Parameter;
import org.diorama.core.scene.TimedPoses;
import org.diorama.core.scene.VectorParameter;

/**
 * Draws one mount and its cameras. Everything is asked for in each attempt, whatever comes of it.
 */
final class MountSampler {
  private static final DrawSite WHOLE = DrawSite.WHOLE;

  private final Draws draws;
  private final CameraMount mount;

  MountSampler(Draws draws, CameraMount mount) {
    this.draws = draws;
    this.mount = mount;
  }

  /**
   * @param cameras that stand on the mount
   */
  DrawnMount sample(List<CameraDescription> cameras, Optional<Instance> carrier) {
    DrawnMount.Aim aim = aim(mount.pose());
    return new DrawnMount(
        carrier,
        aim,
        turn(mount.yaw(), mount.pitch(), mount.roll()),
        cameras.stream().map(this::camera).toList());
  }

  private DrawnMount.DrawnCamera camera(CameraDescription camera) {
    Vec3 offset = draws.vector(camera.offset().position(), WHOLE).times(camera.offset().share());
    DrawnMount.Turn turn =
        turn(camera.offset().yaw(), camera.offset().pitch(), camera.offset().roll());
    PinholeCamera pinhole = pinhole(camera.intrinsics(), camera.image());
    return new DrawnMount.DrawnCamera(offset, turn, pinhole, development(camera.development()));
  }

  private Development development(DevelopmentDescription development) {
    return new Development(
        development.exposure().map(this::number),
        number(development.compensation()),
        development.whiteBalance().map(this::number),
        development.toneCurve(),
        number(development.glare()));
  }

  private PinholeCamera pinhole(Intrinsics intrinsics, ImageDescription image) {
    double width = image.width();
    double height = image.height();
    if (intrinsics instanceof Intrinsics.Pixels pixels) {
      return new PinholeCamera(
          image.width(),
          image.height(),
          number(pixels.focalX()),
          number(pixels.focalY()),
          pixels.centerX().map(this::number).orElse(width / 2),
          pixels.centerY().map(this::number).orElse(height / 2));
    }
    double focal;
    if (intrinsics instanceof Intrinsics.FocalLength lens) {
      focal = width * number(lens.focalLength()) / number(lens.sensorWidth());
    } else {
      Parameter<Double> angle = ((Intrinsics.FieldOfView) intrinsics).horizontal();
      focal = Rotations.focalLength(width, radians(angle));
    }
    return new PinholeCamera(image.width(), image.height(), focal, focal, width / 2, height / 2);
  }

  private DrawnMount.Aim aim(CameraPose pose) {
    if (pose instanceof CameraPose.At at) {
      Vec3 eye = draws.vector(at.position(), WHOLE);
      Affine3 fixed = aimed(eye, target(at.lookAt()), Vec3.UNIT_X);
      return seconds -> fixed;
    }
    if (pose instanceof CameraPose.Exact exact) {
      return seconds -> exact.worldFromCamera();
    }
    if (pose instanceof CameraPose.Timed timed) {
      return new Timed(timed.poses());
    }
    if (pose instanceof CameraPose.Trajectory trajectory) {
      return trajectory(trajectory);
    }
    CameraPose.Shell shell = (CameraPose.Shell) pose;
    Vec3 target = draws.vector(shell.target(), WHOLE);
    double radius = number(shell.radius());
    Vec3 outward = Rotations.direction(radians(shell.azimuth()), radians(shell.elevation()));
    Affine3 fixed = aimed(target.plus(outward.times(radius)), Optional.of(target), Vec3.UNIT_X);
    return seconds -> fixed;
  }

  private record Timed(TimedPoses poses) implements DrawnMount.Aim {
    @Override
    public Affine3 at(double seconds) {
      return poses.at(seconds).orElse(poses.poses().get(0));
    }

    @Override
    public boolean moves() {
      return true;
    }
  }

  private DrawnMount.Aim trajectory(CameraPose.Trajectory trajectory) {
    TimedWay way =
        new MotionSampler(draws)
            .way(trajectory.way(), number(trajectory.start()), WHOLE, mount.path() + ".trajectory");
    Optional<Vec3> target = target(trajectory.lookAt());
    return new DrawnMount.Aim() {
      @Override
      public Affine3 at(double seconds) {
        return aimed(way.point(seconds), target, way.direction(seconds));
      }

      @Override
      public boolean moves() {
        return true;
      }
    };
  }

  private Optional<Vec3> target(Optional<VectorParameter> lookAt) {
    return lookAt.map(point -> draws.vector(point, WHOLE));
  }

  /**
   * @param direction where it looks without a target
   */
  private Affine3 aimed(Vec3 eye, Optional<Vec3> target, Vec3 direction) {
    if (target.isEmpty()) {
      Affine3 turned = Rotations.lookAt(Vec3.ZERO, direction);
      return Affine3.translation(eye).times(turned);
    }
    if (eye.equals(target.get())) {
      throw new DioramaException(
          ExitStatus.BAD_INPUT,
          mount.path()
              + ": it stands on the point it looks at, "
              + eye
              + ". Keep at and look_at apart whatever is drawn.");
    }
    return Rotations.lookAt(eye, target.get());
  }

  private DrawnMount.Turn turn(
      Parameter<Double> yaw, Parameter<Double> pitch, Parameter<Double> roll) {
    return new DrawnMount.Turn(radians(yaw), radians(pitch), radians(roll));
  }

  private double radians(Parameter<Double> degrees) {
    return Rotations.radians(number(degrees));
  }

  private double number(Parameter<Double> parameter) {
    return draws.number(parameter, WHOLE);
  }
}
