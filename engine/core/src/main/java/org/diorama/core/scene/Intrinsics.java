package org.diorama.core.scene;

import java.util.Optional;

/** A camera's pinhole, for the image that it takes. */
public sealed interface Intrinsics {
  /** Degrees across the image's width; square pixels, the axis in the image's center. */
  record FieldOfView(Parameter<Double> horizontal) implements Intrinsics {}

  /**
   * A lens before a sensor whose whole width the image shows; square pixels, the axis in the
   * image's center.
   *
   * @param focalLength millimeters
   * @param sensorWidth millimeters
   */
  record FocalLength(Parameter<Double> focalLength, Parameter<Double> sensorWidth)
      implements Intrinsics {}

  /**
   * In pixels of the image, as a calibration gives them.
   *
   * @param centerX image position of the axis; the image's center where there is none
   * @param centerY likewise
   */
  record Pixels(
      Parameter<Double> focalX,
      Parameter<Double> focalY,
      Optional<Parameter<Double>> centerX,
      Optional<Parameter<Double>> centerY)
      implements Intrinsics {}
}
