package org.diorama.cli.train;

/**
 * What a trainer gets of a dataset.
 *
 * @param images that are trained on
 * @param objects that are trained on
 * @param dropped objects that the loader leaves out in silence
 */
public record Loaded(int images, int objects, int dropped) {

  /** A loader's error. */
  public static final class Refused extends Exception {
    private static final long serialVersionUID = 1;

    Refused(String message) {
      super(message);
    }
  }
}
