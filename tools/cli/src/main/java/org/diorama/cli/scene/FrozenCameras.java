package org.diorama.cli.scene;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.diorama.core.geometry.PinholeCamera;
import org.diorama.core.light.Development;
import org.diorama.core.math.DecimalText;
import org.diorama.core.sample.DecidedFrame;
import org.diorama.core.sample.SampledCamera;

/** The cameras of a frozen scene: each in the world, at the poses that it has in the frame. */
final class FrozenCameras {
  private final List<SampledCamera> cameras;

  private final FrozenPoses poses;

  FrozenCameras(DecidedFrame frame) {
    this.cameras = frame.frame().cameras();
    this.poses = new FrozenPoses(frame.sequence());
  }

  List<String> lines() {
    if (cameras.size() == 1 && cameras.get(0).name().isEmpty()) {
      return List.of("camera: {" + camera(cameras.get(0)) + "}");
    }
    List<String> lines = new ArrayList<>(List.of("cameras:"));
    for (SampledCamera camera : cameras) {
      lines.add(
          "  "
              + SceneText.quoted(camera.name())
              + ": {image: "
              + size(camera.pinhole())
              + ", "
              + camera(camera)
              + "}");
    }
    return lines;
  }

  static String size(PinholeCamera camera) {
    return "{width: " + camera.width() + ", height: " + camera.height() + "}";
  }

  private String camera(SampledCamera camera) {
    PinholeCamera pinhole = camera.pinhole();
    return poses.text(camera.worldFromCamera())
        + ", intrinsics: {fx: "
        + DecimalText.of(pinhole.focalX())
        + ", fy: "
        + DecimalText.of(pinhole.focalY())
        + ", cx: "
        + DecimalText.of(pinhole.centerX())
        + ", cy: "
        + DecimalText.of(pinhole.centerY())
        + "}"
        + development(camera.development());
  }

  private static String development(Development development) {
    return development.exposure().map(ev -> ", exposure: " + DecimalText.of(ev)).orElse("")
        + ", compensation: "
        + DecimalText.of(development.compensation())
        + development
            .whiteBalance()
            .map(kelvin -> ", white_balance: " + DecimalText.of(kelvin))
            .orElse("")
        + ", tone_curve: "
        + development.toneCurve().name().toLowerCase(Locale.ROOT)
        + ", glare: "
        + DecimalText.of(development.glare());
  }
}
