package org.diorama.dataset.foreign;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What a merged dataset consists of: {@code merged.json}.
 *
 * @param folders of files beside the images, such as {@code depth}
 * @param conflicts lines for people: what differed between the sources, and what became of it
 */
public record MergeReport(
    List<Source> sources,
    List<Category> categories,
    List<String> folders,
    long images,
    long annotations,
    List<String> conflicts) {

  /**
   * A dataset that went in.
   *
   * @param name of its folders in the merged dataset: {@code images/NAME/} and so on
   * @param categories ids that changed: from, to
   * @param depthScale millimeters a step of its depth images; absent of other makers' datasets
   * @param cameras their names; empty of other makers' datasets
   */
  public record Source(
      String name,
      long images,
      long annotations,
      SortedMap<Integer, Integer> categories,
      Optional<Double> depthScale,
      List<String> cameras) {}

  /** A category of the merged dataset. */
  public record Category(int id, String name, String supercategory) {}
}
