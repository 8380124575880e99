package org.diorama.dataset;

import org.diorama.core.label.pixel.PixelRows;
import org.diorama.core.label.pixel.ViewPixels;
import org.diorama.core.sample.FrameInstant;
import org.diorama.dataset.layout.Kind;

/** What the files of floats hold, before they are encoded. */
public final class FloatImages {
  private FloatImages() {}

  /** Rows of an image. */
  public static PixelRows of(Kind kind, LabelledView view) {
    ViewPixels pixels = view.pixels();
    return switch (kind) {
      case DEPTH_FLOAT -> pixels.depth();
      case DISTANCE_FLOAT -> pixels.distance();
      case NORMALS -> pixels.normals();
      case NORMALS_WORLD -> pixels.worldNormals();
      case FLOW -> view.flow(FrameInstant.NEXT_STEP).rows();
      case FLOW_BACKWARD -> view.flow(FrameInstant.PREVIOUS_STEP).rows();
      case DISPARITY -> view.pair().orElseThrow().disparity(pixels.depth(), pixels.width());
      default -> throw new IllegalArgumentException(kind + " holds no floats");
    };
  }
}
