package org.diorama.dataset.verify.files;

import java.util.regex.Pattern;

/**
 * What training on YOLO's files leaves among them: Ultralytics writes what it read of labels into
 * {@code labels/train.cache} or {@code labels.cache}, and decoded images beside the images as
 * {@code .npy} where it is told to keep them on disk. None of it is part of a dataset, nor a fault
 * of it.
 */
public final class TrainerFiles {
  private static final Pattern LEFT =
      Pattern.compile("yolo/\\w+/(?:labels(?:/.*)?\\.cache(?:\\.npy)?|images/.+\\.npy)");

  private TrainerFiles() {}

  /**
   * @param path relative to the dataset, with slashes
   */
  public static boolean are(String path) {
    return LEFT.matcher(path).matches();
  }

  /** The name of the check that counts those of a folder. */
  public static String check(String path) {
    return "left by a trainer in "
        + path.substring(0, path.lastIndexOf('/'))
        + ", no part of the dataset";
  }
}
