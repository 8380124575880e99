package org.diorama.dataset.yolo;

import java.util.Locale;
import java.util.Optional;
import org.diorama.core.geometry.PixelBox;
import org.diorama.core.label.keypoint.KeypointLabel;
import org.diorama.dataset.coco.Outlines;
import org.diorama.dataset.coco.RunLengths;

/** What a model is trained for; each has label files of its own. */
public enum YoloTask {
  /** Center and size of the box. */
  DETECT {
    @Override
    public void write(YoloLine line, YoloInstance instance) {
      PixelBox box = instance.box();
      line.share(box.left() + box.right(), 2L * instance.imageWidth())
          .share(box.top() + box.bottom(), 2L * instance.imageHeight())
          .share(box.width(), instance.imageWidth())
          .share(box.height(), instance.imageHeight());
    }
  },
  /**
   * One polygon along pixel edges. A line has room for one only: further pieces and holes hang on
   * seams, see {@link Outlines#joined}.
   */
  SEGMENT {
    @Override
    public void write(YoloLine line, YoloInstance instance) {
      RunLengths mask =
          RunLengths.parse(instance.imageWidth(), instance.imageHeight(), instance.mask());
      int[] corners = Outlines.of(mask).joined();
      for (int i = 0; i < corners.length; i += 2) {
        line.share(corners[i], instance.imageWidth());
        line.share(corners[i + 1], instance.imageHeight());
      }
    }
  },
  /** The box, then x, y and COCO's flag of every point; 0 0 0 where there is none. */
  POSE {
    @Override
    public void write(YoloLine line, YoloInstance instance) {
      DETECT.write(line, instance);
      for (Optional<KeypointLabel> point : instance.points()) {
        line.position(point.map(KeypointLabel::x).orElse(0.0), instance.imageWidth())
            .position(point.map(KeypointLabel::y).orElse(0.0), instance.imageHeight())
            .flag(point.map(KeypointLabel::v).orElse(KeypointLabel.OUTSIDE));
      }
    }
  };

  /** Path of one of its files, relative to the dataset. */
  public String path(String name) {
    return "yolo/" + name().toLowerCase(Locale.ROOT) + "/" + name;
  }

  /** Appends the numbers behind the class. */
  public abstract void write(YoloLine line, YoloInstance instance);
}
