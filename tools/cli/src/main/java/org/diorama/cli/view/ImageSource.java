package org.diorama.cli.view;

import java.util.List;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.SortedSet;
import org.diorama.dataset.layout.FrameSet;

/** Where labelled images come from. */
interface ImageSource extends AutoCloseable {
  /** What it is called. */
  String name();

  /** Names of its categories. */
  List<String> categories();

  /** How many images a frame has. */
  int cameras();

  /** Whether it has a frame, as far as it can be told without rendering. */
  boolean has(long frame);

  /** Names of a frame's image files, below the folder of images. */
  List<String> files(long frame);

  /**
   * Its own frame of an image that another dataset has under that name; absent where it has none.
   */
  OptionalLong frameOf(String file);

  /**
   * Frames to show where nobody asks for others: at most so many, spread evenly over those that are
   * accepted.
   */
  FrameSet some(int most, FrameFilter filter);

  /** The levels of each factor; none of a factor that is any number. */
  SortedMap<String, SortedSet<String>> levels();

  /** How many frames there are to choose from; absent where there is no end to them. */
  OptionalLong count();

  /**
   * The images of a frame, one a camera.
   *
   * @return none for a frame that is left out, for a reason that was told
   */
  List<LabelledImage> images(long frame);

  /** Tells what was not there to be shown, and closes what is open. */
  @Override
  default void close() {}
}
