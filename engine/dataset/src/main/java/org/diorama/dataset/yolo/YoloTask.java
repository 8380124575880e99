package org.diorama.dataset.yolo;

import java.util.Locale;
import org.diorama.core.geometry.PixelBox;
import org.diorama.dataset.coco.Outlines;
import org.diorama.dataset.coco.RunLengths;

/** What a model is trained for; each has label files of its own. */
enum YoloTask {
  /** Center and size of the box. */
  DETECT {
    @Override
    void write(YoloLine line, YoloInstance instance) {
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
    void write(YoloLine line, YoloInstance instance) {
      RunLengths mask =
          RunLengths.parse(instance.imageWidth(), instance.imageHeight(), instance.mask());
      int[] corners = Outlines.of(mask).joined();
      for (int i = 0; i < corners.length; i += 2) {
        line.share(corners[i], instance.imageWidth());
        line.share(corners[i + 1], instance.imageHeight());
      }
    }
  };

  /** Of its files, below {@code yolo/}. */
  String folder() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Appends the numbers behind the class. */
  abstract void write(YoloLine line, YoloInstance instance);
}
