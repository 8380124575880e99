package org.diorama.dataset.yolo;

import java.util.Locale;
import org.diorama.core.geometry.ImageBox;
import org.diorama.dataset.coco.Outlines;
import org.diorama.dataset.coco.RunLengths;

/** What a model is trained for; each has label files of its own. */
public enum YoloTask {
  /** Center and size of the box. */
  DETECT {
    @Override
    public void write(YoloLine line, YoloInstance instance) {
      ImageBox box = instance.box();
      line.position(box.x() + box.width() / 2, instance.imageWidth())
          .position(box.y() + box.height() / 2, instance.imageHeight())
          .position(box.width(), instance.imageWidth())
          .position(box.height(), instance.imageHeight());
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
      for (YoloPoint point : instance.points()) {
        line.position(point.x(), instance.imageWidth())
            .position(point.y(), instance.imageHeight())
            .flag(point.flag());
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
