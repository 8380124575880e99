package org.diorama.cli.view;

import java.util.List;
import org.diorama.core.scene.Category;
import org.diorama.dataset.layout.FrameSet;

/** Where labelled images come from. */
interface ImageSource {
  /** What it is called. */
  String name();

  List<Category> categories();

  /** How many images a frame has. */
  int cameras();

  /** Frames to show where nobody asks for others: at most so many, spread evenly. */
  FrameSet some(int most);

  /**
   * The images of a frame, one a camera.
   *
   * @return none for a frame that is left out, for a reason that was told
   */
  List<LabelledImage> images(long frame);
}
